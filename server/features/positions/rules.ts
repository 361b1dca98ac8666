import type { Position, PositionState } from "../../../db/queries/positions.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";

/** Where a position may go on from where it stands. Anything else is a correction. */
const STEPS: Record<PositionState, readonly PositionState[]> = {
  vacant: ["advertised", "filled", "cancelled"],
  advertised: ["filled", "cancelled"],
  filled: ["vacated"],
  vacated: ["advertised", "filled", "cancelled"],
  cancelled: ["advertised", "filled"],
};

export function nextStates(state: PositionState): readonly PositionState[] {
  return STEPS[state];
}

export interface Span {
  startsOn: CalendarDate;
  endsOn: CalendarDate | null;
}

export function isHeldOn({ startsOn, endsOn }: Span, on: CalendarDate): boolean {
  return startsOn <= on && (endsOn === null || endsOn >= on);
}

/** On that day, or from a later one. */
export function isHeldOnOrAfter({ endsOn }: Span, on: CalendarDate): boolean {
  return endsOn === null || endsOn >= on;
}

/**
 * Whether somebody works in the position. One that the project creates is filled by what was recorded of it:
 * it may be at another employer, whose people are not kept here.
 */
export function isFilled(
  position: Pick<Position, "isToBeCreated" | "state">,
  assignments: readonly Span[],
  on: CalendarDate,
): boolean {
  if (position.isToBeCreated) return position.state === "filled";
  return assignments.some((one) => isHeldOn(one, on));
}

export interface Occupancy {
  filled: number;
  all: number;
  /** Of those that the project creates. */
  created: number;
  toBeCreated: number;
}

/** "Obsazeno 3 z 5, z toho nově vytvořené 2 z 2"; cancelled positions do not count. */
export function occupancyOf(
  positions: readonly (Pick<Position, "isToBeCreated" | "state"> & { isFilled: boolean })[],
): Occupancy {
  const counted = positions.filter((one) => !(one.isToBeCreated && one.state === "cancelled"));
  const created = counted.filter(({ isToBeCreated }) => isToBeCreated);
  return {
    filled: counted.filter((one) => one.isFilled).length,
    all: counted.length,
    created: created.filter((one) => one.isFilled).length,
    toBeCreated: created.length,
  };
}
