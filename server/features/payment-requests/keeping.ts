import { listClaimedIds } from "../../../db/queries/claims.ts";
import { EVER } from "../../../db/queries/facts.ts";
import { findSumsOfRequest } from "../../../db/queries/payment-request-facts.ts";
import {
  findPaymentRequest,
  type PaymentRequest,
  type RequestState,
  updateRequestKept,
} from "../../../db/queries/payment-requests.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import type { Change } from "../../change.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { refreshDrawdownTotals } from "../drawdowns/service.ts";
import { refreshExpenditureKept } from "../expenditures/service.ts";

export interface RequestKey {
  projectId: number;
  id: number;
}

/**
 * The request as it stands, in a state from which the step may be taken; whoever else changes money of the
 * project waits.
 * @throws Conflict from any other state, or when the form was opened on another version
 */
export async function requestAt(
  { trx }: Change,
  key: RequestKey,
  { from, version }: { from: readonly RequestState[]; version?: number },
): Promise<PaymentRequest> {
  await lockProject(trx, key.projectId);
  const request = await findPaymentRequest(trx, key);
  if (!request) throw new NotFound("payment request");
  if (!from.includes(request.state)) throw new Conflict("requestStep");
  if (version !== undefined && version !== request.version) throw new Conflict("changedMeanwhile");
  return request;
}

/** Of a request that nothing has happened to yet. */
const NO_SUMS = {
  ...{ direct: 0, flat: 0, approvedDirect: 0, approvedFlat: 0, cut: 0, moved: 0 },
  ...{ settled: 0, received: 0, submittedOn: null, decidedOn: null, receivedOn: null },
};

/** Brings everything kept beside facts and claims of a request up to them, the totals of the project included. */
export async function keepRequest(
  { trx, at }: Change,
  request: PaymentRequest,
  { state, reason = null }: { state: RequestState; reason?: string | null },
): Promise<void> {
  const sums = (await findSumsOfRequest(trx, request.id, EVER)) ?? NO_SUMS;
  const { submittedOn, decidedOn, receivedOn } = sums;
  await updateRequestKept(trx, request.id, {
    ...{ state, returnedReason: reason, submittedOn, decidedOn, receivedOn },
    returnedOn: state === "returned" ? pragueDay(at) : null,
    directHalere: sums.direct,
    flatHalere: sums.flat,
    approvedDirectHalere: sums.approvedDirect,
    approvedFlatHalere: sums.approvedFlat,
    cutHalere: sums.cut,
    movedHalere: sums.moved,
    settledHalere: sums.settled,
    receivedHalere: sums.received,
  });
  await refreshExpenditureKept(trx, await listClaimedIds(trx, request.id));
  await keepTotals(trx, request.projectId);
}

/** A form of a request has no field for what the whole project may have. */
async function keepTotals(trx: Change["trx"], projectId: number): Promise<void> {
  try {
    await refreshDrawdownTotals(trx, projectId);
  } catch (error) {
    if (error instanceof InvalidInput && error.errors.amount !== undefined)
      throw new InvalidInput({ form: error.errors.amount });
    throw error;
  }
}

/** Tells the history of a request what happened to it. */
export function recordRequest(
  one: Change,
  { projectId, id: objectId }: RequestKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "payment-request", objectId, projectId, changes });
}

/** Day of the event, instant and author: what every fact of it carries. */
export function stampOf({ at, by }: Change, validOn: string) {
  return { validOn, recordedAt: at, recordedBy: by };
}
