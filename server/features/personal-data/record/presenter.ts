import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { PersonRecord } from "./service.ts";

interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

interface Section {
  id: string;
  title: string;
  columns: string[];
  rows: string[][];
}

/** The record for people: a list of facts and a table for each kind of row; prints as it is. */
export function presentRecord(record: PersonRecord, wording: Wording) {
  const { texts, formats, today } = wording;
  const { record: words } = texts.personalData;
  const { person } = record;
  const json = paths.personRecordFile(person.id);
  return {
    pageHeader: {
      title: words.title,
      code: person.code,
      subtitle: words.asOf(formats.date(today)),
      actions: { more: [{ href: json, label: words.json, icon: "download" }] },
    },
    notice: record.hasHidden ? { tone: "warning", text: words.hidden } : null,
    identityTitle: words.identity,
    facts: presentPerson(record, wording),
    sections: sectionsOf(record, wording).filter(({ rows }) => rows.length > 0),
  };
}

function presentPerson(record: PersonRecord, wording: Wording) {
  const { person, merged } = record;
  const { texts } = wording;
  const print = printer(record, wording);
  const { fields } = texts.participants;
  const { organisationName, ...rest } = person;
  const values = Object.entries({ ...rest, organisationId: organisationName });
  const facts = values
    .filter(([name, value]) => fields[name] !== undefined && value !== null)
    .map(([name, value]) => ({
      term: fields[name] ?? name,
      text: print(value),
    }));
  const others = merged.map(({ code, firstName, surname }) => `${firstName} ${surname} (${code})`);
  if (others.length === 0) return facts;
  return [...facts, { term: texts.personalData.record.merged, text: others.join(", ") }];
}

function sectionsOf(record: PersonRecord, wording: Wording): Section[] {
  const section = sections(record, wording);
  const { accesses } = wording.texts.personalData;
  return [
    ...record.participations.map((own) => participationSection(own, record, wording)),
    ...eventSections(record, section, wording),
    section("documents", record.documents, (row) => [row.uploadedAt, row.title, row.fileName]),
    section("certificates", record.certificates, (row) => [
      row.issuedOn,
      row.projectName,
      `${row.number}/${row.year}`,
      row.minutes,
    ]),
    section("mails", record.mails, (row) => [row.createdAt, row.template, row.state]),
    section("accesses", record.accesses, (row) => [
      row.at,
      row.userName,
      accesses.actions[row.action],
      row.projectName,
    ]),
  ];
}

/** Makes tables of rows, under the headings that the texts have for them. */
function sections(record: PersonRecord, wording: Wording) {
  const { sections: words } = wording.texts.personalData.record;
  const print = printer(record, wording);
  return <Row>(
    id: keyof typeof words,
    rows: readonly Row[],
    cells: (row: Row) => unknown[],
  ): Section => ({ id, ...words[id], rows: rows.map((row) => cells(row).map(print)) });
}

function eventSections(
  record: PersonRecord,
  section: ReturnType<typeof sections>,
  wording: Wording,
): Section[] {
  const print = printer(record, wording);
  const { texts } = wording;
  const titleOf = (row: { isConfidential: boolean; eventTitle: string | null }) =>
    row.isConfidential ? texts.participants.show.confidential : row.eventTitle;
  const exits = record.participations.flatMap((own) => own.exits);
  return [
    section("exits", exits, (row) => [
      row.validOn,
      row.codes.split("|").map(print).join(", "),
      row.note,
      row.isWithdrawn,
    ]),
    section("support", record.support, (row) => [
      row.validOn,
      titleOf(row) ?? row.internshipTitle ?? row.note,
      row.form,
      row.minutes,
    ]),
    section("registrations", record.registrations, (row) => [
      row.registeredAt,
      row.projectName,
      titleOf(row),
      row.state,
      row.organisationName,
    ]),
    section("attendances", record.attendances, (row) => [
      row.heldOn,
      titleOf(row),
      row.state,
      row.minutes,
    ]),
    section("internshipDays", record.internshipDays, (row) => [
      row.workedOn,
      row.internshipTitle,
      row.hostName,
      row.minutes,
      row.diary,
    ]),
  ];
}

function participationSection(
  own: PersonRecord["participations"][number],
  record: PersonRecord,
  wording: Wording,
): Section {
  const { texts } = wording;
  const { record: words } = texts.personalData;
  const { fields, form } = texts.participants;
  const print = printer(record, wording);
  const { disadvantage, targetGroupCs, partnerName, ...rest } = own;
  const answer =
    disadvantage?.answer === "given"
      ? disadvantage.codes.map(print).join(", ") || texts.participants.show.none
      : form.answers[disadvantage?.answer ?? "not-asked"];
  const values = {
    ...rest,
    targetGroupItemId: targetGroupCs,
    partnerOrganisationId: partnerName,
    disadvantage: answer,
  };
  const rows = Object.entries(values)
    .filter(([name, value]) => fields[name] !== undefined && value !== null)
    .map(([name, value]) => [fields[name] ?? name, print(value)]);
  return {
    id: `participation-${own.id}`,
    title: words.participation(own.projectName),
    columns: words.factColumns,
    rows,
  };
}

/** Days, instants and codes as people read them; everything else as it stands. */
function printer({ items }: Pick<PersonRecord, "items">, { texts, formats }: Wording) {
  const labels = items.map((item) => [
    item.code,
    formats.language === "cs" ? item.labelCs : item.labelEn,
  ]);
  const words = new Map<string, string>([
    ...Object.entries(texts.personalData.record.values),
    ...(labels as [string, string][]),
  ]);
  const printedText = (text: string): string => {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return formats.date(text);
    if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return formats.dateTime(text);
    return words.get(text) ?? text;
  };
  return (value: unknown): string => {
    if (typeof value === "boolean") return value ? texts.history.yes : texts.history.no;
    return typeof value === "number" ? formats.number(value) : printedText(String(value ?? ""));
  };
}
