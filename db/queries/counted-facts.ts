import type { Knex } from "knex";
import type { Database } from "../connection.ts";
import { inForce, type Moment } from "./facts.ts";

type Ids = readonly number[];

export interface ExitInForce {
  projectId: number;
  /** The participation that stands for the person. */
  participationId: number;
  /** Codes of IS ESF, divided by a bar. */
  codes: string;
  isWithdrawn: boolean;
  validOn: string;
}

/** Exits that nothing has corrected by then, in the order they are true of. */
export async function listExitsInForce(
  db: Database,
  projectIds: Ids,
  moment: Moment,
): Promise<ExitInForce[]> {
  const rows = await inForce(db, "participation_exits", moment)
    .join("participations as p", "p.id", "f.participation_id")
    .whereIn("p.project_id", [...projectIds])
    .orderBy(["f.valid_on", "f.recorded_at", "f.id"])
    .select({ projectId: "p.project_id", codes: "f.codes", validOn: "f.valid_on" })
    .select({ isWithdrawn: "f.is_withdrawn" })
    .select(db.raw('coalesce(p.merged_into_id, p.id) as "participationId"'));
  return rows.map((row: ExitInForce) => ({ ...row, isWithdrawn: Boolean(row.isWithdrawn) }));
}

export interface OutputState {
  milestoneId: number;
  projectId: number;
  activityId: number | null;
  outputKind: string;
  state: string;
  validOn: string;
}

/** What was told of the outputs of a known kind, in the order of telling. */
export async function listOutputStates(
  db: Database,
  projectIds: Ids,
  { on, asOf }: Moment,
): Promise<OutputState[]> {
  return known(db("milestones as m"), "m", asOf)
    .join("milestone_states as s", "s.milestone_id", "m.id")
    .whereIn("m.project_id", [...projectIds])
    .where("m.kind", "output")
    .whereNotNull("m.output_kind")
    .where("s.valid_on", "<=", on)
    .where("s.recorded_at", "<=", asOf)
    .orderBy(["s.recorded_at", "s.id"])
    .select({
      milestoneId: "m.id",
      projectId: "m.project_id",
      activityId: "m.activity_id",
      outputKind: "m.output_kind",
      state: "s.state",
      validOn: "s.valid_on",
    });
}

export interface EventHeld {
  id: number;
  projectId: number;
  activityId: number | null;
  heldOn: string;
  headCount: number | null;
}

/** Events that took place by the day. How an event stands is known for today only. */
export async function listEventsHeld(
  db: Database,
  projectIds: Ids,
  { on, asOf }: Moment,
): Promise<EventHeld[]> {
  return known(db("events as e"), "e", asOf)
    .whereIn("e.project_id", [...projectIds])
    .whereIn("e.state", ["held", "closed"])
    .where("e.ends_on", "<=", on)
    .orderBy(["e.ends_on", "e.id"])
    .select({
      id: "e.id",
      projectId: "e.project_id",
      activityId: "e.activity_id",
      heldOn: "e.ends_on",
      headCount: "e.head_count",
    });
}

export interface AttendedEvent {
  projectId: number;
  activityId: number | null;
  eventId: number;
  /** The person, whatever they were merged from. */
  participantId: number;
  attendedOn: string;
}

/** Who was at which event, however many of its sessions; true of the first of them. */
export async function listAttendedEvents(
  db: Database,
  projectIds: Ids,
  { on, asOf }: Moment,
): Promise<AttendedEvent[]> {
  const person = "coalesce(who.merged_into_id, who.id)";
  return known(db("events as e"), "e", asOf)
    .join("event_sessions as s", "s.event_id", "e.id")
    .join("attendances as a", "a.session_id", "s.id")
    .join("registrations as r", "r.id", "a.registration_id")
    .join("participants as who", "who.id", "r.participant_id")
    .whereIn("e.project_id", [...projectIds])
    .whereNot("e.state", "cancelled")
    .whereIn("a.state", ["present", "left-early"])
    .where("a.recorded_at", "<=", asOf)
    .where("s.held_on", "<=", on)
    .groupByRaw(`e.project_id, e.activity_id, e.id, ${person}`)
    .orderByRaw("min(s.held_on), e.id, 4")
    .select({ projectId: "e.project_id", activityId: "e.activity_id", eventId: "e.id" })
    .select(db.raw(`${person} as "participantId"`))
    .min({ attendedOn: "s.held_on" });
}

/** Records that were there at the instant and not archived by then. */
function known(query: Knex.QueryBuilder, alias: string, asOf: string): Knex.QueryBuilder {
  return query
    .where(`${alias}.created_at`, "<=", asOf)
    .where((live) =>
      live.whereNull(`${alias}.archived_at`).orWhere(`${alias}.archived_at`, ">", asOf),
    );
}
