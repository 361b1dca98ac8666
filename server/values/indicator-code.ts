import { optionalText } from "./fields.ts";

/** As stored: the digits of a code without blanks (`600 000` is `600000`), other codes as written. */
export function normalizeIndicatorCode(text: string): string {
  const joined = text.replace(/\s+/g, "");
  return /^\d+$/.test(joined) ? joined : text.replace(/\s+/g, " ").trim();
}

/** As shown: six digits in two groups that do not part at the end of a line. */
export function formatIndicatorCode(code: string): string {
  return /^\d{6}$/.test(code) ? `${code.slice(0, 3)}\u00a0${code.slice(3)}` : code;
}

/** The field of a form. */
export function indicatorCode() {
  return optionalText(20).transform((typed) => typed && normalizeIndicatorCode(typed));
}
