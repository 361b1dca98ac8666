import type { Database } from "../../../db/connection.ts";
import {
  type ComparedPlan,
  deleteContinuation,
  findContinuation,
  insertContinuation,
  listContinuations,
} from "../../../db/queries/card-continuations.ts";
import { type CardLine, listCardLines } from "../../../db/queries/card-fulfilment.ts";
import {
  deleteDismissedContinuation,
  listDismissedContinuations,
} from "../../../db/queries/dismissed-continuations.ts";
import { listAreas, type PlanArea } from "../../../db/queries/plan-areas.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { checkArchives, checkedPair, pairOf, recordPair } from "./pairs.ts";
import { comparePlans, olderFirst, type PlansCompared } from "./rules.ts";
import type { NewContinuation } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export interface SideOfComparison {
  plan: ComparedPlan;
  areas: PlanArea[];
  cards: CardLine[];
}

export interface Comparison {
  older: SideOfComparison;
  newer: SideOfComparison;
  compared: PlansCompared<CardLine>;
}

/** Two plans beside each other, the older one first whichever was asked for. */
export async function loadComparison(
  db: Database,
  one: ComparedPlan,
  other: ComparedPlan,
): Promise<Comparison> {
  const [older, newer] = olderFirst(one, other);
  const planIds = [older.id, newer.id] as const;
  const [left, right, continuations, dismissed] = await Promise.all([
    sideOf(db, older),
    sideOf(db, newer),
    listContinuations(db, planIds),
    listDismissedContinuations(db, planIds),
  ]);
  const said = {
    continuations: fromOlder(continuations, left),
    dismissed: fromOlder(dismissed, left),
  };
  return { older: left, newer: right, compared: comparePlans(left.cards, right.cards, said) };
}

/** Years of a plan may be put right after its cards were spoken of. */
function fromOlder<Said extends { fromCardId: number; toCardId: number }>(
  all: readonly Said[],
  { cards }: SideOfComparison,
): Said[] {
  const older = new Set(cards.map(({ id }) => id));
  return all.map((one) =>
    older.has(one.fromCardId)
      ? one
      : { ...one, fromCardId: one.toCardId, toCardId: one.fromCardId },
  );
}

async function sideOf(db: Database, plan: ComparedPlan): Promise<SideOfComparison> {
  const [areas, cards] = await Promise.all([listAreas(db, plan.id), listCardLines(db, plan.id)]);
  return { plan, areas, cards };
}

/**
 * Says that a card goes on as a card of a newer plan, whatever was said of the two before; to say it twice
 * changes nothing.
 * @throws what `checkedPair` does
 */
export async function addContinuation(
  deps: Doing,
  author: Author,
  planId: number,
  entry: NewContinuation,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { fromCardId, toCardId, note } = entry;
    const pair = checkedPair(await pairOf(one, { fromCardId, toCardId }), planId);
    const row = { fromCardId, toCardId, note, createdAt: one.at, createdBy: one.by };
    await deleteDismissedContinuation(one.trx, row);
    const id = await insertContinuation(one.trx, row);
    if (id !== undefined) recordPair(one, "card-continuation.added", pair);
  });
}

/** @throws NotFound for a continuation that is of another plan or was taken away meanwhile */
export async function removeContinuation(
  deps: Doing,
  author: Author,
  key: { planId: number; id: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    const continuation = await findContinuation(one.trx, key.id);
    if (!continuation) throw new NotFound("continuation");
    const { from, to } = await pairOf(one, continuation);
    if (!from || !to || ![from.planId, to.planId].includes(key.planId))
      throw new NotFound("continuation");
    checkArchives(from, to);
    if ((await deleteContinuation(one.trx, key.id)) === 0) throw new NotFound("continuation");
    recordPair(one, "card-continuation.removed", { from, to });
  });
}
