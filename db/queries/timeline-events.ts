import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import type { TimelinePin } from "./timelines.ts";

/**
 * Events, internships and campaigns of a project on the day they begin. What has passed or was held is done:
 * that its attendance is still to be closed is a matter of the agenda.
 */
export async function listTimelineEvents(
  db: Database,
  of: { projectId: number; today: string },
): Promise<TimelinePin[]> {
  const events = happening(db, "events", "event", of)
    .whereNotNull("x.starts_on")
    .select({
      kind: db.raw("'event'"),
      title: db.raw("case when x.is_confidential then null else x.title end"),
      activityId: "x.activity_id",
    });
  const internships = happening(db, "internships", "internship", of).select({
    kind: db.raw("'event'"),
    title: "x.title",
    activityId: "x.activity_id",
  });
  const campaigns = happening(db, "campaigns", "campaign", of).select({
    kind: db.raw("'publicity'"),
    title: "x.title",
    activityId: "x.activity_id",
  });
  return db
    .select("*")
    .from(events.unionAll([internships, campaigns]).as("h"))
    .orderBy(["dueOn", "objectType", "id"]);
}

function happening(
  db: Database,
  table: string,
  objectType: TimelinePin["objectType"],
  { projectId, today }: { projectId: number; today: string },
): Knex.QueryBuilder {
  return db(`${table} as x`)
    .leftJoin("users as u", "u.id", "x.owner_user_id")
    .leftJoin("contacts as c", "c.id", "x.owner_contact_id")
    .where("x.project_id", projectId)
    .whereNull("x.archived_at")
    .whereNot("x.state", "cancelled")
    .select({
      id: "x.id",
      projectId: "x.project_id",
      objectType: db.raw(`'${objectType}'`),
      dueOn: "x.starts_on",
      endsOn: "x.ends_on",
      doneOn: db.raw("case when x.ends_on < ? then x.ends_on end", [today]),
      cancelledOn: db.raw("cast(null as date)"),
      ownerName: db.raw("coalesce(u.name, c.name)"),
    });
}
