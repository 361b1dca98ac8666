import { foldText } from "../../../../../values/fold.ts";
import { readCardNumber } from "../../numbers/rules.ts";
import type { Row } from "../../rows/rules.ts";
import type { AnnexField } from "../../rules.ts";
import { type FieldOrder, type Habits, habitKey, habitsOf, opensCard } from "../habits/rules.ts";
import { shortFields } from "../rules.ts";
import type { Mark } from "../scanning/rules.ts";

export interface ChosenMark extends Mark {
  /** The label was a part of a sentence, which stays whole. */
  keepsWords: boolean;
}

/** Which of the marks are labels: those of the forms at once, the others where the field fits among its neighbours. */
export function chooseMarks(
  rows: Row[],
  marks: Mark[],
): { marks: ChosenMark[]; order: FieldOrder } {
  const habits = habitsOf(marks.filter((mark) => !beginsSentence(rows, mark)));
  const certain = marks.map((mark) => !mark.isLax && isCertain(rows, mark, habits));
  const nextCertain = nextCertainOf(marks, certain);
  const chosen: ChosenMark[] = [];
  let seen = new Set<AnnexField | "card">();
  marks.forEach((mark, at) => {
    const keepsWords = beginsSentence(rows, mark);
    const fits =
      certain[at] ||
      fitsBetween({
        rows,
        mark,
        order: habits.order,
        seen,
        before: chosen.at(-1),
        next: nextCertain[at] ?? null,
      });
    if (!fits) return;
    if (opensCard(mark)) seen = new Set();
    seen.add(mark.field);
    chosen.push({ ...mark, keepsWords });
  });
  return { marks: chosen, order: habits.order };
}

function isCertain(rows: Row[], mark: Mark, habits: Habits): boolean {
  if (mark.field === "card") return true;
  if (mark.field === "number") return mark.place !== "inside" && isNumberLabel(rows, mark);
  if (mark.place === "inside") return false;
  if (habits.usual.has(habitKey(mark)))
    return mark.separated || (mark.capital && !beginsSentence(rows, mark));
  if (!mark.full || mark.bulleted) return false;
  if (mark.separated) return mark.words > 1 || mark.capital;
  return mark.endsLine && mark.capital && (mark.words > 1 || mark.wrong === 0);
}

function isNumberLabel(rows: Row[], mark: Mark): boolean {
  if (mark.full && (mark.separated || mark.endsLine)) return true;
  const rest = (rows[mark.endRow] as Row).text.slice(mark.end);
  return readCardNumber(rest) !== null && (mark.full || mark.separated);
}

/** Index in `marks` → the next certain mark behind it. */
function nextCertainOf(marks: Mark[], certain: boolean[]): (Mark | null)[] {
  const next: (Mark | null)[] = new Array(marks.length).fill(null);
  let last: Mark | null = null;
  for (let at = marks.length - 1; at >= 0; at -= 1) {
    next[at] = last;
    if (certain[at]) last = marks[at] as Mark;
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
  if (mark.separated || mark.endsLine)
    return !(mark.bulleted || mark.isLax) || !seen.has(mark.field);
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
