import type { PackedDocument } from "../../../../db/queries/audit-packs.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { formatScaled } from "../../../values/decimal.ts";
import { hoursOf } from "../../../values/duration.ts";
import { formatIndicatorCode } from "../../../values/indicator-code.ts";
import type { Collection } from "../collecting/service.ts";
import type { PackParams } from "../rules.ts";

/** A table of the pack: cells as a workbook types them. */
export interface PackTable {
  /** Of the file, without its ending. */
  name: string;
  title: string;
  columns: { header: string; type: "text" | "money" | "day"; width: number }[];
  rows: { cells: (string | number | null)[] }[];
}

interface Wording {
  texts: Texts;
  formats: Formats;
}

type Column<Row> = [
  header: string,
  type: "text" | "money" | "day",
  width: number,
  of: (row: Row) => string | number | null,
];

/** Only tables that have something to say. */
export function tablesOf(
  collection: Collection,
  documents: readonly PackedDocument[],
  params: PackParams,
  wording: Wording,
): PackTable[] {
  const { tables: words } = wording.texts.auditPacks;
  return [
    factsTable(collection, params, wording),
    table(words.values, collection.values, valueColumns(wording)),
    table(words.events, collection.events, eventColumns(wording)),
    table(words.outputs, collection.outputs, [
      [words.columns.title, "text", 50, ({ title }) => title],
      [words.columns.doneOn, "day", 12, ({ doneOn }) => doneOn],
      [words.columns.proof, "text", 40, ({ proofUrl }) => proofUrl],
    ]),
    table(words.expenditures, collection.expenditures, expenditureColumns(wording)),
    table(words.documents, documents, documentColumns(wording)),
  ].filter(({ rows }) => rows.length > 0);
}

function table<Row>(
  { name, title }: { name: string; title: string },
  rows: readonly Row[],
  columns: Column<Row>[],
): PackTable {
  return {
    ...{ name, title },
    columns: columns.map(([header, type, width]) => ({ header, type, width })),
    rows: rows.map((row) => ({ cells: columns.map(([, , , of]) => of(row)) })),
  };
}

function factsTable(
  { facts }: Collection,
  { withNames }: PackParams,
  { texts, formats }: Wording,
): PackTable {
  const { tables: words } = texts.auditPacks;
  const { columns: heads } = words;
  const lines = facts?.behind.lines ?? [];
  const personOf = (line: (typeof lines)[number]) =>
    facts?.details.persons.get(line.type === "person" ? line.id : (line.participantId ?? 0));
  const support = (line: (typeof lines)[number]) =>
    line.type === "person" ? facts?.behind.support.get(line.id) : undefined;
  const hours = (minutes: number | undefined) =>
    minutes === undefined ? null : formats.number(hoursOf(minutes));
  const names: Column<(typeof lines)[number]>[] = withNames
    ? [
        [heads.surname, "text", 20, (line) => personOf(line)?.surname ?? null],
        [heads.firstName, "text", 20, (line) => personOf(line)?.firstName ?? null],
      ]
    : [];
  return table(words.facts, lines, [
    [heads.fact, "text", 18, ({ type }) => words.factTypes[type]],
    [heads.code, "text", 14, (line) => personOf(line)?.code ?? null],
    ...names,
    [heads.what, "text", 50, (line) => titleOf(line, facts)],
    [heads.since, "day", 12, ({ since }) => since],
    [heads.inPerson, "text", 12, (line) => hours(support(line)?.inPersonMinutes)],
    [heads.electronic, "text", 12, (line) => hours(support(line)?.electronicMinutes)],
    [heads.count, "text", 10, ({ count }) => formats.number(count ?? 1)],
  ]);
}

function titleOf(
  { type, id }: { type: string; id: number },
  facts: Collection["facts"],
): string | null {
  if (!facts || type === "person") return null;
  if (type === "output") return facts.details.outputs.get(id)?.title ?? null;
  const event = facts.behind.events.get(id);
  return event && !event.isConfidential ? event.title : null;
}

function valueColumns({ texts, formats }: Wording): Column<Collection["values"][number]>[] {
  const { columns: heads } = texts.auditPacks.tables;
  return [
    [heads.code, "text", 12, ({ code }) => (code === null ? null : formatIndicatorCode(code))],
    [heads.indicator, "text", 50, ({ name }) => name],
    [heads.validOn, "day", 12, ({ validOn }) => validOn],
    [
      ...([heads.value, "text", 14] as const),
      ({ value, valueText, decimals }) =>
        value === null ? valueText : formatScaled(value, decimals),
    ],
    [heads.unit, "text", 14, ({ unit }) => unit],
    [heads.note, "text", 40, ({ note }) => note],
    [heads.recordedAt, "text", 18, ({ recordedAt }) => formats.dateTime(recordedAt)],
  ];
}

function eventColumns({ texts, formats }: Wording): Column<Collection["events"][number]>[] {
  const { columns: heads } = texts.auditPacks.tables;
  const { confidential } = texts.auditPacks.tables;
  return [
    [heads.number, "text", 8, ({ id }) => String(id)],
    [heads.title, "text", 50, (event) => (event.isConfidential ? confidential : event.title)],
    [heads.startsOn, "day", 12, ({ startsOn }) => startsOn],
    [heads.endsOn, "day", 12, ({ endsOn }) => endsOn],
    [heads.present, "text", 10, ({ present }) => formats.number(present)],
  ];
}

function expenditureColumns({ texts }: Wording): Column<Collection["expenditures"][number]>[] {
  const { columns: heads } = texts.auditPacks.tables;
  return [
    [heads.document, "text", 18, ({ documentNumber }) => documentNumber],
    [heads.supplier, "text", 30, ({ supplierName }) => supplierName],
    [heads.description, "text", 50, ({ description }) => description],
    [heads.issuedOn, "day", 12, ({ issuedOn }) => issuedOn],
    [heads.paidOn, "day", 12, ({ paidOn }) => paidOn],
    [heads.amount, "money", 16, ({ amount }) => amount],
    [heads.claimed, "money", 16, ({ claimed }) => claimed],
    [heads.approved, "money", 16, ({ approved }) => approved],
    [
      heads.line,
      "text",
      40,
      ({ lineCode, lineName }) => [lineCode, lineName].filter(Boolean).join(" "),
    ],
  ];
}

function documentColumns({ texts, formats }: Wording): Column<PackedDocument>[] {
  const { columns: heads } = texts.auditPacks.tables;
  return [
    [heads.title, "text", 50, ({ title }) => title],
    [heads.category, "text", 20, ({ category }) => categoryOf(category, texts)],
    [heads.fileName, "text", 40, ({ originalName }) => originalName],
    [heads.uploadedAt, "text", 18, ({ uploadedAt }) => formats.dateTime(uploadedAt)],
    [heads.sha256, "text", 66, ({ sha256 }) => sha256],
  ];
}

function categoryOf(category: string, { documents }: Texts): string {
  return (documents.categories as Record<string, string>)[category] ?? category;
}
