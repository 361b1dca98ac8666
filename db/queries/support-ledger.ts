import type { Database } from "../connection.ts";
import { EVER } from "./facts.ts";
import { toldBefore } from "./support-in-force.ts";
import type { StoredPosting } from "./support-postings.ts";

/** An entry of a person's ledger with where it comes from and what became of it. */
export interface LedgerEntry extends StoredPosting {
  recordedAt: string;
  recordedByName: string | null;
  correctsId: number | null;
  isCorrected: boolean;
  /** Another record of a merged person tells of the same session or day: this one adds nothing. */
  isRepeated: boolean;
  eventId: number | null;
  eventTitle: string | null;
  isConfidential: boolean;
  ownerUserId: number | null;
  internshipId: number | null;
  internshipTitle: string | null;
}

/** Every entry of the person, also of those merged into them, in the order of days. */
export async function listLedger(db: Database, participationId: number): Promise<LedgerEntry[]> {
  const rows = await db("support_postings as f")
    .join("participations as n", "n.id", "f.participation_id")
    .leftJoin("support_postings as c", "c.corrects_id", "f.id")
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .leftJoin("event_sessions as s", "s.id", "f.session_id")
    .leftJoin("events as e", "e.id", "s.event_id")
    .leftJoin("internship_days as d", "d.id", "f.internship_day_id")
    .leftJoin("internships as i", "i.id", "d.internship_id")
    .where((either) =>
      either
        .where("f.participation_id", participationId)
        .orWhereIn(
          "f.participation_id",
          db("participations").where("merged_into_id", participationId).select("id"),
        ),
    )
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({
      id: "f.id",
      participationId: "f.participation_id",
      source: "f.source",
      sessionId: "f.session_id",
      internshipDayId: "f.internship_day_id",
      form: "f.form",
      minutes: "f.minutes",
      supportCode: "f.support_code",
      note: "f.note",
      validOn: "f.valid_on",
      recordedAt: "f.recorded_at",
      recordedByName: "u.name",
      correctsId: "f.corrects_id",
      correctedBy: "c.id",
      eventId: "e.id",
      eventTitle: "e.title",
      isConfidential: "e.is_confidential",
      ownerUserId: "e.owner_user_id",
      internshipId: "i.id",
      internshipTitle: "i.title",
      isRepeated: db.raw(
        "case when n.merged_into_id is not null and exists ? then 1 else 0 end",
        toldBefore(db, EVER),
      ),
    });
  return rows.map(({ correctedBy, ...row }) => ({
    ...row,
    isCorrected: correctedBy !== null,
    isRepeated: Boolean(row.isRepeated),
    isConfidential: Boolean(row.isConfidential),
  }));
}
