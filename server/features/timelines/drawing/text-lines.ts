import { fittingLength, type TextStyle, textWidth } from "./text-width.ts";

export interface WrappedText {
  lines: string[];
  /** False when the text had to be cut and ends with an ellipsis. */
  whole: boolean;
}

const ELLIPSIS = "…";

/** Lines of at most the given width; what the last one cannot hold ends in an ellipsis. */
export function wrapText(
  text: string,
  room: { width: number; lines: number },
  style: TextStyle,
): WrappedText {
  const lines: string[] = [];
  let rest = bindShortWords(text);
  while (rest !== "" && lines.length < room.lines - 1) {
    const length = lineLength(rest, room.width, style);
    lines.push(rest.slice(0, length).trimEnd());
    rest = rest.slice(length).trimStart();
  }
  if (rest === "") return { lines, whole: true };
  const last = fitText(rest, room.width, style);
  return { lines: [...lines, last], whole: last === rest };
}

/** The same lines of about equal length, so that a short second line does not make the first one long. */
export function wrapEvenly(
  text: string,
  room: { width: number; lines: number },
  style: TextStyle,
): WrappedText {
  const wrapped = wrapText(text, room, style);
  const count = wrapped.lines.length;
  if (count < 2 || !wrapped.whole) return wrapped;
  const width = Math.min(room.width, (textWidth(text, style) / count) * 1.12);
  const even = wrapText(text, { width, lines: count }, style);
  return even.whole ? even : wrapped;
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

/** Czech typography: a preposition of one letter and the parts of a date stay with what follows. */
function bindShortWords(text: string): string {
  return text
    .replace(/(?<=^|[\s(])([ksvzouai]) (?=\S)/giu, "$1\u00a0")
    .replace(/(?<=\d\.) (?=\d)/gu, "\u00a0");
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
