import type { Database, Transaction } from "../connection.ts";

export type LinkOrigin = "number" | "hand";

export interface NewCardLink {
  cardId: number;
  measureId: number | null;
  projectId: number | null;
  activityId: number | null;
  registrationNumber: string | null;
  projectName: string | null;
  origin: LinkOrigin;
  note: string | null;
}

const ROWS_AT_ONCE = 200;
export async function insertCardLinks(
  trx: Transaction,
  links: readonly NewCardLink[],
  by: { at: string; userId: number | null },
): Promise<number[]> {
  const ids: number[] = [];
  for (let from = 0; from < links.length; from += ROWS_AT_ONCE) {
    const rows = links.slice(from, from + ROWS_AT_ONCE).map((link) => ({
      card_id: link.cardId,
      measure_id: link.measureId,
      project_id: link.projectId,
      activity_id: link.activityId,
      registration_number: link.registrationNumber,
      project_name: link.projectName,
      origin: link.origin,
      note: link.note,
      created_by: by.userId,
      created_at: by.at,
    }));
    const inserted: { id: number }[] = await trx("card_links").insert(rows).returning("id");
    ids.push(...inserted.map(({ id }) => id));
  }
  return ids;
}

/** What people may set of a link that is there. */
export interface LinkDetails {
  measureId: number | null;
  activityId: number | null;
  note: string | null;
}

/** 0 when the record has another version by now; so with its removal. */
export async function updateCardLink(
  trx: Transaction,
  key: { id: number; version: number },
  link: LinkDetails & Pick<NewCardLink, "projectId" | "registrationNumber" | "projectName">,
): Promise<number> {
  return trx("card_links")
    .where({ id: key.id, version: key.version })
    .whereNull("archived_at")
    .update({
      measure_id: link.measureId,
      activity_id: link.activityId,
      note: link.note,
      project_id: link.projectId,
      registration_number: link.registrationNumber,
      project_name: link.projectName,
      version: key.version + 1,
    });
}

/** Taken away by a person: what was found does not come back with the next reading of the text. */
export async function declineCardLink(trx: Transaction, id: number, at: string): Promise<void> {
  await trx("card_links")
    .where({ id })
    .whereNull("archived_at")
    .increment("version", 1)
    .update({ archived_at: at, is_declined: true });
}

/** Brought back by a person, as it reads by now. */
export async function bringBackCardLink(
  trx: Transaction,
  link: Pick<StoredLink, "id" | "origin" | "projectId" | "activityId">,
): Promise<void> {
  await trx("card_links").where({ id: link.id }).increment("version", 1).update({
    archived_at: null,
    is_declined: false,
    origin: link.origin,
    project_id: link.projectId,
    activity_id: link.activityId,
  });
}

/** The link as it is stored, whoever asks: for what is done to it. */
export interface StoredLink extends NewCardLink {
  id: number;
  version: number;
  isDeclined: boolean;
  archivedAt: string | null;
}

export async function findStoredLink(
  db: Database,
  key: { id: number } & ({ cardId: number } | { projectId: number }),
): Promise<StoredLink | undefined> {
  const owner = "cardId" in key ? { card_id: key.cardId } : { project_id: key.projectId };
  const row = await db("card_links")
    .where({ id: key.id, ...owner })
    .first({
      id: "id",
      cardId: "card_id",
      measureId: "measure_id",
      projectId: "project_id",
      activityId: "activity_id",
      registrationNumber: "registration_number",
      projectName: "project_name",
      origin: "origin",
      note: "note",
      version: "version",
      isDeclined: "is_declined",
      archivedAt: "archived_at",
    });
  return row && { ...row, isDeclined: Boolean(row.isDeclined) };
}
