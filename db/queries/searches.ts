import type { Transaction } from "../connection.ts";

export type SearchObjectType = "project" | "activity" | "milestone" | "log-entry";

export interface SearchEntry {
  objectType: SearchObjectType;
  objectId: number;
  projectId: number;
  datedOn: string | null;
  title: string;
  body: string;
  folded: string;
}

export async function upsertSearchEntry(trx: Transaction, entry: SearchEntry): Promise<void> {
  await trx("search_entries")
    .insert({
      object_type: entry.objectType,
      object_id: entry.objectId,
      project_id: entry.projectId,
      dated_on: entry.datedOn,
      title: entry.title,
      body: entry.body,
      folded: entry.folded,
    })
    .onConflict(["object_type", "object_id"])
    .merge(["dated_on", "title", "body", "folded"]);
}

export async function deleteSearchEntry(
  trx: Transaction,
  entry: { objectType: SearchObjectType; objectId: number },
): Promise<void> {
  await trx("search_entries")
    .where({ object_type: entry.objectType, object_id: entry.objectId })
    .delete();
}
