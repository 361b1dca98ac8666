import type { Owner } from "../../server/values/owner.ts";
import type { Database, Transaction } from "../connection.ts";

export type CostKind = "amount" | "range" | "text" | "missing";

/** Texts of a card as they were written. */
export interface CardTexts {
  number: string;
  name: string;
  goals: string;
  targetGroups: string;
  services: string;
  period: string;
  responsible: string;
  costs: string;
  funding: string;
  description: string;
}

/** What a card is found and counted by, worked out of its texts. */
export interface CardFigures {
  fromYear: number | null;
  toYear: number | null;
  costKind: CostKind;
  costMinHalere: number | null;
  costMaxHalere: number | null;
  costCurrency: string | null;
  isCostPerYear: boolean;
  isPlaceholder: boolean;
}

export interface CardFields extends CardTexts, CardFigures {
  areaId: number | null;
  sortKey: string;
  /** What it is found by, its measures among it; see `wordsOfCard`. */
  words: string;
}

export interface Card extends CardTexts, CardFigures, Owner {
  id: number;
  planId: number;
  areaId: number | null;
  areaCode: string | null;
  ownerName: string | null;
  archivedAt: string | null;
  version: number;
}

const CARDS_AT_ONCE = 200;

/** Ids in the order of the cards. */
export async function insertCards(
  trx: Transaction,
  cards: readonly (CardFields & Owner & { planId: number; createdAt: string })[],
): Promise<number[]> {
  const ids = new Map<string, number>();
  for (let from = 0; from < cards.length; from += CARDS_AT_ONCE) {
    const rows = await trx("cards")
      .insert(
        cards.slice(from, from + CARDS_AT_ONCE).map((card) => ({
          ...columns(card),
          ...ownerColumns(card),
          plan_id: card.planId,
          created_at: card.createdAt,
        })),
      )
      .returning(["id", "number"]);
    for (const { id, number } of rows) ids.set(number, id);
  }
  return cards.map(({ number }) => ids.get(number) as number);
}

/**
 * Rewrites cards of locked plans, many at once; owner and archiving stay. A row that is offered stands in the
 * archive, out of the index that lets living cards share no number, so that it meets nothing but its own id.
 */
export async function updateCards(
  trx: Transaction,
  cards: readonly (CardFields & { id: number; planId: number })[],
  at: string,
): Promise<void> {
  for (let from = 0; from < cards.length; from += CARDS_AT_ONCE) {
    const some = cards.slice(from, from + CARDS_AT_ONCE);
    const written = some.map((card) => ({ id: card.id, fields: columns(card), of: card.planId }));
    const names = Object.keys(written[0]?.fields ?? {});
    await trx("cards")
      .insert(
        written.map(({ id, fields, of }) => ({
          ...{ ...fields, id, plan_id: of, created_at: at, archived_at: at },
        })),
      )
      .onConflict("id")
      .merge({
        ...Object.fromEntries(names.map((name) => [name, trx.raw(`excluded.${name}`)])),
        version: trx.raw("cards.version + 1"),
      });
  }
}

/** Puts living cards into the archive, many at once. */
export async function archiveCards(
  trx: Transaction,
  ids: readonly number[],
  at: string,
): Promise<void> {
  for (let from = 0; from < ids.length; from += CARDS_AT_ONCE)
    await trx("cards")
      .whereIn("id", ids.slice(from, from + CARDS_AT_ONCE))
      .whereNull("archived_at")
      .increment("version", 1)
      .update({ archived_at: at });
}

/** Words follow the measures of a card, which are no part of its own edition. */
export async function updateCardWords(trx: Transaction, id: number, words: string): Promise<void> {
  await trx("cards").where({ id }).update({ words });
}

/** 0 when the record has another version by now; so with its archiving. */
export async function updateCardOwner(
  trx: Transaction,
  key: { id: number; version: number },
  owner: Owner,
): Promise<number> {
  return trx("cards")
    .where({ id: key.id, version: key.version })
    .update({ ...ownerColumns(owner), version: key.version + 1 });
}

export async function updateCardArchived(
  trx: Transaction,
  key: { id: number; version: number },
  archivedAt: string | null,
): Promise<number> {
  return trx("cards")
    .where({ id: key.id, version: key.version })
    .update({ archived_at: archivedAt, version: key.version + 1 });
}

