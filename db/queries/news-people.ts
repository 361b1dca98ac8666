import type { Knex } from "knex";
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

/** Who wrote the texts of a report, began it, or handed it on last. */
export async function listReportWriters(db: Database, reportId: number): Promise<number[]> {
  const written = db("report_texts").where({ report_id: reportId }).select({ id: "edited_by" });
  const begun = db("reports").where({ id: reportId }).select({ id: "created_by" });
  const handed = db("report_states")
    .where({ report_id: reportId })
    .whereIn("state", ["checking", "submitted"])
    .select({ id: "recorded_by" });
  return distinct(db, written.union([begun, handed]));
}

/** Who wrote a change of the project, or announced it. */
export async function listChangeWriters(db: Database, changeId: number): Promise<number[]> {
  const begun = db("project_changes").where({ id: changeId }).select({ id: "created_by" });
  const announced = db("project_change_states")
    .where({ change_id: changeId, state: "announced" })
    .select({ id: "recorded_by" });
  return distinct(db, begun.union([announced]));
}

/** Who answers for an output, or brought it to where it is. */
export async function listOutputWriters(db: Database, outputId: number): Promise<number[]> {
  const owner = db("outputs as o")
    .join("milestones as m", "m.id", "o.milestone_id")
    .where("o.id", outputId)
    .select({ id: "m.owner_user_id" });
  const movers = db("output_states").where({ output_id: outputId }).select({ id: "recorded_by" });
  return distinct(db, owner.union([movers]));
}

function distinct(db: Database, people: Knex.QueryBuilder): Promise<number[]> {
  return db
    .from(people.as("w"))
    .whereNotNull("w.id")
    .distinct("w.id")
    .orderBy("w.id")
    .pluck("w.id");
}

export interface Mentionable {
  id: number;
  name: string;
}

/** Members of a project with a living account, in the Czech order of names. */
export async function listMentionable(db: Database, projectId: number): Promise<Mentionable[]> {
  return db("memberships as m")
    .join("users as u", "u.id", "m.user_id")
    .where("m.project_id", projectId)
    .whereNull("u.deactivated_at")
    .orderBy(["u.sort_key", "u.id"])
    .select("u.id", "u.name");
}
