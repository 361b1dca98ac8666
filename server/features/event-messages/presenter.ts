import { randomUUID } from "node:crypto";
import type { EventMessage } from "../../../db/queries/event-message-log.ts";
import type { EventRecord } from "../../../db/queries/events.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { PAGE_SIZE, presentPagination } from "../../web/pagination.ts";
import { withQuery } from "../../web/query-string.ts";
import { mailPill, reasonText, templateText } from "../mails/ledger/presenter.ts";
import { presentOutlook } from "./outlook/presenter.ts";
import type { Outlook } from "./outlook/service.ts";
import { nameOf } from "./picker-presenter.ts";
import { canBeResent, kindOfTemplate } from "./resends/rules.ts";
import { type MessageKind, mayLeave } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: string;
}

interface MessageList {
  event: EventRecord;
  messages: EventMessage[];
  page: number;
  kinds: MessageKind[];
  outlook: Outlook;
}

export function presentMessages(list: MessageList, wording: Wording) {
  const { event, messages, page, kinds } = list;
  const { eventMessages } = wording.texts;
  const total = messages[0]?.total ?? 0;
  const first = (page - 1) * PAGE_SIZE + 1;
  const href = paths.newEventMessage(event.projectId, event.id);
  const add = kinds.length > 0 ? { href, label: eventMessages.new, icon: "mail" } : null;
  return {
    labels: eventMessages,
    notice: noticeOf(event, kinds, wording.texts),
    failed: failedOf(messages, wording.texts),
    automatic: presentAutomatic(list, wording.texts),
    outlook: presentOutlook(event, list.outlook, wording),
    rows: messages.map((message) => presentMessage(event, message, wording)),
    add,
    emptyState:
      messages.length > 0 || event.isConfidential
        ? null
        : { text: eventMessages.empty, icon: "mail", ...(add && { action: add }) },
    pagination: presentPagination({
      page,
      total,
      summary: eventMessages.range(first, first + messages.length - 1, total),
      href: (number) =>
        withQuery(paths.eventMessages(event.projectId, event.id), {
          page: number === 1 ? null : number,
        }),
    }),
  };
}

function noticeOf(event: EventRecord, kinds: MessageKind[], { eventMessages }: Texts) {
  if (event.isConfidential) return eventMessages.confidential;
  if (kinds.length > 0) return null;
  const { held, other } = eventMessages.nothingNow;
  return event.archivedAt === null ? held : other;
}

/** They stand at the top of the list; later pages say nothing of them. */
function failedOf(messages: readonly EventMessage[], { eventMessages }: Texts): string | null {
  const failed = messages.filter(({ state }) => state === "failed").length;
  return failed === 0 ? null : eventMessages.failed(failed);
}

/** The switch; it stops also the little that leaves about a confidential event. */
function presentAutomatic({ event, outlook }: MessageList, { eventMessages }: Texts) {
  const { automatic } = eventMessages;
  if (event.archivedAt !== null) return null;
  const { sendsMails, isProjectArchived } = outlook;
  if (isProjectArchived)
    return { title: automatic.title, text: automatic.projectArchived, action: null };
  return {
    title: automatic.title,
    text: sendsMails ? isOnText(event, automatic) : automatic.isOff,
    guests: guestsOf(outlook, automatic),
    action: paths.eventMailing(event.projectId, event.id),
    value: String(!sendsMails),
    label: sendsMails ? automatic.turnOff : automatic.turnOn,
  };
}

function isOnText({ isConfidential }: EventRecord, words: Texts["eventMessages"]["automatic"]) {
  return isConfidential ? words.isOnVeiled : words.isOn;
}

function guestsOf({ guests }: Outlook, words: Texts["eventMessages"]["automatic"]): string | null {
  if (guests.length === 0) return null;
  const names = guests.map(({ name, isInvited }) => (isInvited ? name : words.notInvited(name)));
  return words.guests(names.join(", "));
}

function presentMessage(event: EventRecord, message: EventMessage, wording: Wording) {
  const { texts, formats, today } = wording;
  const { eventMessages } = texts;
  const name = message.guestName ?? nameOf(message);
  const what = templateText(message.template, texts);
  const kind = kindOfTemplate(message.template);
  const mayResend = kind && canBeResent(message) && mayLeave(kind, event, today) && name !== "";
  return {
    name: name || eventMessages.anonymised,
    message: what,
    pill: mailPill(message.state, texts),
    reason: reasonText(message.reason, texts),
    when: formats.dateTime(whenOf(message)),
    resend: mayResend
      ? {
          action: paths.eventMessageCopies(event.projectId, event.id, message.id),
          label: eventMessages.resend,
          longLabel: eventMessages.resendOne(what, name),
          submission: randomUUID(),
        }
      : null,
  };
}

function whenOf({ sentAt, dueAt, createdAt, state }: EventMessage): string {
  return sentAt ?? (state === "pending" ? dueAt : createdAt);
}
