import type { EventSession } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import { paths } from "../../../paths.ts";
import { addDays } from "../../../values/calendar-date.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { proposedSupport, sessionForms } from "../rules.ts";
import { timeText, type Wording } from "../words.ts";

export function presentSessionForm(
  event: EventRecord,
  session: EventSession | null,
  state: FormState,
  { texts }: Wording,
) {
  const { sessions } = texts.events;
  const { projectId, id } = event;
  const action = session
    ? paths.eventSession(projectId, id, session.id)
    : paths.eventSessions(projectId, id);
  return presentFormPage(
    {
      title: session ? sessions.editTitle : sessions.newTitle,
      code: event.title,
      action,
      hidden: ["version"],
      sections: [section(texts)],
      submit: session ? sessions.save : sessions.add,
      cancel: { href: paths.event(projectId, id) },
    },
    state,
    texts,
  );
}

function section({ events }: Wording["texts"]): SectionDefinition {
  const { sessions, forms } = events;
  return {
    rows: [
      [
        { type: "date", name: "heldOn", label: sessions.day, isRequired: true },
        { type: "text", name: "startsAt", label: sessions.from, isRequired: true, width: "short" },
        { type: "text", name: "endsAt", label: sessions.to, isRequired: true, width: "short" },
      ],
      [
        {
          type: "select",
          name: "form",
          label: sessions.form,
          options: sessionForms.map((value) => ({ value, label: forms[value] })),
        },
        {
          type: "select",
          name: "hourMinutes",
          label: sessions.hour,
          options: (["60", "45"] as const).map((value) => ({
            value,
            label: sessions.hours[value],
          })),
        },
        {
          type: "number",
          name: "supportMinutes",
          label: sessions.support,
          hint: sessions.supportHint,
          suffix: sessions.minutesUnit,
          width: "short",
        },
      ],
      { type: "text", name: "topic", label: sessions.topic },
      { type: "text", name: "place", label: sessions.place, hint: sessions.placeHint },
    ],
  };
}

/** The session as the form shows it; minutes that only follow from its length stay unsaid. */
export function sessionValues(
  session: EventSession,
  version: number,
  { formats }: Wording,
): FormValues {
  const isProposed = proposedSupport(session).minutes === session.supportMinutes;
  return {
    version: String(version),
    heldOn: session.heldOn,
    startsAt: timeText(session.startsAt, formats),
    endsAt: timeText(session.endsAt, formats),
    form: session.form,
    hourMinutes: String(session.hourMinutes),
    supportMinutes: isProposed ? "" : String(session.supportMinutes),
    topic: session.topic ?? "",
    place: session.place ?? "",
  };
}

/** A further day is most often the next one, at the same hours. */
export function nextSessionValues(
  last: EventSession | undefined,
  version: number,
  wording: Wording,
): FormValues {
  const fresh = { version: String(version), form: "in-person", hourMinutes: "60" };
  if (!last) return fresh;
  const values = sessionValues(last, version, wording);
  return { ...values, heldOn: addDays(last.heldOn, 1), topic: "" };
}
