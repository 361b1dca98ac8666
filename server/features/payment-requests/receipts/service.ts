import { EVER } from "../../../../db/queries/facts.ts";
import {
  insertRequestFact,
  listReceipts,
  listSumsOfRequests,
} from "../../../../db/queries/payment-request-facts.ts";
import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import { keepRequest, type RequestKey, recordRequest, requestAt, stampOf } from "../keeping.ts";

type Doing = Pick<Deps, "db" | "clock">;

export interface ReceiptEntry {
  version: number;
  receivedOn: CalendarDate;
  /** Below nought: returned to the provider. */
  amount: Halere;
  note: string | null;
}

/** A payment that came, or a refund that went. */
export async function recordReceipt(
  deps: Doing,
  author: Author,
  key: RequestKey,
  { version, receivedOn, amount, note }: ReceiptEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await requestAt(one, key, { from: ["approved", "paid"], version });
    if (receivedOn > pragueDay(one.at)) throw new InvalidInput({ receivedOn: "notInFuture" });
    await checkRefund(one, key.projectId, amount);
    await insertRequestFact(one.trx, {
      ...{ requestId: request.id, projectId: key.projectId, kind: "received", note },
      ...stampOf(one, receivedOn),
      sums: { received: amount },
    });
    await keepReceived(one, request);
    recordRequest(one, key, "payment-request.received", {
      receivedOn: [null, receivedOn],
      receivedHalere: [null, amount],
    });
  });
}

/** Takes back a receipt entered by mistake; the row stays, corrected by one without a sum. */
export async function removeReceipt(
  deps: Doing,
  author: Author,
  key: RequestKey,
  receiptId: number,
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await requestAt(one, key, { from: ["paid"] });
    const receipts = await listReceipts(one.trx, request.id, EVER);
    const receipt = receipts.find(({ id }) => id === receiptId);
    if (!receipt) throw new NotFound("receipt");
    await checkRefund(one, key.projectId, -receipt.receivedHalere);
    await insertRequestFact(one.trx, {
      ...{ requestId: request.id, projectId: key.projectId, kind: "received" },
      ...stampOf(one, receipt.validOn),
      correctsId: receipt.id,
    });
    await keepReceived(one, request);
    recordRequest(one, key, "payment-request.receipt-removed", {
      receivedOn: [receipt.validOn, null],
      receivedHalere: [receipt.receivedHalere, null],
    });
  });
}

/** Nobody can return more than has come. */
async function checkRefund({ trx }: Change, projectId: number, amount: Halere): Promise<void> {
  if (amount >= 0) return;
  const all = await listSumsOfRequests(trx, projectId, EVER);
  const received = all.reduce((sum, one) => sum + one.received, 0);
  if (received + amount < 0) throw new InvalidInput({ amount: "refundOverReceived" });
}

async function keepReceived(one: Change, request: PaymentRequest): Promise<void> {
  const receipts = await listReceipts(one.trx, request.id, EVER);
  await keepRequest(one, request, { state: receipts.length > 0 ? "paid" : "approved" });
}
