import type { AttendanceState } from "../../../db/queries/attendances.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

export const attendanceStates = ["present", "excused", "absent", "left-early"] as const;

/** What is to be written in a cell; null empties it. */
export interface CellEntry {
  registrationId: number;
  state: AttendanceState | null;
  minutes: number | null;
}

/** What is wrong with an entry, as a text key; a session is attended on its day, excuses come earlier. */
export function cellProblem(
  entry: Pick<CellEntry, "state" | "minutes">,
  session: { heldOn: CalendarDate; supportMinutes: number },
  today: CalendarDate,
): string | undefined {
  const { state, minutes } = entry;
  if (state === null || state === "excused") return undefined;
  if (session.heldOn > today) return "attendanceAhead";
  if (state !== "left-early") return undefined;
  if (minutes === null) return "leftEarlyMinutes";
  return minutes > session.supportMinutes ? "leftEarlyTooLong" : undefined;
}

export function wasThere(state: AttendanceState | null): boolean {
  return state === "present" || state === "left-early";
}

interface Seated {
  id: number;
  participantId: number;
  sex: string | null;
}

export interface Turnout {
  attendances: number;
  persons: number;
  minutes: number;
  women: number;
  men: number;
}

/** How many came: attendances, different people, hours, women and men. Never confused with one another. */
export function turnoutOf(
  people: readonly Seated[],
  cells: readonly { registrationId: number; state: AttendanceState; attended: number }[],
): Turnout {
  const there = cells.filter(({ state }) => wasThere(state));
  const ids = new Set(there.map(({ registrationId }) => registrationId));
  const came = people.filter(({ id }) => ids.has(id));
  return {
    attendances: there.length,
    persons: new Set(came.map(({ participantId }) => participantId)).size,
    minutes: there.reduce((sum, { attended }) => sum + attended, 0),
    women: came.filter(({ sex }) => sex === "POHZENY").length,
    men: came.filter(({ sex }) => sex === "POHMUZI").length,
  };
}
