import type { Database } from "../../../db/connection.ts";
import { listActionPlans } from "../../../db/queries/action-plans.ts";
import { listNamedProjects } from "../../../db/queries/card-fulfilment.ts";
import type { Plan } from "../../../db/queries/plans.ts";
import { findPreparedFile } from "../../../db/queries/prepared-files.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { addMinutes } from "../../values/instant.ts";
import { yearsTold } from "../card-fulfilment/rules.ts";
import { coverageOf } from "../card-links/coverage/service.ts";
import { isOfYear, type PlanFileKind, planFileKinds } from "./rules.ts";

/** A file that there is to be had. */
export interface OfferedFile {
  kind: PlanFileKind;
  year: number | null;
}

/** Files of a plan: of each year that may be told, and of each action plan. */
export async function offeredFiles(
  db: Database,
  plan: Plan,
  today: CalendarDate,
): Promise<OfferedFile[]> {
  const years = {
    fulfilment: yearsTold(plan, today),
    "action-plan": (await listActionPlans(db, plan.id)).map(({ year }) => year),
  };
  return planFileKinds.flatMap((kind): OfferedFile[] =>
    kind === "fulfilment" || kind === "action-plan"
      ? years[kind].map((year) => ({ kind, year }))
      : [{ kind, year: null }],
  );
}

/** The one asked for; without a year the last one. Undefined where there is none. */
export function chosenFile(
  offered: readonly OfferedFile[],
  { kind, year }: { kind: PlanFileKind; year: number | undefined },
): OfferedFile | undefined {
  const asked = isOfYear(kind) ? year : undefined;
  return offered.find((file) => file.kind === kind && (asked === undefined || file.year === asked));
}

/** Ids of the linked projects that the reader may see named. */
export async function namedProjectIds(
  db: Database,
  of: { planId: number; reach: Reach; today: CalendarDate },
): Promise<number[]> {
  const coverage = await coverageOf(db, { planId: of.planId }, of.today);
  const linked = [...coverage.values()].flatMap(({ projects }) =>
    projects.map(({ projectId }) => projectId),
  );
  const named = await listNamedProjects(db, of.reach, [...new Set(linked)]);
  return named.map(({ id }) => id).toSorted((a, b) => a - b);
}

/** As long as a person waits for a file, or tries it once more. */
const MINUTES_FRESH = 10;

/**
 * Whether a file of that instant would say what was so then: it was ordered already, or the instant is now.
 * Cards are read as they stand, so that a file ordered later would tell today's under an old date.
 */
export async function isStillTrue(
  db: Database,
  orderKey: string,
  { asOf, now }: { asOf: string; now: string },
): Promise<boolean> {
  if (asOf > now) return false;
  if (asOf > addMinutes(now, -MINUTES_FRESH)) return true;
  const found = await findPreparedFile(db, orderKey);
  return found !== undefined && ["ordered", "running", "done"].includes(found.state);
}
