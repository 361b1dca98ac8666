import type { EventRecord } from "../../../../db/queries/events.ts";
import { paths } from "../../../paths.ts";
import type { FormState } from "../../../web/form.ts";
import { presentFields } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import type { Wording } from "../words.ts";
import { type RepeatedDay, rhythms } from "./rules.ts";

export function presentCopy(event: EventRecord, state: FormState, { texts }: Wording) {
  const { copying } = texts.events;
  const { projectId, id } = event;
  const day =
    event.startsOn === null
      ? []
      : [
          {
            type: "date" as const,
            name: "startsOn",
            label: copying.startsOn,
            hint: copying.startsOnHint,
            isRequired: true,
            width: "short" as const,
          },
        ];
  return presentFormPage(
    {
      title: copying.title,
      code: event.title,
      lead: [copying.text],
      action: paths.eventCopies(projectId, id),
      sections: [
        { rows: [{ type: "text", name: "title", label: copying.name, isRequired: true }, ...day] },
      ],
      submit: copying.submit,
      cancel: { href: paths.event(projectId, id) },
    },
    state,
    texts,
  );
}

export function presentSeries(event: EventRecord, state: FormState, { texts }: Wording) {
  const { series } = texts.events;
  const { projectId, id } = event;
  const options = rhythms.map((value) => ({ value, label: series.rhythms[value] }));
  return presentFormPage(
    {
      title: series.title,
      code: event.title,
      lead: [series.text],
      action: paths.eventSeries(projectId, id),
      sections: [
        {
          rows: [
            [
              { type: "select", name: "rhythm", label: series.rhythm, options },
              { type: "number", name: "every", label: series.every, width: "short" },
            ],
            [
              {
                type: "number",
                name: "count",
                label: series.count,
                hint: series.countHint,
                width: "short",
              },
              { type: "date", name: "until", label: series.until },
            ],
            { type: "checkbox", name: "skipsHolidays", label: series.skipsHolidays },
          ],
        },
      ],
      submit: series.preview,
      cancel: { href: paths.event(projectId, id) },
    },
    state,
    texts,
  );
}

const KEPT = ["rhythm", "every", "count", "until", "skipsHolidays"];

/** The days the series would have, before it is made. */
export function presentSeriesPreview(
  event: EventRecord,
  days: RepeatedDay[],
  state: FormState,
  { texts, formats }: Wording,
) {
  const { series } = texts.events;
  const { projectId, id } = event;
  const made = days.filter(({ isSkipped }) => !isSkipped).length;
  const hidden = KEPT.map((name) => ({ type: "hidden" as const, name, label: "" }));
  return {
    pageHeader: { title: series.previewTitle, code: event.title },
    lead: series.willBeMade(made),
    days: days.map(({ startsOn, isHoliday, isSkipped }) => ({
      day: `${formats.weekday(startsOn)} ${formats.longDate(startsOn)}`,
      note: isSkipped ? series.skipped : isHoliday ? series.holiday : "",
      isSkipped,
    })),
    form: { submission: state.submission },
    action: paths.eventSeries(projectId, id),
    hidden: presentFields(hidden, state, texts),
    formFooter: {
      submit: series.submit(made),
      cancel: { href: paths.newEventSeries(projectId, id), label: series.back },
    },
  };
}
