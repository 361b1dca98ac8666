import type { Database, Transaction } from "../connection.ts";

export type CardDecision = "accepted" | "edited" | "skipped";
export type CardOutcome = "new" | "changed" | "same" | "duplicate";

/** A card found in an annex, what was decided of it and what came of it. */
export interface PlanImportCard {
  ordinal: number;
  /** As it was recognised, whatever it was changed to. */
  number: string;
  /** JSON of the recognised card; of what a person made of its content. */
  recognised: string;
  edited: string | null;
  decision: CardDecision | null;
  cardId: number | null;
  outcome: CardOutcome;
  /** JSON of the card in the plan before and after, of an import applied. */
  before: string | null;
  after: string | null;
  version: number;
}

const COLUMNS = {
  ordinal: "ordinal",
  number: "number",
  recognised: "recognised",
  edited: "edited",
  decision: "decision",
  cardId: "card_id",
  outcome: "outcome",
  before: "before",
  after: "after",
  version: "version",
};

const AT_ONCE = 100;

/** In the order of the annex. */
export async function listPlanImportCards(
  db: Database,
  importId: number,
): Promise<PlanImportCard[]> {
  return db("plan_import_cards")
    .where({ import_id: importId })
    .orderBy("ordinal")
    .select<PlanImportCard[]>(COLUMNS);
}

export async function replacePlanImportCards(
  trx: Transaction,
  importId: number,
  cards: readonly Omit<PlanImportCard, "before" | "after">[],
): Promise<void> {
  await trx("plan_import_cards").where({ import_id: importId }).delete();
  for (let at = 0; at < cards.length; at += AT_ONCE) {
    const rows = cards.slice(at, at + AT_ONCE).map((card) => ({
      import_id: importId,
      ordinal: card.ordinal,
      number: card.number,
      recognised: card.recognised,
      edited: card.edited,
      decision: card.decision,
      card_id: card.cardId,
      outcome: card.outcome,
      version: card.version,
    }));
    await trx("plan_import_cards").insert(rows);
  }
}

/** False when somebody else has decided of it meanwhile. */
export async function updateCardDecision(
  trx: Transaction,
  one: {
    importId: number;
    ordinal: number;
    version: number;
    decision: CardDecision | null;
    edited: string | null;
  },
): Promise<boolean> {
  const updated = await trx("plan_import_cards")
    .where({ import_id: one.importId, ordinal: one.ordinal, version: one.version })
    .update({
      decision: one.decision,
      edited: one.edited,
      version: one.version + 1,
    });
  return updated === 1;
}

export async function acceptCards(
  trx: Transaction,
  importId: number,
  ordinals: readonly number[],
): Promise<void> {
  await trx("plan_import_cards")
    .where({ import_id: importId })
    .whereNull("decision")
    .whereIn("ordinal", ordinals as number[])
    .update({ decision: "accepted", version: trx.raw("version + 1") });
}

export interface CardResult {
  ordinal: number;
  outcome: CardOutcome;
  cardId: number | null;
  before: string | null;
  after: string | null;
}

/** What came of the cards, many at once. */
export async function updateCardResults(
  trx: Transaction,
  importId: number,
  results: readonly CardResult[],
): Promise<void> {
  const row =
    "(cast(? as integer), cast(? as text), cast(? as integer), cast(? as text), cast(? as text))";
  for (let at = 0; at < results.length; at += AT_ONCE) {
    const some = results.slice(at, at + AT_ONCE);
    const values = some.map((one) => [
      ...[one.ordinal, one.outcome, one.cardId],
      ...[one.before, one.after],
    ]);
    await trx.raw(
      `with v (ordinal, outcome, card_id, before_json, after_json) as (values ${some.map(() => row).join(", ")})
       update plan_import_cards set outcome = v.outcome, card_id = v.card_id,
         before = v.before_json, after = v.after_json
       from v where plan_import_cards.import_id = ? and plan_import_cards.ordinal = v.ordinal`,
      [...values.flat(), importId] as never,
    );
  }
}

export interface EarlierCard {
  /** As the annex says it. */
  number: string;
  cardId: number | null;
  decision: CardDecision | null;
  recognised: string;
}

/** What annexes that stand in the plan said of each number, the latest of them that speaks of it. */
export async function listEarlierCards(db: Database, planId: number): Promise<EarlierCard[]> {
  const latest = db("plan_import_cards as c")
    .join("plan_imports as i", "i.id", "c.import_id")
    .where({ "i.plan_id": planId, "i.state": "applied" })
    .groupBy("c.number")
    .select("c.number")
    .max({ import_id: "c.import_id" })
    .as("l");
  return db("plan_import_cards as c")
    .join(latest, function () {
      this.on("l.number", "c.number").andOn("l.import_id", "c.import_id");
    })
    .orderBy(["c.import_id", "c.ordinal"])
    .select<EarlierCard[]>({
      number: "c.number",
      cardId: "c.card_id",
      decision: "c.decision",
      recognised: "c.recognised",
    });
}
