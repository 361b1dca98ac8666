import type { CertificateCandidate } from "../../../db/queries/certificates.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { clockText } from "../../values/duration.ts";
import { percentOf } from "../../values/percent.ts";
import type { FormState } from "../../web/form.ts";
import { type FieldDefinition, presentFields, presentFormErrors } from "../../web/form-fields.ts";
import { blankState } from "../../web/form-page.ts";
import type { Pill } from "../../web/health-pill.ts";
import { withQuery } from "../../web/query-string.ts";
import {
  certificateNumber,
  type Entitlement,
  entitlementOf,
  requiredMinutes,
  type Threshold,
} from "./rules.ts";

export interface CertificatePage {
  projectId: number;
  eventId: number;
  isClosed: boolean;
  people: CertificateCandidate[];
  totalMinutes: number;
  threshold: Threshold;
  canIssue: boolean;
}

export interface Wording {
  texts: Texts;
  formats: Formats;
}

type Row = ReturnType<typeof presentRow>;

export function presentCertificates(page: CertificatePage, state: FormState, wording: Wording) {
  const { texts } = wording;
  const { certificates } = texts;
  const { projectId, eventId, people, totalMinutes, threshold } = page;
  const required = requiredMinutes(threshold, totalMinutes);
  const rows = people.map((person) => presentRow(person, required, page, state, wording));
  const mayIssue = page.canIssue && page.isClosed;
  const entitled = rows.filter(({ isEntitled }) => isEntitled).length;
  const undrawn = people.filter(isUndrawn).length;
  return {
    labels: certificates,
    action: paths.certificates(projectId, eventId),
    lead: leadOf(totalMinutes, required, wording),
    summary: summaryOf(rows, entitled, wording),
    closing: page.isClosed ? null : { text: certificates.notClosed },
    filterBar: presentThreshold(page, texts),
    hidden: Object.entries(valuesOf(threshold)).map(([name, value]) => ({ name, value })),
    rows,
    emptyState: people.length === 0 ? { text: certificates.empty, icon: "certificate" } : null,
    issue: mayIssue && entitled > 0 ? presentIssue(state, texts) : null,
    canChoose: mayIssue && entitled > 0,
    canReissue: mayIssue,
    drawing:
      mayIssue && undrawn > 0
        ? {
            action: paths.certificateDrawing(projectId, eventId),
            text: certificates.drawText(undrawn),
          }
        : null,
    all: rows.some(({ file }) => file !== null)
      ? withQuery(paths.certificates(projectId, eventId), { format: "pdf" })
      : null,
    formErrors: presentFormErrors(state, texts),
    form: { submission: state.submission },
  };
}

function presentRow(
  person: CertificateCandidate,
  required: number | undefined,
  page: CertificatePage,
  state: FormState,
  { texts, formats }: Wording,
) {
  const { certificates } = texts;
  const entitlement = entitlementOf(person, required);
  const name = [person.surname, person.firstName].filter(Boolean).join(" ");
  const isEntitled = entitlement === "entitled";
  const percent = percentOf(person.minutes, page.totalMinutes);
  const hours = formats.hours(person.minutes);
  const chosen = state.values.registrations;
  return {
    id: String(person.registrationId),
    name: name || certificates.states.anonymised,
    attended: percent === undefined ? hours : certificates.share(hours, formats.percent(percent)),
    isEntitled,
    isChosen:
      isEntitled &&
      (chosen === undefined || [chosen].flat().includes(String(person.registrationId))),
    chooseLabel: certificates.chooseOne(name),
    pill: pillOf(entitlement, person, texts, formats),
    notes: notesOf(person, texts, formats),
    file: fileOf(person, page, texts),
    reissue: reissueOf(person, page, texts),
  };
}

const TONES: Record<Entitlement, Pill["tone"]> = {
  issued: "green",
  entitled: "blue",
  below: "grey",
  absent: "grey",
  anonymised: "grey",
};

