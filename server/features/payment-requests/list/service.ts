import type { Database } from "../../../../db/connection.ts";
import { findApprovedBudget, listFlatRates } from "../../../../db/queries/budgets-in-force.ts";
import { listClaimSums } from "../../../../db/queries/claim-sums.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import {
  listSumsOfRequests,
  type SumsOfRequest,
} from "../../../../db/queries/payment-request-facts.ts";
import {
  listPaymentRequests,
  type PaymentRequest,
} from "../../../../db/queries/payment-requests.ts";
import { listSources } from "../../../../db/queries/project-sources.ts";
import { flatRatesOf } from "../../drawdowns/rules.ts";
import { type Settlement, settlementOf } from "../rules.ts";

export type RequestSums = Omit<
  SumsOfRequest,
  "requestId" | "submittedOn" | "submittedAt" | "decidedOn" | "receivedOn"
>;

export interface RequestLine {
  request: PaymentRequest;
  /** From the facts; of one never submitted, what it would ask for now. */
  sums: RequestSums;
  isDraft: boolean;
}

export interface RequestList {
  lines: RequestLine[];
  /** Of what was submitted and stands. */
  total: RequestSums;
  /** Null until the shares of sources are known. */
  settlement: Settlement | null;
}

const NOTHING: RequestSums = {
  ...{ advance: 0, direct: 0, flat: 0, approvedDirect: 0, approvedFlat: 0 },
  ...{ cut: 0, moved: 0, settled: 0, income: 0, received: 0 },
};

/** Requests of a project with their sums as they were at a moment. */
export async function loadRequestList(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<RequestList> {
  const requests = await listPaymentRequests(db, projectId);
  const facts = await listSumsOfRequests(db, projectId, moment);
  const sources = await listSources(db, projectId);
  const drafts = await draftSums(db, projectId);
  const byRequest = new Map(facts.map((sums) => [sums.requestId, sums]));
  const lines = requests.map((request) => {
    const isDraft = request.state === "draft";
    const own = isDraft ? { ...NOTHING, advance: request.advanceHalere } : NOTHING;
    const sums = byRequest.get(request.id) ?? { ...own, ...(isDraft && drafts.get(request.id)) };
    return { request, sums, isDraft };
  });
  const total = totalOf(facts);
  return { lines, total, settlement: settlementOfTotal(total, sources) };
}

/** The sums of all requests together. */
export function totalOf(all: readonly SumsOfRequest[]): RequestSums {
  const names = Object.keys(NOTHING) as (keyof RequestSums)[];
  const sum = (name: keyof RequestSums) => all.reduce((total, one) => total + one[name], 0);
  return Object.fromEntries(names.map((name) => [name, sum(name)])) as unknown as RequestSums;
}

function settlementOfTotal(
  total: RequestSums,
  sources: Parameters<typeof settlementOf>[1],
): Settlement | null {
  const { approvedDirect, approvedFlat, income, received } = total;
  return settlementOf({ approved: approvedDirect + approvedFlat, income, received }, sources);
}

async function draftSums(
  db: Database,
  projectId: number,
): Promise<Map<number, { direct: number; flat: number }>> {
  const budget = await findApprovedBudget(db, projectId);
  const rates = budget ? await listFlatRates(db, budget.id) : [];
  const all = await listClaimSums(db, { projectId, versionId: budget?.id ?? null });
  return new Map(
    all.map((claims) => [
      claims.requestId,
      { direct: claims.direct, flat: flatRatesOf(rates, claims) },
    ]),
  );
}
