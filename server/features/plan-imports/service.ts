import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Database } from "../../../db/connection.ts";
import {
  listEarlierCards,
  listPlanImportCards,
  type PlanImportCard,
  replacePlanImportCards,
} from "../../../db/queries/plan-import-cards.ts";
import {
  dropForgottenPlanImports,
  findOpenPlanImport,
  findPlanImport,
  insertPlanImport,
  listDeclinedRepairs,
  type PlanImport,
  updatePlanImportState,
} from "../../../db/queries/plan-imports.ts";
import { listTerms } from "../../../db/queries/plan-terms.ts";
import { findPlan, lockPlan } from "../../../db/queries/plans.ts";
import { listServices } from "../../../db/queries/social-services.ts";
import { UnreadableAnnex } from "../../annexes/faults.ts";
import { type AnnexSource, readAnnexApart } from "../../annexes/reading.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { cleanFileName } from "../../values/file-name.ts";
import { groupedBy } from "../../values/grouped.ts";
import { addHours } from "../../values/instant.ts";
import type { CardContent } from "../cards/rules.ts";
import type { Catalogue, RecognisedCard, Recognition } from "./recognition/rules.ts";
import { type EarlierSaying, findingsOf, type ReviewedCard, saysTheSame } from "./rules.ts";

export type ImportDeps = Pick<Deps, "db" | "clock">;

export interface PlanImportKey {
  planId: number;
  id: number;
}

/** Somebody may take weeks to go through a plan of a region. */
const FORGOTTEN_AFTER_HOURS = 60 * 24;

export type GivenAnnex = { path: string; originalName: string } | { text: string; name: string };

/**
 * Recognises the cards of an annex, to be gone through; nothing is written into the plan yet. A file whose
 * review is open leads to that review.
 * @throws InvalidInput `file` or `text` when it is no annex
 */
export async function readPlanImport(
  deps: ImportDeps,
  author: Author,
  given: { planId: number; annex: GivenAnnex },
): Promise<number> {
  const { planId, annex } = given;
  const bytes = "path" in annex ? await readFile(annex.path) : Buffer.from(annex.text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const open = await findOpenPlanImport(deps.db, { planId, sha256 });
  if (open) return open.id;
  const declined = await listDeclinedRepairs(deps.db, planId);
  const recognition = await recognise(deps.db, sourceOf(annex), declined).catch((error) => {
    throw asFieldError(error, "path" in annex ? "file" : "text");
  });
  const fileName = "path" in annex ? cleanFileName(annex.originalName) : annex.name;
  return change(deps, author, async ({ trx, at }) => {
    // Of two that read the same at once the second waits, and finds it read.
    await lockPlan(trx, planId);
    const twin = await findOpenPlanImport(trx, { planId, sha256 });
    if (twin) return twin.id;
    const id = await insertPlanImport(trx, {
      ...{ planId, fileName, sha256, at, userId: author.userId },
      ...readingColumns(recognition, declined),
    });
    const earlier = await earlierSayings(trx, planId);
    const rows = recognition.cards.map((card) => newRow(card, isSkippedAgain(card, earlier)));
    await replacePlanImportCards(trx, id, rows);
    return id;
  });
}

function sourceOf(annex: GivenAnnex): AnnexSource {
  return "path" in annex ? { path: annex.path, name: annex.originalName } : { text: annex.text };
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

/** A card that was left out the last time is left out again as long as it says the same. */
function isSkippedAgain(
  { content }: RecognisedCard,
  earlier: ReadonlyMap<string, EarlierSaying[]>,
): boolean {
  const same = earlier.get(content.number)?.find((one) => saysTheSame(one.content, content));
  return same?.isSkipped === true;
}

/** Forgets an annex that was read and not applied. */
export async function dropPlanImport(
  deps: ImportDeps,
  author: Author,
  key: PlanImportKey & { version: number },
): Promise<void> {
  const { id, version } = key;
  await openPlanImport(deps.db, key);
  await change(deps, author, async ({ trx, at, record }) => {
    const step = { id, version, from: "read", to: "dropped", at } as const;
    if (!(await updatePlanImportState(trx, step))) throw new Conflict("changedMeanwhile");
    record({ action: "plan-import.dropped", objectType: "plan", objectId: key.planId });
  });
}

/** Annexes that nobody has decided about for two months; gives how many were forgotten. */
export function forgetOldPlanImports({ db, clock }: ImportDeps): Promise<number> {
  return dropForgottenPlanImports(db, addHours(clock.now(), -FORGOTTEN_AFTER_HOURS));
}

/** @throws Conflict when it is over, or its plan is in the archive, where nothing is decided any more */
export async function openPlanImport(db: Database, key: PlanImportKey): Promise<PlanImport> {
  const [plan, found] = [await findPlan(db, key.planId), await findPlanImport(db, key)];
  if (!plan || !found) throw new NotFound("plan import");
  if (plan.archivedAt !== null) throw new Conflict("planArchived");
  if (found.state !== "read") throw new Conflict("importOver");
  return found;
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

function asFieldError(error: unknown, field: "file" | "text"): unknown {
  return error instanceof UnreadableAnnex ? new InvalidInput({ [field]: error.fault }) : error;
}
