import { dateOfDayNumber, dayNumberOf } from "../values/day-number.ts";

/** Numbers of formats that show a day, with a time or without; those of times alone are not among them. */
const BUILT_IN_DAYS = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 54, 57, 58,
]);

/** Whether a format of a workbook shows a day: `d. m. yyyy`, not `0.00 "dny"`. */
export function showsDay(formatId: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN_DAYS.has(formatId);
  const signs = code
    .replace(/"[^"]*"/g, "")
    .replace(/\\./g, "")
    .replace(/\[[^\]]*\]/g, "");
  return /[dy]/i.test(signs) && !/[0#?]/.test(signs.replace(/0+$/, ""));
}

const EPOCH_1900 = dayNumberOf("1899-12-30");
const EPOCH_1904 = dayNumberOf("1904-01-01");
const LAST_SERIAL = 2_958_465;

/**
 * The day of a serial number. Excel believes in 29 February 1900: days before March of that year are one more
 * than they say. Undefined for a number that is no day.
 */
export function dayOfSerial(serial: number, { is1904 }: { is1904: boolean }): string | undefined {
  const whole = Math.floor(serial);
  if (!Number.isFinite(serial) || whole < (is1904 ? 0 : 1) || whole > LAST_SERIAL) return undefined;
  if (is1904) return dateOfDayNumber(EPOCH_1904 + whole);
  if (whole === 60) return undefined;
  return dateOfDayNumber(EPOCH_1900 + whole + (whole < 60 ? 1 : 0));
}

/** As people would type it, with a decimal comma: `1234.5` is `1234,5`, whatever binary left behind is cut. */
export function numberText(raw: string): string {
  const number = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(number)) return raw;
  const exact = Number(number.toPrecision(15));
  const digits =
    Math.abs(exact) >= 1e21 || (exact !== 0 && Math.abs(exact) < 1e-6) ? raw : String(exact);
  return digits.replace(".", ",");
}

/** `_x000D_` is how a workbook writes characters that XML cannot hold. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}
