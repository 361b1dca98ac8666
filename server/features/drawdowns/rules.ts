import type { RecordedSum } from "../../../db/queries/drawdowns.ts";
import type { Halere } from "../../values/money.ts";
import { type BasisPoints, roundedQuotient, WHOLE } from "../../values/percent.ts";

/** Sums that a flat rate may be taken of. */
export interface FlatRateBases {
  direct: Halere;
  /** Staff costs within the direct ones. */
  staff: Halere;
}

/**
 * What each kind of flat rate is taken of: Regulation (EU) 2021/1060, art. 54 to 56. Art. 55 sets staff costs
 * by the other direct ones.
 */
const BASES: Record<string, (bases: FlatRateBases) => Halere> = {
  "flat-rate-54a": ({ direct }) => direct,
  "flat-rate-54b": ({ staff }) => staff,
  "flat-rate-54c": ({ direct }) => direct,
  "flat-rate-55": ({ direct, staff }) => direct - staff,
  "flat-rate-56": ({ staff }) => staff,
};

export const flatRateKinds = Object.keys(BASES);

/** Rate × base, rounded once to the haléř, half away from zero. @throws RangeError on an unknown kind. */
export function flatRateOf(
  rate: { kind: string; rateBp: BasisPoints },
  bases: FlatRateBases,
): Halere {
  const base = BASES[rate.kind];
  if (!base) throw new RangeError(`No such flat rate: ${rate.kind}`);
  return Number(roundedQuotient(BigInt(base(bases)) * BigInt(rate.rateBp), BigInt(WHOLE)));
}

/** All flat rates of a budget together, each rounded by itself as its line is. */
export function flatRatesOf(
  rates: readonly { kind: string; rateBp: BasisPoints }[],
  bases: FlatRateBases,
): Halere {
  return rates.reduce((sum, rate) => sum + flatRateOf(rate, bases), 0);
}

export interface RecordedTogether extends FlatRateBases {
  ineligible: Halere;
  firstOn: string | null;
  lastOn: string | null;
}

/** Recorded expenditure as direct, staff and ineligible; without a line it is direct. */
export function recordedTogether(sums: readonly RecordedSum[]): RecordedTogether {
  const isEligible = ({ category }: RecordedSum) =>
    category !== "ineligible" && category !== "information";
  const add = (rows: readonly RecordedSum[]) => rows.reduce((total, row) => total + row.halere, 0);
  const eligible = sums.filter(isEligible);
  const days = eligible.flatMap(({ firstOn, lastOn }) => [firstOn, lastOn]).toSorted();
  return {
    direct: add(eligible),
    staff: add(eligible.filter(({ isStaff }) => isStaff)),
    ineligible: add(sums.filter((row) => !isEligible(row))),
    firstOn: days[0] ?? null,
    lastOn: days.at(-1) ?? null,
  };
}
