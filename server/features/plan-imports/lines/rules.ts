import type { AccountedLine } from "../recognition/rules.ts";

export const lineFilters = ["unrecognised", "heading", "field", "noise", "all"] as const;
export type LineFilter = (typeof lineFilters)[number];

/** What was not understood comes first, as long as there is any. */
export function lineFilterOf(text: unknown, lines: readonly AccountedLine[]): LineFilter {
  const wanted = lineFilters.find((filter) => filter === text);
  if (wanted) return wanted;
  return lines.some(({ fate }) => fate === "unrecognised") ? "unrecognised" : "all";
}

export function shownLines(lines: readonly AccountedLine[], filter: LineFilter): AccountedLine[] {
  return lines.filter(({ fate }) => filter === "all" || fate === filter);
}

const MOST_SHOWN = 2_000;

/** A line as it is shown: one without an end does not stretch the page. */
export function shownText(text: string): { text: string; clippedAt: number | null } {
  const isLong = text.length > MOST_SHOWN;
  return {
    text: isLong ? text.slice(0, MOST_SHOWN) : text,
    clippedAt: isLong ? text.length : null,
  };
}
