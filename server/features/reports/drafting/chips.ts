import { canonicalJson } from "../../../values/canonical-json.ts";
import type { Digest } from "./digest.ts";
import type { ActivityFigures, ReportFigures } from "./figures.ts";

/** How a key activity stands in a report, beside what was handed in before. */
const activityChips = ["done", "unchanged", "changed"] as const;
export type ActivityChip = (typeof activityChips)[number];

/**
 * Changed: what was handed in is no longer so, in this report where it was returned, or in the one before. Done:
 * the period brought something. Otherwise nothing has happened.
 */
export function chipsOf(
  figures: ReportFigures,
  digest: Digest,
  before: { submitted: ReportFigures | null; previous: ReportFigures | null },
): Map<number, ActivityChip> {
  const isLateOn = (id: number) =>
    [...digest.held, ...digest.internships, ...digest.done].some(
      ({ keyId, isLate }) => isLate && keyId === id,
    ) || digest.entries.some(({ keyIds, isLate }) => isLate && keyIds.includes(id));
  return new Map(
    figures.activities.map((now) => {
      const isChanged =
        isLateOn(now.id) || differs(now, before.submitted) || movedSince(now, before.previous);
      return [now.id, isChanged ? "changed" : hasWork(now) ? "done" : "unchanged"];
    }),
  );
}

function differs(now: ActivityFigures, submitted: ReportFigures | null): boolean {
  const then = submitted?.activities.find(({ id }) => id === now.id);
  return then !== undefined && canonicalJson(then) !== canonicalJson(now);
}

/** Hours or per cent of earlier days are not those that the report before came to. */
function movedSince(now: ActivityFigures, previous: ReportFigures | null): boolean {
  const then = previous?.activities.find(({ id }) => id === now.id);
  if (!then) return false;
  return now.lateMinutes !== 0 || then.percent !== now.percentBefore;
}

function hasWork(now: ActivityFigures): boolean {
  const counts = [
    ...[now.entries, now.events, now.internships, now.minutes],
    ...[now.milestonesDone, now.outputsDone, now.costsHalere],
  ];
  return counts.some((count) => count > 0) || now.percent !== now.percentBefore;
}
