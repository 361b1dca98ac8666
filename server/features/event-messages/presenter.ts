import type { Addressee, EventMessage } from "../../../db/queries/event-messages.ts";
import type { EventRecord } from "../../../db/queries/events.ts";
import type { Letter } from "../../mail/letter.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { FormState } from "../../web/form.ts";
import { presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { blankState } from "../../web/form-page.ts";
import { PAGE_SIZE, presentPagination } from "../../web/pagination.ts";
import { withQuery } from "../../web/query-string.ts";
import { mailPill, reasonText, templateText } from "../mails/ledger/presenter.ts";
import { type Audience, audiences, isAmong, type MessageKind } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
}

interface MessageList {
  event: EventRecord;
  messages: EventMessage[];
  page: number;
  kinds: MessageKind[];
}

export function presentMessages({ event, messages, page, kinds }: MessageList, wording: Wording) {
  const { eventMessages } = wording.texts;
  const total = messages[0]?.total ?? 0;
  const list = paths.eventMessages(event.projectId, event.id);
  const first = (page - 1) * PAGE_SIZE + 1;
  const href = paths.newEventMessage(event.projectId, event.id);
  const add = kinds.length > 0 ? { href, label: eventMessages.new, icon: "mail" } : null;
  return {
    labels: eventMessages,
    notice: noticeOf(event, kinds, wording.texts),
    rows: messages.map((message) => presentMessage(message, wording)),
    add,
    emptyState:
      messages.length > 0 || event.isConfidential
        ? null
        : { text: eventMessages.empty, icon: "mail", ...(add && { action: add }) },
    pagination: presentPagination({
      page,
      total,
      summary: eventMessages.range(first, first + messages.length - 1, total),
      href: (number) => withQuery(list, { page: number === 1 ? null : number }),
    }),
  };
}

function noticeOf(event: EventRecord, kinds: MessageKind[], { eventMessages }: Texts) {
  if (event.isConfidential) return eventMessages.confidential;
  if (kinds.length > 0) return null;
  const { held, other } = eventMessages.nothingNow;
  return event.archivedAt === null ? held : other;
}

function presentMessage(message: EventMessage, { texts, formats }: Wording) {
  return {
    name: nameOf(message) || texts.eventMessages.anonymised,
    message: templateText(message.template, texts),
    pill: mailPill(message.state, texts),
    reason: reasonText(message.reason, texts),
    when: formats.dateTime(message.sentAt ?? message.createdAt),
  };
}

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

function nameOf({ firstName, surname }: Pick<Addressee, "firstName" | "surname">): string {
  return [surname, firstName].filter(Boolean).join(" ");
}
