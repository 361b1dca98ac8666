import type { CalendarDate } from "../../values/calendar-date.ts";

export const controlKinds = ["on-the-spot", "desk", "audit", "internal"] as const;
export const controlStates = ["announced", "running", "closed"] as const;
export const severities = ["low", "medium", "high"] as const;

interface Owed {
  remediedOn: CalendarDate | null;
  remedyBy: CalendarDate | null;
}

export type FindingState = "remedied" | "late" | "open";

/** Late from the day after the one the remedy was to be there. */
export function stateOfFinding({ remediedOn, remedyBy }: Owed, today: CalendarDate): FindingState {
  if (remediedOn !== null) return "remedied";
  return remedyBy !== null && remedyBy < today ? "late" : "open";
}
