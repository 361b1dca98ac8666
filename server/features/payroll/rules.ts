import type { ContractCode, PayrollItemFields } from "../../../db/queries/payroll-items.ts";
import type { PositionContract } from "../../../db/queries/positions.ts";
import type { Halere } from "../../values/money.ts";
import { type BasisPoints, roundedQuotient, WHOLE } from "../../values/percent.ts";
import { FULL_WORKLOAD } from "../../values/workload.ts";

/** More hours than a month has, in hundredths. */
export const MOST_E2 = 74_400;

export const contractCodes = ["Smlouva", "DPC", "DPP", "DPPDo", "DPPNad"] as const;

const OF_CHAPTER: [string, readonly ContractCode[]][] = [
  ["1.1.1", ["Smlouva"]],
  ["1.1.2", ["DPC"]],
  ["1.1.3", ["DPP", "DPPDo", "DPPNad"]],
];

const OF_CONTRACT: Record<PositionContract, readonly ContractCode[]> = {
  employment: ["Smlouva"],
  dpc: ["DPC"],
  dpp: ["DPP", "DPPDo", "DPPNad"],
};

/**
 * The codes of contracts that the list of pay takes for a line: its chapter decides, as the programme's own
 * system has it; on a line of another chapter the contract of the position does.
 */
export function codesFor(
  lineCode: string | null,
  contract: PositionContract,
): readonly ContractCode[] {
  const chapter = OF_CHAPTER.find(
    ([code]) => lineCode === code || lineCode?.startsWith(`${code}.`) === true,
  );
  return chapter?.[1] ?? OF_CONTRACT[contract];
}

/** No levies are paid of an agreement within the limit of the law. */
export function paysLevies(code: ContractCode): boolean {
  return code !== "DPPDo";
}

/** The employer's levies, rounded to the haléř, half away from zero. */
export function leviesOf(base: Halere, rate: BasisPoints): Halere {
  return Number(roundedQuotient(BigInt(base) * BigInt(rate), BigInt(WHOLE)));
}

/** A document's sum as pay and its levies, which add up to it exactly. */
export function splitOf(amount: Halere, rate: BasisPoints): { pay: Halere; levies: Halere } {
  const pay = Number(roundedQuotient(BigInt(amount) * BigInt(WHOLE), BigInt(WHOLE + rate)));
  return { pay, levies: amount - pay };
}

type Sums = Pick<
  PayrollItemFields,
  "payHalere" | "otherWithLeviesHalere" | "leviesHalere" | "otherWithoutLeviesHalere"
>;

export function sumOf(item: Sums): Halere {
  return (
    item.payHalere + item.otherWithLeviesHalere + item.leviesHalere + item.otherWithoutLeviesHalere
  );
}

/**
 * Pay of a month: at a whole workload in the extent of the workload, of a month held only in part for its
 * weekdays; by the hour for the hours of the project. Rounded once.
 */
export function grossOf(
  pay: { payUnit: "month" | "hour"; payHalere: Halere },
  work: { workloadMilli: number; hoursE2: number; weekdays?: { held: number; all: number } },
): Halere {
  const { held, all } = work.weekdays ?? { held: 1, all: 1 };
  const [count, whole] =
    pay.payUnit === "month"
      ? [work.workloadMilli * held, FULL_WORKLOAD * all]
      : [work.hoursE2, 100];
  return Number(roundedQuotient(BigInt(pay.payHalere) * BigInt(count), BigInt(whole)));
}
