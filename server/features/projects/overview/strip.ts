import type { OverviewActivity, OverviewPin } from "../../../../db/queries/project-overview.ts";
import {
  addMonths,
  type CalendarDate,
  daysBetween,
  earlierOf,
  laterOf,
} from "../../../values/calendar-date.ts";
import type { Span } from "../totals/rules.ts";

/** A timeline small enough for a box; all places are per cent of its width, so that it fits any. */
export interface Strip {
  height: number;
  bars: { x: number; width: number; done: number; y: number; title: string }[];
  pins: {
    x: number;
    shape: "report" | "milestone";
    tone: "done" | "late" | "open";
    title: string;
  }[];
  ticks: { x: number; label: string; isLate: boolean }[];
  today: number | null;
}

const PINS_HEIGHT = 22;
const ROW_HEIGHT = 11;
const AXIS_HEIGHT = 18;
const MOST_BARS = 12;

export function drawStrip(
  facts: { project: Span; activities: OverviewActivity[]; pins: OverviewPin[] },
  today: CalendarDate,
  titles: { activity: (one: OverviewActivity) => string; pin: (one: OverviewPin) => string },
): Strip {
  const { project, pins } = facts;
  const dated = facts.activities.filter(isDrawn).slice(0, MOST_BARS);
  const from = dated.reduce((first, one) => earlierOf(first, one.startsOn), project.startsOn);
  const to = dated.reduce((last, one) => laterOf(last, one.endsOn), project.endsOn);
  const days = daysBetween(from, to) + 1;
  const place = (on: CalendarDate) => round((daysBetween(from, on) / days) * 100);
  return {
    height: PINS_HEIGHT + dated.length * ROW_HEIGHT + AXIS_HEIGHT,
    bars: dated.map((one, index) => {
      const x = place(one.startsOn);
      const width = round(((daysBetween(one.startsOn, one.endsOn) + 1) / days) * 100);
      const done = round((width * (one.percent ?? 0)) / 100);
      return { x, width, done, y: PINS_HEIGHT + index * ROW_HEIGHT, title: titles.activity(one) };
    }),
    pins: pins
      .filter((pin) => pin.dueOn >= from && pin.dueOn <= to)
      .map((pin) => ({
        x: place(pin.dueOn),
        shape: pin.kind === "report" || pin.kind === "payment-request" ? "report" : "milestone",
        tone: pin.doneOn !== null ? "done" : pin.dueOn < today ? "late" : "open",
        title: titles.pin(pin),
      })),
    ticks: yearsOf(from, to).map((on) => ({
      x: place(laterOf(on, from)),
      label: on.slice(0, 4),
      isLate: place(laterOf(on, from)) > 90,
    })),
    today: today >= from && today <= to ? place(today) : null,
  };
}

type Drawn = OverviewActivity & { startsOn: string; endsOn: string };

/** Key activities only, and only what has both its days: none is invented. */
function isDrawn(activity: OverviewActivity): activity is Drawn {
  const { parentId, startsOn, endsOn, state } = activity;
  return parentId === null && startsOn !== null && endsOn !== null && state !== "cancelled";
}

/** The first of January of each year that has a day in the span. */
function yearsOf(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const years: CalendarDate[] = [];
  for (let on = `${from.slice(0, 4)}-01-01`; on <= to; on = addMonths(on, 12)) years.push(on);
  return years;
}

function round(percent: number): number {
  return Math.round(percent * 100) / 100;
}
