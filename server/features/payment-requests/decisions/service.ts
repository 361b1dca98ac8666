import { recordDecided, recordUndecided } from "../../../../db/queries/claim-facts.ts";
import { type ClaimSums, listClaimSums, NO_CLAIMS } from "../../../../db/queries/claim-sums.ts";
import {
  decideClaims,
  isMovedClaimedElsewhere,
  undecideClaims,
} from "../../../../db/queries/claims.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import {
  findStandingFact,
  insertRequestFact,
  listSumsOfRequests,
} from "../../../../db/queries/payment-request-facts.ts";
import type { PaymentRequest } from "../../../../db/queries/payment-requests.ts";
import { listSources } from "../../../../db/queries/project-sources.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import type { Halere } from "../../../values/money.ts";
import { loadFrame } from "../frame.ts";
import { keepRequest, type RequestKey, recordRequest, requestAt, stampOf } from "../keeping.ts";
import { type Decided, type FlatParts, flatParts, settlementOf } from "../rules.ts";

type Doing = Pick<Deps, "db" | "clock">;

export interface Decision {
  version: number;
  decidedOn: CalendarDate;
  /** What of the flat part is approved; null: in proportion to the direct costs. */
  flat: Halere | null;
  note: string | null;
}

/** Approves what is neither cut nor moved; what was moved may be claimed again. */
export async function decideRequest(
  deps: Doing,
  author: Author,
  key: RequestKey,
  decision: Decision,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { version, decidedOn, note } = decision;
    const request = await requestAt(one, key, { from: ["submitted"], version });
    checkDay(request, decidedOn, pragueDay(one.at));
    const { rates, filter } = await loadFrame(one.trx, request);
    const [found] = await listClaimSums(one.trx, filter, request.id);
    const claims = found ?? NO_CLAIMS;
    const parts = partsOf(request, rates, claims, decision.flat);
    const direct = claims.direct - claims.cut - claims.moved;
    const approved = { direct, flat: parts.approved, income: request.incomeHalere };
    const stamp = stampOf(one, decidedOn);
    await decideClaims(one.trx, request.id);
    await insertRequestFact(one.trx, {
      ...{ requestId: request.id, projectId: key.projectId, kind: "approved", ...stamp, note },
      sums: {
        ...approved,
        cut: claims.cut + parts.cut,
        moved: claims.moved + parts.moved,
        settled: await settledBy(one, key.projectId, approved),
      },
      // A decision taken back stands as a row without sums: the next one takes its place.
      correctsId: await findStandingFact(one.trx, request.id, "approved"),
    });
    await recordDecided(one.trx, request.id, stamp);
    await keepRequest(one, request, { state: "approved" });
    recordRequest(one, key, "payment-request.decided", {
      decidedOn: [null, decidedOn],
      approvedHalere: [null, direct + parts.approved],
      cutHalere: [null, claims.cut + parts.cut || null],
      movedHalere: [null, claims.moved + parts.moved || null],
    });
  });
}

function checkDay(
  { submittedOn }: PaymentRequest,
  decidedOn: CalendarDate,
  today: CalendarDate,
): void {
  if (decidedOn > today) throw new InvalidInput({ decidedOn: "notInFuture" });
  if (submittedOn !== null && decidedOn < submittedOn)
    throw new InvalidInput({ decidedOn: "decidedBeforeSubmission" });
}

/** Sums of claims as the rules of the flat part know them. */
export function decidedOf(claims: ClaimSums): Decided {
  return {
    claimed: { direct: claims.direct, staff: claims.staff },
    cut: { direct: claims.cut, staff: claims.cutStaff },
    moved: { direct: claims.moved, staff: claims.movedStaff },
  };
}

function partsOf(
  { flatHalere: flat }: PaymentRequest,
  rates: Parameters<typeof flatParts>[0],
  claims: ClaimSums,
  typed: Halere | null,
): FlatParts {
  if (typed !== null && typed > flat) throw new InvalidInput({ flat: "flatOverClaimed" });
  return flatParts(rates, decidedOf(claims), { flat, typed });
}

/** How much more of what was received is covered once this is approved. */
async function settledBy(
  { trx }: Change,
  projectId: number,
  approved: { direct: Halere; flat: Halere; income: Halere },
): Promise<Halere> {
  const sources = await listSources(trx, projectId);
  const all = await listSumsOfRequests(trx, projectId, EVER);
  const total = (of: (one: (typeof all)[number]) => number) =>
    all.reduce((sum, one) => sum + of(one), 0);
  const settlement = settlementOf(
    {
      approved:
        total((one) => one.approvedDirect + one.approvedFlat) + approved.direct + approved.flat,
      income: total((one) => one.income) + approved.income,
      received: total((one) => one.received),
    },
    sources,
  );
  return Math.max(0, (settlement?.settled ?? 0) - total((one) => one.settled));
}

/** Takes a decision back, so that it can be made anew; what was cut and moved stays as it was proposed. */
export async function reconsiderRequest(
  deps: Doing,
  author: Author,
  key: RequestKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const request = await requestAt(one, key, { from: ["approved"] });
    if (await isMovedClaimedElsewhere(one.trx, request.id)) throw new Conflict("movedElsewhere");
    const stamp = stampOf(one, request.decidedOn ?? pragueDay(one.at));
    await insertRequestFact(one.trx, {
      ...{ requestId: request.id, projectId: key.projectId, kind: "approved", ...stamp },
      correctsId: await findStandingFact(one.trx, request.id, "approved"),
    });
    await recordUndecided(one.trx, request.id, stamp);
    await undecideClaims(one.trx, request.id);
    await keepRequest(one, request, { state: "submitted" });
    recordRequest(one, key, "payment-request.reconsidered", {
      decidedOn: [request.decidedOn, null],
    });
  });
}
