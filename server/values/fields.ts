import { z } from "zod";
import { parseCalendarDate } from "./calendar-date.ts";
import { parseDecimal } from "./decimal.ts";
import { parseEmailAddress } from "./email-address.ts";
import { type AmountRefusal, parseHalere } from "./money.ts";
import { parseTimeOfDay } from "./time-of-day.ts";

/**
 * The kinds of field that forms are made of. Each takes the text as typed and gives the value that is
 * stored; an empty optional field is null. Messages are keys of `texts.errors`.
 */

// Lone surrogates and NUL cannot be stored by PostgreSQL; other control characters have no place in a text.
const UNUSABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\p{Surrogate}]/u;

export function text(most = 200) {
  return optionalText(most).refine((value): value is string => value !== null, "required");
}

export function optionalText(most = 200) {
  return z
    .string()
    .default("")
    .transform((typed) => typed.replace(/\r\n?/g, "\n").normalize("NFC").trim())
    .refine((value) => !UNUSABLE.test(value), "unusableText")
    .refine((value) => value.length <= most, `tooLong:${most}`)
    .transform((value) => (value === "" ? null : value));
}

/** Several lines, each an item; blank ones left out. */
export function lines(most = 50, length = 500) {
  return z
    .string()
    .default("")
    .transform((typed) =>
      typed
        .normalize("NFC")
        .split(/\r\n?|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ""),
    )
    .refine((items) => items.length <= most, `atMost:${most}`)
    .refine((items) => items.every((item) => item.length <= length), `tooLong:${length}`)
    .refine((items) => items.every((item) => !UNUSABLE.test(item)), "unusableText");
}

export function day() {
  return optionalDay().refine((value): value is string => value !== null, "required");
}

export function optionalDay() {
  return read(parseCalendarDate, "validDate");
}

/** `HH:MM` */
export function optionalTime() {
  return read(parseTimeOfDay, "validTime");
}

export function time() {
  return optionalTime().refine((value): value is string => value !== null, "required");
}

/** A decimal number as an integer scaled by `decimals`; both bounds are in that scale. */
export function optionalDecimal(decimals: number, bounds: { least?: number; most?: number } = {}) {
  const { least = -(10 ** 14), most = 10 ** 14 } = bounds;
  return read(
    (typed) => parseDecimal(typed, decimals),
    decimals === 0 ? "wholeNumber" : "validNumber",
  )
    .refine((value) => value === null || value >= least, `atLeast:${least / 10 ** decimals}`)
    .refine((value) => value === null || value <= most, `atMost:${most / 10 ** decimals}`);
}

export function decimal(decimals: number, bounds: { least?: number; most?: number } = {}) {
  return optionalDecimal(decimals, bounds).refine(
    (value): value is number => value !== null,
    "required",
  );
}

/** An amount in crowns as whole haléře. */
export function optionalHalere() {
  return trimmed.transform((typed, context) => {
    if (typed === "") return null;
    const reading = parseHalere(typed);
    if (reading.ok) return reading.halere;
    context.addIssue({ code: "custom", message: amountFault(reading.reason, typed) });
    return z.NEVER;
  });
}

const OTHER_CURRENCY = /[€$£]|\b(?:eur|euro|usd|gbp|pln|chf)\b/i;

function amountFault(reason: AmountRefusal, typed: string): string {
  if (reason === "ambiguous") return "ambiguousAmount";
  return OTHER_CURRENCY.test(typed) ? "otherCurrency" : "validAmount";
}

export function email() {
  return optionalEmail().refine((value): value is string => value !== null, "required");
}

export function optionalEmail() {
  return read(parseEmailAddress, "validEmail");
}

export function optionalUrl() {
  return read(
    (typed) => (/^https?:\/\/[^\s]+$/i.test(typed) && typed.length <= 500 ? typed : undefined),
    "validUrl",
  );
}

/** The id of a record chosen from a list; whether it may be chosen is the service's to say. */
export function optionalId() {
  return read(
    (typed) => (/^[1-9]\d{0,8}$/.test(typed) ? Number(typed) : undefined),
    "unknownChoice",
  );
}

export function id() {
  return optionalId().refine((value): value is number => value !== null, "required");
}

/** Any number of records chosen up to `most`; a form sends none, one or a list. */
export function ids(most = 200) {
  return z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .default([])
    .transform((all) => all.filter((one) => one !== ""))
    .refine((all) => all.length <= most, "unknownChoice")
    .refine((all) => all.every((one) => /^[1-9]\d{0,8}$/.test(one)), "unknownChoice")
    .transform((all) => [...new Set(all.map(Number))]);
}

export function choice<const Value extends string>(values: readonly Value[]) {
  return z.string().pipe(z.enum(values as unknown as [Value, ...Value[]]));
}

/** One of the values, or null where nothing is chosen. */
export function optionalChoice<const Value extends string>(values: readonly Value[]) {
  return z
    .union([choice(values), z.literal("")])
    .optional()
    .transform((chosen) => (chosen === "" || chosen === undefined ? null : chosen));
}

export function checkbox() {
  return z
    .string()
    .optional()
    .transform((value) => value === "true" || value === "on");
}

/** Edition of the record the form was opened with. */
export function version() {
  return z
    .string()
    .regex(/^[1-9]\d{0,8}$/, "required")
    .transform(Number);
}

const trimmed = z
  .string()
  .default("")
  .transform((typed) => typed.replaceAll("\u00a0", " ").trim());

/** An optional value with a form of its own: `reader` gives undefined for what is not one. */
export function read<Value>(reader: (typed: string) => Value | undefined, message: string) {
  return trimmed.transform((typed, context): Value | null => {
    if (typed === "") return null;
    const value = typed.length <= 500 ? reader(typed) : undefined;
    if (value !== undefined) return value;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}
