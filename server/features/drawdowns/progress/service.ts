import type { Database } from "../../../../db/connection.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { listActivitiesOfMonth, listPercentsInForce } from "../../../../db/queries/months.ts";
import type { BasisPoints } from "../../../values/percent.ts";
import { physicalProgress } from "../../projects/totals/rules.ts";

/** Physical progress of a project at a moment; undefined while nobody has told a per cent. */
export async function physicalProgressAt(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<BasisPoints | undefined> {
  const [activities, percents] = await Promise.all([
    listActivitiesOfMonth(db, [projectId], moment.asOf),
    listPercentsInForce(db, [projectId], moment),
  ]);
  const told = new Map(percents.map(({ activityId, percent }) => [activityId, percent]));
  return physicalProgress(activities.map((one) => ({ ...one, percent: told.get(one.id) ?? null })));
}
