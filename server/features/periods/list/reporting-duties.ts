import type { DutyBoard } from "../../duties/service.ts";

export const reportingKinds = ["report", "payment-request"] as const;
export type ReportingKind = (typeof reportingKinds)[number];

/** What is written down of the report or the payment request of a period. */
export function reportingDuty(
  { duties }: DutyBoard,
  kind: ReportingKind,
  { number }: { number: number },
) {
  return duties.find(({ owed }) => owed.duty === kind && owed.period?.number === number)?.written;
}
