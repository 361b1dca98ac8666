import type { HistoryLine } from "../../db/queries/audit-events.ts";
import type { Formats } from "../texts/formats.ts";
import type { Texts } from "../texts/index.ts";
import { isCalendarDate } from "../values/calendar-date.ts";

/** One line as `views/partials/history-list.ejs` prints it. */
export interface HistoryEntry {
  when: string;
  who: string;
  what: string;
  changes: { field: string; from?: string; to?: string }[];
}

/** What a text module may say about the history of its records; all three are optional. */
interface HistoryWords {
  history?: Record<string, string>;
  fields?: Record<string, string>;
  /** Field → stored value → word, for values that are codes; where they are too many to list, what reads them. */
  fieldValues?: Record<string, Record<string, string> | ((stored: string) => string | undefined)>;
}

/**
 * The history of records in the reader's words: actions, fields and coded values are looked up in the
 * texts of the noun that names the action, fields then in `texts.history.fields`.
 */
export function presentHistory(
  lines: readonly HistoryLine[],
  { texts, formats }: { texts: Texts; formats: Formats },
): HistoryEntry[] {
  return lines.map((line) => {
    const words = wordsOf(texts, line.action);
    return {
      when: formats.dateTime(line.at),
      who: whoActed(line, texts) ?? texts.history.system,
      what: words?.history?.[line.action] ?? texts.history.unknownAction,
      changes: Object.entries(line.changes).map(([field, [from, to]]) => ({
        field: words?.fields?.[field] ?? texts.history.fields[field] ?? field,
        ...present("from", printed(from, field, { words, texts, formats })),
        ...present("to", printed(to, field, { words, texts, formats })),
      })),
    };
  });
}

/** Who did it, and for whom where it was a deputy; null of the system itself. */
export function whoActed(
  { actorName, onBehalfOfName }: Pick<HistoryLine, "actorName" | "onBehalfOfName">,
  texts: Texts,
): string | null {
  if (actorName === null || onBehalfOfName === null) return actorName;
  return texts.deputies.actedFor(actorName, onBehalfOfName);
}

function wordsOf(texts: Texts, action: string): HistoryWords | undefined {
  const modules = Object.values(texts) as HistoryWords[];
  return modules.find((module) => module.history?.[action] !== undefined);
}

function present<Name extends string>(name: Name, value: string | undefined) {
  return value === undefined ? {} : { [name]: value };
}

interface Printing {
  words: HistoryWords | undefined;
  texts: Texts;
  formats: Formats;
}

function printed(value: unknown, field: string, printing: Printing): string | undefined {
  if (value === null || value === undefined || value === "") return undefined;
  if (Array.isArray(value)) {
    const items = value.map((item) => printed(item, field, printing) ?? "");
    return items.length === 0 ? undefined : items.join(", ");
  }
  if (typeof value === "boolean")
    return value ? printing.texts.history.yes : printing.texts.history.no;
  if (typeof value === "number") return printedNumber(value, field, printing.formats);
  return printedText(String(value), field, printing);
}

function printedNumber(value: number, field: string, formats: Formats): string {
  if (field.endsWith("Halere")) return formats.money(value);
  if (field.endsWith("Bp")) return formats.percent(value);
  if (field.endsWith("Ppm")) return formats.share(value);
  if (field.endsWith("E4")) return formats.trimmed(value, 4);
  if (field === "year" || field.endsWith("Year")) return String(value);
  if (field === "percent") return formats.percent(value * 100);
  return formats.number(value);
}

function printedText(value: string, field: string, { words, formats }: Printing): string {
  const known = words?.fieldValues?.[field];
  const coded = typeof known === "function" ? known(value) : known?.[value];
  if (coded !== undefined) return coded;
  return isCalendarDate(value) ? formats.date(value) : value;
}
