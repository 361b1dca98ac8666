import {
  isClaimedTwice,
  recordClaimed,
  recordClaimsWithdrawn,
} from "../../../../db/queries/claim-facts.ts";
import { clearCuts } from "../../../../db/queries/claims.ts";
import { findMilestone } from "../../../../db/queries/milestones.ts";
import {
  findStandingFact,
  insertRequestFact,
} from "../../../../db/queries/payment-request-facts.ts";
import { findRequestDuty, type PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { completeMilestone } from "../../milestones/completion/service.ts";
import { loadFrame } from "../frame.ts";
import { keepRequest, type RequestKey, recordRequest, requestAt, stampOf } from "../keeping.ts";
import { askingOf } from "../sums.ts";

type Doing = Pick<Deps, "db" | "clock">;

/**
 * Asks for what the request claims, with the flat rate of the budget; the duty of its period is done with it.
 * @throws InvalidInput `form: overTheProject` when more would be claimed than the project has, and
 * `form: claimedInReturned` when a returned request has not let go of an expenditure yet
 */
export async function submitRequest(
  deps: Doing,
  author: Author,
  key: RequestKey,
  { version, submittedOn }: { version: number; submittedOn: CalendarDate },
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await requestAt(one, key, { from: ["draft", "returned"], version });
    if (submittedOn > pragueDay(one.at)) throw new InvalidInput({ submittedOn: "notInFuture" });
    const frame = await loadFrame(one.trx, request);
    const { claims, flat } = await askingOf(one.trx, request, frame);
    const { advanceHalere: advance, incomeHalere: income } = request;
    if (claims.direct + advance === 0) throw new InvalidInput({ form: "requestEmpty" });
    const stamp = stampOf(one, submittedOn);
    await insertRequestFact(one.trx, {
      ...{ requestId: request.id, projectId: key.projectId, kind: "submitted", ...stamp },
      sums: { advance, direct: claims.direct, flat, income },
      correctsId: await findStandingFact(one.trx, request.id, "submitted"),
    });
    await recordClaimed(one.trx, request.id, stamp);
    if (await isClaimedTwice(one.trx, { projectId: key.projectId, requestId: request.id }))
      throw new InvalidInput({ form: "claimedInReturned" });
    await keepRequest(one, request, { state: "submitted" });
    await completeDuty(one, request, submittedOn);
    recordRequest(one, key, "payment-request.submitted", {
      submittedOn: [request.submittedOn, submittedOn],
      advanceHalere: [null, advance || null],
      directHalere: [request.directHalere || null, claims.direct],
      flatHalere: [request.flatHalere || null, flat],
    });
  });
}

async function completeDuty(
  one: Change,
  { projectId, milestoneId, periodId, kind }: PaymentRequest,
  doneOn: CalendarDate,
): Promise<void> {
  const duty = milestoneId ?? (await findRequestDuty(one.trx, { projectId, periodId, kind }));
  if (duty === null) return;
  const milestone = await findMilestone(one.trx, { projectId, id: duty });
  if (!milestone || milestone.doneOn !== null || milestone.cancelledOn !== null) return;
  await completeMilestone(one, { projectId, id: duty }, { doneOn });
}

/** Back to who submitted it: it goes on holding what it claims, and is submitted again. */
export async function returnRequest(
  deps: Doing,
  author: Author,
  key: RequestKey,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await requestAt(one, key, { from: ["submitted"], version });
    await clearCuts(one.trx, request.id);
    await keepRequest(one, request, { state: "returned", reason });
    recordRequest(one, key, "payment-request.returned", { reason: [null, reason] });
  });
}

/** Asked for no longer: what it claimed may be claimed by another request. */
export async function withdrawRequest(
  deps: Doing,
  author: Author,
  key: RequestKey,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const from = ["draft", "submitted", "returned"] as const;
    const request = await requestAt(one, key, { from, version });
    const stamp = stampOf(one, pragueDay(one.at));
    const asked = await findStandingFact(one.trx, request.id, "submitted");
    if (asked !== null) {
      await insertRequestFact(one.trx, {
        ...{ requestId: request.id, projectId: key.projectId, kind: "withdrawn", ...stamp },
        note: reason,
        correctsId: asked,
      });
      await recordClaimsWithdrawn(one.trx, request.id, stamp);
    }
    await clearCuts(one.trx, request.id);
    await keepRequest(one, request, { state: "withdrawn", reason });
    recordRequest(one, key, "payment-request.withdrawn", { reason: [null, reason] });
  });
}
