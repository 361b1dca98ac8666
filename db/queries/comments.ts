import type { Database, Transaction } from "../connection.ts";

export type CommentObject = "output" | "report";
export type Settlement = "accepted" | "partly" | "rejected";

export interface CommentFields {
  body: string;
  /** Whose remark it was where it came by mail or at a meeting. */
  saidBy: string | null;
}

export interface Comment extends CommentFields {
  id: number;
  projectId: number;
  objectType: CommentObject;
  objectId: number;
  /** The field of a report, the chapter of an output; null is the whole of it. */
  place: string | null;
  authorId: number | null;
  authorName: string | null;
  createdAt: string;
  settlement: Settlement | null;
  answer: string | null;
  settledAt: string | null;
  settledByName: string | null;
  version: number;
}

export interface CommentedKey {
  objectType: CommentObject;
  objectId: number;
}

/** All that stand, of every place, oldest first. */
export async function listComments(db: Database, of: CommentedKey): Promise<Comment[]> {
  return comments(db)
    .where({ "k.object_type": of.objectType, "k.object_id": of.objectId })
    .orderBy("k.id");
}

export async function findComment(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Comment | undefined> {
  return comments(db).where({ "k.project_id": key.projectId, "k.id": key.id }).first();
}

/** Object → remarks nobody has settled yet; those without any are left out. */
export async function countOpenComments(
  db: Database,
  of: { objectType: CommentObject; objectIds: readonly number[] },
): Promise<Map<number, number>> {
  const rows: { objectId: number; n: number | string }[] = await db("comments")
    .where("object_type", of.objectType)
    .whereIn("object_id", of.objectIds)
    .whereNull("archived_at")
    .whereNull("settlement")
    .groupBy("object_id")
    .select({ objectId: "object_id" })
    .count({ n: "*" });
  return new Map(rows.map(({ objectId, n }) => [objectId, Number(n)]));
}

const TABLES: Record<CommentObject, string> = { output: "outputs", report: "reports" };

/** Whether the project has such a record that remarks may be made on. */
export async function hasCommented(
  db: Database,
  { projectId, objectType, objectId: id }: CommentedKey & { projectId: number },
): Promise<boolean> {
  const found = await db(TABLES[objectType])
    .where({ id, project_id: projectId })
    .whereNull("archived_at")
    .first("id");
  return found !== undefined;
}

export async function insertComment(
  trx: Transaction,
  comment: CommentFields &
    CommentedKey & {
      projectId: number;
      place: string | null;
      authorId: number | null;
      createdAt: string;
    },
): Promise<number> {
  const [row] = await trx("comments")
    .insert({
      project_id: comment.projectId,
      object_type: comment.objectType,
      object_id: comment.objectId,
      place: comment.place,
      body: comment.body,
      said_by: comment.saidBy,
      author_id: comment.authorId,
      created_at: comment.createdAt,
    })
    .returning("id");
  return row.id;
}

interface Version {
  id: number;
  version: number;
}

/** 0 when the record has another version by now; so with the updates below. */
export async function updateComment(
  trx: Transaction,
  key: Version,
  { body, saidBy }: CommentFields,
): Promise<number> {
  return updateVersion(trx, key, { body, said_by: saidBy });
}

export async function updateCommentSettlement(
  trx: Transaction,
  key: Version,
  settled: { settlement: Settlement; answer: string | null; at: string; by: number | null } | null,
): Promise<number> {
  return updateVersion(trx, key, {
    settlement: settled?.settlement ?? null,
    answer: settled?.answer ?? null,
    settled_at: settled?.at ?? null,
    settled_by: settled?.by ?? null,
  });
}

export async function updateCommentArchived(
  trx: Transaction,
  key: Version,
  at: string,
): Promise<number> {
  return updateVersion(trx, key, { archived_at: at });
}

function updateVersion(trx: Transaction, key: Version, columns: object): Promise<number> {
  return trx("comments")
    .where({ id: key.id, version: key.version })
    .update({ ...columns, version: key.version + 1 });
}

function comments(db: Database) {
  return db("comments as k")
    .leftJoin("users as a", "a.id", "k.author_id")
    .leftJoin("users as s", "s.id", "k.settled_by")
    .whereNull("k.archived_at")
    .select({
      id: "k.id",
      projectId: "k.project_id",
      objectType: "k.object_type",
      objectId: "k.object_id",
      place: "k.place",
      body: "k.body",
      saidBy: "k.said_by",
      authorId: "k.author_id",
      authorName: "a.name",
      createdAt: "k.created_at",
      settlement: "k.settlement",
      answer: "k.answer",
      settledAt: "k.settled_at",
      settledByName: "s.name",
      version: "k.version",
    });
}
