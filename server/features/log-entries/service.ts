import type { Database } from "../../../db/connection.ts";
import {
  type LogChoices,
  listLogActivities,
  listOpenMilestones,
} from "../../../db/queries/log-entry-choices.ts";

/** What a new entry of the project may refer to: its activities and what is still owed. Two queries. */
export async function loadLogChoices(
  { db }: { db: Database },
  projectId: number,
): Promise<LogChoices> {
  const [activities, milestones] = await Promise.all([
    listLogActivities(db, projectId),
    listOpenMilestones(db, projectId),
  ]);
  return { activities, milestones };
}
