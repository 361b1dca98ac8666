import type { Database } from "../../../../db/connection.ts";
import { listCardIdsWith } from "../../../../db/queries/card-search.ts";
import { latestStatements } from "../../../../db/queries/card-statements.ts";
import { listAreas } from "../../../../db/queries/plan-areas.ts";
import { listPlanTerms, type TermKind } from "../../../../db/queries/plan-terms.ts";
import {
  countMeasuresByCard,
  listServicesByCard,
  listTermsByCard,
  listTreeCards,
  type MeasureCounts,
} from "../../../../db/queries/plan-tree.ts";
import type { Plan } from "../../../../db/queries/plans.ts";
import { listSocialServices } from "../../../../db/queries/social-services.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { nobody, ownerKey } from "../../../values/owner.ts";
import { coverageOf } from "../../card-links/coverage/service.ts";
import { parseSearch } from "../../searches/rules.ts";
import { type Asked, isShown } from "./rules.ts";
import type { TreeView } from "./schema.ts";

const NO_MEASURES: MeasureCounts = { planned: 0, running: 0, done: 0, dropped: 0 };

interface Of {
  plan: Plan;
  view: TreeView;
  /** Whose cards are "mine": the reader and those they stand in for. */
  userIds: readonly number[];
  today: CalendarDate;
}

/** The whole tree with what its filters offer; nine statements, one more where words are looked for. */
export async function loadTree(db: Database, { plan, view, userIds, today }: Of) {
  const [areas, cards, measures, coverage, statements, named, services] = await Promise.all([
    listAreas(db, plan.id),
    listTreeCards(db, plan.id),
    countMeasuresByCard(db, plan.id),
    coverageOf(db, { planId: plan.id }, today),
    latestStatements(db, plan.id),
    listTermsByCard(db, plan.id),
    listServicesByCard(db, plan.id),
  ]);
  const ids = namedIds(named, services);
  const all = cards.map((card) => {
    const covered = coverage.get(card.id);
    return {
      ...card,
      groups: ids.of("target-group", card.id),
      bodies: ids.of("body", card.id),
      sources: ids.of("source", card.id),
      services: ids.of("service", card.id),
      measures: measures.get(card.id) ?? NO_MEASURES,
      coverage: covered?.state ?? ("none" as const),
      projects: (covered?.projects.length ?? 0) + (covered?.named ?? 0),
      statement: statements.get(card.id) ?? null,
      owner: ownerKey(card),
    };
  });
  const terms = parseSearch(view.q);
  const asked = {
    view,
    mine: new Set(userIds.map((id) => ownerKey({ ...nobody, ownerUserId: id }))),
    found: terms.length === 0 ? null : new Set(await listCardIdsWith(db, plan.id, terms)),
  } satisfies Asked;
  const names = { terms: await listPlanTerms(db), services: await listSocialServices(db) };
  const shown = all.filter((card) => isShown(card, asked));
  return { plan, areas, all, shown, asked, names };
}

export type Tree = Awaited<ReturnType<typeof loadTree>>;
export type TreeLine = Tree["all"][number];

type Kind = TermKind | "service";

function namedIds(
  terms: readonly { cardId: number; kind: TermKind; ids: number[] }[],
  services: readonly { cardId: number; ids: number[] }[],
) {
  const ids = new Map<string, number[]>();
  for (const one of terms) ids.set(`${one.kind} ${one.cardId}`, one.ids);
  for (const one of services) ids.set(`service ${one.cardId}`, one.ids);
  return { of: (kind: Kind, cardId: number) => ids.get(`${kind} ${cardId}`) ?? [] };
}
