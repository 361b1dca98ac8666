import type { z } from "zod";
import { formatScaled } from "../../../values/decimal.ts";
import { choice, optionalDecimal, optionalId, optionalText } from "../../../values/fields.ts";
import { WHOLE_PPM } from "../../../values/percent.ts";
import { filledRows, rowFields } from "../../../values/row-fields.ts";

export const SOURCE_ROWS = 8;
export const sourceKinds = ["eu", "state", "region", "own", "other"] as const;
export type SourceKind = (typeof sourceKinds)[number];

const said = {
  Kind: choice(["", ...sourceKinds]).default(""),
  Name: optionalText(120),
  Share: optionalDecimal(4, { least: 0, most: WHOLE_PPM }),
};
const row = { ...said, Id: optionalId() };

/** Fields of the rows `source1Kind`, `source1Name` …, the id of a stored source among them. */
export const sourceFields = () => rowFields("source", SOURCE_ROWS, row);

/** A source as a form names it: `row` is where it stands there, `id` null for a new one. */
export interface SourceEntry {
  row: number;
  id: number | null;
  kind: SourceKind;
  name: string;
  sharePpm: number | null;
}

type Objection = (field: string, message: string) => void;
type Row = { number: number; values: z.output<z.ZodObject<typeof row>> };

/** A row whose words were wiped says that the source is gone, though its id came along. */
function rowsOf(entry: Record<string, unknown>): Row[] {
  const rows = filledRows(entry, "source", SOURCE_ROWS, row);
  return rows.filter(
    ({ values }) => values.Kind !== "" || values.Name !== null || values.Share !== null,
  );
}

/** Shares may be unknown; once every one is told, they make the whole, and never more than it. */
export function checkSources(entry: Record<string, unknown>, object: Objection): void {
  const rows = rowsOf(entry);
  for (const { number, values } of rows) {
    if (values.Kind === "") object(`source${number}Kind`, "required");
    if (values.Name === null) object(`source${number}Name`, "required");
  }
  const shares = rows.filter(({ values }) => typeof values.Share === "number");
  const last = shares.at(-1);
  const sum = sumOfShares(shares.map(({ values }) => ({ sharePpm: values.Share })));
  if (!last) return;
  if (sum > WHOLE_PPM) object(`source${last.number}Share`, "sharesOverWhole");
  if (sum < WHOLE_PPM && shares.length === rows.length)
    object(`source${last.number}Share`, `sharesUnderWhole:${percentText(sum)}`);
}

export function sourcesOf(entry: Record<string, unknown>): SourceEntry[] {
  return rowsOf(entry).map(({ number, values }) => ({
    row: number,
    id: values.Id,
    kind: values.Kind as SourceKind,
    name: values.Name ?? "",
    sharePpm: values.Share,
  }));
}

interface Shared {
  sharePpm: number | null;
}

export function sumOfShares(sources: readonly Shared[]): number {
  return sources.reduce((sum, { sharePpm }) => sum + (sharePpm ?? 0), 0);
}

/** Whether a sum may be split among the sources: each has a share and together they are the whole. */
export function canSplit<Source extends Shared>(
  sources: readonly Source[],
): sources is readonly (Source & { sharePpm: number })[] {
  const all = sources.every(({ sharePpm }) => sharePpm !== null);
  return sources.length > 0 && all && sumOfShares(sources) === WHOLE_PPM;
}

/** For the history. */
export function sourcesInWords(sources: readonly (Shared & { name: string })[]): string[] {
  return sources.map(({ name, sharePpm }) =>
    sharePpm === null ? name : `${name} ${formatScaled(sharePpm, 4, ",")} %`,
  );
}

/** Per cent with the places it has, for a message: `99.999`. */
function percentText(ppm: number): string {
  return formatScaled(ppm, 4).replace(/\.?0+$/, "");
}
