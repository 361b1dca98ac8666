/** Where a text says a section of the act: "(§ 44)", "(§44, § 46)", "§ 60a", "(44)". */
export interface SectionMark {
  start: number;
  end: number;
  sections: string[];
}

/** A letter after a blank is "and" unless the bracket ends behind it. */
const LETTER = "(?:[a-z](?![\\p{L}\\d])|\\s[a-z](?=\\s*\\)))?";
const SIGN = "(?:§+|par(?:agraf\\p{L}*|\\.)?)";
/** What a scanner reads in place of the sign. */
const MISREAD = "[$&S]";
const ONE = `\\d{1,3}${LETTER}`;
const MORE = `(?:\\s*(?:,|;|a)\\s*(?:${SIGN})?\\s*\\d{2,3}${LETTER}(?![\\d/]))*`;

const SECTION = new RegExp(ONE, "giu");
const LISTED = new RegExp(`^[(\\s]*(?:${SIGN}|${MISREAD})?\\s*${ONE}${MORE}\\s*\\)?`, "iu");
const PATTERNS = [
  // In brackets, with the sign or with nothing but a number of two digits.
  new RegExp(
    `\\(\\s*(?:${SIGN}\\s*\\d[^()]{0,120}|(?:${MISREAD})?\\s*\\d{2}\\s?[a-z]?\\s*)\\)`,
    "giu",
  ),
  // A bracket that is never closed: it ends behind its number.
  new RegExp(`\\(\\s*${SIGN}\\s*${ONE}`, "giu"),
  // The sign without a bracket, with all the numbers that it stands before.
  new RegExp(`(?<!\\p{L})${SIGN}\\s*${ONE}${MORE}`, "giu"),
  // Nothing but numbers.
  /^\s*\d{2}[a-z]?(?:\s*[,;]\s*\d{2}[a-z]?)*\s*$/giu,
];

export function sectionMarksIn(text: string): SectionMark[] {
  const marks: SectionMark[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const mark = markOf(match);
      const isNew = !marks.some((other) => mark.start < other.end && other.start < mark.end);
      if (isNew && mark.sections.length > 0) marks.push(mark);
    }
  }
  return marks.sort((one, other) => one.start - other.start);
}

function markOf(match: RegExpExecArray): SectionMark {
  const [text] = match;
  return {
    start: match.index,
    end: match.index + text.length,
    sections: sectionsOf(text),
  };
}

/** What follows the numbers ("odst. 2 zákona č. 108/2006 Sb.") belongs to no section. */
function sectionsOf(mark: string): string[] {
  const [listed = ""] = LISTED.exec(mark) ?? [];
  return [...listed.matchAll(SECTION)].map(([section]) => section.replace(/\s/g, "").toLowerCase());
}
