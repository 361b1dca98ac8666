import { randomUUID } from "node:crypto";
import type { ImportRow, RowOutcome } from "../../../../db/queries/import-rows.ts";
import type { Import } from "../../../../db/queries/imports.ts";
import { paths } from "../../../paths.ts";
import type { Reading } from "../../../tables/read-table.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { separators } from "../../../values/csv.ts";
import { encodings } from "../../../values/text-encoding.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { kinds } from "../kinds/all.ts";
import { statePill } from "../list/presenter.ts";
import { type ImportName, type Mapping, missingColumns } from "../rules.ts";
import { labelOfField, rowErrors } from "../words.ts";

export interface ImportPage {
  found: Import;
  counts: Partial<Record<RowOutcome, number>>;
  rows: ImportRow[];
  onlyFailed: boolean;
}

interface Wording {
  texts: Texts;
  formats: Formats;
}

export function presentImport(page: ImportPage, wording: Wording) {
  const { found } = page;
  const { texts, formats } = wording;
  const { show, kinds: kindWords } = texts.imports;
  const isOpen = found.state === "read";
  const mapping = JSON.parse(found.mapping) as Mapping;
  const headings = JSON.parse(found.headings) as string[];
  const missing = missingColumns(mapping, kinds[found.kind as ImportName].fields);
  const by = show.by(found.readByName ?? texts.history.system, formats.dateTime(found.readAt));
  return {
    pageHeader: {
      code: kindWords[found.kind as ImportName],
      title: found.fileName,
      pill: statePill(found.state, texts),
      subtitle: by,
    },
    labels: show,
    warning:
      isOpen && missing.length > 0
        ? show.missing(missing.map((field) => labelOfField(field, texts)).join(", "))
        : null,
    tiles: presentTiles(page, wording),
    steps: presentSteps(page, missing.length > 0, wording),
    reading: isOpen ? presentReading(found, texts) : null,
    mapping: isOpen ? presentMapping(found, { headings, mapping }, texts) : null,
    preview: isOpen ? presentRows(page, { headings, mapping }, wording) : null,
    note: found.state === "applied" ? show.cellsGone : null,
  };
}

function presentTiles({ counts }: ImportPage, { texts, formats }: Wording) {
  const { show } = texts.imports;
  const tile = (outcome: RowOutcome, more: object = {}) => ({
    label: show[outcome],
    value: formats.number(counts[outcome] ?? 0),
    ...more,
  });
  const hasFailed = (counts.failed ?? 0) > 0;
  return [
    tile("created", { icon: "plus" }),
    ...(counts.changed ? [tile("changed", { icon: "pencil" })] : []),
    tile("unchanged", { icon: "check", note: show.unchangedNote }),
    tile("failed", {
      icon: "alert-triangle",
      note: show.failedNote,
      ...(hasFailed ? { tone: "red" } : {}),
    }),
    ...(counts.undone ? [tile("undone", { icon: "arrow-back-up" })] : []),
  ];
}

function presentSteps(page: ImportPage, isMissing: boolean, { texts }: Wording) {
  const { found, counts } = page;
  const { show } = texts.imports;
  const { projectId, id } = found;
  const toWrite = (counts.created ?? 0) + (counts.changed ?? 0);
  const mayWrite = toWrite > 0 && !isMissing;
  const undo = stepTo(found, paths.importUndoing(projectId, id), show.undo);
  const none = { apply: null, nothing: null, drop: null, undo: null, failures: null };
  if (found.state !== "read") return { ...none, undo: found.state === "applied" ? undo : null };
  const failures = { href: paths.importFailures(projectId, id), label: show.failures };
  return {
    ...none,
    apply: mayWrite
      ? stepTo(found, paths.importApplication(projectId, id), show.apply(toWrite))
      : null,
    nothing: toWrite === 0 ? show.nothingToApply : null,
    drop: stepTo(found, paths.importDropping(projectId, id), show.drop),
    failures: counts.failed ? failures : null,
  };
}

function stepTo({ version }: Import, action: string, label: string) {
  return { action, label, version: String(version), submission: randomUUID() };
}

