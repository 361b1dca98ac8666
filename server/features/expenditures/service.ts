import type { Transaction } from "../../../db/connection.ts";
import { sumClaimsOf, updateKeptClaims } from "../../../db/queries/claimable-expenditures.ts";
import { stateOfClaims } from "./rules.ts";

const ASKED_AT_ONCE = 500;

/**
 * Keeps beside the expenditures what their claims hold, and the state that follows: called in the
 * transaction of every change of a claim or of a request's state. The database refuses to hold more of an
 * expenditure than there is.
 */
export async function refreshExpenditureKept(
  trx: Transaction,
  ids: readonly number[],
): Promise<void> {
  for (let from = 0; from < ids.length; from += ASKED_AT_ONCE) {
    const sums = await sumClaimsOf(trx, ids.slice(from, from + ASKED_AT_ONCE));
    const kept = sums.map((claims) => ({
      id: claims.expenditureId,
      state: stateOfClaims(claims),
      claimedHalere: claims.held,
      approvedHalere: claims.approved,
      cutHalere: claims.cut,
    }));
    await updateKeptClaims(trx, kept);
  }
}
