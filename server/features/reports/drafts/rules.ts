export interface Piece {
  kind: "same" | "added" | "removed";
  text: string;
}

/**
 * What has to be taken from one text and put into it to get the other, word by word; the longest common run
 * of words stays. Put together, what is the same with what was removed is the first text, with what was added
 * the second.
 */
export function differenceOf(before: string, after: string): Piece[] {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const lengths = commonLengths(from, to);
  const wide = to.length + 1;
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [left, right] = [from[i], to[j]];
    if (left !== undefined && left === right) {
      put(pieces, "same", left);
      i += 1;
      j += 1;
    } else if (right === undefined || isRemoved(lengths, { i, j, wide }, left)) {
      put(pieces, "removed", left ?? "");
      i += 1;
    } else {
      put(pieces, "added", right);
      j += 1;
    }
  }
  return pieces;
}

/** Words with the blanks behind them, so that nothing of the text is lost. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+\s*/g) ?? (text === "" ? [] : [text]);
}

/** For each pair of places the number of words that both rests have in common, in the same order. */
function commonLengths(from: readonly string[], to: readonly string[]): Uint16Array {
  const wide = to.length + 1;
  const lengths = new Uint16Array((from.length + 1) * wide);
  const at = (i: number, j: number) => lengths[i * wide + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      lengths[i * wide + j] =
        from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  return lengths;
}

function isRemoved(
  lengths: Uint16Array,
  { i, j, wide }: { i: number; j: number; wide: number },
  left: string | undefined,
): boolean {
  if (left === undefined) return false;
  return (lengths[(i + 1) * wide + j] ?? 0) >= (lengths[i * wide + j + 1] ?? 0);
}

function put(pieces: Piece[], kind: Piece["kind"], text: string): void {
  const last = pieces.at(-1);
  if (last?.kind === kind) last.text += text;
  else pieces.push({ kind, text });
}
