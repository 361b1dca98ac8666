import { type CalendarFormats, calendarFormats } from "./calendar-formats.ts";
import type { Language } from "./index.ts";
import { type NumberFormats, numberFormats } from "./number-formats.ts";

/** What is written differently in Czech and in English without being a sentence: days, numbers, money. */
export type Formats = Readonly<CalendarFormats & NumberFormats & { language: Language }>;

/** Kept, one per language: to make formatters for a page would cost more than the page. */
const FORMATS: Record<Language, Formats> = { cs: makeFormats("cs"), en: makeFormats("en") };

export function formatsFor(language: Language): Formats {
  return FORMATS[language];
}

/** Prints an amount that the key of an error carries: haléře in digits. */
export function crownsIn(language: Language): (halere: string) => string {
  return (halere) => FORMATS[language].money(Number(halere));
}

function makeFormats(language: Language): Formats {
  return Object.freeze({ language, ...calendarFormats(language), ...numberFormats(language) });
}
