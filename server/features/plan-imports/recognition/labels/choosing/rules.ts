import { foldText } from "../../../../../values/fold.ts";
import { readCardNumber } from "../../numbers/rules.ts";
import type { Row } from "../../rows/rules.ts";
import type { AnnexField } from "../../rules.ts";
import { type FieldOrder, type Habits, habitKey, habitsOf, opensCard } from "../habits/rules.ts";
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
  if (mark.place === "inside") return false;
  if (mark.field === "number") return isNumberLabel(rows, mark);
  return habits.usual.has(habitKey(mark)) ? isUsed(rows, mark) : isOfForm(mark);
}

/** The annex labels its cards so. */
function isUsed(rows: Row[], mark: Mark): boolean {
  return mark.separated || (mark.capital && !beginsSentence(rows, mark));
}

function isOfForm({ full, bulleted, separated, endsLine, words, wrong, capital }: Mark): boolean {
  if (!full || bulleted) return false;
  if (separated) return words > 1 || capital;
  return endsLine && capital && (words > 1 || wrong === 0);
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
  const { mark, next, seen } = place;
  if (!isInOrder(place)) return false;
  const isNew = !seen.has(mark.field);
  if (mark.separated || mark.endsLine) return isNew || !(mark.bulleted || mark.isLax);
  return isNew && next?.field !== mark.field && readsAsLabel(place);
}

/** Its field comes between those of the labels before and after it. */
function isInOrder({ mark, order, before, next }: Place): boolean {
  if (before === undefined || opensCard(mark)) return false;
  const placeOf = ({ field }: Mark) => (field === "card" ? -1 : (order.get(field) ?? 0));
  const high = next === null || opensCard(next) ? Number.POSITIVE_INFINITY : placeOf(next);
  return placeOf(before) < placeOf(mark) && placeOf(mark) < high;
}

/** A label without a colon and with its value behind. */
function readsAsLabel({ rows, mark, before }: Place): boolean {
  if (!mark.full || !mark.capital || mark.wrong > 1) return false;
  const value = (rows[mark.endRow] as Row).text.slice(mark.end);
  if (!/^\p{Ll}/u.test(value)) return mark.words > 1 || mark.place === "line";
  if (mark.place !== "line") return false;
  const prose = before?.field === "description" || before?.field === "measures";
  return !prose || /[.!?:)]$/.test(rows[mark.row - 1]?.text ?? ".");
}

/** Folded; forms of a verb that stand right behind the subject of a sentence. */
const VERB =
  /^(?:je|jsou|byl[aoiy]?|bude|budou|ma|maji|musi|lze|[a-z]{2,}(?:uje|uji|eje|eji|azi|azeji|cha|chazi|chazeji|nou|ne))\b/;

function beginsSentence(rows: Row[], mark: Mark): boolean {
  if (mark.separated || mark.endsLine) return false;
  return VERB.test(foldText((rows[mark.endRow] as Row).text.slice(mark.end, mark.end + 30)));
}
