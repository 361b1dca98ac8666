import { fittingLength, type TextStyle, textWidth } from "./text-width.ts";

export interface WrappedText {
  lines: string[];
  /** False when the text had to be cut and ends with an ellipsis. */
  whole: boolean;
  /** A word is longer than a line and goes on in the next one. */
  brokenWord: boolean;
}

const ELLIPSIS = "…";

/** Lines of at most the given width; what the last one cannot hold ends in an ellipsis. Takes tidy text. */
export function wrapText(
  text: string,
  room: { width: number; lines: number },
  style: TextStyle,
): WrappedText {
  const lines: string[] = [];
  let rest = text;
  let brokenWord = false;
  while (rest !== "" && lines.length < room.lines - 1) {
    const length = lineLength(rest, room.width, style);
    brokenWord ||= length < rest.length && !mayBreakAfter(rest, length - 1);
    lines.push(rest.slice(0, length).trimEnd());
    rest = rest.slice(length).trimStart();
  }
  if (rest === "") return { lines, whole: true, brokenWord };
  const last = fitText(rest, room.width, style);
  return { lines: last === "" ? lines : [...lines, last], whole: last === rest, brokenWord };
}

/** The same lines of about equal length, so that a short second line does not make the first one long. */
export function wrapEvenly(
  text: string,
  room: { width: number; lines: number },
  style: TextStyle,
): WrappedText {
  const wrapped = wrapText(text, room, style);
  const count = wrapped.lines.length;
  if (count < 2 || !wrapped.whole || wrapped.brokenWord) return wrapped;
  const share = textWidth(text, style) / count;
  for (const width of [1.05, 1.2, 1.35].map((slack) => share * slack)) {
    if (width >= room.width) break;
    const even = wrapText(text, { width, lines: count }, style);
    if (even.whole && !even.brokenWord) return even;
  }
  return wrapped;
}

/** The text, or as much of its beginning as fits with an ellipsis; empty when not even that fits. */
export function fitText(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const room = width - textWidth(ELLIPSIS, style);
  const kept = text.slice(0, Math.max(0, fittingLength(text, room, style)));
  const beginning = kept.replace(/[\s,;:(/–-]+$/u, "");
  return beginning === "" ? "" : beginning + ELLIPSIS;
}

export function widestLine(lines: readonly string[], style: TextStyle): number {
  return lines.reduce((widest, line) => Math.max(widest, textWidth(line, style)), 0);
}

/** Czech typography: a preposition of one letter and an ordinal number stay with what follows. */
export function bindShortWords(text: string): string {
  return text.replace(/(?<=(?:^|[ \u00a0(])[ksvzouai]|\d\.) /gi, "\u00a0");
}

function lineLength(text: string, width: number, style: TextStyle): number {
  const fitting = fittingLength(text, width, style);
  if (fitting === text.length) return fitting;
  // The space at which a line ends needs no room.
  if (text[fitting] === " ") return fitting + 1;
  for (let length = fitting; length > 0; length -= 1) {
    if (mayBreakAfter(text, length - 1)) return length;
  }
  return Math.max(1, fitting);
}

function mayBreakAfter(text: string, index: number): boolean {
  const letter = text[index];
  if (letter === " ") return true;
  return (letter === "/" || letter === "-" || letter === "–") && text[index + 1] !== " ";
}
