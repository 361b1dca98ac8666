import type { Database } from "../../../../db/connection.ts";
import {
  type Activity,
  type ActivityLine,
  listActivities,
} from "../../../../db/queries/activities.ts";
import { listActivityMoves, listProgressFacts } from "../../../../db/queries/activity-facts.ts";
import { listLatestLogOfActivity } from "../../../../db/queries/activity-log.ts";
import { listTargetGroupsOf } from "../../../../db/queries/activity-target-groups.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import { listCardsOfProject } from "../../../../db/queries/card-link-list.ts";
import { listMilestones } from "../../../../db/queries/milestone-list.ts";

export const MOST_MILESTONES_SHOWN = 12;
const LOG_ENTRIES_SHOWN = 5;
const HISTORY_SHOWN = 30;

/** Everything on the page of one activity; eight queries, however much there is. */
export async function loadActivityPage(db: Database, activity: Activity, today: string) {
  const { id, projectId } = activity;
  const [all, targetGroups, milestones, log, facts, moves, history, cards] = await Promise.all([
    listActivities(db, projectId),
    listTargetGroupsOf(db, id),
    listMilestones(
      db,
      { projectId, today, state: "all", activityId: id },
      {
        group: "open-first",
        sort: { by: "due", isDescending: false },
        page: { limit: MOST_MILESTONES_SHOWN + 1, offset: 0 },
      },
    ),
    listLatestLogOfActivity(db, id, LOG_ENTRIES_SHOWN),
    listProgressFacts(db, id),
    listActivityMoves(db, id),
    listHistory(db, { objectType: "activity", objectId: id, limit: HISTORY_SHOWN }),
    listCardsOfProject(db, { projectId, activityId: id }),
  ]);
  const parts = all.filter((one) => one.parentId === id && one.archivedAt === null);
  const own = all.find((one) => one.id === id) as ActivityLine;
  return { activity, own, parts, targetGroups, milestones, log, facts, moves, history, cards };
}

export type ActivityPage = Awaited<ReturnType<typeof loadActivityPage>>;
