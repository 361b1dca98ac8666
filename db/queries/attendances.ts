import type { Database, Transaction } from "../connection.ts";

export type AttendanceState = "present" | "excused" | "absent" | "left-early";

export interface AttendanceCell {
  registrationId: number;
  sessionId: number;
  state: AttendanceState;
  /** Of who left early. */
  minutes: number | null;
}

export async function listAttendances(db: Database, eventId: number): Promise<AttendanceCell[]> {
  return db("attendances as a")
    .join("registrations as r", "r.id", "a.registration_id")
    .where("r.event_id", eventId)
    .select({
      registrationId: "a.registration_id",
      sessionId: "a.session_id",
      state: "a.state",
      minutes: "a.minutes",
    });
}

/** Where cells of an event lie, who they belong to, and what they hold: all that a write needs to know. */
export interface CellPlace {
  registrationId: number;
  participantId: number;
  registrationState: string;
  rowNumber: number;
  sessionId: number;
  heldOn: string;
  supportMinutes: number;
  state: AttendanceState | null;
  minutes: number | null;
  participationId: number | null;
  enteredOn: string | null;
  exitedOn: string | null;
}

/** Cells of these registrations in one session, as far as both belong to the event. */
export async function listCellPlaces(
  db: Database,
  of: { projectId: number; eventId: number; sessionId: number; registrationIds: readonly number[] },
): Promise<CellPlace[]> {
  return db("registrations as r")
    .join("event_sessions as s", "s.event_id", "r.event_id")
    .leftJoin("attendances as a", (on) =>
      on.on("a.registration_id", "r.id").andOn("a.session_id", "s.id"),
    )
    .leftJoin("participations as n", (on) =>
      on.on("n.participant_id", "r.participant_id").andOnVal("n.project_id", of.projectId),
    )
    .where({ "r.event_id": of.eventId, "s.id": of.sessionId })
    .whereIn("r.id", [...of.registrationIds])
    .orderBy("r.id")
    .select({
      registrationId: "r.id",
      participantId: "r.participant_id",
      registrationState: "r.state",
      rowNumber: "r.row_number",
      sessionId: "s.id",
      heldOn: "s.held_on",
      supportMinutes: "s.support_minutes",
      state: "a.state",
      minutes: "a.minutes",
      participationId: "n.id",
      enteredOn: "n.entered_on",
      exitedOn: "n.exited_on",
    });
}

export async function writeAttendances(
  trx: Transaction,
  cells: readonly AttendanceCell[],
  by: { at: string; userId: number | null },
): Promise<void> {
  if (cells.length === 0) return;
  await trx("attendances")
    .insert(
      cells.map((cell) => ({
        registration_id: cell.registrationId,
        session_id: cell.sessionId,
        state: cell.state,
        minutes: cell.minutes,
        recorded_at: by.at,
        recorded_by: by.userId,
      })),
    )
    .onConflict(["registration_id", "session_id"])
    .merge(["state", "minutes", "recorded_at", "recorded_by"]);
}

export async function deleteAttendances(
  trx: Transaction,
  of: { sessionId: number; registrationIds: readonly number[] },
): Promise<void> {
  if (of.registrationIds.length === 0) return;
  await trx("attendances")
    .where({ session_id: of.sessionId })
    .whereIn("registration_id", [...of.registrationIds])
    .delete();
}

/** The state of an event, kept from changing until the transaction ends. */
export async function lockEventState(
  trx: Transaction,
  eventId: number,
): Promise<{ state: "planned" | "confirmed" | "held" | "closed" | "cancelled" }> {
  return trx("events").where({ id: eventId }).forUpdate().first("state");
}
