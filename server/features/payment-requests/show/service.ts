import type { Database } from "../../../../db/connection.ts";
import { type HistoryLine, listHistory } from "../../../../db/queries/audit-events.ts";
import { type ClaimsOfLine, listClaimsByLine } from "../../../../db/queries/claim-sums.ts";
import { type ClaimScope, countClaimRows, listClaimRows } from "../../../../db/queries/claims.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { listReceipts, type Receipt } from "../../../../db/queries/payment-request-facts.ts";
import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import type { ClaimsOnPage } from "../claims/rules.ts";
import { loadFrame, type RequestFrame } from "../frame.ts";
import { type Asking, askingOf } from "../sums.ts";

export interface RequestPage {
  request: PaymentRequest;
  frame: RequestFrame;
  asking: Asking;
  claims: ClaimsOnPage;
  lines: ClaimsOfLine[];
  receipts: Receipt[];
  history: HistoryLine[];
}

/** Everything the page of a request shows, in a fixed number of queries. */
export async function loadRequestPage(
  db: Database,
  request: PaymentRequest,
  { scope, page }: { scope: ClaimScope; page: { limit: number; offset: number } },
): Promise<RequestPage> {
  const frame = await loadFrame(db, request);
  const asking = await askingOf(db, request, frame);
  const { filter } = frame;
  const counts = await countClaimRows(db, filter);
  const rows = await listClaimRows(db, filter, { scope, ...page });
  const lines = await listClaimsByLine(db, request.id, filter.versionId);
  const receipts = await listReceipts(db, request.id, EVER);
  const of = { objectType: "payment-request", objectId: request.id, limit: 30 };
  const history = await listHistory(db, of);
  return { request, frame, asking, claims: { rows, counts }, lines, receipts, history };
}
