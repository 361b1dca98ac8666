import { formatScaled } from "../values/decimal.ts";
import { hoursOf } from "../values/duration.ts";
import type { Halere } from "../values/money.ts";
import { type BasisPoints, WHOLE } from "../values/percent.ts";
import type { Language } from "./index.ts";
import { LOCALES } from "./locales.ts";

export interface NumberFormats {
  /** Up to three decimal places. */
  number(n: number): string;
  /** A scaled integer with all its places: `scaled(123450, 2)` is `1 234,50` */
  scaled(value: number, decimals: number): string;
  /** The same with the places it has: `trimmed(15000, 4)` is `1,5` */
  trimmed(value: number, decimals: number): string;
  /** Scaled for the value of a form field: `1234,50` */
  inputScaled(value: number, decimals: number): string;
  /** `15 795 600,05 Kč`, `CZK 15,795,600.05` */
  money(amount: Halere): string;
  /** Rounded to crowns, half away from zero: `15 795 600 Kč` */
  wholeMoney(amount: Halere): string;
  /** For the value of a form field: `15795600,05` */
  inputMoney(amount: Halere): string;
  /** In whole per cent, yet `0 %` means nothing and `100 %` all of it: 9999 is `99 %`. */
  percent(points: BasisPoints): string;
  /** A share in millionths with the places it has: `76,735 %` */
  share(partsPerMillion: number): string;
  /** Minutes in hours, to two places at most: `12,5 h` */
  hours(minutes: number): string;
  /** The same where the unit stands elsewhere: `12,5` */
  hourCount(minutes: number): string;
  /** `850 B`, `1,4 MB` */
  bytes(size: number): string;
}

const UNITS_OF_BYTES = ["B", "kB", "MB", "GB"];

export function numberFormats(language: Language): NumberFormats {
  const { decimal, group, money, percent } = numberSigns(LOCALES[language]);
  const plain = new Intl.NumberFormat(LOCALES[language]);
  const short = new Intl.NumberFormat(LOCALES[language], { maximumSignificantDigits: 2 });

  const scaled = (value: number, decimals: number) => {
    const [whole = "", fraction] = formatScaled(value, decimals).split(".");
    const grouped = withGroups(whole, group);
    return fraction === undefined ? grouped : grouped + decimal + fraction;
  };
  const inputScaled = (value: number, decimals: number) => formatScaled(value, decimals, decimal);

  const trimmed = (value: number, decimals: number) => {
    const [whole = "", fraction = ""] = scaled(value, decimals).split(decimal);
    const places = fraction.replace(/0+$/, "");
    return places === "" ? whole : whole + decimal + places;
  };

  const hourCount = (minutes: number) => plain.format(hoursOf(minutes));

  return {
    number: (n) => plain.format(n),
    scaled,
    trimmed,
    inputScaled,
    money: (amount) => wrap(scaled(amount, 2), money),
    wholeMoney: (amount) => wrap(scaled(hundredsOf(amount), 0), money),
    inputMoney: (amount) => inputScaled(amount, 2),
    percent: (points) => wrap(scaled(honestPercent(points), 0), percent),
    share: (partsPerMillion) => wrap(trimmed(partsPerMillion, 4), percent),
    hours: (minutes) => `${hourCount(minutes)}\u00a0h`,
    hourCount,
    bytes: (size) => {
      let unit = 0;
      let value = size;
      for (; value >= 999.5 && unit < UNITS_OF_BYTES.length - 1; unit += 1) value /= 1000;
      const amount = value < 100 ? short.format(value) : plain.format(Math.round(value));
      return `${amount}\u00a0${UNITS_OF_BYTES[unit]}`;
    },
  };
}

/** The bound that a message about a field names, in the places it has: `0,01`, `100 000`. */
export function boundFormat(language: Language): (bound: string) => string {
  const format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 6 });
  return (bound) => format.format(Number(bound));
}

interface Around {
  before: string;
  after: string;
}

/** Asked of the runtime once: formatting through it takes several times longer than joining text. */
function numberSigns(locale: string) {
  const sample = new Intl.NumberFormat(locale).formatToParts(1234567.5);
  const signOf = (type: "group" | "decimal") =>
    sample.find((part) => part.type === type)?.value ?? "";
  const crown = { style: "currency", currency: "CZK", maximumFractionDigits: 0 } as const;
  return {
    group: signOf("group"),
    decimal: signOf("decimal"),
    money: around(new Intl.NumberFormat(locale, crown)),
    percent: around(new Intl.NumberFormat(locale, { style: "percent" })),
  };
}

function around(format: Intl.NumberFormat): Around {
  const [before = "", after = ""] = format.format(0).split("0");
  return { before, after };
}

/** The minus stands before a currency too: `-CZK 5`. */
function wrap(number: string, { before, after }: Around): string {
  return number.startsWith("-") ? `-${before}${number.slice(1)}${after}` : before + number + after;
}

function withGroups(digits: string, separator: string): string {
  const first = digits.startsWith("-") ? 1 : 0;
  let grouped = "";
  let end = digits.length;
  for (; end - first > 3; end -= 3) grouped = separator + digits.slice(end - 3, end) + grouped;
  return digits.slice(0, end) + grouped;
}

function honestPercent(points: BasisPoints): number {
  const rounded = hundredsOf(points);
  if (rounded === 0) return Math.sign(points);
  return points < WHOLE ? Math.min(rounded, 99) : rounded;
}

/** Rounded half away from zero. */
function hundredsOf(value: number): number {
  const size = Math.abs(value);
  const rest = size % 100;
  const hundreds = (size - rest) / 100 + (rest >= 50 ? 1 : 0);
  return value < 0 && hundreds !== 0 ? -hundreds : hundreds;
}
