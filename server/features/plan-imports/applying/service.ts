import { type CardResult, updateCardResults } from "../../../../db/queries/plan-import-cards.ts";
import { updatePlanImportState } from "../../../../db/queries/plan-imports.ts";
import { lockPlan, type Plan, updatePlan } from "../../../../db/queries/plans.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { czechSortKey } from "../../../values/fold.ts";
import { listCardContents } from "../../cards/contents/service.ts";
import type { CardContent } from "../../cards/rules.ts";
import { rewriteCards, writeCards } from "../../cards/service.ts";
import { writeAreas } from "../../plans/areas/service.ts";
import { recordPlan } from "../../plans/service.ts";
import { type ComparedCard, isToWrite } from "../comparing/rules.ts";
import { type ComparedImport, compareImport } from "../comparing/service.ts";
import type { Findings } from "../rules.ts";
import { type ImportDeps, openPlanImport, type PlanImportKey } from "../service.ts";

/** What an application changed besides cards. */
export interface Changed {
  /** Areas that it made or brought back. */
  areaIds: number[];
  plan: Pick<Plan, "title" | "region" | "fromYear" | "toYear"> | null;
}

/** A card as it was left, to be seen whether anybody has worked on it since. */
export interface LeftCard {
  version: number;
  content: CardContent;
}

export interface Applied {
  created: number;
  changed: number;
}

/**
 * Writes the cards into the plan, all of them in one transaction or none. The plan is locked, so nothing in
 * it changes between what is compared and what is written.
 * @throws Conflict when anything waits for a decision, or the plan is not what was shown
 */
export async function applyPlanImport(
  deps: ImportDeps,
  author: Author,
  key: PlanImportKey & { version: number },
  { fingerprint, adoptsHead }: { fingerprint: string; adoptsHead: boolean },
): Promise<Applied> {
  return change(deps, author, async (one) => {
    const plan = await lockPlan(one.trx, key.planId);
    if (!plan || plan.archivedAt !== null) throw new Conflict("planArchived");
    const compared = await compareImport(one.trx, await openPlanImport(one.trx, key));
    checkAsShown(compared, { version: key.version, fingerprint });
    const head = adoptsHead ? await adoptHead(one, plan, compared) : null;
    const areaIds = await writeAreasOf(one, compared);
    const results = await writeCardsOf(one, compared);
    await updateCardResults(one.trx, key.id, results);
    const before = JSON.stringify({ areaIds, plan: head } satisfies Changed);
    const step = { id: key.id, version: key.version, from: "read", to: "applied" } as const;
    if (!(await updatePlanImportState(one.trx, { ...step, at: one.at, before })))
      throw new Conflict("changedMeanwhile");
    return recordApplied(one, key, compared.cards);
  });
}

/** Nothing else is written than what whoever confirms it has seen. */
function checkAsShown(
  { found, fingerprint, cards }: ComparedImport,
  shown: { version: number; fingerprint: string },
): void {
  if (found.version !== shown.version) throw new Conflict("changedMeanwhile");
  if (fingerprint !== shown.fingerprint) throw new Conflict("planChangedMeanwhile");
  if (cards.some(({ block }) => block !== null)) throw new Conflict("importUndecided");
}

/** Title, region and years that the annex tells, where it tells them; gives what was there before. */
async function adoptHead(
  one: Change,
  plan: Plan,
  { findings }: ComparedImport,
): Promise<Changed["plan"]> {
  const before = pickHead(plan);
  const after = headTold(before, findings);
  const changes = changedFields(before, after);
  if (Object.keys(changes).length === 0) return null;
  await updatePlan(one.trx, plan, { ...plan, ...after, sortKey: czechSortKey(after.title) });
  recordPlan(one, plan.id, "plan.edited", changes);
  return before;
}

type Head = NonNullable<Changed["plan"]>;

/** The head of a plan as it is once the annex has its say. */
export function headTold(before: Head, findings: Findings): Head {
  return {
    title: findings.title ?? before.title,
    region: findings.region ?? before.region,
    fromYear: findings.fromYear ?? before.fromYear,
    toYear: findings.fromYear === null ? before.toYear : findings.toYear,
  };
}

export function pickHead({ title, region, fromYear, toYear }: Plan) {
  return { title, region, fromYear, toYear };
}

/** Areas that written cards lie in, with those above them; nothing is made for cards that are left out. */
async function writeAreasOf(one: Change, compared: ComparedImport): Promise<number[]> {
  const { planId } = compared.found;
  const byCode = new Map(compared.findings.areas.map((area) => [area.code, area]));
  const needed = new Set<string>();
  for (const { content } of compared.cards.filter(isToWrite)) {
    let code = content.areaCode;
    while (code !== null && !needed.has(code)) {
      needed.add(code);
      code = byCode.get(code)?.parentCode ?? null;
    }
    for (const [goal] of content.goals.matchAll(/\bSC\d{1,2}\b/g)) needed.add(goal);
  }
  const wanted = compared.findings.areas.filter(({ code }) => needed.has(code));
  return writeAreas(one, planId, wanted, needed);
}

async function writeCardsOf(one: Change, { found, cards }: ComparedImport): Promise<CardResult[]> {
  const { planId } = found;
  const written = cards.filter(isToWrite);
  const fresh = written.filter(({ outcome }) => outcome === "new");
  const changed = written.flatMap((card) => (card.planCard ? [{ ...card, ...card.planCard }] : []));
  const rewritten = written.flatMap(({ planCard, content }) =>
    planCard ? [{ cardId: planCard.id, content }] : [],
  );
  const ids = await writeCards(
    one,
    planId,
    fresh.map(({ content }) => content),
  );
  await rewriteCards(one, planId, rewritten);
  const idOf = new Map<number, number>([
    ...fresh.map(({ ordinal }, at) => [ordinal, ids[at] as number] as const),
    ...changed.map(({ ordinal, id }) => [ordinal, id] as const),
  ]);
  const left = new Map((await listCardContents(one.trx, planId)).map((card) => [card.id, card]));
  return cards.map((card) => resultOf(card, idOf, left));
}

function resultOf(
  card: ComparedCard,
  idOf: ReadonlyMap<number, number>,
  left: ReadonlyMap<number, LeftCard>,
): CardResult {
  const { ordinal, outcome, planCard } = card;
  const cardId = idOf.get(ordinal) ?? null;
  if (cardId === null)
    return { ordinal, outcome, cardId: planCard?.id ?? null, before: null, after: null };
  const after = left.get(cardId);
  if (!after) throw new NotFound("card");
  return {
    ...{ ordinal, outcome, cardId },
    before: planCard && JSON.stringify(planCard.content),
    after: JSON.stringify({ version: after.version, content: after.content } satisfies LeftCard),
  };
}

function recordApplied(
  { record }: Change,
  key: PlanImportKey,
  cards: readonly ComparedCard[],
): Applied {
  const written = cards.filter(isToWrite);
  const created = written.filter(({ outcome }) => outcome === "new").length;
  const changed = written.length - created;
  record({
    action: "plan-import.applied",
    objectType: "plan",
    objectId: key.planId,
    changes: { created: [null, created], changed: [null, changed] },
  });
  return { created, changed };
}
