import type { Database, Transaction } from "../connection.ts";
import type { AwaitedDocuments } from "./required-documents.ts";

/** Living projects after a number, in its order: whose papers are to be looked over. */
export async function listLivingProjectIds(
  db: Database,
  { after, limit }: { after: number; limit: number },
): Promise<number[]> {
  return db("projects")
    .whereNull("archived_at")
    .where("id", ">", after)
    .orderBy("id")
    .limit(limit)
    .pluck("id");
}

/** Puts what these projects lack in the place of what was known of them. */
export async function putAwaitedDocuments(
  trx: Transaction,
  projectIds: readonly number[],
  rows: readonly AwaitedDocuments[],
): Promise<void> {
  const lacking = rows.map(({ projectId }) => projectId);
  await trx("awaited_documents")
    .whereIn("project_id", projectIds)
    .whereNotIn("project_id", lacking)
    .delete();
  if (rows.length === 0) return;
  await trx("awaited_documents")
    .insert(
      rows.map(({ projectId, missing, dueOn }) => ({
        ...{ project_id: projectId, missing, due_on: dueOn },
      })),
    )
    .onConflict("project_id")
    .merge();
}
