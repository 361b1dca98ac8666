import type { EventRecord } from "../../../db/queries/events.ts";
import type { NominationLink } from "../../../db/queries/nomination-links.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { FormState } from "../../web/form.ts";
import { presentFormPage } from "../../web/form-page.ts";
import type { Pill } from "../../web/health-pill.ts";
import { type LinkState, linkState, mayNudge } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

interface NominationPage {
  event: EventRecord;
  links: NominationLink[];
  canEdit: boolean;
  /** Whether the event takes nominations now. */
  isOpen: boolean;
  /** Address of the page of a link, as it is passed on. */
  addressOf: (link: NominationLink) => string;
}

export function presentNominations(page: NominationPage, wording: Wording) {
  const { event, links, canEdit, isOpen } = page;
  const { nominations } = wording.texts;
  const rows = links.map((link) => presentLink(link, page, wording));
  const href = paths.newNomination(event.projectId, event.id);
  const add = canEdit && isOpen ? { href, label: nominations.new, icon: "plus" } : null;
  return {
    labels: nominations,
    notice: noticeOf(page, wording),
    lead: nominations.lead,
    summary: summaryOf(rows, wording),
    rows,
    add,
    emptyState:
      rows.length > 0 || event.isConfidential
        ? null
        : { text: nominations.empty, icon: "mail", ...(add && { action: add }) },
  };
}

function noticeOf({ event, isOpen }: NominationPage, { texts }: Wording): string | null {
  if (event.isConfidential) return texts.nominations.confidential;
  return isOpen ? null : texts.nominations.over;
}

function summaryOf(rows: { state: LinkState }[], { texts }: Wording): string | null {
  const count = (...states: LinkState[]) =>
    rows.filter(({ state }) => states.includes(state)).length;
  const all = rows.length - count("revoked");
  if (all === 0) return null;
  return texts.nominations.summary(count("nominated", "declined"), count("waiting"), all);
}

const TONES: Record<LinkState, Pill["tone"]> = {
  nominated: "green",
  declined: "grey",
  waiting: "blue",
  expired: "yellow",
  revoked: "grey",
};

function presentLink(link: NominationLink, page: NominationPage, wording: Wording) {
  const { nominations } = wording.texts;
  const { formats, today } = wording;
  const { projectId, id: eventId } = page.event;
  const state = linkState(link, today);
  const isHolding = page.isOpen && state !== "revoked" && today <= link.answerBy;
  const name = link.organisationName;
  return {
    state,
    organisation: name,
    places: `${formats.number(link.nominated)}/${formats.number(link.places)}`,
    answerBy: formats.date(link.answerBy),
    pill: {
      tone: TONES[state],
      label:
        state === "nominated" ? nominations.nominated(link.nominated) : nominations.states[state],
    },
    notes: notesOf(link, wording),
    address: isHolding ? page.addressOf(link) : null,
    addressLabel: nominations.linkOf(name),
    nudge:
      page.canEdit && page.isOpen && mayNudge(link, today)
        ? {
            action: paths.nominationNudges(projectId, eventId, link.id),
            label: nominations.nudgeOne(name),
          }
        : null,
    revoke:
      page.canEdit && isHolding
        ? {
            action: paths.nominationRevocation(projectId, eventId, link.id),
            label: nominations.revokeOne(name),
          }
        : null,
  };
}

function notesOf(link: NominationLink, { texts, formats }: Wording): string[] {
  const { nominations } = texts;
  const { answeredAt, answeredName, contactEmail, nudgedAt } = link;
  if (answeredAt !== null)
    return [nominations.answeredBy(answeredName ?? "", formats.dateTime(answeredAt))];
  const sent = contactEmail === null ? nominations.notMailed : nominations.mailedTo(contactEmail);
  return nudgedAt === null ? [sent] : [sent, nominations.nudgedAt(formats.dateTime(nudgedAt))];
}

export function presentRequestForm(event: EventRecord, state: FormState, { texts }: Wording) {
  const { form } = texts.nominations;
  const list = paths.nominations(event.projectId, event.id);
  return presentFormPage(
    {
      title: form.title,
      code: event.title,
      lead: [form.replaces],
      action: list,
      sections: [
        {
          rows: [
            [
              {
                type: "text",
                name: "organisation",
                label: form.organisation,
                list: "organisations",
                isRequired: true,
              },
              { type: "text", name: "ico", label: form.ico, width: "short" },
            ],
            [
              {
                type: "number",
                name: "places",
                label: form.places,
                hint: form.placesHint,
                width: "short",
                isRequired: true,
              },
              {
                type: "date",
                name: "answerBy",
                label: form.answerBy,
                width: "short",
                isRequired: true,
              },
            ],
            { type: "email", name: "email", label: form.email, hint: form.emailHint },
          ],
        },
      ],
      submit: form.submit,
      cancel: { href: list },
    },
    state,
    texts,
  );
}
