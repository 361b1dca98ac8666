import type { Database, Transaction } from "../connection.ts";
import type { TermKind } from "./plan-terms.ts";

export interface CardTerm {
  kind: TermKind;
  /** Of the text among those of its kind; a text that names several terms has a row for each. */
  position: number;
  text: string;
  /** For comparison: one term however its case and diacritics were written. */
  folded: string;
  termId: number | null;
}

export interface CardService {
  text: string;
  /** As the source says it, right or wrong. */
  section: string | null;
  serviceId: number | null;
}

export interface CardGoal {
  code: string;
  areaId: number | null;
}

export interface CardDetails {
  cardId: number;
  terms: CardTerm[];
  services: CardService[];
  goals: CardGoal[];
}

const ROWS_AT_ONCE = 400;

/** What is understood of cards, put in place of what was understood of them before. */
export async function replaceCardDetails(
  trx: Transaction,
  details: readonly CardDetails[],
): Promise<void> {
  const cardIds = details.map(({ cardId }) => cardId);
  for (const table of ["card_terms", "card_services", "card_goals"])
    for (let from = 0; from < cardIds.length; from += ROWS_AT_ONCE)
      await trx(table)
        .whereIn("card_id", cardIds.slice(from, from + ROWS_AT_ONCE))
        .delete();
  await insertCardDetails(trx, details);
}

export async function insertCardDetails(
  trx: Transaction,
  details: readonly CardDetails[],
): Promise<void> {
  await insertRows(trx, "card_terms", details.flatMap(termRows));
  await insertRows(trx, "card_services", details.flatMap(serviceRows));
  await insertRows(trx, "card_goals", details.flatMap(goalRows));
}

async function insertRows(trx: Transaction, table: string, rows: object[]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE)
    await trx(table).insert(rows.slice(from, from + ROWS_AT_ONCE));
}

function termRows({ cardId, terms }: CardDetails): object[] {
  return terms.map((term) => ({
    card_id: cardId,
    kind: term.kind,
    position: term.position,
    text: term.text,
    folded: term.folded,
    term_id: term.termId,
  }));
}

function serviceRows({ cardId, services }: CardDetails): object[] {
  return services.map((service, position) => ({
    card_id: cardId,
    position,
    text: service.text,
    section: service.section,
    service_id: service.serviceId,
  }));
}

function goalRows({ cardId, goals }: CardDetails): object[] {
  return goals.map((goal, position) => ({
    card_id: cardId,
    position,
    code: goal.code,
    area_id: goal.areaId,
  }));
}

export interface ShownService extends CardService {
  nameCs: string | null;
  nameEn: string | null;
  sectionKnown: string | null;
}

export async function listServicesOfCard(db: Database, cardId: number): Promise<ShownService[]> {
  return db("card_services as s")
    .leftJoin("social_services as k", "k.id", "s.service_id")
    .where("s.card_id", cardId)
    .orderBy("s.position")
    .select({
      text: "s.text",
      section: "s.section",
      serviceId: "s.service_id",
      nameCs: "k.name_cs",
      nameEn: "k.name_en",
      sectionKnown: "k.section",
    });
}

export interface ShownTerm extends CardTerm {
  labelCs: string | null;
  labelEn: string | null;
}

export async function listTermsOfCard(db: Database, cardId: number): Promise<ShownTerm[]> {
  return db("card_terms as t")
    .leftJoin("plan_terms as k", "k.id", "t.term_id")
    .where("t.card_id", cardId)
    .orderBy(["t.kind", "t.position", "t.id"])
    .select({
      kind: "t.kind",
      position: "t.position",
      text: "t.text",
      folded: "t.folded",
      termId: "t.term_id",
      labelCs: "k.label_cs",
      labelEn: "k.label_en",
    });
}

export interface ShownGoal extends CardGoal {
  title: string | null;
}

export async function listGoalsOfCard(db: Database, cardId: number): Promise<ShownGoal[]> {
  return db("card_goals as g")
    .leftJoin("plan_areas as a", "a.id", "g.area_id")
    .where("g.card_id", cardId)
    .orderBy("g.position")
    .select({ code: "g.code", areaId: "g.area_id", title: "a.title" });
}
