import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { EVER } from "./facts.ts";
import type { ReportSpan } from "./report-drafts.ts";
import { PERSON } from "./report-occasions.ts";
import { supportInForce } from "./support-in-force.ts";

/** Hours of a person in the span by where they come from; those by hand come from nowhere. */
export interface ReportedSupport {
  /** The participant, as in the attendance. */
  personId: number;
  eventId: number | null;
  internshipId: number | null;
  activityId: number | null;
  minutes: number;
  electronicMinutes: number;
  isWoman: boolean;
}

/** From the ledger as it stands, by the day the support was given. */
export async function listReportedSupport(
  db: Database,
  { projectId, from, to }: ReportSpan,
): Promise<ReportedSupport[]> {
  const activity = "coalesce(e.activity_id, i.activity_id)";
  const rows = await ledger(db, projectId, to)
    .where("f.valid_on", ">=", from)
    .groupByRaw(`${PERSON}, s.event_id, d.internship_id, ${activity}`)
    .select({ eventId: "s.event_id", internshipId: "d.internship_id" })
    .select(
      db.raw(`${PERSON} as "personId"`),
      db.raw(`${activity} as "activityId"`),
      sum(db, "f.minutes", "minutes"),
      sum(db, "case when f.form = 'electronic' then f.minutes else 0 end", "electronicMinutes"),
      db.raw(`max(case when w.sex = 'POHZENY' then 1 else 0 end) as "isWoman"`),
    );
  return rows.map((row: ReportedSupport) => ({
    ...row,
    minutes: Number(row.minutes),
    electronicMinutes: Number(row.electronicMinutes),
    isWoman: Boolean(Number(row.isWoman)),
  }));
}

export interface EarlierSupport {
  personId: number;
  activityId: number | null;
  minutes: number;
}

/** Who had support before a day, and how long in each activity. */
export async function listEarlierSupport(
  db: Database,
  { projectId, before }: { projectId: number; before: string },
): Promise<EarlierSupport[]> {
  const activity = "coalesce(e.activity_id, i.activity_id)";
  const rows = await ledger(db, projectId, before)
    .where("f.valid_on", "<", before)
    .groupByRaw(`${PERSON}, ${activity}`)
    .select(
      db.raw(`${PERSON} as "personId"`),
      db.raw(`${activity} as "activityId"`),
      sum(db, "f.minutes", "minutes"),
    );
  return rows.map((row: EarlierSupport) => ({ ...row, minutes: Number(row.minutes) }));
}

function ledger(db: Database, projectId: number, on: string): Knex.QueryBuilder {
  return supportInForce(db, { on, asOf: EVER.asOf })
    .join("participants as w", "w.id", "n.participant_id")
    .leftJoin("event_sessions as s", "s.id", "f.session_id")
    .leftJoin("events as e", "e.id", "s.event_id")
    .leftJoin("internship_days as d", "d.id", "f.internship_day_id")
    .leftJoin("internships as i", "i.id", "d.internship_id")
    .where("n.project_id", projectId)
    .where("f.minutes", ">", 0);
}

function sum(db: Database, expression: string, name: string): Knex.Raw {
  return db.raw(`coalesce(sum(${expression}), 0) as ??`, [name]);
}
