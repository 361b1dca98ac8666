import type { Database } from "../../../../db/connection.ts";
import { listRulesInForce } from "../../../../db/queries/offset-rules.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { loadDutySources, reckonBoard } from "../../duties/service.ts";
import { ruleDayOf } from "../../programme-rules/rules.ts";
import { proposePeriods } from "../service.ts";

/** The periods that would come about, with all that would be owed by then. */
export async function loadProposal(
  db: Database,
  project: ProjectSpan,
  { months, today }: { months: number; today: CalendarDate },
) {
  const sources = await loadDutySources(db, project, today);
  const proposed = proposePeriods(project, sources.periods, months);
  const board = reckonBoard({ ...sources, periods: [...sources.periods, ...proposed] });
  return { ...board, proposed };
}

export type Proposal = Awaited<ReturnType<typeof loadProposal>>;

/** The length of periods that the project or its programme prescribes, in months; undefined when it does not say. */
export async function usualLength(db: Database, project: ProjectSpan): Promise<number | undefined> {
  const { id: projectId, programme } = project;
  const wanted = { projectId, programme, kinds: ["period-length"], on: ruleDayOf(project) };
  const [rule] = await listRulesInForce(db, wanted);
  const months = Number(rule?.value);
  return Number.isInteger(months) && months > 0 ? months : undefined;
}
