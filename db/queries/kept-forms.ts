import type { Database } from "../connection.ts";

export async function insertKeptForm(
  db: Database,
  kept: { userId: number; path: string; fields: string; at: string },
): Promise<number> {
  const [row] = await db("kept_forms")
    .insert({ user_id: kept.userId, path: kept.path, fields: kept.fields, created_at: kept.at })
    .returning("id");
  return row.id;
}

export async function findKeptForm(
  db: Database,
  key: { id: number; userId: number },
): Promise<{ id: number; path: string; fields: string } | undefined> {
  return db("kept_forms").where({ id: key.id, user_id: key.userId }).first("id", "path", "fields");
}

export async function deleteKeptForm(db: Database, id: number): Promise<void> {
  await db("kept_forms").where({ id }).delete();
}

export async function deleteKeptFormsBefore(db: Database, instant: string): Promise<number> {
  return db("kept_forms").where("created_at", "<", instant).delete();
}
