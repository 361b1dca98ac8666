import type { Plan, PlanState } from "../../../db/queries/plans.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Pill } from "../../web/health-pill.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: CalendarDate;
}

const TONES: Record<PlanState, Pick<Pill, "tone" | "icon">> = {
  draft: { tone: "grey", icon: "pencil" },
  "in-force": { tone: "green", icon: "circle-check" },
  closed: { tone: "blue", icon: "archive" },
};

export function planPill(
  { state, archivedAt }: Pick<Plan, "state" | "archivedAt">,
  { plans }: Texts,
): Pill {
  if (archivedAt !== null) return { tone: "grey", icon: "archive", label: plans.archived };
  return { ...TONES[state], label: plans.states[state] };
}

interface Years {
  fromYear: number | null;
  toYear: number | null;
}

/** `2024–2026`, `od 2024`, `do 2026`; null where neither is known. */
export function yearsText({ fromYear, toYear }: Years, { plans }: Texts): string | null {
  if (fromYear === null) return toYear === null ? null : plans.untilYear(String(toYear));
  if (toYear === null) return plans.sinceYear(String(fromYear));
  return fromYear === toYear ? String(fromYear) : `${fromYear}–${toYear}`;
}

const MOST_YEARS = 40;

/** Every year that any of them speaks of, from the first to the last. */
export function yearsOf(spans: readonly Years[]): number[] {
  const told = spans
    .flatMap(({ fromYear, toYear }) => [fromYear, toYear])
    .filter((year) => year !== null);
  if (told.length === 0) return [];
  const first = Math.min(...told);
  const count = Math.min(Math.max(...told) - first + 1, MOST_YEARS);
  return Array.from({ length: count }, (_, index) => first + index);
}
