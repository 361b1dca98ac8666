import { sumClaimsOf } from "../../../../db/queries/expenditure-claims.ts";
import {
  type FactInForce,
  insertExpenditureFacts,
  listFactsInForce,
} from "../../../../db/queries/expenditure-facts.ts";
import {
  type Expenditure,
  updateExpenditureArchived,
} from "../../../../db/queries/expenditures.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { refreshDrawdownTotals } from "../../drawdowns/service.ts";
import { dropFromSearch } from "../../searches/service.ts";
import { expenditureAt, keepFound, tell, type Writer } from "../service.ts";

interface Key {
  projectId: number;
  id: number;
  version: number;
}

/**
 * Takes an expenditure back: a fact without a sum corrects it and the record leaves the lists.
 * @throws Conflict when it is in a request for payment
 */
export async function withdrawExpenditure(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { reason, writer, ...key }: Key & { reason: string; writer: Writer },
): Promise<void> {
  await change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    const before = await expenditureAt(one, key, { writer, opened: key });
    if (before.archivedAt !== null) throw new Conflict("changedMeanwhile");
    const [claims] = await sumClaimsOf(one.trx, [key.id]);
    if (claims && claims.claims > 0) throw new Conflict("claimedIsKept");
    const fact = await factInForce(one, key.id);
    await append(one, before, { ...fact, amountHalere: null, reason, correctsId: fact.id });
    await updateExpenditureArchived(one.trx, before, one.at);
    await dropFromSearch(one.trx, { objectType: "expenditure", objectId: key.id });
    await refreshDrawdownTotals(one.trx, key.projectId);
    tell(one, "expenditure.withdrawn", before, { reason: [null, reason] });
  });
}

/** Puts a withdrawn expenditure back as it was recorded last. */
export async function restoreExpenditure(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { writer, ...key }: Omit<Key, "version"> & { writer: Writer },
): Promise<void> {
  await change(deps, author, async (one) => {
    await lockProject(one.trx, key.projectId);
    const before = await expenditureAt(one, key, { writer });
    if (before.archivedAt === null) throw new Conflict("changedMeanwhile");
    const withdrawal = await factInForce(one, key.id);
    const { amountHalere } = before;
    await append(one, before, { ...withdrawal, amountHalere, correctsId: withdrawal.id });
    await updateExpenditureArchived(one.trx, before, null);
    await refreshDrawdownTotals(one.trx, key.projectId);
    await keepFound(one, key);
    tell(one, "expenditure.restored", before, {});
  });
}

async function factInForce({ trx }: Change, id: number): Promise<FactInForce> {
  const [fact] = await listFactsInForce(trx, [id]);
  if (!fact) throw new Conflict("changedMeanwhile");
  return fact;
}

async function append(
  { trx, at, by }: Change,
  { projectId }: Expenditure,
  fact: FactInForce,
): Promise<void> {
  await insertExpenditureFacts(trx, [fact], { projectId, recordedAt: at, recordedBy: by });
}
