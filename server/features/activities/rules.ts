import { type CalendarDate, daysBetween, pragueDay } from "../../values/calendar-date.ts";
import { foldText } from "../../values/fold.ts";
import { WHOLE } from "../../values/percent.ts";
import { percentWithParts } from "../projects/totals/rules.ts";

export const activityStates = ["planned", "running", "done", "cancelled"] as const;

const RESTORED_WITHIN_DAYS = 30;

/** `KA4`, `KA4 b`: the same in every language, as it stands in the application for the grant. */
export function activityCode(activity: { number: string; parentNumber: string | null }): string {
  return activity.parentNumber === null
    ? `KA${activity.number}`
    : `KA${activity.parentNumber} ${activity.number}`;
}

interface Node {
  id: number;
  parentId: number | null;
}

export type Placed<Activity> = Activity & { isSub: boolean };

/** Siblings in the order given, each sub-activity below its parent; one whose parent is missing comes last. */
export function inTreeOrder<Activity extends Node>(activities: Activity[]): Placed<Activity>[] {
  const known = new Set(activities.map(({ id }) => id));
  const partsOf = (id: number) => activities.filter(({ parentId }) => parentId === id);
  const mains = activities.filter(({ parentId }) => parentId === null);
  const orphans = activities.filter(({ parentId }) => parentId !== null && !known.has(parentId));
  return [...mains.flatMap((main) => [main, ...partsOf(main.id)]), ...orphans].map((activity) => ({
    ...activity,
    isSub: activity.parentId !== null,
  }));
}

interface Advancing extends Node {
  state: string;
  shareBp: number | null;
  percent: number | null;
}

/** Its own per cent, else the mean of its sub-activities as physical progress takes it; null when nothing is known. */
export function percentOf(
  activity: Advancing,
  all: readonly Advancing[],
): { percent: number; isMean: boolean } | null {
  if (activity.percent !== null) return { percent: activity.percent, isMean: false };
  const parts = all.filter(
    ({ parentId, state }) => parentId === activity.id && state !== "cancelled",
  );
  if (parts.every(({ percent }) => percent === null)) return null;
  return { percent: Math.round(percentWithParts(activity, parts)), isMean: true };
}

export interface ActivityFilter {
  text: string;
  state: string;
  /** Key of the owner, `user-5`; `nobody` where nobody is named. */
  owner: string;
}

interface Filtered extends Node {
  number: string;
  title: string;
  state: string;
  ownerKey: string;
}

/** What fits the filter, with the parents of what fits, so that a sub-activity never stands alone. */
export function filterTree<Activity extends Filtered>(
  activities: Activity[],
  filter: ActivityFilter,
): (Activity & { fits: boolean })[] {
  const wanted = foldText(filter.text);
  const fits = (activity: Activity) =>
    (wanted === "" || foldText(`${activity.number} ${activity.title}`).includes(wanted)) &&
    (filter.state === "" || activity.state === filter.state) &&
    (filter.owner === "" || (activity.ownerKey || "nobody") === filter.owner);
  const fitting = new Set(activities.filter(fits).map(({ id }) => id));
  const above = new Set(
    activities.filter(({ id }) => fitting.has(id)).map(({ parentId }) => parentId),
  );
  return activities
    .filter(({ id }) => fitting.has(id) || above.has(id))
    .map((activity) => ({ ...activity, fits: fitting.has(activity.id) }));
}

/** The first number after the highest taken, or the first letter after the last one: z is followed by aa. */
export function nextNumber(taken: string[], isSub: boolean): string {
  if (!isSub) return String(Math.max(0, ...taken.map(Number).filter(Number.isInteger)) + 1);
  return lettersOf(Math.max(0, ...taken.map(placeOfLetters)) + 1);
}

/** A key activity is numbered, a sub-activity lettered. */
export function isActivityNumber(text: string, isSub: boolean): boolean {
  return (isSub ? /^[a-z]{1,2}$/ : /^[1-9]\d{0,2}$/).test(text);
}

/** Whether the shares of budget of the key activities fit into the whole; what is unknown adds nothing. */
export function sharesFit(shares: (number | null)[]): boolean {
  return shares.reduce<number>((sum, share) => sum + (share ?? 0), 0) <= WHOLE;
}

export interface Dates {
  startsOn: CalendarDate | null;
  endsOn: CalendarDate | null;
}

/** Whether some known day of the inner span lies before or after the known days of the outer one. */
export function leaves(inner: Dates, outer: Dates): boolean {
  const days = [inner.startsOn, inner.endsOn].filter((day) => day !== null);
  return days.some(
    (day) =>
      (outer.startsOn !== null && day < outer.startsOn) ||
      (outer.endsOn !== null && day > outer.endsOn),
  );
}

/** Days by which a date is later than in the baseline; negative when earlier, null when either is unknown. */
export function slip(baseline: CalendarDate | null, now: CalendarDate | null): number | null {
  return baseline === null || now === null ? null : daysBetween(baseline, now);
}

/** The first dates that are known become the baseline and stay it. */
export function firstBaseline(baseline: Dates, dates: Dates): Dates {
  return {
    startsOn: baseline.startsOn ?? dates.startsOn,
    endsOn: baseline.endsOn ?? dates.endsOn,
  };
}

/** Dates were moved when they had been known before and are others now. */
export function isMove(before: Dates, after: Dates): boolean {
  const moved = (was: CalendarDate | null, is: CalendarDate | null) => was !== null && was !== is;
  return moved(before.startsOn, after.startsOn) || moved(before.endsOn, after.endsOn);
}

/** The two siblings that change places, or undefined at the end of the row. */
export function neighbour<Sibling extends { id: number }>(
  siblings: Sibling[],
  id: number,
  direction: "up" | "down",
): Sibling | undefined {
  const place = siblings.findIndex((sibling) => sibling.id === id);
  return place < 0 ? undefined : siblings[place + (direction === "up" ? -1 : 1)];
}

/** What was archived can be brought back for thirty days. */
export function canBeRestored(archivedAt: string, today: CalendarDate): boolean {
  return daysBetween(pragueDay(archivedAt), today) <= RESTORED_WITHIN_DAYS;
}

const LETTERS = 26;

function placeOfLetters(letters: string): number {
  return [...letters].reduce((place, letter) => place * LETTERS + letter.charCodeAt(0) - 96, 0);
}

function lettersOf(place: number): string {
  const before = Math.floor((place - 1) / LETTERS);
  const letter = String.fromCharCode(97 + ((place - 1) % LETTERS));
  return before === 0 ? letter : lettersOf(before) + letter;
}
