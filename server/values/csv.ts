/** What separates fields of a table in text, the most usual first. */
export const separators = [";", ",", "\t"] as const;

export type Separator = (typeof separators)[number];

/** A quotation mark that opens a field and has no partner until the end of the text. */
export class UnclosedQuote extends Error {}

/**
 * Records of a table in text: fields may be in quotation marks, which then may hold separators, line ends and
 * doubled quotation marks. A mark inside a field that does not begin with one is an ordinary character.
 * @throws UnclosedQuote
 */
export function* readCsv(text: string, separator: string): Generator<string[]> {
  let record: string[] = [];
  for (let at = 0; at < text.length; ) {
    const field =
      text[at] === '"' ? quotedField(text, at, separator) : plainField(text, at, separator);
    record.push(field.value);
    at = field.end;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      record.push("");
    }
    yield record;
    record = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
}

interface FieldRead {
  value: string;
  /** Where its separator or line end stands. */
  end: number;
}

function plainField(text: string, start: number, separator: string): FieldRead {
  let end = start;
  while (end < text.length && !endsField(text, end, separator)) end += 1;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number, separator: string): FieldRead {
  let value = "";
  for (let from = start + 1; ; ) {
    const mark = text.indexOf('"', from);
    if (mark < 0) throw new UnclosedQuote("quotation mark without its partner");
    value += text.slice(from, mark);
    if (text[mark + 1] !== '"') {
      // What follows the closing mark belongs to the field as it stands.
      const rest = plainField(text, mark + 1, separator);
      return { value: value + rest.value, end: rest.end };
    }
    value += '"';
    from = mark + 2;
  }
}

function endsField(text: string, at: number, separator: string): boolean {
  const letter = text[at];
  return letter === separator || letter === "\n" || letter === "\r";
}

const RECORDS_LOOKED_AT = 20;
const LETTERS_LOOKED_AT = 50_000;

/** The one that cuts the first records into the most fields of the same number. */
export function guessSeparator(text: string): Separator {
  const told = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (told !== undefined && isSeparator(told)) return told;
  const sample = text.slice(0, LETTERS_LOOKED_AT);
  const scores = separators.map((separator) => ({ separator, score: scoreOf(sample, separator) }));
  return scores.reduce((best, one) => (one.score > best.score ? one : best)).separator;
}

/** The line by which Excel is told the separator is no record. */
export function withoutHint(text: string): string {
  return text.replace(/^sep=.\r?\n/i, "");
}

function isSeparator(text: string): text is Separator {
  return separators.some((one) => one === text);
}

function scoreOf(sample: string, separator: string): number {
  const widths: number[] = [];
  try {
    for (const record of readCsv(sample, separator)) {
      if (record.length > 1 || record[0] !== "") widths.push(record.length);
      if (widths.length === RECORDS_LOOKED_AT) break;
    }
  } catch {
    // The sample may end within a quoted field.
  }
  const [first = 1] = widths;
  const alike = widths.filter((width) => width === first).length;
  return first === 1 ? 0 : (first * alike) / Math.max(1, widths.length);
}