function pillOf(
  entitlement: Entitlement,
  person: CertificateCandidate,
  { certificates }: Texts,
  formats: Formats,
): Pill {
  const tone = TONES[entitlement];
  if (entitlement !== "issued") return { tone, label: certificates.states[entitlement] };
  const date = formats.date(person.issuedOn ?? "");
  return { tone, label: certificates.states.issued(numberOf(person), date) };
}

function notesOf(
  person: CertificateCandidate,
  { certificates }: Texts,
  formats: Formats,
): string[] {
  const { certificateId, replacedNumber, replacedYear, replacedReason, issuedMinutes } = person;
  if (certificateId === null) return [];
  const notes: string[] = [];
  if (replacedNumber !== null && replacedYear !== null) {
    const before = certificateNumber({ number: replacedNumber, year: replacedYear });
    notes.push(certificates.replaces(before, replacedReason ?? ""));
  }
  if (issuedMinutes !== null && issuedMinutes !== person.minutes)
    notes.push(certificates.otherHours(formats.hours(issuedMinutes)));
  if (person.isRemoved) notes.push(certificates.removed);
  else if (!person.isDrawn) notes.push(certificates.waitsForDrawing);
  return notes;
}

function isUndrawn(person: CertificateCandidate): boolean {
  return person.certificateId !== null && !person.isDrawn && !person.isRemoved;
}

function fileOf(person: CertificateCandidate, page: CertificatePage, { certificates }: Texts) {
  const { certificateId, isDrawn, isRemoved } = person;
  if (certificateId === null || !isDrawn || isRemoved) return null;
  return {
    href: paths.certificate(page.projectId, page.eventId, certificateId),
    label: certificates.downloadOne(numberOf(person)),
  };
}

function reissueOf(person: CertificateCandidate, page: CertificatePage, { certificates }: Texts) {
  if (person.certificateId === null || person.isAnonymised || person.minutes === 0) return null;
  return {
    href: paths.newReissue(page.projectId, page.eventId, person.certificateId),
    label: certificates.reissueOne(numberOf(person)),
  };
}

function numberOf({ number, year }: CertificateCandidate): string {
  return certificateNumber({ number: number ?? 0, year: year ?? 0 });
}

function leadOf(
  total: number,
  required: number | undefined,
  { texts, formats }: Wording,
): string[] {
  const { certificates } = texts;
  if (required === undefined) return [certificates.threshold.noTime];
  return [
    certificates.lead(formats.hours(total)),
    certificates.threshold.needed(formats.hours(required)),
  ];
}

function summaryOf(rows: Row[], entitled: number, { texts }: Wording): string {
  const issued = rows.filter(({ reissue, file }) => reissue !== null || file !== null).length;
  return texts.certificates.summary(issued, entitled, rows.length);
}

function presentThreshold({ projectId, eventId, threshold }: CertificatePage, texts: Texts) {
  const { threshold: words } = texts.certificates;
  const definitions: FieldDefinition[] = [
    {
      type: "select",
      name: "basis",
      label: words.basis,
      options: [
        { value: "share", label: words.bases.share },
        { value: "hours", label: words.bases.hours },
      ],
    },
    { type: "number", name: "least", label: words.least, width: "short" },
  ];
  return {
    action: paths.certificates(projectId, eventId),
    fields: presentFields(definitions, blankState("", valuesOf(threshold)), texts),
    chips: [],
  };
}

/** As the address and the form say it. */
export function valuesOf(threshold: Threshold): { basis: string; least: string } {
  if (threshold.basis === "share") return { basis: "share", least: String(threshold.percent) };
  return { basis: "hours", least: clockText(threshold.minutes) };
}

function presentIssue(state: FormState, texts: Texts) {
  return {
    fields: presentFields(signedFields(texts), state, texts),
    submit: texts.certificates.submit,
  };
}

/** Where and by whom it is signed; the same on a further certificate. */
export function signedFields({ certificates }: Texts): FieldDefinition[] {
  return [
    {
      type: "text",
      name: "place",
      label: certificates.place,
      hint: certificates.placeHint,
      width: "medium",
    },
    {
      type: "text",
      name: "signatory",
      label: certificates.signatory,
      hint: certificates.signatoryHint,
      width: "medium",
    },
  ];
}