/** A workbook has sheets to choose from, a text its letters and what separates its fields. */
function presentReading(found: Import, { imports }: Texts) {
  const reading = JSON.parse(found.reading) as Reading;
  const { show } = imports;
  const select = (
    name: "encoding" | "separator" | "sheet",
    label: string,
    options: readonly { value: string; label: string }[],
  ) => ({ type: "select" as const, name, label, value: reading[name] ?? "", options });
  const isText = reading.encoding !== null;
  const words = (values: readonly string[], labels: Record<string, string>) =>
    values.map((value) => ({ value, label: labels[value] ?? value }));
  const fields = isText
    ? [
        select("encoding", show.encoding, words(encodings, imports.encodings)),
        select("separator", show.separator, words(separators, imports.separators)),
      ]
    : [
        select(
          "sheet",
          show.sheet,
          reading.sheets.map((name) => ({ value: name, label: name })),
        ),
      ];
  if (!isText && reading.sheets.length < 2) return null;
  return { action: paths.importReading(found.projectId, found.id), fields, submit: show.reread };
}

interface Columns {
  headings: readonly string[];
  mapping: Mapping;
}

function presentMapping(found: Import, { headings, mapping }: Columns, texts: Texts) {
  const { show } = texts.imports;
  const { fields } = kinds[found.kind as ImportName];
  const options = [
    { value: "", label: show.leftOut },
    ...fields.map(({ name, isRequired }) => ({
      value: name,
      label: labelOfField(name, texts) + (isRequired ? " *" : ""),
    })),
  ];
  return {
    action: paths.import(found.projectId, found.id),
    version: String(found.version),
    submit: show.remap,
    fields: headings.map((heading, column) => ({
      type: "select" as const,
      name: `column${column}`,
      label: heading || `${column + 1}.`,
      value: mapping[column] ?? "",
      options,
    })),
  };
}

const TONES: Record<RowOutcome, string> = {
  created: "green",
  changed: "blue",
  unchanged: "grey",
  failed: "red",
  undone: "grey",
};

function presentRows(page: ImportPage, { headings, mapping }: Columns, { texts }: Wording) {
  const { found, counts, rows, onlyFailed } = page;
  const { show } = texts.imports;
  const shown = headings.flatMap((heading, column) =>
    mapping[column] ? [{ heading, column }] : [],
  );
  const address = paths.import(found.projectId, found.id);
  const total = onlyFailed
    ? (counts.failed ?? 0)
    : Object.values(counts).reduce((sum, count) => sum + count, 0);
  return {
    headings: shown.map(({ heading }) => heading),
    rows: rows.map((row) => {
      const cells = JSON.parse(row.cells) as string[];
      const outcome = row.outcome ?? "failed";
      return {
        number: String(row.rowNumber),
        pill: { tone: TONES[outcome], label: show.outcomes[outcome] },
        errors: rowErrors(row.errors, texts),
        cells: shown.map(({ column }) => cells[column] ?? ""),
      };
    }),
    tabs: [
      { href: address, label: show.filterAll, isCurrent: !onlyFailed },
      {
        href: withQuery(address, { rows: "failed" }),
        label: show.filterFailed,
        count: String(counts.failed ?? 0),
        isCurrent: onlyFailed,
      },
    ],
    more: total > rows.length ? show.more(rows.length, total) : null,
  };
}

/** The rows with their faults in front, to be put right and read again as they are. */
export function failureSheet(
  rows: ImportRow[],
  found: Import,
  texts: Texts,
): WorkbookSheet<ImportRow> {
  const headings = JSON.parse(found.headings) as string[];
  const cells = new Map(rows.map((row) => [row.id, JSON.parse(row.cells) as string[]]));
  return {
    name: texts.imports.show.failed,
    rows,
    columns: [
      {
        header: texts.imports.show.error,
        type: "text",
        value: (row) => rowErrors(row.errors, texts).join(" "),
        width: 60,
      },
      ...headings.map((header, column) => ({
        header,
        type: "text" as const,
        value: (row: ImportRow) => cells.get(row.id)?.[column] ?? "",
        width: 20,
      })),
    ],
  };
}
