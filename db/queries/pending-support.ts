import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { EVER } from "./facts.ts";
import { SPEAKS_BEFORE, STANDS_FOR, supportInForce } from "./support-in-force.ts";
import type { SupportForm } from "./support-postings.ts";

/** Minutes of a person in a project by form; the participation is the one that stands for the person. */
export interface FormMinutes {
  participationId: number;
  form: SupportForm;
  minutes: number;
}

interface Wanted {
  projectId: number;
  /** All of the project unless named. */
  participationIds?: readonly number[];
  exceptEventId?: number;
}

const ATTENDING = ["present", "left-early"];
const ATTENDED =
  "case when a.state = 'left-early' and a.minutes < s.support_minutes then a.minutes else s.support_minutes end";

/**
 * What is attended but not posted: of events not closed, less what they posted before they were opened
 * again. Two statements.
 */
export async function listPendingSupport(db: Database, wanted: Wanted): Promise<FormMinutes[]> {
  const attended: FormMinutes[] = await openSessions(db, wanted)
    .join("attendances as a", "a.session_id", "s.id")
    .join("registrations as r", "r.id", "a.registration_id")
    .join("participations as n", (on) =>
      on.on("n.participant_id", "r.participant_id").andOn("n.project_id", "e.project_id"),
    )
    .whereIn("a.state", ATTENDING)
    .where((once) => once.whereNull("n.merged_into_id").orWhereNotExists(attendedBefore(db)))
    .modify(only, wanted)
    .groupByRaw(`${STANDS_FOR}, s.form`)
    .select(db.raw(`${STANDS_FOR} as "participationId"`), { form: "s.form" })
    .select(db.raw(`sum(${ATTENDED}) as minutes`));
  const posted: FormMinutes[] = await supportInForce(db, EVER)
    .where("n.project_id", wanted.projectId)
    .whereIn("f.session_id", openSessions(db, wanted).select("s.id"))
    .modify(only, wanted)
    .groupByRaw(`${STANDS_FOR}, f.form`)
    .select(db.raw(`${STANDS_FOR} as "participationId"`), { form: "f.form" })
    .select(db.raw("-sum(f.minutes) as minutes"));
  return [...attended, ...posted].map((row) => ({ ...row, minutes: Number(row.minutes) }));
}

/** What an event itself has posted and not taken back. */
export async function listPostedOfEvent(
  db: Database,
  key: { projectId: number; eventId: number },
): Promise<FormMinutes[]> {
  const rows: FormMinutes[] = await supportInForce(db, EVER)
    .where("n.project_id", key.projectId)
    .whereIn("f.session_id", db("event_sessions").where("event_id", key.eventId).select("id"))
    .groupByRaw(`${STANDS_FOR}, f.form`)
    .select(db.raw(`${STANDS_FOR} as "participationId"`), { form: "f.form" })
    .select(db.raw("sum(f.minutes) as minutes"));
  return rows.map((row) => ({ ...row, minutes: Number(row.minutes) }));
}

/** What another record of a merged person says of the same session: it is one attendance. */
function attendedBefore(db: Database): Knex.QueryBuilder {
  return db("attendances as b")
    .join("registrations as q", "q.id", "b.registration_id")
    .join("participations as before", "before.participant_id", "q.participant_id")
    .whereRaw("b.session_id = a.session_id and before.project_id = n.project_id")
    .whereRaw(SPEAKS_BEFORE)
    .whereIn("b.state", ATTENDING)
    .select(db.raw("1"));
}

function openSessions(db: Database, wanted: Wanted): Knex.QueryBuilder {
  const query = db("event_sessions as s")
    .join("events as e", "e.id", "s.event_id")
    .where("e.project_id", wanted.projectId)
    .where("e.counts_as_support", true)
    .whereNot("e.closing", "head-count")
    .whereIn("e.state", ["planned", "confirmed", "held"])
    .whereNull("e.archived_at");
  return wanted.exceptEventId === undefined ? query : query.whereNot("e.id", wanted.exceptEventId);
}

function only(query: Knex.QueryBuilder, { participationIds }: Wanted): void {
  if (participationIds === undefined) return;
  query.whereRaw(`${STANDS_FOR} in (${participationIds.map(() => "?").join(", ") || "null"})`, [
    ...participationIds,
  ]);
}
