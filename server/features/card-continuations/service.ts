import type { Database } from "../../../db/connection.ts";
import {
  type CardInPlan,
  type ComparedPlan,
  type Continuation,
  deleteContinuation,
  findCardsInPlans,
  findContinuation,
  insertContinuation,
  listContinuations,
} from "../../../db/queries/card-continuations.ts";
import { type CardLine, listCardLines } from "../../../db/queries/card-fulfilment.ts";
import { listAreas, type PlanArea } from "../../../db/queries/plan-areas.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
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
  const [left, right, continuations] = await Promise.all([
    sideOf(db, older),
    sideOf(db, newer),
    listContinuations(db, [older.id, newer.id]),
  ]);
  const forward = fromOlder(continuations, left);
  return { older: left, newer: right, compared: comparePlans(left.cards, right.cards, forward) };
}

/** Years of a plan may be put right after its cards were linked. */
function fromOlder(continuations: readonly Continuation[], { cards }: SideOfComparison) {
  const older = new Set(cards.map(({ id }) => id));
  return continuations.map((one) =>
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
 * Says that a card goes on as a card of a newer plan; to say it twice changes nothing.
 * @throws InvalidInput `fromCardId`, `toCardId` when one is no living card, or they are of one plan, or the
 * other way round; Conflict when either of the plans is in the archive
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

type Pair<Card> = { from: Card; to: Card };

async function pairOf(
  { trx }: Change,
  { fromCardId, toCardId }: { fromCardId: number; toCardId: number },
): Promise<Pair<CardInPlan | undefined>> {
  const cards = await findCardsInPlans(trx, [fromCardId, toCardId]);
  const found = (id: number) => cards.find((card) => card.id === id);
  return { from: found(fromCardId), to: found(toCardId) };
}

function checkedPair({ from, to }: Pair<CardInPlan | undefined>, planId: number): Pair<CardInPlan> {
  if (!from || from.archivedAt !== null) throw new InvalidInput({ fromCardId: "unknownChoice" });
  if (!to || to.archivedAt !== null) throw new InvalidInput({ toCardId: "unknownChoice" });
  if (![from.planId, to.planId].includes(planId))
    throw new InvalidInput({ fromCardId: "unknownChoice" });
  const [older] = olderFirst(planOf(from), planOf(to));
  if (from.planId === to.planId || older.id !== from.planId)
    throw new InvalidInput({ toCardId: "cardOfNewerPlan" });
  checkArchives(from, to);
  return { from, to };
}

function planOf({ planId: id, fromYear, toYear }: CardInPlan) {
  return { id, fromYear, toYear };
}

function checkArchives(from: CardInPlan, to: CardInPlan): void {
  if (from.planArchivedAt !== null || to.planArchivedAt !== null)
    throw new Conflict("planArchived");
}

/** The history of either card tells of the other one. */
function recordPair({ record }: Change, action: string, { from, to }: Pair<CardInPlan>): void {
  const isAdded = action === "card-continuation.added";
  const tell = (cardId: number, field: string, other: CardInPlan) => {
    const name = `${other.number} ${other.name} (${other.planTitle})`;
    const changes: Record<string, [unknown, unknown]> = {
      [field]: isAdded ? [null, name] : [name, null],
    };
    record({ action, objectType: "card", objectId: cardId, changes });
  };
  tell(from.id, "continuesAs", to);
  tell(to.id, "continues", from);
}
