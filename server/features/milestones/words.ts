import type { MilestoneLine } from "../../../db/queries/milestone-list.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import { activityCode } from "../activities/rules.ts";
import type { MilestoneState } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<MilestoneState, Pick<Pill, "tone" | "icon">> = {
  open: { tone: "grey", icon: "circle-dashed" },
  overdue: { tone: "red", icon: "alert-circle" },
  done: { tone: "green", icon: "circle-check" },
  cancelled: { tone: "grey", icon: "circle-x" },
};

export function statePill(state: MilestoneState, { milestones }: Texts) {
  return { ...LOOKS[state], label: milestones.states[state] };
}

type WithActivity = Pick<MilestoneLine, "activityNumber" | "activityParentNumber">;

/** `KA4 b`; null for the whole project. */
export function codeOfActivity(milestone: WithActivity): string | null {
  const { activityNumber: number, activityParentNumber: parentNumber } = milestone;
  return number === null ? null : activityCode({ number, parentNumber });
}

/** `každý měsíc do 31. 12. 2026`; null when it does not recur. */
export function recurrenceText(
  milestone: Pick<MilestoneLine, "recurrence"> & { recursUntil: CalendarDate | null },
  { texts, formats }: Pick<Wording, "texts" | "formats">,
): string | null {
  const { recurrence, recursUntil } = milestone;
  if (recurrence === "none") return null;
  const { recurrences, recursUntil: until } = texts.milestones;
  const rhythm = recurrences[recurrence];
  return recursUntil === null ? rhythm : until(rhythm, formats.date(recursUntil));
}
