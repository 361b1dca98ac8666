import type { Database, Transaction } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

export interface ProgressFact {
  id: number;
  percent: number | null;
  reason: string | null;
  validOn: string;
  recordedAt: string;
  recordedByName: string | null;
  correctsId: number | null;
  /** The later row that corrects this one. */
  correctedById: number | null;
}

/** Everything ever recorded about the per cent of an activity, newest entry first. */
export async function listProgressFacts(db: Database, activityId: number): Promise<ProgressFact[]> {
  return progressFacts(db)
    .where("f.activity_id", activityId)
    .orderBy([
      { column: "f.recorded_at", order: "desc" },
      { column: "f.id", order: "desc" },
    ]);
}

export async function findProgressFact(
  db: Database,
  key: { activityId: number; id: number },
): Promise<ProgressFact | undefined> {
  return progressFacts(db).where({ "f.activity_id": key.activityId, "f.id": key.id }).first();
}

/** The per cent in force: latest by the day it is true of, then by when it was entered. */
export async function findPercentInForce(
  db: Database,
  activityId: number,
  moment: Moment,
): Promise<{ percent: number; percentOn: string; percentReason: string | null } | undefined> {
  return inForce(db, "activity_progress", moment)
    .where("f.activity_id", activityId)
    .whereNotNull("f.percent")
    .orderBy([
      { column: "f.valid_on", order: "desc" },
      { column: "f.recorded_at", order: "desc" },
      { column: "f.id", order: "desc" },
    ])
    .first({ percent: "f.percent", percentOn: "f.valid_on", percentReason: "f.reason" });
}

export async function insertProgressFact(
  trx: Transaction,
  fact: {
    activityId: number;
    percent: number | null;
    reason: string | null;
    logEntryId: number | null;
    validOn: string;
    recordedAt: string;
    recordedBy: number | null;
    correctsId: number | null;
  },
): Promise<number> {
  const [row] = await trx("activity_progress")
    .insert({
      activity_id: fact.activityId,
      percent: fact.percent,
      reason: fact.reason,
      log_entry_id: fact.logEntryId,
      valid_on: fact.validOn,
      recorded_at: fact.recordedAt,
      recorded_by: fact.recordedBy,
      corrects_id: fact.correctsId,
    })
    .returning("id");
  return row.id;
}

export async function updateActivityPercent(
  trx: Transaction,
  activityId: number,
  kept: { percent: number | null; percentOn: string | null; percentReason: string | null },
): Promise<void> {
  await trx("activities").where({ id: activityId }).update({
    percent: kept.percent,
    percent_on: kept.percentOn,
    percent_reason: kept.percentReason,
  });
}

export interface MovedDates {
  id: number;
  startsOn: string | null;
  endsOn: string | null;
  reason: string | null;
  recordedAt: string;
  recordedByName: string | null;
}

/** Where the dates of an activity were moved to, oldest move first. */
export async function listActivityMoves(db: Database, activityId: number): Promise<MovedDates[]> {
  return db("activity_dates as d")
    .leftJoin("users as u", "u.id", "d.recorded_by")
    .where("d.activity_id", activityId)
    .orderBy(["d.recorded_at", "d.id"])
    .select({
      id: "d.id",
      startsOn: "d.starts_on",
      endsOn: "d.ends_on",
      reason: "d.reason",
      recordedAt: "d.recorded_at",
      recordedByName: "u.name",
    });
}

export async function insertActivityMove(
  trx: Transaction,
  move: {
    activityId: number;
    startsOn: string | null;
    endsOn: string | null;
    reason: string | null;
    recordedAt: string;
    recordedBy: number | null;
  },
): Promise<void> {
  await trx("activity_dates").insert({
    activity_id: move.activityId,
    starts_on: move.startsOn,
    ends_on: move.endsOn,
    reason: move.reason,
    recorded_at: move.recordedAt,
    recorded_by: move.recordedBy,
  });
}

function progressFacts(db: Database) {
  return db("activity_progress as f")
    .leftJoin("users as u", "u.id", "f.recorded_by")
    .leftJoin("activity_progress as c", "c.corrects_id", "f.id")
    .select({
      id: "f.id",
      percent: "f.percent",
      reason: "f.reason",
      validOn: "f.valid_on",
      recordedAt: "f.recorded_at",
      recordedByName: "u.name",
      correctsId: "f.corrects_id",
      correctedById: "c.id",
    });
}
