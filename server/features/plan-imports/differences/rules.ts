export interface Piece {
  kind: "same" | "removed" | "added";
  text: string;
}

interface Word {
  word: string;
  /** The blanks behind it. */
  gap: string;
}

/** More pairs of words than this are not compared: the text is shown as replaced. */
const MOST_PAIRS = 1_000_000;
/** Texts that share less than this are another text, not a changed one. */
const LEAST_SHARED = 0.4;

/** What is to be done with the words of one text to get the other. */
export function compareTexts(before: string, after: string): Piece[] {
  const pieces = compareWords(before, after);
  const shared = pieces.reduce(
    (sum, { kind, text }) => sum + (kind === "same" ? text.length : 0),
    0,
  );
  if (shared >= LEAST_SHARED * Math.max(before.length, after.length)) return pieces;
  return joined([
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ]);
}

/** One text in place of the other, with nothing of it kept. */
export function isReplaced(pieces: readonly Piece[]): boolean {
  return pieces.every(({ kind }) => kind !== "same");
}

function compareWords(before: string, after: string): Piece[] {
  const old = wordsOf(before);
  const fresh = wordsOf(after);
  const start = sharedLength(old, fresh);
  const end = sharedLength(old.slice(start).reverse(), fresh.slice(start).reverse());
  const removed = old.slice(start, old.length - end);
  const added = fresh.slice(start, fresh.length - end);
  const middle =
    removed.length * added.length > MOST_PAIRS
      ? [...piecesOf("removed", removed), ...piecesOf("added", added)]
      : align(removed, added);
  return joined([
    ...piecesOf("same", old.slice(0, start)),
    ...middle,
    ...piecesOf("same", old.slice(old.length - end)),
  ]);
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/(\S+)(\s*)|^\s+/gu)].map(([whole, word, gap = ""]) =>
    word === undefined ? { word: "", gap: whole } : { word, gap },
  );
}

function piecesOf(kind: Piece["kind"], words: readonly Word[]): Piece[] {
  return words.map(({ word, gap }) => ({ kind, text: word + gap }));
}

function sharedLength(one: readonly Word[], other: readonly Word[]): number {
  const most = Math.min(one.length, other.length);
  let length = 0;
  while (length < most && isSame(one[length], other[length])) length += 1;
  return length;
}

function isSame(one: Word | undefined, other: Word | undefined): boolean {
  return one?.word === other?.word && one?.gap === other?.gap;
}

/** The longest run of words that both have, by the table of its lengths from each place on. */
function align(old: readonly Word[], fresh: readonly Word[]): Piece[] {
  const lengths = tableOf(old, fresh);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < fresh.length) {
    const [before, after] = [old[i] as Word, fresh[j] as Word];
    const kind = before.word === after.word ? "same" : stepAt(lengths, i, j);
    pieces.push(...stepPieces(kind, before, after));
    if (kind !== "added") i += 1;
    if (kind !== "removed") j += 1;
  }
  return [...pieces, ...piecesOf("removed", old.slice(i)), ...piecesOf("added", fresh.slice(j))];
}

function stepPieces(kind: Piece["kind"], before: Word, after: Word): Piece[] {
  if (kind === "same") return sameWord(before, after);
  return piecesOf(kind, [kind === "added" ? after : before]);
}

/** A line may end behind it in one of the texts only. */
function sameWord(before: Word, after: Word): Piece[] {
  if (before.gap === after.gap) return piecesOf("same", [after]);
  return [
    { kind: "same", text: after.word },
    { kind: "removed", text: before.gap },
    { kind: "added", text: after.gap },
  ];
}

function stepAt(lengths: readonly Uint16Array[], i: number, j: number): "removed" | "added" {
  const withoutOld = lengths[i + 1]?.[j] ?? 0;
  return withoutOld >= (lengths[i]?.[j + 1] ?? 0) ? "removed" : "added";
}

function tableOf(old: readonly Word[], fresh: readonly Word[]): Uint16Array[] {
  const table = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1) {
    const row = table[i] as Uint16Array;
    const below = table[i + 1] as Uint16Array;
    for (let j = fresh.length - 1; j >= 0; j -= 1)
      row[j] =
        old[i]?.word === fresh[j]?.word
          ? (below[j + 1] ?? 0) + 1
          : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
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
