import type { EventKind } from "../../../../db/queries/event-kinds.ts";
import type { Lecturer } from "../../../../db/queries/event-people.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import { paths } from "../../../paths.ts";
import { ownerKey } from "../../../values/owner.ts";
import { rowsOffered } from "../../../values/row-fields.ts";
import type { FormState, FormValues } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage, type SectionDefinition } from "../../../web/form-page.ts";
import { withQuery } from "../../../web/query-string.ts";
import { sessionForms } from "../rules.ts";
import { SESSION_ROWS } from "../schema.ts";
import type { Wording } from "../words.ts";
import { type EventChoices, isOffered, sections } from "./fields.ts";

/** The kinds to choose from before the form, since the kind proposes what the event counts as. */
export function presentKindChoice(
  projectId: number,
  kinds: EventKind[],
  asked: { activityId: string },
  { texts, formats, today }: Wording,
) {
  const { choice, closings } = texts.events;
  return {
    pageHeader: { title: texts.events.form.newTitle, subtitle: choice.subtitle },
    kinds: kinds
      .filter((kind) => isOffered(kind, today))
      .map((kind) => ({
        href: withQuery(paths.newEvent(projectId), {
          kind: kind.code,
          activity: asked.activityId,
        }),
        label: formats.language === "cs" ? kind.labelCs : kind.labelEn,
        notes: [
          kind.countsAsSupport ? choice.support : choice.noSupport,
          closings[kind.closing],
          ...(kind.isConfidential ? [choice.confidential] : []),
        ].join(" · "),
      })),
  };
}

export function presentNewEvent(choices: EventChoices, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { form } = texts.events;
  return presentFormPage(
    {
      title: form.newTitle,
      action: paths.events(choices.projectId),
      sections: sections(choices, wording, { days: [daysSection(state, wording)] }),
      submit: form.create,
      cancel: { href: paths.events(choices.projectId) },
    },
    state,
    texts,
  );
}

export function presentEditedEvent(
  event: EventRecord,
  choices: EventChoices,
  state: FormState,
  wording: Wording,
) {
  const { texts } = wording;
  const { form } = texts.events;
  const href = paths.event(event.projectId, event.id);
  return presentFormPage(
    {
      title: form.editTitle,
      code: event.title,
      action: href,
      hidden: ["version"],
      sections: sections(choices, wording, { days: [], edited: event }),
      submit: form.save,
      cancel: { href },
    },
    state,
    texts,
  );
}

function daysSection(state: FormState, { texts }: Wording): SectionDefinition {
  const { form, forms, sessions } = texts.events;
  const offered = rowsOffered(state.values, "session", { least: 2, most: SESSION_ROWS });
  const rows = Array.from({ length: offered }, (_, index): FieldDefinition[] => {
    const of = (name: string) => `session${index + 1}${name}`;
    return [
      { type: "date", name: of("HeldOn"), label: sessions.numbered(index + 1) },
      { type: "text", name: of("StartsAt"), label: sessions.from, width: "short" },
      { type: "text", name: of("EndsAt"), label: sessions.to, width: "short" },
    ];
  });
  const shared: FieldDefinition[] = [
    {
      type: "select",
      name: "hourMinutes",
      label: sessions.hour,
      options: [
        { value: "60", label: sessions.hours["60"] },
        { value: "45", label: sessions.hours["45"] },
      ],
    },
    {
      type: "select",
      name: "form",
      label: sessions.form,
      options: sessionForms.map((value) => ({ value, label: forms[value] })),
    },
  ];
  return { title: form.days, hint: form.daysHint, rows: [...rows, shared] };
}

/** The event as the form shows it. */
export function eventValues(
  event: EventRecord,
  lecturers: Lecturer[],
  wording: Wording,
): FormValues {
  const { formats } = wording;
  const costs = event.plannedCostsHalere;
  return {
    version: String(event.version),
    kindId: String(event.kindId),
    title: event.title,
    activityId: String(event.activityId ?? ""),
    goal: event.goal ?? "",
    accreditationNumber: event.accreditationNumber ?? "",
    place: event.place ?? "",
    onlineUrl: event.onlineUrl ?? "",
    capacity: String(event.capacity ?? ""),
    language: event.language,
    plannedCostsHalere: costs === null ? "" : formats.inputMoney(costs),
    countsAsSupport: String(event.countsAsSupport),
    isConfidential: String(event.isConfidential),
    closing: event.closing,
    supportCode: event.supportCode ?? "",
    lecturerIds: lecturers.map(({ contactId }) => String(contactId)),
    owner: ownerKey(event),
  };
}

/** What the kind proposes for a new event, which its coordinator will be. */
export function proposedValues(
  kind: EventKind,
  asked: { activityId: string; ownerUserId: number | null },
): FormValues {
  return {
    kindId: String(kind.id),
    activityId: asked.activityId,
    countsAsSupport: String(kind.countsAsSupport),
    isConfidential: String(kind.isConfidential),
    closing: kind.closing,
    hourMinutes: "60",
    form: kind.closing === "login-list" ? "electronic" : "in-person",
    owner: ownerKey({ ownerUserId: asked.ownerUserId, ownerContactId: null }),
  };
}
