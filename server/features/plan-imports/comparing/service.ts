import { createHash } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import { listAreas, type PlanArea } from "../../../../db/queries/plan-areas.ts";
import type { PlanImport } from "../../../../db/queries/plan-imports.ts";
import { listCardContents } from "../../cards/contents/service.ts";
import type { RecognisedArea } from "../recognition/rules.ts";
import { differingAreas, type Findings } from "../rules.ts";
import { earlierSayings, listClosedCards, listReviewedCards } from "../service.ts";
import { type ComparedCard, closedCard, compareCards, type PlanCard } from "./rules.ts";

/** An import beside the plan: an open one beside what stands in it at the moment, another as it came out. */
export interface ComparedImport {
  found: PlanImport;
  findings: Findings;
  declined: ReadonlySet<string>;
  cards: ComparedCard[];
  /** Living cards of the plan that the annex does not have. */
  missing: PlanCard[];
  areas: PlanArea[];
  freshAreas: RecognisedArea[];
  /** What whoever looks at it has seen of the plan. */
  fingerprint: string;
}

/** In a fixed number of queries. */
export async function compareImport(db: Database, found: PlanImport): Promise<ComparedImport> {
  const findings = JSON.parse(found.findings) as Findings;
  const declined = new Set(JSON.parse(found.declined) as string[]);
  if (found.state !== "read") {
    const closed = await listClosedCards(db, found.id);
    const cards = closed.map((card) => closedCard(card, declined));
    const nothing = { missing: [], areas: [], freshAreas: [], fingerprint: "" };
    return { found, findings, declined, cards, ...nothing };
  }
  const reviewed = await listReviewedCards(db, found.id);
  const areas = await listAreas(db, found.planId);
  const planCards = await listCardContents(db, found.planId);
  const earlier = await earlierSayings(db, found.planId);
  const cards = compareCards(reviewed, { planCards, earlier, declined });
  const numbers = new Set(cards.map(({ content }) => content.number));
  return {
    ...{ found, findings, declined, cards, areas },
    missing: planCards.filter(({ content }) => !numbers.has(content.number)),
    freshAreas: differingAreas(findings.areas, areas),
    fingerprint: fingerprintOf(cards, areas),
  };
}

/** Changes as soon as anything does that was shown: cards of the plan with these numbers, names of areas. */
function fingerprintOf(cards: readonly ComparedCard[], areas: readonly PlanArea[]): string {
  const seen = [
    cards.map(({ content, planCard }) => [content.number, planCard?.id, planCard?.content]),
    areas.map(({ code, title }) => [code, title]),
  ];
  return createHash("sha256").update(JSON.stringify(seen)).digest("base64url");
}
