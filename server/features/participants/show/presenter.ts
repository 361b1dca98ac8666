import type { PersonSupport } from "../../../../db/queries/person-support.ts";
import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { missingFields, requiredFields } from "../completeness/rules.ts";
import { presentSupport } from "../list/presenter.ts";
import { fullName, type Wording } from "../words.ts";
import { codeText, presentFacts, presentIdentity } from "./facts-presenter.ts";
import type { ParticipantPage } from "./service.ts";

export interface Allowed {
  edit: boolean;
}

export function presentParticipant(page: ParticipantPage, wording: Wording, can: Allowed) {
  const { texts } = wording;
  const { show } = texts.participants;
  const { person, participation } = page;
  const isOpen = can.edit && person.anonymisedAt === null && participation.mergedIntoId === null;
  return {
    pageHeader: presentHeader(page, wording, isOpen),
    labels: show,
    notice: presentNotice(page, wording),
    completeness: presentCompleteness(page, wording, isOpen),
    identity: presentIdentity(page, wording),
    facts: presentFacts(page, wording),
    exits: presentExits(page, wording, isOpen),
    leave:
      isOpen && participation.exitedOn === null
        ? {
            href: paths.newParticipantExit(participation.projectId, participation.id),
            label: show.addExit,
          }
        : null,
    support: presentLedger(page, wording),
    historyList: presentHistory(page.history, wording),
  };
}

function presentHeader(
  { person, participation }: ParticipantPage,
  wording: Wording,
  isOpen: boolean,
) {
  const { show } = wording.texts.participants;
  const { projectId, id } = participation;
  const edit = { href: paths.editParticipant(projectId, id), label: show.edit, icon: "pencil" };
  const everything = {
    href: paths.participantRecord(person.id),
    label: show.exportLink,
    icon: "file-text",
  };
  const anonymise = {
    href: paths.newAnonymisation(person.id),
    label: show.anonymiseLink,
    icon: "user-x",
    isDanger: true,
  };
  const mails = {
    method: "post" as const,
    icon: "mail",
    ...(person.refusedMailAt === null
      ? { href: paths.participantMailRefusal(projectId, id), label: show.refuseMails }
      : { href: paths.participantMailRefusalRemoval(projectId, id), label: show.allowMails }),
  };
  const isAnonymised = person.anonymisedAt !== null;
  return {
    title: fullName(person),
    code: person.code,
    pill: isAnonymised ? { tone: "grey", label: show.anonymisedPill } : null,
    actions: {
      primary: isOpen ? edit : null,
      more: [everything, ...(isOpen ? [mails, anonymise] : [])],
    },
  };
}

function presentNotice({ person, participation }: ParticipantPage, { texts }: Wording) {
  const { show } = texts.participants;
  if (person.anonymisedAt !== null) return { tone: "info", text: show.anonymised };
  return participation.mergedIntoId === null ? null : { tone: "info", text: show.merged };
}

/** The meter of the card, with a link to every field that is missing. */
function presentCompleteness(
  { person, participation }: ParticipantPage,
  { texts }: Wording,
  isOpen: boolean,
) {
  if (person.anonymisedAt !== null) return null;
  const { show, fields } = texts.participants;
  const missing = missingFields({ ...person, ...participation });
  const given = requiredFields.length - missing.length;
  const form = paths.editParticipant(participation.projectId, participation.id);
  return {
    title: missing.length === 0 ? show.completeTitle : show.missingTitle(missing.length),
    note: missing.length === 0 ? show.completeNote : show.missingNote,
    bar: {
      percent: Math.round((100 * given) / requiredFields.length),
      tone: missing.length === 0 ? "green" : "yellow",
      label: `${given}/${requiredFields.length}`,
    },
    missing: missing.map((field) => ({
      label: fields[field] ?? field,
      href: isOpen ? `${form}#${field}` : null,
    })),
  };
}

function presentExits(page: ParticipantPage, wording: Wording, isOpen: boolean) {
  const { texts, formats } = wording;
  const { show } = texts.participants;
  const { projectId, id } = page.participation;
  return page.exits.map((exit) => {
    const date = formats.date(exit.validOn);
    const by = [exit.recordedByName, formats.dateTime(exit.recordedAt)];
    return {
      date,
      what: exit.isWithdrawn
        ? exit.correctsId === null
          ? show.returned
          : show.withdrawn
        : codesText(exit.codes, page, wording) || show.noSituation,
      note: exit.note,
      by: by.filter(Boolean).join(", "),
      correct: isOpen
        ? {
            href: paths.newExitCorrection(projectId, id, exit.id),
            label: show.correct,
            name: show.correctExit(date),
          }
        : null,
    };
  });
}

function codesText(codes: string, page: ParticipantPage, wording: Wording): string {
  return codes
    .split("|")
    .filter(Boolean)
    .map((code) => codeText("esf-exit", code, page.items, wording))
    .join(", ");
}

function presentLedger({ support, participation, rule }: ParticipantPage, wording: Wording) {
  const { texts, formats } = wording;
  const { show } = texts.participants;
  const { inPersonMinutes, electronicMinutes, thresholdOn } = participation;
  const bar = presentSupport(participation, rule, wording);
  const left = (rule.thresholdMinutes ?? 0) - inPersonMinutes - electronicMinutes;
  return {
    bar,
    note: thresholdOn
      ? show.reachedOn(formats.date(thresholdOn))
      : left > 0
        ? show.remaining(formats.hours(left))
        : null,
    columns: show.ledgerColumns,
    rows: support.map((line) => ({
      day: formats.date(line.validOn),
      source: sourceText(line, wording),
      form: show.forms[line.form],
      hours: formats.hours(line.minutes),
    })),
    total: {
      label: show.total,
      forms: [
        `${show.forms["in-person"]} ${formats.hours(inPersonMinutes)}`,
        `${show.forms.electronic} ${formats.hours(electronicMinutes)}`,
      ].join(", "),
      hours: formats.hours(inPersonMinutes + electronicMinutes),
    },
  };
}

/** What the hours are from; a confidential event keeps its name. */
export function sourceText(line: PersonSupport, { texts }: Pick<Wording, "texts">): string {
  const { show } = texts.participants;
  if (line.source === "hand") return line.note ?? show.sources.hand;
  if (line.source === "internship-day")
    return line.internshipTitle ?? show.sources["internship-day"];
  return line.isConfidential ? show.confidential : (line.eventTitle ?? "");
}
