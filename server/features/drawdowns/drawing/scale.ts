import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import type { Halere } from "../../../values/money.ts";

/** Round values from nothing upwards that hold the greatest one. */
export function roundTicks(greatest: number): number[] {
  const step = roundStep(greatest / 4);
  const count = Math.max(1, Math.ceil(greatest / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** The smallest of 1, 2, 5, 10, 20 … that is not below. */
function roundStep(least: number): number {
  const power = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, least))));
  return [1, 2, 5, 10].map((one) => one * power).find((step) => step >= least) ?? power * 10;
}

export interface MoneyAxis {
  unit: string;
  label: (halere: Halere) => string;
}

const MILLION = 100_000_000;
const THOUSAND = 100_000;
const CROWN = 100;

/** Amounts of an axis in millions, thousands or crowns, so that they stay short. */
export function moneyAxis(
  greatest: Halere,
  { texts, formats }: { texts: Texts; formats: Formats },
): MoneyAxis {
  const { axis } = texts.drawdowns;
  const [size, unit] =
    greatest >= 2 * MILLION
      ? [MILLION, axis.millions]
      : greatest >= 2 * THOUSAND
        ? [THOUSAND, axis.thousands]
        : [CROWN, axis.crowns];
  return { unit, label: (halere) => formats.number(halere / size) };
}

export function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}