export async function findCard(
  db: Database,
  key: { planId: number; id: number },
): Promise<Card | undefined> {
  const row = await cards(db).where({ "x.id": key.id, "x.plan_id": key.planId }).first();
  return row && withFlags(row);
}

/** The same whose plan nobody has told. */
export async function findCardById(db: Database, id: number): Promise<Card | undefined> {
  const row = await cards(db).where("x.id", id).first();
  return row && withFlags(row);
}

/** All that is told of living cards of a plan, or of all, in the order of their numbers; only some where named. */
export async function listCards(
  db: Database,
  of: number | "every plan",
  only?: readonly number[],
): Promise<Card[]> {
  const query = cards(db).whereNull("x.archived_at").orderBy(["x.sort_key", "x.id"]);
  if (of !== "every plan") query.where("x.plan_id", of);
  if (only) query.whereIn("x.id", [...only]);
  return (await query).map(withFlags);
}

/** Names of all cards of a plan, archived ones too: what became of a card does not end in the archive. */
export async function listCardNames(
  db: Database,
  planId: number,
): Promise<{ id: number; number: string; name: string }[]> {
  return db("cards").where({ plan_id: planId }).select("id", "number", "name");
}

/** Living cards of a plan in their order, to go from one to the next. */
export async function listCardNumbers(
  db: Database,
  planId: number,
): Promise<{ id: number; number: string }[]> {
  return db("cards")
    .where({ plan_id: planId })
    .whereNull("archived_at")
    .orderBy(["sort_key", "id"])
    .select("id", "number");
}

/** Which of these numbers living cards of the plan have. */
export async function listNumbersTaken(
  db: Database,
  planId: number,
  numbers: readonly string[],
): Promise<{ id: number; number: string }[]> {
  return db("cards")
    .where({ plan_id: planId })
    .whereIn("number", [...numbers])
    .whereNull("archived_at")
    .select("id", "number");
}

function cards(db: Database) {
  return db("cards as x")
    .leftJoin("plan_areas as a", "a.id", "x.area_id")
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .select({
      id: "x.id",
      planId: "x.plan_id",
      areaId: "x.area_id",
      areaCode: "a.code",
      number: "x.number",
      name: "x.name",
      goals: "x.goals",
      targetGroups: "x.target_groups",
      services: "x.services",
      period: "x.period",
      responsible: "x.responsible",
      costs: "x.costs",
      funding: "x.funding",
      description: "x.description",
      fromYear: "x.from_year",
      toYear: "x.to_year",
      costKind: "x.cost_kind",
      costMinHalere: "x.cost_min_halere",
      costMaxHalere: "x.cost_max_halere",
      costCurrency: "x.cost_currency",
      isCostPerYear: "x.is_cost_per_year",
      isPlaceholder: "x.is_placeholder",
      ownerUserId: "x.owner_user_id",
      ownerContactId: "x.owner_contact_id",
      ownerName: db.raw("coalesce(u.name, c.name)"),
      archivedAt: "x.archived_at",
      version: "x.version",
    });
}

function withFlags(row: Card): Card {
  const { isCostPerYear, isPlaceholder } = row;
  return { ...row, isCostPerYear: Boolean(isCostPerYear), isPlaceholder: Boolean(isPlaceholder) };
}

function ownerColumns({ ownerUserId, ownerContactId }: Owner) {
  return { owner_user_id: ownerUserId, owner_contact_id: ownerContactId };
}

function columns(card: CardFields) {
  return {
    area_id: card.areaId,
    number: card.number,
    name: card.name,
    sort_key: card.sortKey,
    words: card.words,
    goals: card.goals,
    target_groups: card.targetGroups,
    services: card.services,
    period: card.period,
    responsible: card.responsible,
    costs: card.costs,
    funding: card.funding,
    description: card.description,
    from_year: card.fromYear,
    to_year: card.toYear,
    cost_kind: card.costKind,
    cost_min_halere: card.costMinHalere,
    cost_max_halere: card.costMaxHalere,
    cost_currency: card.costCurrency,
    is_cost_per_year: card.isCostPerYear,
    is_placeholder: card.isPlaceholder,
  };
}
