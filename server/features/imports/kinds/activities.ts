import type { Database } from "../../../../db/connection.ts";
import { listLogActivities } from "../../../../db/queries/log-entry-choices.ts";
import { foldText } from "../../../values/fold.ts";
import { activityCode } from "../../activities/rules.ts";

/** Finds activities by their code (`KA4`, `KA4 b`) or title, alone or together: `KA4 Networking`. */
export async function activityFinder(
  db: Database,
  projectId: number,
): Promise<(text: string) => number | undefined> {
  const activities = (await listLogActivities(db, projectId)).map((activity) => {
    const code = foldText(activityCode(activity));
    const title = foldText(activity.title);
    return { id: activity.id, names: [code, title, `${code} ${title}`, foldText(activity.number)] };
  });
  return (text) => {
    const wanted = foldText(text);
    return activities.find(({ names }) => names.includes(wanted))?.id;
  };
}
