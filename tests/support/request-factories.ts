import type { Connection } from "../../db/connection.ts";
import { insert } from "./factories.ts";
import { createPaymentRequest } from "./money-factories.ts";

/** A paid request with a payment, for tests that only need one to be there. */
export async function createRequestParts(
  db: Connection,
  projectId: number,
): Promise<{ requestId: number; receiptId: number }> {
  const requestId = await createPaymentRequest(db, projectId, {
    ...{ state: "paid", received_halere: 100_000, received_on: "2026-01-20" },
  });
  const receiptId = await insert(db, "payment_request_facts", {
    ...{ payment_request_id: requestId, project_id: projectId, kind: "received" },
    ...{ received_halere: 100_000, valid_on: "2026-01-20" },
    recorded_at: "2026-01-20T08:00:00.000Z",
  });
  return { requestId, receiptId };
}
