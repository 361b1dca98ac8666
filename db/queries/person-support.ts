import type { Database } from "../connection.ts";
import { EVER } from "./facts.ts";
import { supportInForce } from "./support-in-force.ts";

/** One line of a person's hours in a project; of a confidential event only that there was one. */
export interface PersonSupport {
  id: number;
  participationId: number;
  validOn: string;
  source: "session" | "internship-day" | "hand";
  form: "in-person" | "electronic";
  minutes: number;
  note: string | null;
  eventId: number | null;
  eventTitle: string | null;
  isConfidential: boolean;
  internshipTitle: string | null;
}

/** Hours in force of these participations and of those merged into them, newest day first. */
export async function listPersonSupport(
  db: Database,
  participationIds: readonly number[],
): Promise<PersonSupport[]> {
  const rows: PersonSupport[] = await supportInForce(db, EVER)
    .leftJoin("event_sessions as s", "s.id", "f.session_id")
    .leftJoin("events as e", "e.id", "s.event_id")
    .leftJoin("internship_days as d", "d.id", "f.internship_day_id")
    .leftJoin("internships as i", "i.id", "d.internship_id")
    .where((own) => {
      own.whereIn("n.id", participationIds).orWhereIn("n.merged_into_id", participationIds);
    })
    .where("f.minutes", ">", 0)
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .select({
      id: "f.id",
      participationId: "f.participation_id",
      validOn: "f.valid_on",
      source: "f.source",
      form: "f.form",
      minutes: "f.minutes",
      note: "f.note",
      eventId: "e.id",
      eventTitle: "e.title",
      isConfidential: "e.is_confidential",
      internshipTitle: "i.title",
    });
  return rows.map((row) => ({ ...row, isConfidential: Boolean(row.isConfidential) }));
}
