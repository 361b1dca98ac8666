import { parseDecimal } from "../../../values/decimal.ts";
import type { Halere } from "../../../values/money.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { type FlatRateBases, flatRateOf } from "../../drawdowns/rules.ts";

export interface FlatRate {
  kind: string;
  rateBp: BasisPoints;
}

export type RateReading = { ok: true; rate: FlatRate } | { ok: false; message: string };

interface Given {
  percent: string;
  amount: Halere | null;
  /** What the line of the same code is paid by already. */
  known: FlatRate | null;
}

/**
 * Which flat rate a line of chapter 1.2 is. The export tells how many per cent, not of what: that follows
 * from the amount, which one of the bases has to give. Of kinds with one base it is the narrowest that allows
 * as much.
 */
export function flatRateFor(
  { percent, amount, known }: Given,
  bases: FlatRateBases,
  allowed: readonly { kind: string; mostBp: BasisPoints }[],
): RateReading {
  const rates = ratesIn(percent);
  if (rates.length === 0)
    return { ok: false, message: percent === "" ? "rateMissing" : "validRate" };
  const comesOut = (rate: FlatRate) => amount === null || flatRateOf(rate, bases) === amount;
  if (known && rates.includes(known.rateBp) && comesOut(known)) return { ok: true, rate: known };
  const narrowFirst = allowed.toSorted((a, b) => a.mostBp - b.mostBp);
  const possible = rates.flatMap((rateBp) =>
    narrowFirst
      .filter(({ mostBp }) => rateBp <= mostBp)
      .map(({ kind }) => ({ kind, rateBp }))
      .filter(comesOut),
  );
  const [first] = possible;
  if (!first) return { ok: false, message: "rateGivesOther" };
  // Two rates that both come out, of nothing: nobody can tell which one is meant.
  if (possible.some(({ rateBp }) => rateBp !== first.rateBp))
    return { ok: false, message: "ambiguousRate" };
  return { ok: true, rate: first };
}

/** `40`, `40 %`, or `0,4` as a cell of a spreadsheet shown in per cent has it. */
function ratesIn(percent: string): BasisPoints[] {
  const isSigned = percent.endsWith("%");
  const number = percent.replace(/\s*%$/, "");
  const inPercent = parseDecimal(number, 2);
  const asShare = isSigned ? undefined : parseDecimal(number, 4);
  const isRate = (one: number | undefined): one is number =>
    one !== undefined && one >= 0 && one <= 10_000;
  return [...new Set([inPercent, asShare].filter(isRate))];
}
