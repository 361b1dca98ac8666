import { parseDecimal } from "./decimal.ts";

/** Hours as people write them, in whole minutes: `7,5`, `7.5`, `7:30`, `7 h 30`; nothing else is guessed. */
export function parseHours(text: string): number | undefined {
  const written = text.trim().replace(/\s*h(?:od\.?)?$/i, "");
  const clock = /^(\d{1,4})\s*(?::|h)\s*([0-5]\d)$/i.exec(written);
  if (clock) return Number(clock[1]) * 60 + Number(clock[2]);
  const hundredths = parseDecimal(written, 2);
  return hundredths === undefined || hundredths < 0
    ? undefined
    : Math.round((hundredths * 60) / 100);
}

/** In hundredths of an hour, for printing with two places at most. */
export function hundredthsOfHour(minutes: number): number {
  return Math.round((minutes * 100) / 60);
}

/** `7.5` for 450 minutes: a number that formats print without needless noughts. */
export function hoursOf(minutes: number): number {
  return hundredthsOfHour(minutes) / 100;
}

/** As a form shows it again, exact to the minute: `7:30`. */
export function clockText(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
}
