import type { ClaimRow, ClaimScope, ClaimWish, CutWish } from "../../../../db/queries/claims.ts";
import type { FieldErrors } from "../../../errors.ts";
import type { Halere } from "../../../values/money.ts";

/** Rows of one page of a scope, and how many each scope has. */
export interface ClaimsOnPage {
  rows: ClaimRow[];
  counts: Record<ClaimScope, number>;
}

/** A row of the form: ticked or not, with a sum if only a part is claimed. */
export interface ClaimEntry {
  expenditureId: number;
  isClaimed: boolean;
  amount: Halere | null;
}

/** A row of the form of a decision. */
export interface CutEntry {
  expenditureId: number;
  cut: Halere;
  moved: Halere;
  reason: string | null;
}

type Checked<Wish> = { wishes: Wish[]; errors: FieldErrors };

/** What the rows ask for: all that is left unless a part is typed. Rows that cannot be met are named. */
export function claimWishes(
  entries: readonly ClaimEntry[],
  rows: readonly ClaimRow[],
): Checked<ClaimWish> {
  const byId = new Map(rows.map((row) => [row.expenditureId, row]));
  const errors: FieldErrors = {};
  const wishes = entries.map(({ expenditureId, isClaimed, amount }) => {
    const row = byId.get(expenditureId);
    const wish = { expenditureId, claimedHalere: 0 };
    if (!isClaimed) return wish;
    if (!row) errors[`amount-${expenditureId}`] = "notClaimable";
    else if (amount !== null && amount > row.mostHalere)
      errors[`amount-${expenditureId}`] = `overClaimable:${row.mostHalere}`;
    return { ...wish, claimedHalere: amount ?? row?.mostHalere ?? 0 };
  });
  return { wishes, errors };
}

/** What the rows take away; a reason is owed for anything. */
export function cutWishes(
  entries: readonly CutEntry[],
  rows: readonly ClaimRow[],
): Checked<CutWish> {
  const byId = new Map(rows.map((row) => [row.expenditureId, row]));
  const errors: FieldErrors = {};
  const wishes = entries.flatMap(({ expenditureId, cut, moved, reason }) => {
    const row = byId.get(expenditureId);
    if (!row) return [];
    const { claimedHalere } = row;
    if (cut + moved > claimedHalere)
      errors[`cut-${expenditureId}`] = `overClaimed:${claimedHalere}`;
    if (cut + moved > 0 && reason === null) errors[`reason-${expenditureId}`] = "reasonOfCut";
    const kept = cut + moved > 0 ? reason : null;
    return [{ expenditureId, claimedHalere, cutHalere: cut, movedHalere: moved, reason: kept }];
  });
  return { wishes, errors };
}
