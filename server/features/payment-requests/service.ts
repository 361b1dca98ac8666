import { listClaimedIds } from "../../../db/queries/claims.ts";
import {
  findPaymentRequest,
  findRequestDuty,
  insertPaymentRequest,
  isNumberTaken,
  type PaymentRequest,
  type RequestFields,
  updatePaymentRequest,
} from "../../../db/queries/payment-requests.ts";
import { findPeriod } from "../../../db/queries/periods.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import type { Change } from "../../change.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { claimWithin } from "./claims/service.ts";
import { isOpen } from "./frame.ts";
import { type RequestKey, recordRequest } from "./keeping.ts";
import type { EditedRequest, RequestEntry } from "./schema.ts";

export type { RequestEntry };

type Doing = Pick<Deps, "db" | "clock">;

/** A new request; if it is asked for, with everything of its period claimed at once. */
export async function createPaymentRequest(
  deps: Doing,
  author: Author,
  projectId: number,
  entry: RequestEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    const fields = await fieldsOf(one, { projectId, butId: null }, entry);
    const id = await insertPaymentRequest(one.trx, { ...fields, projectId, createdAt: one.at });
    const key = { projectId, id };
    const request = await requestFound(one, key);
    if (entry.claimsWhole && entry.kind !== "advance") await claimWithin(one, request, "period");
    recordRequest(one, key, "payment-request.created", changedFields<Told>({}, told(request)));
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the request */
export async function editPaymentRequest(
  deps: Doing,
  author: Author,
  key: RequestKey,
  { entry, formOf }: { entry: EditedRequest; formOf: FormOf<PaymentRequest> },
): Promise<void> {
  await change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    const before = await requestFound(one, key);
    const { version } = entry;
    const fields = isOpen(before.state)
      ? await fieldsOf(one, { projectId: key.projectId, butId: key.id }, entry)
      : { ...before, requestNumber: entry.requestNumber, note: entry.note };
    const updated = await updatePaymentRequest(one.trx, { id: key.id, version }, fields);
    if (updated === 0) throw await editedBefore(one, before, formOf);
    if (fields.kind === "advance" && (await listClaimedIds(one.trx, key.id)).length > 0)
      throw new InvalidInput({ kind: "advanceWithoutClaims" });
    const after = await requestFound(one, key);
    recordRequest(one, key, "payment-request.edited", changedFields(told(before), told(after)));
  });
}

function editedBefore(one: Change, before: PaymentRequest, formOf: FormOf<PaymentRequest>) {
  return editedMeanwhile(one.trx, {
    objectType: "payment-request",
    objectId: before.id,
    version: before.version,
    values: formOf(before),
  });
}

async function requestFound({ trx }: Change, key: RequestKey): Promise<PaymentRequest> {
  const request = await findPaymentRequest(trx, key);
  if (!request) throw new NotFound("payment request");
  if (request.state === "withdrawn") throw new Conflict("requestStep");
  return request;
}

async function fieldsOf(
  { trx }: Change,
  { projectId, butId }: { projectId: number; butId: number | null },
  entry: Omit<RequestEntry, "claimsWhole">,
): Promise<RequestFields> {
  const { number, kind, requestNumber, periodId, advance, income, note } = entry;
  if (await isNumberTaken(trx, { projectId, number, butId }))
    throw new InvalidInput({ number: "taken" });
  if (periodId !== null && !(await findPeriod(trx, { projectId, id: periodId })))
    throw new InvalidInput({ periodId: "unknownChoice" });
  if (kind === "advance" && !advance) throw new InvalidInput({ advance: "required" });
  const milestoneId = await findRequestDuty(trx, { projectId, periodId, kind });
  const sums = { advanceHalere: advance ?? 0, incomeHalere: income ?? 0 };
  return { number, kind, requestNumber, periodId, milestoneId, ...sums, note };
}

type Told = Partial<ReturnType<typeof told>>;

function told(request: PaymentRequest) {
  const { number, kind, requestNumber, periodNumber, note } = request;
  const advanceHalere = request.advanceHalere || null;
  const incomeHalere = request.incomeHalere || null;
  return { number, kind, requestNumber, periodNumber, advanceHalere, incomeHalere, note };
}
