import { matchAt } from "../../features/plan-imports/recognition/labels/matching/rules.ts";
import { rowsOf } from "../../features/plan-imports/recognition/rows/rules.ts";
import type { AnnexField } from "../../features/plan-imports/recognition/rules.ts";
import { foldText } from "../../values/fold.ts";

/** What a column says: a field of a card, where the card stands, or something that no card has. */
export type Meaning = AnnexField | "area" | "other";

const AREA = /^(kod |nazev |cislo )?(oblast|podoblast|priorita|prioritni oblast|strategicky cil)\b/;

/** The field whose label a cell is, in any spelling that is taken for one in a text. */
export function fieldOfLabel(text: string): AnnexField | undefined {
  const { rows } = rowsOf([{ number: 1, page: null, text: text.replace(/\s+/g, " ").trim() }]);
  const match = rows.length === 1 ? matchAt(rows, 0, 0) : null;
  const { field } = match?.endsLine ? match.wording : { field: "card" as const };
  return field === "card" ? undefined : field;
}

/** Meanings of the columns under a row of headings; undefined for a row that is none. */
export function meaningsOf(cells: readonly string[]): Meaning[] | undefined {
  const meanings = cells.map(meaningOf);
  const fields = new Set(meanings.filter((one) => one !== "area" && one !== "other"));
  if (fields.size < 3 || !(fields.has("number") || fields.has("name"))) return undefined;
  return meanings.map((meaning, column) =>
    meaning === "number" && column !== bestNumber(cells, meanings) ? "other" : meaning,
  );
}

function meaningOf(heading: string): Meaning {
  if (heading.trim() === "") return "other";
  if (AREA.test(foldText(heading))) return "area";
  return fieldOfLabel(heading) ?? "other";
}

/** Beside the number of a card there may be that of a row, said more shortly. */
function bestNumber(cells: readonly string[], meanings: readonly Meaning[]): number {
  const columns = meanings.flatMap((meaning, column) => (meaning === "number" ? [column] : []));
  const named = columns.find((column) => /aktivit|kart/.test(foldText(cells[column] ?? "")));
  return named ?? columns[0] ?? -1;
}
