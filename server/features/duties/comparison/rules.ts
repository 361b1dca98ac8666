import { addMonths, type CalendarDate, startOfMonth } from "../../../values/calendar-date.ts";
import type { NumberedSpan } from "../../periods/rules.ts";
import type { Owed } from "../rules.ts";

/** A duty as it is written down among milestones. */
export interface WrittenDuty {
  id: number;
  duty: string;
  periodId: number | null;
  origin: string;
  computedDueOn: CalendarDate | null;
  overriddenDueOn: CalendarDate | null;
  dueOn: CalendarDate;
  doneOn: CalendarDate | null;
  cancelledOn: CalendarDate | null;
  recursUntil: CalendarDate | null;
}

/**
 * What the rules ask for by now: nothing, to write it down, another day, or another end of what recurs.
 * Of what recurs, `on` is the day on which it goes on.
 */
export type Asked =
  | { kind: "nothing" }
  | { kind: "add"; on: CalendarDate }
  | { kind: "move"; on: CalendarDate }
  | { kind: "extend"; until: CalendarDate };

export interface Compared<Written extends WrittenDuty> {
  owed: Owed;
  written: Written | undefined;
  asked: Asked;
}

export interface Comparison<Written extends WrittenDuty> {
  duties: Compared<Written>[];
  /** Written down by a rule, still open, and owed no more. */
  gone: Written[];
}

/** Sets what is owed by the rules beside what is written down. */
export function compareDuties<Written extends WrittenDuty>(
  owed: readonly Owed[],
  written: readonly Written[],
  { idOf, today }: { idOf: (period: NumberedSpan) => number | undefined; today: CalendarDate },
): Comparison<Written> {
  const matched = new Set<number>();
  const compared = owed.map((one) => {
    const found = written.filter((other) => isSame(one, other, idOf));
    for (const { id } of found) matched.add(id);
    return { owed: one, written: liveOf(found), asked: askedOf(one, liveOf(found), today) };
  });
  const gone = written.filter((one) => !matched.has(one.id) && followsRule(one));
  const over = compared.filter(isOver).flatMap((one) => (one.written ? [one.written] : []));
  return { duties: compared, gone: [...gone, ...over] };
}

function isSame(
  { duty, period }: Owed,
  written: WrittenDuty,
  idOf: (period: NumberedSpan) => number | undefined,
): boolean {
  if (written.duty !== duty) return false;
  return written.periodId === (period ? (idOf(period) ?? 0) : null);
}

/** Of a series the open one, else the last one. */
function liveOf<Written extends WrittenDuty>(found: Written[]): Written | undefined {
  return found.find(isOpen) ?? found.toSorted((a, b) => (a.dueOn < b.dueOn ? 1 : -1))[0];
}

export function isOpen({ doneOn, cancelledOn }: WrittenDuty): boolean {
  return doneOn === null && cancelledOn === null;
}

/** A day set by hand, and what is done or cancelled, no rule changes. */
export function followsRule(written: WrittenDuty): boolean {
  return isOpen(written) && written.origin === "rule" && written.overriddenDueOn === null;
}

function askedOf(owed: Owed, written: WrittenDuty | undefined, today: CalendarDate): Asked {
  const { dates, recursUntil } = owed;
  if (dates === null) return { kind: "nothing" };
  if (recursUntil !== null) return askedOfSeries(owed, recursUntil, written, today);
  if (!written) return { kind: "add", on: dates.dueOn };
  if (!followsRule(written) || written.computedDueOn === dates.dueOn) return { kind: "nothing" };
  return { kind: "move", on: dates.dueOn };
}

/** Months that have passed before a series is written down are not owed by it. */
function askedOfSeries(
  owed: Owed,
  until: CalendarDate,
  written: WrittenDuty | undefined,
  today: CalendarDate,
): Asked {
  const next = (from: CalendarDate) => firstInSeries(owed, from);
  if (!written) return asAdded(next(today));
  if (written.doneOn !== null) {
    const following = next(addMonths(startOfMonth(written.dueOn), 1));
    return asAdded(following);
  }
  if (!followsRule(written)) return { kind: "nothing" };
  const on = next(startOfMonth(written.dueOn));
  if (on === null) return { kind: "nothing" };
  if (on !== written.computedDueOn) return { kind: "move", on };
  return written.recursUntil === until ? { kind: "nothing" } : { kind: "extend", until };
}

function asAdded(on: CalendarDate | null): Asked {
  return on === null ? { kind: "nothing" } : { kind: "add", on };
}

/** The first time on the day or later; null when the series has ended by then. */
function firstInSeries({ dates, recursUntil }: Owed, from: CalendarDate): CalendarDate | null {
  if (dates === null || recursUntil === null) return null;
  for (let index = 0; ; index += 1) {
    const day = addMonths(dates.dueOn, index);
    if (day > recursUntil) return null;
    if (day >= from) return day;
  }
}

/** A series whose open time lies behind its new end. */
function isOver({ owed, written }: Compared<WrittenDuty>): boolean {
  if (!written || owed.recursUntil === null || !followsRule(written)) return false;
  return firstInSeries(owed, startOfMonth(written.dueOn)) === null;
}
