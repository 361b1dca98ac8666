import { foldText } from "../../../../values/fold.ts";

/** Words that join others and tell nothing of what is named. */
const SMALL_WORDS = new Set(
  "a i o u v k s z na do od po za ve ke se ze pro pri ci nebo ani".split(" "),
);

/** Endings of Czech nouns and adjectives, longest first, as they are when folded. */
const ENDINGS = (
  "ovymi ovych ovemu oveho ovani ymi imi ami emi ymu imu emu ych ich ach ech ove ovi oum eho iho " +
  "mi ou um em im ym am om us y i e a u o"
).split(" ");

const SHORTEST_STEM = 3;

export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words that matter, without their endings: the same for "domy pro seniory" and "domů pro seniora". */
export function stemsOf(text: string): string[] {
  return wordsOf(text)
    .filter((word) => !SMALL_WORDS.has(word))
    .map(stemOf);
}

export function stemOf(word: string): string {
  const ending = ENDINGS.find(
    (end) => word.endsWith(end) && word.length - end.length >= SHORTEST_STEM,
  );
  const stem = ending ? word.slice(0, -ending.length) : word;
  return stem === "dum" ? "dom" : stem;
}

/** First letters of the words that matter: "SAS" of sociálně aktivizační služby. */
export function initialsOf(text: string): string {
  return wordsOf(text)
    .filter((word) => !SMALL_WORDS.has(word))
    .map((word) => word[0])
    .join("");
}

/** Whether two stems are the same word but for a slip: one letter in five, at most two. */
export function areAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const allowed = Math.min(2, Math.floor(Math.min(one.length, other.length) / 5));
  // A slip at the very beginning leaves the second letter or the end as it was.
  const mayBe = one[0] === other[0] || one[1] === other[1] || one.endsWith(other.slice(-3));
  return allowed > 0 && mayBe && distanceWithin(one, other, allowed);
}

/** Whether so few letters wrong, missing, doubled or swapped lead from one word to the other. */
export function distanceWithin(one: string, other: string, allowed: number): boolean {
  if (Math.abs(one.length - other.length) > allowed) return false;
  let last: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let at = 1; at <= one.length; at++) {
    const next = nextRow({ one, other, at, row, last });
    if (Math.min(...next) > allowed) return false;
    last = row;
    row = next;
  }
  return (row[other.length] ?? Number.POSITIVE_INFINITY) <= allowed;
}

interface RowOfDistances {
  one: string;
  other: string;
  at: number;
  row: readonly number[];
  last: readonly number[];
}

function nextRow({ one, other, at, row, last }: RowOfDistances): number[] {
  const next = [at];
  for (let column = 1; column <= other.length; column++) {
    const isSame = one[at - 1] === other[column - 1];
    let best = Math.min(
      (row[column] ?? 0) + 1,
      (next[column - 1] ?? 0) + 1,
      (row[column - 1] ?? 0) + (isSame ? 0 : 1),
    );
    const isSwapped =
      at > 1 && one[at - 1] === other[column - 2] && one[at - 2] === other[column - 1];
    if (isSwapped) best = Math.min(best, (last[column - 2] ?? 0) + 1);
    next.push(best);
  }
  return next;
}
