export interface Piece {
  kind: "same" | "removed" | "added";
  text: string;
}

/** More pairs of words than this are not compared: the text is shown as replaced. */
const MOST_PAIRS = 1_000_000;

/** What is to be done with the words of one text to get the other; blanks stay with the word before them. */
export function compareTexts(before: string, after: string): Piece[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  const start = sharedLength(old, fresh);
  const end = sharedLength(old.slice(start).reverse(), fresh.slice(start).reverse());
  const removed = old.slice(start, old.length - end);
  const added = fresh.slice(start, fresh.length - end);
  const middle =
    removed.length * added.length > MOST_PAIRS
      ? [
          { kind: "removed" as const, text: removed.join("") },
          { kind: "added" as const, text: added.join("") },
        ]
      : compareWords(removed, added);
  return joined([
    { kind: "same", text: old.slice(0, start).join("") },
    ...middle,
    { kind: "same", text: old.slice(old.length - end).join("") },
  ]);
}

function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|^\s+/gu) ?? [];
}

function sharedLength(one: readonly string[], other: readonly string[]): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && one[length] === other[length]) length += 1;
  return length;
}

/** The longest run of words that both have, by the table of its lengths from each place on. */
function compareWords(old: readonly string[], fresh: readonly string[]): Piece[] {
  const lengths = tableOf(old, fresh);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    const [before = "", after = ""] = [old[i], fresh[j]];
    const kind = before === after ? "same" : stepAt(lengths, i, j);
    pieces.push({ kind, text: kind === "added" ? after : before });
    if (kind !== "added") i += 1;
    if (kind !== "removed") j += 1;
  }
  return [
    ...pieces,
    { kind: "removed", text: old.slice(i).join("") },
    { kind: "added", text: fresh.slice(j).join("") },
  ];
}

function stepAt(lengths: readonly Uint16Array[], i: number, j: number): "removed" | "added" {
  const withoutOld = lengths[i + 1]?.[j] ?? 0;
  return withoutOld >= (lengths[i]?.[j + 1] ?? 0) ? "removed" : "added";
}

function tableOf(old: readonly string[], fresh: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = table[i] as Uint16Array;
    const below = table[i + 1] as Uint16Array;
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      row[j] =
        old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return table;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const { kind, text } of pieces) {
    const last = all.at(-1);
    if (text === "") continue;
    if (last?.kind === kind) last.text += text;
    else all.push({ kind, text });
  }
  return all;
}
