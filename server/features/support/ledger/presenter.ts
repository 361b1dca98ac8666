import type { Participant } from "../../../../db/queries/participants.ts";
import type { LedgerEntry } from "../../../../db/queries/support-ledger.ts";
import { paths } from "../../../paths.ts";
import { clockText } from "../../../values/duration.ts";
import type { FormState } from "../../../web/form.ts";
import type { FieldDefinition } from "../../../web/form-fields.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { seesInside, titleFor } from "../../events/rules.ts";
import type { Wording } from "../../events/words.ts";
import { fullName } from "../../participants/words.ts";
import type { PersonProspect, Prospects } from "../prospects.ts";
import { addMinutes, totalMinutes } from "../rules.ts";
import { thresholdBar } from "../words.ts";

export interface PersonLedger {
  projectId: number;
  participationId: number;
  person: Participant;
  prospect: PersonProspect;
  rule: Prospects["rule"];
  entries: readonly LedgerEntry[];
}

interface Reader {
  viewerId: number | null;
  canPost: boolean;
}

/** The model of `views/support/show.ejs`: every entry of one person, those corrected too. */
export function presentLedger(ledger: PersonLedger, wording: Wording, reader: Reader) {
  const { texts, formats } = wording;
  const { support: words } = texts;
  const { projectId, participationId, person, prospect, rule, entries } = ledger;
  const { posted, pending, booked, outlook } = prospect;
  const { hours } = wording.formats;
  const reachedOn = prospect.person.thresholdOn;
  const add = {
    href: paths.newSupportPosting(projectId, participationId),
    label: words.post,
    icon: "plus",
  };
  const card = { href: paths.participant(projectId, participationId), label: words.toPerson };
  return {
    pageHeader: {
      title: words.titleOf(fullName(person)),
      subtitle: outlook ? words.outlooks[outlook] : "",
      actions: { ...(reader.canPost ? { primary: add } : {}), more: [card] },
    },
    tiles: [
      { label: words.columns.inPerson, value: hours(posted.inPerson) },
      { label: words.columns.electronic, value: hours(posted.electronic) },
      { label: words.columns.pending, value: hours(totalMinutes(pending)) },
      { label: words.columns.booked, value: hours(totalMinutes(booked)) },
    ],
    bar: thresholdBar(addMinutes(posted, pending), rule, wording),
    reached: reachedOn === null ? null : words.reachedOn(formats.date(reachedOn)),
    labels: words.ledger,
    rows: entries.map((entry) => presentEntry(projectId, ledger, entry, wording, reader)),
    emptyState: entries.length > 0 ? null : { text: words.ledger.empty, icon: "clock" },
  };
}

function presentEntry(
  projectId: number,
  { participationId }: PersonLedger,
  entry: LedgerEntry,
  wording: Wording,
  { viewerId, canPost }: Reader,
) {
  const { texts, formats } = wording;
  const { ledger: words } = texts.support;
  const mayCorrect = canPost && entry.source === "hand" && !entry.isCorrected && entry.minutes > 0;
  return {
    day: formats.date(entry.validOn),
    source: sourceOf(projectId, entry, viewerId, wording),
    note: entry.note,
    form: texts.events.forms[entry.form],
    hours: wording.formats.hours(entry.minutes),
    state: stateOf(entry, wording),
    isPast: entry.isCorrected || entry.isRepeated || entry.minutes === 0,
    by: [formats.dateTime(entry.recordedAt), entry.recordedByName].filter(Boolean).join(", "),
    correct: mayCorrect
      ? {
          href: paths.newSupportCorrection(projectId, participationId, entry.id),
          label: words.correct,
          name: words.correctOf(formats.date(entry.validOn)),
        }
      : null,
  };
}

function stateOf(entry: LedgerEntry, { texts }: Wording): string | null {
  const { ledger: words } = texts.support;
  if (entry.isCorrected) return words.corrected;
  if (entry.minutes === 0) return words.withdrawn;
  if (entry.isRepeated) return words.repeated;
  return entry.correctsId === null ? null : words.correction;
}

/** Where hours come from; of a confidential event others than its coordinator learn only that it was one. */
function sourceOf(
  projectId: number,
  entry: LedgerEntry,
  viewerId: number | null,
  { texts }: Wording,
): { label: string; href: string | null } {
  if (entry.eventId !== null) {
    const { isConfidential, ownerUserId } = entry;
    const event = { isConfidential, ownerUserId, title: entry.eventTitle ?? "" };
    const isInside = seesInside(event, viewerId);
    const href = isInside ? paths.event(projectId, entry.eventId) : null;
    return { label: titleFor(event, viewerId, texts), href };
  }
  if (entry.internshipId !== null)
    return {
      label: entry.internshipTitle ?? "",
      href: paths.internship(projectId, entry.internshipId),
    };
  return { label: texts.support.ledger.byHand, href: null };
}

interface PostingPage {
  projectId: number;
  participationId: number;
  /** The entry that is corrected; null for a new one. */
  postingId: number | null;
}

export function presentPostingForm(page: PostingPage, state: FormState, { texts }: Wording) {
  const { projectId, participationId, postingId } = page;
  const { form: words } = texts.support;
  const fields: (FieldDefinition | FieldDefinition[])[] = [
    [
      { type: "date", name: "validOn", label: words.validOn, isRequired: true, width: "short" },
      {
        type: "text",
        name: "minutes",
        label: words.minutes,
        hint: postingId === null ? words.minutesHint : words.noMinutesHint,
        isRequired: true,
        width: "short",
      },
    ],
    {
      type: "radios",
      name: "form",
      label: words.form,
      options: (["in-person", "electronic"] as const).map((value) => ({
        value,
        label: texts.events.forms[value],
      })),
    },
    {
      type: "textarea",
      name: "note",
      label: words.note,
      hint: words.noteHint,
      rows: 2,
      isRequired: true,
    },
  ];
  return presentFormPage(
    {
      title: postingId === null ? words.postTitle : words.correctTitle,
      lead: postingId === null ? [words.postLead] : [words.correctLead],
      action:
        postingId === null
          ? paths.supportPostings(projectId, participationId)
          : paths.supportCorrection(projectId, participationId, postingId),
      sections: [{ rows: fields }],
      submit: words.submit,
      cancel: { href: paths.personHours(projectId, participationId) },
    },
    state,
    texts,
  );
}

/** The entry as the form shows it again. */
export function valuesOfPosting(posting: {
  validOn: string;
  form: string;
  minutes: number;
}): Record<string, string> {
  const { validOn, form, minutes } = posting;
  return { validOn, form, minutes: clockText(minutes), note: "" };
}
