import type { Transaction } from "../../../db/connection.ts";
import {
  findStatement,
  insertStatement,
  lockCard,
  type Statement,
} from "../../../db/queries/card-statements.ts";
import { findCard } from "../../../db/queries/cards.ts";
import { findPlan } from "../../../db/queries/plans.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, EditedMeanwhile, NotFound } from "../../errors.ts";
import { type CalendarDate, pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { maySpeakOf } from "./rules.ts";
import type { StatementEntry } from "./schema.ts";

export interface StatementKey {
  planId: number;
  cardId: number;
  year: number;
}

/**
 * Puts down what is said of a card for a year; what was said before stays and is corrected by it. The
 * caller has made sure that they may (`rightToAnswer`).
 * @throws EditedMeanwhile when somebody else has said something since the form was opened
 */
export async function answer(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: StatementKey,
  entry: StatementEntry,
): Promise<number> {
  return change(deps, author, (one) => keepStatement(one, key, entry));
}

async function keepStatement(
  { trx, at, by, record }: Change,
  { planId, cardId, year }: StatementKey,
  { version, ...fields }: StatementEntry,
): Promise<number> {
  await lockCard(trx, cardId);
  const validOn = pragueDay(at);
  await checkIsOpen(trx, { planId, cardId, year }, validOn);
  const before = await findStatement(trx, { cardId, year });
  if ((before?.id ?? 0) !== version) throw saidMeanwhile(before);
  if (before && Object.keys(changesOf(before, fields)).length === 0) return before.id;
  const correctsId = before?.id ?? null;
  const fact = { cardId, year, validOn, recordedAt: at, recordedBy: by, correctsId, ...fields };
  const id = await insertStatement(trx, fact);
  record({
    action: before ? "card-statement.corrected" : "card-statement.given",
    objectType: "card",
    objectId: cardId,
    changes: { year: [null, year], ...changesOf(before, fields) },
  });
  return id;
}

async function checkIsOpen(
  trx: Transaction,
  { planId, cardId, year }: StatementKey,
  today: CalendarDate,
): Promise<void> {
  const plan = await findPlan(trx, planId);
  const card = await findCard(trx, { planId, id: cardId });
  if (!plan || !card) throw new NotFound("card");
  if (card.archivedAt !== null || plan.archivedAt !== null) throw new Conflict("archived");
  if (!maySpeakOf(plan, year, today)) throw new NotFound("year");
}

/** A statement as its form holds it. */
export function statementValues(
  statement: Pick<Statement, "id" | "state" | "text" | "nextSteps"> | undefined,
) {
  return {
    state: statement?.state ?? "",
    text: statement?.text ?? "",
    nextSteps: statement?.nextSteps ?? "",
    version: String(statement?.id ?? 0),
  };
}

type Said = Pick<StatementEntry, "state" | "text" | "nextSteps">;

function changesOf(before: Said | undefined, after: Said) {
  const said = ({ state, text, nextSteps }: Partial<Said>) => ({ state, text, nextSteps });
  return changedFields(said(before ?? {}), said(after));
}

function saidMeanwhile(current: Statement | undefined): EditedMeanwhile {
  return new EditedMeanwhile({
    version: current?.id ?? 0,
    values: statementValues(current),
    changedBy: current?.recordedByName ?? null,
    changedAt: current?.recordedAt ?? null,
  });
}
