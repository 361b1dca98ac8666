import { listAreas } from "../../../../db/queries/plan-areas.ts";
import {
  acceptCards,
  replacePlanImportCards,
  updateCardDecision,
} from "../../../../db/queries/plan-import-cards.ts";
import {
  findPlanImportLines,
  type PlanImport,
  touchPlanImport,
  updatePlanImportReading,
} from "../../../../db/queries/plan-imports.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { Conflict, EditedMeanwhile, InvalidInput, NotFound } from "../../../errors.ts";
import type { CardContent } from "../../cards/rules.ts";
import { compareImport } from "../comparing/service.ts";
import type { AccountedLine, RecognisedCard } from "../recognition/rules.ts";
import { contentOf, type Findings, type ReviewedCard } from "../rules.ts";
import {
  type ImportDeps,
  listReviewedCards,
  newRow,
  openPlanImport,
  type PlanImportKey,
  readingColumns,
  recognise,
} from "../service.ts";
import { type Choice, decisionOf } from "./rules.ts";

export interface CardKey extends PlanImportKey {
  ordinal: number;
  version: number;
}

export async function decideCard(
  deps: ImportDeps,
  author: Author,
  key: CardKey,
  choice: Choice,
): Promise<void> {
  await openPlanImport(deps.db, key);
  await change(deps, author, async (one) => {
    const card = await reviewedCard(one, key);
    const edited = choice === "recognised" ? null : card.edited;
    const { importId, ordinal, version } = { ...key, importId: key.id };
    const told = {
      ...{ importId, ordinal, version },
      ...{ decision: decisionOf(choice, edited), edited: edited && JSON.stringify(edited) },
    };
    if (!(await updateCardDecision(one.trx, told))) throw new Conflict("changedMeanwhile");
    await touch(one, key.id);
  });
}

/** @throws EditedMeanwhile when somebody else has decided of the card since the form was opened */
export async function editImportedCard(
  deps: ImportDeps,
  author: Author,
  key: CardKey,
  given: { content: CardContent; formOf: (content: CardContent) => Record<string, string> },
): Promise<void> {
  const found = await openPlanImport(deps.db, key);
  const { content, formOf } = given;
  await change(deps, author, async (one) => {
    const card = await reviewedCard(one, key);
    await checkArea(one, found, content);
    const isAsRecognised = JSON.stringify(content) === JSON.stringify(card.recognised.content);
    const told = {
      ...{ importId: key.id, ordinal: key.ordinal, version: key.version },
      decision: isAsRecognised ? ("accepted" as const) : ("edited" as const),
      edited: isAsRecognised ? null : JSON.stringify(content),
    };
    if (!(await updateCardDecision(one.trx, told)))
      throw new EditedMeanwhile({
        ...{ version: card.version, changedBy: null, changedAt: null },
        values: formOf(contentOf(card)),
      });
    await touch(one, key.id);
  });
}

/** Accepts every card that nothing is proposed or asked of. */
export async function acceptPlainCards(
  deps: ImportDeps,
  author: Author,
  key: PlanImportKey & { version: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    const found = await openPlanImport(one.trx, key);
    if (found.version !== key.version) throw new Conflict("changedMeanwhile");
    const { cards } = await compareImport(one.trx, found);
    const plain = cards.filter(({ proposals, block }) => proposals === 0 && block === null);
    await acceptCards(
      one.trx,
      key.id,
      plain.map(({ ordinal }) => ordinal),
    );
    await touch(one, key.id);
  });
}

/**
 * Turns a repair down, or takes it after all: the same lines are recognised again, cards that come out as
 * they were keep what was decided of them.
 * @throws Conflict when a card that it touches was edited by hand
 */
export async function decideRepair(
  deps: ImportDeps,
  author: Author,
  key: PlanImportKey,
  { repairId, isDeclined }: { repairId: string; isDeclined: boolean },
): Promise<void> {
  const found = await openPlanImport(deps.db, key);
  const others = (JSON.parse(found.declined) as string[]).filter((id) => id !== repairId);
  const declined = isDeclined ? [...others, repairId] : others;
  const kept = JSON.parse(await findPlanImportLines(deps.db, key.id)) as AccountedLine[];
  const lines = kept.map(({ number, page, text, isApart }) => ({
    ...{ number, page, text },
    ...(isApart ? { isApart } : {}),
  }));
  const recognition = await recognise(deps.db, { lines }, declined);
  await change(deps, author, async ({ trx }) => {
    const reading = { id: key.id, since: found.declined, ...readingColumns(recognition, declined) };
    if (!(await updatePlanImportReading(trx, reading))) throw new Conflict("changedMeanwhile");
    const before = await listReviewedCards(trx, key.id);
    await replacePlanImportCards(trx, key.id, carriedOver(before, recognition.cards));
  });
}

/** Rows of a new reading with what was decided of cards that say what they said. */
function carriedOver(before: readonly ReviewedCard[], cards: readonly RecognisedCard[]) {
  const sayings = new Map(before.map((card) => [sayingOf(card.recognised), card]));
  const rows = cards.map((card) => {
    const same = sayings.get(sayingOf(card));
    sayings.delete(sayingOf(card));
    const old = before.find(({ ordinal }) => ordinal === card.ordinal);
    const row = { ...newRow(card), version: (old?.version ?? 0) + 1 };
    if (!same) return row;
    const edited = same.edited && JSON.stringify(same.edited);
    return { ...row, edited, decision: same.decision };
  });
  const lost = [...sayings.values()].find(({ edited }) => edited !== null);
  if (lost) throw new Conflict(`importedCardEdited:${contentOf(lost).number}`);
  return rows;
}

function sayingOf({ content }: RecognisedCard): string {
  return JSON.stringify(content);
}

/** The area has to be of the plan, or of the annex, which brings it along. */
async function checkArea(
  { trx }: Change,
  { planId, findings }: PlanImport,
  { areaCode }: CardContent,
): Promise<void> {
  const brought = (JSON.parse(findings) as Findings).areas;
  const known = [...brought, ...(await listAreas(trx, planId))];
  if (areaCode !== null && !known.some(({ code }) => code === areaCode))
    throw new InvalidInput({ areaCode: "unknownChoice" });
}

async function reviewedCard({ trx }: Change, key: CardKey): Promise<ReviewedCard> {
  const cards = await listReviewedCards(trx, key.id);
  const card = cards.find(({ ordinal }) => ordinal === key.ordinal);
  if (!card) throw new NotFound("imported card");
  return card;
}

/** Nothing is decided any more of what was applied or dropped meanwhile. */
async function touch({ trx }: Change, importId: number): Promise<void> {
  if (!(await touchPlanImport(trx, importId))) throw new Conflict("importOver");
}
