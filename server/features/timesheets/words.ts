import type { Timesheet, TimesheetState } from "../../../db/queries/timesheets.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { Pill } from "../../web/health-pill.ts";

const LOOKS: Record<TimesheetState | "missing", Pick<Pill, "tone" | "icon">> = {
  missing: { tone: "yellow", icon: "circle-dashed" },
  draft: { tone: "grey", icon: "circle-dashed" },
  submitted: { tone: "blue", icon: "circle-dot" },
  approved: { tone: "green", icon: "circle-check" },
};

export function sheetPill(sheet: Timesheet | undefined, { timesheets }: Texts): Pill {
  if (!sheet) return { ...LOOKS.missing, label: timesheets.states.missing };
  if (sheet.state === "draft" && sheet.returnedReason !== null)
    return { tone: "red", icon: "alert-triangle", label: timesheets.returned };
  return { ...LOOKS[sheet.state], label: timesheets.states[sheet.state] };
}

/** `84,00 h`: two places always, so that columns add up to the eye. */
export function hoursText(hoursE2: number, formats: Formats): string {
  return `${formats.scaled(hoursE2, 2)}\u00a0h`;
}
