import { addDays, type CalendarDate } from "../../../values/calendar-date.ts";
import { FULL_WORKLOAD } from "../../../values/workload.ts";

export interface Engagement {
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
  workloadMilli: number;
}

/** Days without a break on which somebody has more than one workload, and the most they have on one of them. */
export interface Overload {
  from: CalendarDate;
  /** The last such day; null while no end is known. */
  until: CalendarDate | null;
  mostMilli: number;
}

/** Where workloads of one person add up to more than a whole one. */
export function overloadsOf(engagements: readonly Engagement[]): Overload[] {
  const found: Overload[] = [];
  let current: Overload | null = null;
  let sum = 0;
  for (const [day, change] of changesByDay(engagements)) {
    sum += change;
    if (sum > FULL_WORKLOAD) {
      current ??= { from: day, until: null, mostMilli: sum };
      current.mostMilli = Math.max(current.mostMilli, sum);
    } else if (current) {
      found.push({ ...current, until: addDays(day, -1) });
      current = null;
    }
  }
  return current ? [...found, current] : found;
}

/** By how much the sum changes on a day, in the order of days. */
function changesByDay(engagements: readonly Engagement[]): [CalendarDate, number][] {
  const changes = new Map<CalendarDate, number>();
  const add = (day: CalendarDate, milli: number) =>
    changes.set(day, (changes.get(day) ?? 0) + milli);
  for (const { startsOn, endsOn, workloadMilli } of engagements) {
    add(startsOn, workloadMilli);
    if (endsOn !== null) add(addDays(endsOn, 1), -workloadMilli);
  }
  return [...changes].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

interface Days {
  from: CalendarDate;
  until: CalendarDate | null;
}

export function overlaps(one: Days, other: Days): boolean {
  return (
    (other.until === null || one.from <= other.until) &&
    (one.until === null || other.from <= one.until)
  );
}

interface Person {
  ownerUserId: number | null;
  ownerContactId: number | null;
  email: string | null;
}

/** An account and a contact with the same e-mail are one person. */
export function isSamePerson(one: Person, other: Person): boolean {
  if (one.email !== null && one.email === other.email) return true;
  if (one.ownerUserId !== null) return one.ownerUserId === other.ownerUserId;
  return one.ownerContactId !== null && one.ownerContactId === other.ownerContactId;
}
