import { readCsv } from "../../../values/csv.ts";
import { keysOfName } from "../../participants/rules.ts";
import { personColumns, supportColumns } from "../files/rules.ts";

/** A file brought back from IS ESF: its rows by the person, and for supports by the code as well. */
export interface ReturnedFile {
  kind: "persons" | "supports";
  columns: string[];
  rows: Map<string, Record<string, string>>;
}

/** Who or what is different; `columns` are those of the file. */
export interface Difference {
  kind: "missing-there" | "missing-here" | "differs";
  participationId: number | null;
  code: string | null;
  name: string;
  supportCode: string | null;
  columns: { column: string; ours: string; theirs: string }[];
}

const NEEDED = ["Jmeno_Osoby", "Prijmeni_Osoby", "DatumNarozeni_Osoby"];

/** Undefined when it is no file of IS ESF: the columns by which people are known are not in it. */
export function readReturned(text: string): ReturnedFile | undefined {
  const [head = [], ...records] = readCsv(text.replace(/^\ufeff/, ""), ";");
  const columns = head.map((name) => name.trim());
  if (!NEEDED.every((name) => columns.includes(name))) return undefined;
  const kind = columns.includes("KodSpecifikace") ? "supports" : "persons";
  const rows = new Map<string, Record<string, string>>();
  for (const record of records) {
    if (record.every((value) => value.trim() === "")) continue;
    const row = Object.fromEntries(
      columns.map((name, index) => [name, (record[index] ?? "").trim()]),
    );
    rows.set(rowKey(row, kind), row);
  }
  return { kind, columns, rows };
}

/** The same person whatever the case, diacritics and blanks, as everywhere else. */
export function rowKey(row: Record<string, string>, kind: ReturnedFile["kind"]): string {
  const { identityKey } = keysOfName({
    firstName: row.Jmeno_Osoby ?? "",
    surname: row.Prijmeni_Osoby ?? "",
    bornOn: isoDay(row.DatumNarozeni_Osoby ?? "") ?? "",
  });
  return kind === "persons" ? `${identityKey}` : `${identityKey}|${row.KodSpecifikace ?? ""}`;
}

/** Values of one of our rows under the names of their columns. */
export function namedRow(
  values: readonly string[],
  kind: ReturnedFile["kind"],
): Record<string, string> {
  const columns = kind === "persons" ? personColumns : supportColumns;
  return Object.fromEntries(columns.map((name, index) => [name, values[index] ?? ""]));
}

/** Columns of both that say something else; of supports only the hours are compared. */
export function differingColumns(
  ours: Record<string, string>,
  theirs: Record<string, string>,
  kind: ReturnedFile["kind"],
): Difference["columns"] {
  return Object.keys(theirs)
    .filter((column) => isCompared(column, kind) && ours[column] !== undefined)
    .map((column) => ({ column, ours: ours[column] ?? "", theirs: theirs[column] ?? "" }))
    .filter((pair) => comparable(pair.ours) !== comparable(pair.theirs));
}

export function nameIn(row: Record<string, string>): string {
  return [row.Prijmeni_Osoby, row.Jmeno_Osoby].filter(Boolean).join(" ");
}

function isCompared(column: string, kind: ReturnedFile["kind"]): boolean {
  return kind === "supports" ? column.startsWith("RozsahPodpory") : !NEEDED.includes(column);
}

/** `7,50` is `7,5`, `01.05.2026` is `1. 5. 2026`, and codes in another order are the same. */
function comparable(value: string): string {
  const day = isoDay(value);
  if (day !== undefined) return day;
  if (/^-?\d+([.,]\d+)?$/.test(value)) return String(Number(value.replace(",", ".")));
  return value.split("|").toSorted().join("|");
}

function isoDay(text: string): string | undefined {
  const parts = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\b/.exec(text);
  if (!parts) return undefined;
  const [, day = "", month = "", year = ""] = parts;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
