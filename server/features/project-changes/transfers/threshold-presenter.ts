import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import { percentOf } from "../../../values/percent.ts";
import { isSubstantialTransfer, transferredBetweenChapters } from "../versions/rules.ts";
import type { Wording } from "../words.ts";
import type { TransferBasis } from "./service.ts";

/** What went between chapters since the last budget agreed to as a whole; null where there is none. */
export function presentThreshold(
  basis: TransferBasis | null,
  lines: readonly BudgetLine[],
  { texts, formats }: Wording,
): { text: string; isBeyond: boolean } | null {
  if (!basis) return null;
  const { version, thresholdPercent } = basis;
  const transferred = transferredBetweenChapters(basis.lines, lines);
  if (transferred === 0) return null;
  const words = texts.budgetVersions.transfer;
  const isBeyond = isSubstantialTransfer(transferred, {
    eligible: version.eligible,
    thresholdPercent,
  });
  const text = (isBeyond ? words.beyond : words.within)(
    formats.money(transferred),
    formats.share((percentOf(transferred, version.eligible) ?? 0) * 100),
    formats.number(version.number),
    formats.percent(thresholdPercent * 100),
  );
  return { text, isBeyond };
}
