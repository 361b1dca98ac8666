import type { ClaimsOfExpenditure } from "../../../db/queries/claimable-expenditures.ts";
import type { ExpenditureState } from "../../../db/queries/expenditures.ts";

/**
 * How far an expenditure has come. While any of its claims is undecided it is claimed; then what was
 * approved names it, then what was cut; of what was only moved nothing is left in a request.
 */
export function stateOfClaims(claims: ClaimsOfExpenditure): ExpenditureState {
  if (claims.claims === 0) return claims.recordedState;
  if (claims.undecided > 0) return "claimed";
  if (claims.approved > 0) return "approved";
  return claims.cut > 0 ? "cut" : "moved";
}
