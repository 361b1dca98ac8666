import { foldText } from "../../../../../values/fold.ts";
import { readCardNumber } from "../../numbers/rules.ts";
import type { Row } from "../../rows/rules.ts";
import type { AnnexField } from "../../rules.ts";
import { shortFields, usualOrder } from "../rules.ts";
import type { Mark } from "../scanning/rules.ts";

export interface ChosenMark extends Mark {
  /** The label was a part of a sentence, which stays whole. */
  keepsWords: boolean;
}

/** Field → its place among the labels of a card. */
export type FieldOrder = ReadonlyMap<AnnexField, number>;

/** Which of the marks are labels: those of the forms at once, the others where the field fits among its neighbours. */
export function chooseMarks(
  rows: Row[],
  marks: Mark[],
): { marks: ChosenMark[]; order: FieldOrder } {
  const order = orderOf(marks.filter((mark) => isCertain(rows, mark)));
  const nextCertain = nextCertainOf(rows, marks);
  const chosen: ChosenMark[] = [];
  let seen = new Set<AnnexField | "card">();
  marks.forEach((mark, at) => {
    const keepsWords = beginsSentence(rows, mark);
    const fits =
      isCertain(rows, mark) ||
      fitsBetween({
        rows,
        mark,
        order,
        seen,
        before: chosen.at(-1),
        next: nextCertain[at] ?? null,
      });
    if (!fits) return;
    if (opensCard(mark)) seen = new Set();
    seen.add(mark.field);
    chosen.push({ ...mark, keepsWords });
  });
  return { marks: chosen, order };
}

function opensCard(mark: Mark): boolean {
  return mark.field === "card" || mark.field === "number";
}

function isCertain(rows: Row[], mark: Mark): boolean {
  if (mark.field === "card") return true;
  if (mark.field === "number") return mark.place !== "inside" && isNumberLabel(rows, mark);
  if (!mark.full || mark.place === "inside" || mark.bulleted) return false;
  if (mark.separated) return mark.words > 1 || mark.capital;
  return mark.endsLine && mark.capital && (mark.words > 1 || mark.wrong === 0);
}

function isNumberLabel(rows: Row[], mark: Mark): boolean {
  if (mark.full && (mark.separated || mark.endsLine)) return true;
  const rest = (rows[mark.endRow] as Row).text.slice(mark.end);
  return readCardNumber(rest) !== null && (mark.full || mark.separated);
}

/** Index in `marks` → the next certain mark behind it. */
function nextCertainOf(rows: Row[], marks: Mark[]): (Mark | null)[] {
  const next: (Mark | null)[] = new Array(marks.length).fill(null);
  let last: Mark | null = null;
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    next[at] = last;
    const mark = marks[at] as Mark;
    if (isCertain(rows, mark)) last = mark;
  }
  return next;
}

interface Place {
  rows: Row[];
  mark: Mark;
  order: FieldOrder;
  seen: Set<AnnexField | "card">;
  before: Mark | undefined;
  next: Mark | null;
}

function fitsBetween(place: Place): boolean {
  const { mark, order, before, next, seen } = place;
  if (before === undefined || mark.field === "card" || mark.field === "number") return false;
  const here = order.get(mark.field) ?? 0;
  const low = before.field === "card" ? -1 : (order.get(before.field) ?? 0);
  const high =
    next === null || opensCard(next)
      ? Number.POSITIVE_INFINITY
      : (order.get(next.field as AnnexField) ?? 0);
  if (here <= low || here >= high) return false;
  if (mark.separated || mark.endsLine) return !mark.bulleted || !seen.has(mark.field);
  return !seen.has(mark.field) && next?.field !== mark.field && readsAsLabel(place);
}

/** A label without a colon and with its value behind. */
function readsAsLabel({ rows, mark, before }: Place): boolean {
  if (!mark.full || !mark.capital || mark.wrong > 1) return false;
  const value = (rows[mark.endRow] as Row).text.slice(mark.end);
  if (!/^\p{Ll}/u.test(value)) return mark.words > 1 || mark.place === "line";
  if (mark.place !== "line") return false;
  const prose = before !== undefined && before.field !== "card" && !shortFields.has(before.field);
  return !prose || /[.!?:)]$/.test(rows[mark.row - 1]?.text ?? ".");
}

/** Folded; forms of a verb that stand right behind the subject of a sentence. */
const VERB =
  /^(?:je|jsou|byl[aoiy]?|bude|budou|ma|maji|musi|lze|[a-z]{2,}(?:uje|uji|eje|eji|azi|azeji|cha|chazi|chazeji|nou|ne))\b/;

function beginsSentence(rows: Row[], mark: Mark): boolean {
  if (mark.separated || mark.endsLine) return false;
  return VERB.test(foldText((rows[mark.endRow] as Row).text.slice(mark.end, mark.end + 30)));
}

/** The order of fields in most cards; the usual one where the annex does not tell. */
function orderOf(certain: Mark[]): FieldOrder {
  const places = new Map<AnnexField, number[]>();
  let at = 0;
  for (const mark of certain) {
    at = opensCard(mark) ? 0 : at + 1;
    if (mark.field === "card") continue;
    const known = places.get(mark.field);
    if (known === undefined) places.set(mark.field, [at]);
    else known.push(at);
  }
  const ranked = usualOrder.map((field, usual) => ({
    field,
    rank: middleOf(places.get(field) ?? []) ?? usual,
    usual,
  }));
  ranked.sort((a, b) => a.rank - b.rank || a.usual - b.usual);
  return new Map(ranked.map(({ field }, index) => [field, index]));
}

function middleOf(values: number[]): number | null {
  if (values.length === 0) return null;
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? null;
}
