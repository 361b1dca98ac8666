import { archiveCards } from "../../../../db/queries/cards.ts";
import {
  listPlanImportCards,
  type PlanImportCard,
} from "../../../../db/queries/plan-import-cards.ts";
import {
  listCardsInUse,
  listCardsWithUsedMeasures,
} from "../../../../db/queries/plan-import-uses.ts";
import {
  findPlanImport,
  type PlanImport,
  updatePlanImportState,
} from "../../../../db/queries/plan-imports.ts";
import { lockPlan, type Plan, updatePlan } from "../../../../db/queries/plans.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { linkAllFoundNumbers } from "../../card-links/numbers/service.ts";
import { listCardContents } from "../../cards/contents/service.ts";
import type { CardContent } from "../../cards/rules.ts";
import { recordCard, rewriteCards } from "../../cards/service.ts";
import { archiveEmptyAreas } from "../../plans/areas/service.ts";
import { recordPlan } from "../../plans/service.ts";
import { type Changed, headTold, type LeftCard, pickHead } from "../applying/service.ts";
import type { Findings } from "../rules.ts";
import type { ImportDeps, PlanImportKey } from "../service.ts";

/** A card that the application wrote. */
interface WrittenCard {
  cardId: number;
  before: CardContent | null;
  after: LeftCard;
}

const MOST_NAMED = 5;

/**
 * Puts the plan back as it was before the application: new cards go into the archive, changed ones say again
 * what they said.
 * @throws Conflict that names the cards which somebody has worked on since
 */
export async function undoPlanImport(
  deps: ImportDeps,
  author: Author,
  key: PlanImportKey & { version: number },
): Promise<void> {
  const { planId, id, version } = key;
  await change(deps, author, async (one) => {
    const { plan, found } = await lockApplied(one, key);
    const written = (await listPlanImportCards(one.trx, id)).flatMap(writtenCard);
    await checkUntouched(one, found, written);
    await putBack(one, planId, written);
    const changed = JSON.parse(found.before ?? "null") as Changed | null;
    await archiveEmptyAreas(one, planId, changed?.areaIds ?? []);
    if (changed?.plan) await restoreHead(one, { plan, found }, changed.plan);
    const step = { id, version, from: "applied", to: "undone", at: one.at } as const;
    if (!(await updatePlanImportState(one.trx, step))) throw new Conflict("changedMeanwhile");
    one.record({ action: "plan-import.undone", objectType: "plan", objectId: planId });
  });
}

async function lockApplied({ trx }: Change, key: PlanImportKey) {
  const plan = await lockPlan(trx, key.planId);
  const found = await findPlanImport(trx, key);
  if (!plan || !found) throw new NotFound("plan import");
  if (plan.archivedAt !== null) throw new Conflict("planArchived");
  if (found.state !== "applied") throw new Conflict("importOver");
  return { plan, found };
}

function writtenCard({ cardId, before, after }: PlanImportCard): WrittenCard[] {
  if (cardId === null || after === null) return [];
  return [
    { cardId, before: before === null ? null : JSON.parse(before), after: JSON.parse(after) },
  ];
}

async function checkUntouched(
  { trx }: Change,
  { planId, appliedAt }: PlanImport,
  written: readonly WrittenCard[],
): Promise<void> {
  const standing = new Map((await listCardContents(trx, planId)).map((card) => [card.id, card]));
  const created = written.filter(({ before }) => before === null).map(({ cardId }) => cardId);
  const inUse = await listCardsInUse(trx, created);
  const cardIds = written.map(({ cardId }) => cardId);
  const answered = await listCardsWithUsedMeasures(trx, { cardIds, madeAt: appliedAt ?? "" });
  const touched = written.filter(({ cardId, after }) => {
    const now = standing.get(cardId);
    const isSame = now && JSON.stringify(now.content) === JSON.stringify(after.content);
    const isUsed = inUse.has(cardId) || answered.has(cardId);
    return now?.version !== after.version || !isSame || isUsed;
  });
  if (touched.length === 0) return;
  const names = touched.slice(0, MOST_NAMED).map(({ after }) => after.content.number);
  throw new Conflict(`planImportPassed:${names.join(", ")}:${touched.length - names.length}`);
}

async function putBack(
  one: Change,
  planId: number,
  written: readonly WrittenCard[],
): Promise<void> {
  const rewritten = written.flatMap(({ cardId, before }) =>
    before ? [{ cardId, content: before }] : [],
  );
  await rewriteCards(one, planId, rewritten);
  const created = written.filter(({ before }) => before === null).map(({ cardId }) => cardId);
  await linkAllFoundNumbers(
    one,
    created.map((cardId) => ({ cardId, found: [] })),
  );
  await archiveCards(one.trx, created, one.at);
  for (const cardId of created) recordCard(one, cardId, "card.archived");
}

/** What somebody has said of the whole plan since stays. */
async function restoreHead(
  one: Change,
  { plan, found }: { plan: Plan; found: PlanImport },
  head: NonNullable<Changed["plan"]>,
): Promise<void> {
  const left = headTold(head, JSON.parse(found.findings) as Findings);
  if (Object.keys(changedFields(left, pickHead(plan))).length > 0) return;
  const sortKey = czechSortKey(head.title);
  await updatePlan(one.trx, plan, { ...plan, ...head, sortKey });
  recordPlan(one, plan.id, "plan.edited", changedFields(pickHead(plan), head));
}
