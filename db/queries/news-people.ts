import type { Database } from "../connection.ts";

/**
 * Of these people those who may be told of a project: with a living account, and seeing it. Without a
 * project everybody alive.
 */
export async function listReadersOf(
  db: Database,
  { projectId, userIds }: { projectId: number | null; userIds: readonly number[] },
): Promise<number[]> {
  const query = db("users as u").whereIn("u.id", userIds).whereNull("u.deactivated_at");
  if (projectId !== null)
    query.where((either) =>
      either
        .where("u.is_administrator", true)
        .orWhere("u.is_management", true)
        .orWhereExists(
          db("memberships as m")
            .where("m.project_id", projectId)
            .where("m.user_id", db.ref("u.id"))
            .select("m.id"),
        ),
    );
  return query.orderBy("u.id").pluck("u.id");
}

/** Names of people by id. */
export async function listNamesOf(
  db: Database,
  userIds: readonly number[],
): Promise<Map<number, string>> {
  if (userIds.length === 0) return new Map();
  const rows = await db("users").whereIn("id", userIds).select("id", "name");
  return new Map(rows.map((row) => [row.id, row.name]));
}
