import { foldText } from "../../../../values/fold.ts";
import type { RecognisedArea } from "../rules.ts";
import type { Bit } from "../sections/rules.ts";

export interface AreaHeading {
  kind: RecognisedArea["kind"];
  /** Null where the heading has no number of its own. */
  code: string | null;
  title: string;
  /** A word of headings or capital letters say so; otherwise the cards that follow have to. */
  sure: boolean;
}

const NAMED_AREA =
  /^(?:(?:prioritn\u00ed\s+)?oblast|priorita|kapitola)\s*(?:\u010d(?:\.|\u00edslo)\s*)?(\d{1,2}|[IVX]{1,4})\b\s*[.):\u2013\u2014-]*\s*(.*)$/iu;
const NAMED_SUB_AREA =
  /^(?:podoblast|sub-?oblast|podkapitola)\s*(?:\u010d(?:\.|\u00edslo)\s*)?(\d{1,2}\s*\.\s*\d{1,2})\s*[.):\u2013\u2014-]*\s*(.*)$/iu;
const NAMED_GOAL =
  /^(?:strategick\u00fd\s+c\u00edl\s*(?:\u010d(?:\.|\u00edslo)\s*)?(?:SC\s*)?|SC\s*)(\d{1,2})\b\s*[.):\u2013\u2014-]*\s*(.*)$/iu;
const NUMBERED_SUB_AREA = /^(\d{1,2})\s*\.\s*(\d{1,2})(?!\s*\.?\s*\d)\s*[.):]?\s+(\p{L}.+)$/u;
const NUMBERED_AREA = /^(\d{1,2})\s*[.)]?\s+(\p{L}.+)$/u;

/** A heading of an area, a sub-area or a goal at the beginning of a line. */
export function readAreaHeading(text: string): AreaHeading | null {
  const line = text
    .replace(/^[\s*_#"|]+/, "")
    .replace(/[\s*_#"|]+$/, "")
    .replaceAll("\t", " ");
  return namedHeading(line) ?? numberedHeading(line);
}

function namedHeading(line: string): AreaHeading | null {
  const sub = NAMED_SUB_AREA.exec(line);
  if (sub !== null) return heading("sub-area", codeOf(sub[1]), sub[2], true);
  const area = NAMED_AREA.exec(line);
  if (area !== null) return heading("area", codeOf(area[1]), area[2], true);
  const goal = NAMED_GOAL.exec(line);
  if (goal !== null) return heading("goal", `SC${Number(goal[1])}`, goal[2], true);
  if (/^oblast\s/iu.test(line) && isShouted(line)) return heading("area", null, line, true);
  return null;
}

function numberedHeading(line: string): AreaHeading | null {
  const sub = NUMBERED_SUB_AREA.exec(line);
  if (sub !== null)
    return heading("sub-area", `${Number(sub[1])}.${Number(sub[2])}`, sub[3], false);
  const area = NUMBERED_AREA.exec(line);
  const title = area?.[2];
  if (title === undefined || !(isShouted(title) || /^(?:oblast|priorita)\s/iu.test(title)))
    return null;
  return heading("area", String(Number(area?.[1])), title, true);
}

function heading(
  kind: RecognisedArea["kind"],
  code: string | null,
  title: string | undefined,
  sure: boolean,
): AreaHeading {
  return { kind, code, title: (title ?? "").trim(), sure };
}

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10 };

function codeOf(text: string | undefined): string {
  const written = (text ?? "").replace(/\s/g, "").toUpperCase();
  if (/^\d/.test(written)) return written.split(".").map(Number).join(".");
  const values = [...written].map((sign) => ROMAN[sign] ?? 0);
  return String(
    values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0),
  );
}

/** Written in capital letters, a few small ones let be. */
function isShouted(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, "");
  const capitals = letters.replace(/\p{Ll}/gu, "");
  return letters.length >= 4 && capitals.length >= letters.length * 0.8;
}

const OPEN_END =
  /(?:[,\u2013(-]|(?:^|\s)(?:a|i|o|u|v|z|k|s|na|do|od|ve|ze|se|ke|po|za|pro|pri|nad|pod|nebo|ci|vcetne|ktere|bez|mezi|dle))$/;

/** A line that cannot be the end of what it says. */
export function endsOpen(text: string): boolean {
  return OPEN_END.test(foldText(text.slice(-30)));
}

const MOST_TITLE_LETTERS = 400;

/** How many of the bits behind a heading go on with its title. */
export function titleBits(bits: Bit[], at: number): number {
  const first = bits[at]?.text ?? "";
  const isBare = readAreaHeading(first)?.title === "";
  const shouted = isShouted(first);
  let letters = first.length;
  let next = at + 1;
  for (; next < bits.length; next += 1) {
    const { text } = bits[next] as Bit;
    letters += text.length;
    if (letters > MOST_TITLE_LETTERS || endsTitle(text)) break;
    const isTitle = isBare && next === at + 1;
    if (!isTitle && !goesOn(shouted, bits[next - 1]?.text ?? "", text)) break;
  }
  return next - at - 1;
}

function endsTitle(text: string): boolean {
  return readAreaHeading(text) !== null || /[.!?]$/.test(text);
}

function goesOn(shouted: boolean, before: string, text: string): boolean {
  if (shouted) return isShouted(text) || (endsOpen(before) && text.length < 60);
  return /^[\p{Ll}(]/u.test(text) || endsOpen(before);
}
