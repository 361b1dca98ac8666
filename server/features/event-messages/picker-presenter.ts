import type { Addressee } from "../../../db/queries/event-messages.ts";
import type { EventRecord } from "../../../db/queries/events.ts";
import type { Letter } from "../../mail/letter.ts";
import { paths } from "../../paths.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { blankState } from "../../web/form-page.ts";
import type { Wording } from "./presenter.ts";
import { type Audience, audiences, isAmong, type MessageKind } from "./rules.ts";

interface Picking {
  event: EventRecord;
  people: Addressee[];
  kinds: MessageKind[];
  kind: MessageKind;
  audience: Audience;
  letter: Letter;
}

export function presentPicker(picking: Picking, state: FormState, { texts }: Wording) {
  const { event, people, kind, audience, letter } = picking;
  const { picker } = texts.eventMessages;
  const among = people.filter((person) => isAmong(person, audience));
  const rows = among.map((person) => presentPerson(person, state, texts));
  const withoutEmail = rows.filter(({ email }) => email === null).length;
  return {
    labels: picker,
    pageHeader: { title: picker.title, code: event.title },
    filterBar: presentChoice(picking, texts),
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
    action: paths.eventMessages(event.projectId, event.id),
    hidden: [
      { name: "kind", value: kind },
      { name: "audience", value: audience },
    ],
    rows,
    missing: withoutEmail === 0 ? null : picker.withoutEmail(withoutEmail),
    canSend: rows.length > withoutEmail,
    wording: letter.text,
    formFooter: {
      submit: picker.submit,
      cancel: { href: paths.eventMessages(event.projectId, event.id) },
    },
  };
}

function presentPerson(person: Addressee, state: FormState, texts: Texts) {
  const { eventMessages, registrations } = texts;
  const id = String(person.registrationId);
  const chosen = state.values.registrations;
  const name = nameOf(person);
  return {
    id,
    name,
    state: registrations.states[person.state],
    email: person.email,
    chooseLabel: eventMessages.picker.chooseOne(name),
    isChosen: chosen === undefined || [chosen].flat().includes(id),
  };
}

function presentChoice({ event, kinds, kind, audience }: Picking, texts: Texts) {
  const { picker, kinds: names, audiences: groups } = texts.eventMessages;
  return {
    action: paths.newEventMessage(event.projectId, event.id),
    chips: [],
    fields: presentFields(
      [
        {
          type: "select",
          name: "kind",
          label: picker.kind,
          options: kinds.map((value) => ({ value, label: names[value] })),
        },
        {
          type: "select",
          name: "audience",
          label: picker.audience,
          options: audiences.map((value) => ({ value, label: groups[value] })),
        },
      ],
      blankState("", { kind, audience }),
      texts,
    ).map((field) => ({ ...field, isAutosubmit: true })),
  };
}

export function nameOf({ firstName, surname }: Pick<Addressee, "firstName" | "surname">): string {
  return [surname, firstName].filter(Boolean).join(" ");
}
