import type { Database, Transaction } from "../../../db/connection.ts";
import {
  type BudgetInForce,
  type FlatRateLine,
  findApprovedBudget,
  findBudgetInForce,
  listFlatRates,
} from "../../../db/queries/budgets-in-force.ts";
import {
  putDrawdownTotals,
  type RecordedSum,
  type RequestSums,
  sumRecordedByCategory,
  sumRequests,
} from "../../../db/queries/drawdowns.ts";
import { EVER, type Moment } from "../../../db/queries/facts.ts";
import { findProjectTotal, lockProject } from "../../../db/queries/project-locks.ts";
import { findSpend, updateSpendTotals } from "../../../db/queries/project-spends.ts";
import { InvalidInput } from "../../errors.ts";
import type { Halere } from "../../values/money.ts";
import { flatRatesOf, type RecordedTogether, recordedTogether } from "./rules.ts";

/** A project's money at a moment, in haléře. */
export interface Drawdown {
  budget: BudgetInForce | undefined;
  recorded: RecordedTogether;
  /** Flat rates that the recorded direct costs bring. */
  flat: Halere;
  /** Recorded with flat rates; until the first expenditure the sum declared, null while nothing is known. */
  spent: Halere | null;
  spentOn: string | null;
  requests: RequestSums;
}

/** The figures of a project's money, true on a day as they were known at an instant. */
export async function drawdownAt(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<Drawdown> {
  const budget = await findBudgetInForce(db, projectId, moment);
  return drawdownOf(db, { projectId, budget }, moment);
}

async function drawdownOf(
  db: Database,
  { projectId, budget }: { projectId: number; budget: BudgetInForce | undefined },
  moment: Moment,
): Promise<Drawdown> {
  const versionId = budget?.id ?? null;
  const sums = await sumRecordedByCategory(db, { projectId, versionId }, moment);
  const rates = budget ? await listFlatRates(db, budget.id) : [];
  return drawdownFrom(db, { projectId, budget, rates, sums }, moment);
}

/** The same of sums that were read already, by whatever else they were sorted. */
export async function drawdownFrom(
  db: Database,
  read: {
    projectId: number;
    budget: BudgetInForce | undefined;
    rates: readonly FlatRateLine[];
    sums: readonly RecordedSum[];
  },
  moment: Moment,
): Promise<Drawdown> {
  const { projectId, budget } = read;
  const recorded = recordedTogether(read.sums);
  const flat = flatRatesOf(read.rates, recorded);
  const requests = await sumRequests(db, projectId, moment);
  return {
    budget,
    recorded,
    flat,
    requests,
    ...(await spentOf(db, projectId, recorded, flat, moment)),
  };
}

/** What is asked for and neither refused nor put off: of a request decided, what was recognised. */
export function claimedOf(requests: RequestSums): Halere {
  return requests.claimedDirect + requests.claimedFlat - requests.cut - requests.moved;
}

export function approvedOf({ approvedDirect, approvedFlat }: RequestSums): Halere {
  return approvedDirect + approvedFlat;
}

/** A declared sum gives way to expenditure from its first day. */
async function spentOf(
  db: Database,
  projectId: number,
  recorded: RecordedTogether,
  flat: Halere,
  moment: Moment,
): Promise<Pick<Drawdown, "spent" | "spentOn">> {
  if (recorded.firstOn !== null) return { spent: recorded.direct + flat, spentOn: recorded.lastOn };
  const declared = await findSpend(db, projectId, moment);
  return { spent: declared?.spentHalere ?? null, spentOn: declared?.validOn ?? null };
}

/**
 * Keeps the sums beside the project true: called in the transaction of every fact of its money, of a budget
 * approved and of a total changed. Of two at once the second waits and counts the first one in.
 * @throws InvalidInput `amount: overTheProject` when more would be spent or claimed than the project has.
 */
export async function refreshDrawdownTotals(trx: Transaction, projectId: number): Promise<void> {
  await lockProject(trx, projectId);
  const budget = await findApprovedBudget(trx, projectId);
  const now = await drawdownOf(trx, { projectId, budget }, EVER);
  const cap = budget?.eligible ?? (await findProjectTotal(trx, projectId));
  const { recorded, flat, requests } = now;
  const claimed = claimedOf(requests);
  if (cap !== null && (recorded.direct + flat > cap || claimed > cap))
    throw new InvalidInput({ amount: "overTheProject" });
  await putDrawdownTotals(trx, projectId, {
    capHalere: cap,
    recordedHalere: recorded.direct,
    flatHalere: flat,
    claimedHalere: claimed,
    approvedHalere: approvedOf(requests),
    cutHalere: requests.cut,
    receivedHalere: requests.received,
    firstRecordedOn: recorded.firstOn,
  });
  await updateSpendTotals(trx, projectId, { spentHalere: now.spent, spentOn: now.spentOn });
}
