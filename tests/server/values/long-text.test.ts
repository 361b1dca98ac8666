import { expect, test } from "vitest";
import {
  isCalendarDate,
  isTimeOfDay,
  parseCalendarDate,
} from "../../../server/values/calendar-date.ts";
import { parseDecimal } from "../../../server/values/decimal.ts";
import { parseEmailAddress } from "../../../server/values/email-address.ts";
import { czechSortKey, foldText } from "../../../server/values/fold.ts";
import { parseIco } from "../../../server/values/ico.ts";
import { parseHalere } from "../../../server/values/money.ts";
import { isMonth } from "../../../server/values/month.ts";
import { parseRegistrationNumber } from "../../../server/values/registration-number.ts";

const LONG = 50_000;
const repeated = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length));

const texts = [
  ...["9", " ", "\u00a0", "a", "a@", "a.", "@", "CZ", "CZ ", "CZ. ", "1. ", "1.000", "1,000"],
  ...["1 000", "-", ",-", "c\u030c", "ch", "\u0301", "\u00ad", "\ud83d", "a1"],
].flatMap((piece) => [repeated(piece), `${repeated(piece)}!`, `1${repeated(piece)}x`]);

const readers: [string, (text: string) => unknown][] = [
  ["a date typed by hand", parseCalendarDate],
  ["a date", (text) => isCalendarDate(text) || undefined],
  ["a month", (text) => isMonth(text) || undefined],
  ["a time of day", (text) => isTimeOfDay(text) || undefined],
  ["a number", (text) => parseDecimal(text, 2)],
  ["an amount", (text) => parseHalere(text).ok || undefined],
  ["an IČO", parseIco],
  ["a registration number", parseRegistrationNumber],
  ["an e-mail address", parseEmailAddress],
];

test.each(readers)("fifty thousand characters are refused at once as %s", (_, read) => {
  for (const text of texts) {
    const start = performance.now();
    expect(read(text)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(50);
  }
});

test("fifty thousand characters are folded in time that grows with their number, not its square", () => {
  for (const text of texts) {
    const start = performance.now();
    foldText(text);
    czechSortKey(text);
    expect(performance.now() - start).toBeLessThan(200);
  }
});
