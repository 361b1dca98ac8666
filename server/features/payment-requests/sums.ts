import type { Database } from "../../../db/connection.ts";
import { type ClaimSums, listClaimSums, NO_CLAIMS } from "../../../db/queries/claim-sums.ts";
import { sumRequests } from "../../../db/queries/drawdowns.ts";
import { EVER } from "../../../db/queries/facts.ts";
import type { PaymentRequest } from "../../../db/queries/payment-requests.ts";
import type { Halere } from "../../values/money.ts";
import type { RequestFrame } from "./frame.ts";
import { flatClaimed } from "./rules.ts";

/** What a request would ask for if it were submitted now. */
export interface Asking {
  claims: ClaimSums;
  flat: Halere;
  /** What the cap leaves for this request; null where the project has no total. */
  room: Halere | null;
}

export async function askingOf(
  db: Database,
  request: PaymentRequest,
  { budget, rates, cap }: RequestFrame,
): Promise<Asking> {
  const { projectId, id } = request;
  const [sums] = await listClaimSums(db, { projectId, versionId: budget?.id ?? null }, id);
  const claims = sums ?? NO_CLAIMS;
  const all = await sumRequests(db, projectId, EVER);
  const standing = request.directHalere + request.flatHalere;
  const others = all.claimedDirect + all.claimedFlat - all.cut - all.moved - standing;
  const room = cap === null ? null : cap - others;
  const flat = flatClaimed(rates, claims, { room, roundings: request.number });
  return { claims, flat, room };
}
