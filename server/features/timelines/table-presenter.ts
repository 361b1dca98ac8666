import { paths } from "../../paths.ts";
import {
  drawnActivities,
  pinDate,
  pinHref,
  pinTitle,
  type Reader,
  type TimelineFacts,
} from "./presenter.ts";
import { activityRowState, movedBaseline, pinState, spanOf } from "./rows.ts";

/** The same as the drawing, in tables: for whoever would rather read, and for a screen reader. */
export function presentTimelineTables(facts: TimelineFacts, { texts, formats, today }: Reader) {
  const words = texts.timelines;
  const range = (span: ReturnType<typeof spanOf>) =>
    span ? formats.dateRange(span.from, span.to) : "";
  const codes = new Map(drawnActivities(facts).map(({ id, code }) => [id, code]));
  return {
    title: words.asTable,
    activities: {
      title: words.activitiesTable,
      columns: words.columns,
      rows: drawnActivities(facts).map((activity) => ({
        code: activity.code,
        title: activity.title,
        href: `${paths.activities(facts.project.id)}/${activity.id}`,
        owner: activity.ownerName ?? "",
        dates: range(spanOf(activity)) || words.noDates,
        baseline: range(movedBaseline(activity)),
        percent:
          activity.percent === null ? "" : formats.percent(Math.round(activity.percent * 100)),
        state: words.states[activityRowState(activity, today)],
      })),
    },
    pins: {
      title: words.pinsTable,
      columns: words.columns,
      rows: facts.pins.map((pin) => {
        const state = pinState(pin, today);
        return {
          date: pinDate(pin, formats),
          title: pinTitle(pin, texts),
          href: pinHref(pin),
          kind: words.chart.legend[`pin-${pin.kind}`],
          activity: codes.get(pin.activityId ?? 0) ?? "",
          owner: pin.ownerName ?? "",
          isLate: state === "overdue",
          state: {
            done:
              pin.objectType === "milestone"
                ? words.pinDone(formats.date(pin.doneOn ?? pin.dueOn))
                : words.pinPassed,
            overdue: words.pinOverdue,
            open: pin.objectType === "milestone" ? words.pinOpen : words.pinComing,
          }[state],
        };
      }),
    },
    periods: {
      title: words.periodsTable,
      columns: words.columns,
      rows: facts.periods.map((period) => ({
        label: words.period(period.number),
        dates: formats.dateRange(period.startsOn, period.endsOn),
      })),
    },
  };
}
