import type { ActivityName, ActivityState } from "../../../db/queries/activities.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { FieldOption } from "../../web/form-fields.ts";
import type { Pill } from "../../web/health-pill.ts";
import { activityCode, type Dates, inTreeOrder, leaves, slip } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const LOOKS: Record<ActivityState, Pick<Pill, "tone" | "icon">> = {
  planned: { tone: "grey", icon: "circle-dashed" },
  running: { tone: "blue", icon: "player-play" },
  done: { tone: "green", icon: "circle-check" },
  cancelled: { tone: "grey", icon: "circle-x" },
};

export function statePill(state: ActivityState, { activities }: Texts) {
  return { ...LOOKS[state], label: activities.states[state] };
}

/** `1. 5. 2023 – 30. 4. 2026`, `od 1. 5. 2023`; null without any date. */
export function datesText({ startsOn, endsOn }: Dates, { texts, formats }: Wording): string | null {
  if (startsOn !== null && endsOn !== null) return formats.dateRange(startsOn, endsOn);
  if (startsOn !== null) return texts.activities.from(formats.date(startsOn));
  return endsOn === null ? null : texts.activities.until(formats.date(endsOn));
}

interface Planned extends Dates {
  baselineStartsOn: CalendarDate | null;
  baselineEndsOn: CalendarDate | null;
}

/** How far the dates are from the baseline, the end before the start; null when they agree. */
export function slipText(activity: Planned, { activities }: Texts): string | null {
  const atEnd = slip(activity.baselineEndsOn, activity.endsOn) ?? 0;
  if (atEnd !== 0) return atEnd > 0 ? activities.later(atEnd) : activities.earlier(-atEnd);
  const atStart = slip(activity.baselineStartsOn, activity.startsOn) ?? 0;
  if (atStart === 0) return null;
  return atStart > 0 ? activities.startsLater(atStart) : activities.startsEarlier(-atStart);
}

/** What the dates of an activity reach beyond: its own activity, the project. */
export function datesWarnings(
  activity: Dates,
  above: { project: Dates; parent: (Dates & { code: string }) | null },
  { activities }: Texts,
): string[] {
  const warnings: string[] = [];
  if (above.parent && leaves(activity, above.parent))
    warnings.push(activities.leavesParent(above.parent.code));
  if (leaves(activity, above.project)) warnings.push(activities.leavesProject);
  return warnings;
}

interface Chosen {
  activityId: number | null;
  activityTitle: string | null;
}

/**
 * The activities of a project for a select, sub-activities below their own; one that went to the archive stays
 * on offer where it is chosen already.
 */
export function activityOptions(
  activities: readonly ActivityName[],
  none: string,
  chosen?: Chosen,
): FieldOption[] {
  const options = inTreeOrder([...activities]).map((one) => {
    const parent = activities.find(({ id }) => id === one.parentId);
    const code = activityCode({ ...one, parentNumber: parent?.number ?? null });
    return { value: String(one.id), label: `${code} ${one.title}` };
  });
  const kept = String(chosen?.activityId ?? "");
  const isGone = kept !== "" && !options.some(({ value }) => value === kept);
  const gone = isGone ? [{ value: kept, label: chosen?.activityTitle ?? "" }] : [];
  return [{ value: "", label: none }, ...options, ...gone];
}
