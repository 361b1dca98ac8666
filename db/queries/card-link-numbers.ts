import { type Database, engineOf, type Transaction } from "../connection.ts";
import type { LinkOrigin } from "./card-links.ts";

/** A link as it is compared with what a text says. */
export interface LinkKey {
  id: number;
  cardId: number;
  measureId: number | null;
  projectId: number | null;
  activityId: number | null;
  registrationNumber: string | null;
  origin: LinkOrigin;
  isDeclined: boolean;
  archivedAt: string | null;
}

const ROWS_AT_ONCE = 200;
const ANY_FIXED_NUMBER = 52_010_895;

/**
 * A project that gets a number and a reference to that number that is just being written must not miss each
 * other: whoever deals with numbers waits here. On SQLite the write transaction itself is the lock.
 */
export async function lockNumbersOfProjects(trx: Transaction): Promise<void> {
  if (engineOf(trx) === "postgres")
    await trx.raw("select pg_advisory_xact_lock(?)", [ANY_FIXED_NUMBER]);
}

/** All links of these cards, the archived too. */
export async function listLinkKeys(db: Database, cardIds: readonly number[]): Promise<LinkKey[]> {
  const rows = await db("card_links")
    .whereIn("card_id", [...cardIds])
    .orderBy("id")
    .select({
      id: "id",
      cardId: "card_id",
      measureId: "measure_id",
      projectId: "project_id",
      activityId: "activity_id",
      registrationNumber: "registration_number",
      origin: "origin",
      isDeclined: "is_declined",
      archivedAt: "archived_at",
    });
  return rows.map((row) => ({ ...row, isDeclined: Boolean(row.isDeclined) }));
}

/** Ids of the living measures of these cards, in their order. */
export async function listMeasureIds(
  db: Database,
  cardIds: readonly number[],
): Promise<{ id: number; cardId: number }[]> {
  return db("measures")
    .whereIn("card_id", [...cardIds])
    .whereNull("archived_at")
    .orderBy(["card_id", "position", "id"])
    .select({ id: "id", cardId: "card_id" });
}

/** The projects that bear these numbers. */
export async function findProjectIdsByNumbers(
  db: Database,
  numbers: readonly string[],
): Promise<Map<string, number>> {
  if (numbers.length === 0) return new Map();
  const rows: { number: string; id: number }[] = await db("projects")
    .whereIn("registration_number", [...numbers])
    .select({ number: "registration_number", id: "id" });
  return new Map(rows.map(({ number, id }) => [number, id]));
}

/** Puts away what no text says any longer; what was in the archive already stays there since then. */
export async function archiveCardLinks(
  trx: Transaction,
  ids: readonly number[],
  at: string,
): Promise<void> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE)
    await trx("card_links")
      .whereIn("id", ids.slice(from, from + ROWS_AT_ONCE))
      .whereNull("archived_at")
      .increment("version", 1)
      .update({ archived_at: at });
}

/** Brings back links whose number has returned to the text, each to the project that bears it now. */
export async function restoreCardLinks(trx: Transaction, ids: readonly number[]): Promise<void> {
  const bearer = trx("projects as p")
    .whereRaw("p.registration_number = card_links.registration_number")
    .select("p.id");
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE)
    await trx("card_links")
      .whereIn("id", ids.slice(from, from + ROWS_AT_ONCE))
      .increment("version", 1)
      .update({ archived_at: null, activity_id: null, project_id: bearer });
}

/** A link that a change of a number touches, with the card as it is called. */
export interface NumberedLink {
  id: number;
  cardId: number;
  cardNumber: string;
  cardName: string;
}

/** Links that name this number: those that wait for a project, or those that lead to this one. */
export async function listLinksOfNumber(
  db: Database,
  of: { number: string; projectId: number | null },
): Promise<NumberedLink[]> {
  return db("card_links as l")
    .join("cards as c", "c.id", "l.card_id")
    .where({ "l.registration_number": of.number, "l.project_id": of.projectId })
    .whereNull("l.archived_at")
    .orderBy(["c.sort_key", "c.id", "l.id"])
    .select({ id: "l.id", cardId: "c.id", cardNumber: "c.number", cardName: "c.name" });
}

/** Leads links to a project, or to none: its activities are no longer meant then. */
export async function updateLinkedProject(
  trx: Transaction,
  ids: readonly number[],
  projectId: number | null,
): Promise<void> {
  for (let from = 0; from < ids.length; from += ROWS_AT_ONCE)
    await trx("card_links")
      .whereIn("id", ids.slice(from, from + ROWS_AT_ONCE))
      .increment("version", 1)
      .update({ project_id: projectId, activity_id: null });
}
