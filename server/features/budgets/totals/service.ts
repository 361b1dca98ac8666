import type { Transaction } from "../../../../db/connection.ts";
import { findApprovedBudget } from "../../../../db/queries/budgets-in-force.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { InvalidInput } from "../../../errors.ts";
import type { Halere } from "../../../values/money.ts";
import { drawdownAt, refreshDrawdownTotals } from "../../drawdowns/service.ts";

/**
 * A total typed by hand: nobody's once a budget is approved, since it is what the budget comes to.
 * @throws InvalidInput `total: followsBudget`
 */
export async function checkTypedTotal(
  trx: Transaction,
  projectId: number,
  { before, after }: { before: Halere | null; after: Halere | null },
): Promise<void> {
  if (before === after) return;
  if (await findApprovedBudget(trx, projectId)) throw new InvalidInput({ total: "followsBudget" });
}

/**
 * Keeps what is beside the project true after its total was typed.
 * @throws InvalidInput `total: belowDrawn` with what was drawn already, when the project would have less
 */
export async function settleTypedTotal(trx: Transaction, projectId: number): Promise<void> {
  try {
    await refreshDrawdownTotals(trx, projectId);
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { recorded, flat, requests } = await drawdownAt(trx, projectId, EVER);
    const { claimedDirect, claimedFlat, cut, moved } = requests;
    const drawn = Math.max(recorded.direct + flat, claimedDirect + claimedFlat - cut - moved);
    throw new InvalidInput({ total: `belowDrawn:${drawn}` });
  }
}
