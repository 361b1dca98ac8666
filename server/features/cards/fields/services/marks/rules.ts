/** Where a text says a section of the act: "(§ 44)", "(§44, § 46)", "§ 60a", "(44)". */
export interface SectionMark {
  start: number;
  end: number;
  sections: string[];
}

/** A letter after a blank is "and" unless the bracket ends behind it. */
const LETTER = "(?:[a-z](?![\\p{L}\\d])|\\s[a-z](?=\\s*\\)))?";
const SECTION = new RegExp(`\\d{1,3}${LETTER}`, "giu");

const LISTED = new RegExp(
  `^[(\\s§]*\\d{1,3}${LETTER}(?:\\s*(?:,|a)\\s*§*\\s*\\d{1,3}${LETTER})*`,
  "iu",
);

/** In brackets, with the sign or with nothing but a number of two digits. */
const BRACKETED = /\(\s*(?:§[^()]{0,120}|\d{2}\s?[a-z]?\s*)\)/giu;
/** The sign without a bracket, with all the numbers that it stands before. */
const BARE = new RegExp(
  `§+\\s*\\d{1,3}${LETTER}(?:\\s*(?:,|a)\\s*§*\\s*\\d{2,3}${LETTER}(?![\\d/]))*`,
  "giu",
);
/** A bracket that is never closed: it ends behind its number. */
const UNCLOSED = new RegExp(`\\(\\s*§\\s*\\d{1,3}${LETTER}`, "giu");

export function sectionMarksIn(text: string): SectionMark[] {
  const marks: SectionMark[] = [];
  for (const pattern of [BRACKETED, UNCLOSED, BARE]) {
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
