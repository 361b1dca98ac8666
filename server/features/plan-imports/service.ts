import type { Database } from "../../../db/connection.ts";
import {
  listEarlierCards,
  listPlanImportCards,
  type PlanImportCard,
} from "../../../db/queries/plan-import-cards.ts";
import { findPlanImport, type PlanImport } from "../../../db/queries/plan-imports.ts";
import { listTerms } from "../../../db/queries/plan-terms.ts";
import { findPlan } from "../../../db/queries/plans.ts";
import { listServices } from "../../../db/queries/social-services.ts";
import { type AnnexSource, readAnnexApart } from "../../annexes/reading.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { groupedBy } from "../../values/grouped.ts";
import type { CardContent } from "../cards/rules.ts";
import type { Catalogue, RecognisedCard, Recognition } from "./recognition/rules.ts";
import { type EarlierSaying, findingsOf, type ReviewedCard } from "./rules.ts";

export type ImportDeps = Pick<Deps, "db" | "clock">;

export interface PlanImportKey {
  planId: number;
  id: number;
}

/** In a process of its own, whatever it takes. */
export async function recognise(
  db: Database,
  source: AnnexSource,
  declined: readonly string[],
): Promise<Recognition> {
  const catalogue: Catalogue = { services: await listServices(db), terms: await listTerms(db) };
  const { recognition } = await readAnnexApart({ source, catalogue, declined });
  return recognition;
}

export function readingColumns(recognition: Recognition, declined: readonly string[]) {
  return {
    lines: JSON.stringify(recognition.lines),
    findings: JSON.stringify(findingsOf(recognition)),
    declined: JSON.stringify(declined),
  };
}

export function newRow(card: RecognisedCard, isSkipped = false) {
  return {
    ordinal: card.ordinal,
    number: card.content.number,
    recognised: JSON.stringify(card),
    edited: null,
    decision: isSkipped ? ("skipped" as const) : null,
    cardId: null,
    outcome: "new" as const,
    version: 1,
  };
}

/** What earlier annexes that stand in the plan said of each number; of one that stood there twice both. */
export async function earlierSayings(
  db: Database,
  planId: number,
): Promise<Map<string, EarlierSaying[]>> {
  const rows = await listEarlierCards(db, planId);
  return groupedBy(
    rows.map(({ cardId, decision, recognised }) => ({
      ...{ cardId, isSkipped: decision === "skipped" },
      content: (JSON.parse(recognised) as RecognisedCard).content,
    })),
    ({ content }) => content.number,
  );
}

/** @throws Conflict when it is not read, is over, or its plan is in the archive, where nothing is decided any more */
export async function openPlanImport(db: Database, key: PlanImportKey): Promise<PlanImport> {
  const [plan, found] = [await findPlan(db, key.planId), await findPlanImport(db, key)];
  if (!plan || !found) throw new NotFound("plan import");
  if (plan.archivedAt !== null) throw new Conflict("planArchived");
  if (isUnread(found)) throw new Conflict("importUnread");
  if (found.state !== "read") throw new Conflict("importOver");
  return found;
}

/** Whether there are no cards to be gone through yet. */
export function isUnread({ state }: Pick<PlanImport, "state">): boolean {
  return state === "waiting" || state === "reading" || state === "unreadable";
}

export async function listReviewedCards(db: Database, importId: number): Promise<ReviewedCard[]> {
  return (await listPlanImportCards(db, importId)).map(reviewedCard);
}

/** With what came of them. */
export async function listClosedCards(db: Database, importId: number) {
  return (await listPlanImportCards(db, importId)).map((row) => ({
    ...{ ...reviewedCard(row), outcome: row.outcome, cardId: row.cardId },
    before: row.before === null ? null : (JSON.parse(row.before) as CardContent),
  }));
}

function reviewedCard(row: PlanImportCard): ReviewedCard {
  const { ordinal, recognised, edited, decision, version } = row;
  return {
    ...{ ordinal, decision, version },
    recognised: JSON.parse(recognised) as RecognisedCard,
    edited: edited === null ? null : (JSON.parse(edited) as CardContent),
  };
}
