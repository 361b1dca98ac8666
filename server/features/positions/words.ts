import type { Database } from "../../../db/connection.ts";
import { type LineName, listLineNames } from "../../../db/queries/budget-line-names.ts";
import { findDraftVersion } from "../../../db/queries/budget-versions.ts";
import { findApprovedBudget } from "../../../db/queries/budgets-in-force.ts";
import type { Position, PositionState } from "../../../db/queries/positions.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";
import { isFilled, type Span } from "./rules.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

export type LineNames = ReadonlyMap<number, LineName>;

/** Names of lines in the budget approved last, in a draft while there is no other. */
export async function lineNamesOf(
  db: Database,
  projectId: number,
  places: readonly { budgetLineId: number | null }[],
): Promise<LineNames> {
  const lineIds = [...new Set(places.flatMap(({ budgetLineId }) => budgetLineId ?? []))];
  const version =
    (await findApprovedBudget(db, projectId)) ?? (await findDraftVersion(db, projectId));
  if (!version || lineIds.length === 0) return new Map();
  const names = await listLineNames(db, { versionId: version.id, lineIds });
  return new Map(names.map((one) => [one.lineId, one]));
}

export function lineText(names: LineNames, lineId: number | null): string | null {
  const line = lineId === null ? undefined : names.get(lineId);
  return line ? `${line.code} ${line.name}` : null;
}

/** `0,5`; of an agreement by hours that it is so. */
export function workloadText(
  milli: number | null,
  { texts, formats }: Pick<Wording, "texts" | "formats">,
): string {
  return milli === null ? texts.positions.byHours : formats.number(milli / 1000);
}

export function spanText({ startsOn, endsOn }: Span, { texts, formats }: Wording): string {
  return endsOn === null
    ? texts.positions.since(formats.date(startsOn))
    : formats.dateRange(startsOn, endsOn);
}

const LOOKS: Record<PositionState, Pick<Pill, "tone" | "icon">> = {
  vacant: { tone: "yellow", icon: "circle-dashed" },
  advertised: { tone: "blue", icon: "circle-dot" },
  filled: { tone: "green", icon: "circle-check" },
  vacated: { tone: "yellow", icon: "circle-dashed" },
  cancelled: { tone: "grey", icon: "circle-x" },
};

export function statePill(state: PositionState, { positions }: Texts): Pill {
  return { ...LOOKS[state], label: positions.states[state] };
}

/** How the position stands: by what was recorded of it, or by who holds it today or from a later day on. */
export function positionPill(
  position: Pick<Position, "isToBeCreated" | "state">,
  assignments: readonly Span[],
  { texts, formats, today }: Wording,
): Pill {
  const { positions } = texts;
  if (position.isToBeCreated) return statePill(position.state, texts);
  if (isFilled(position, assignments, today)) return { ...LOOKS.filled, label: positions.occupied };
  const next = assignments
    .map(({ startsOn }) => startsOn)
    .filter((day) => day > today)
    .toSorted()[0];
  return next === undefined
    ? { ...LOOKS.vacant, label: positions.unoccupied }
    : { ...LOOKS.advertised, label: positions.heldFrom(formats.date(next)) };
}
