import type { Database } from "../../../../db/connection.ts";
import { type ActivityName, listActivityNames } from "../../../../db/queries/activities.ts";
import {
  listLinkableProjects,
  listMeasureNames,
  type MeasureName,
  type ProjectName,
} from "../../../../db/queries/card-choices.ts";
import type { Reach } from "../../../../db/queries/reach.ts";

export interface LinkChoices {
  projects: ProjectName[];
  measures: MeasureName[];
  /** Of the project at hand, none while there is none. */
  activities: ActivityName[];
}

/** What a card may be linked to by this reader. */
export async function listLinkChoices(
  db: Database,
  of: { cardId: number; projectId: number | null; reach: Reach },
): Promise<LinkChoices> {
  const [projects, measures] = await Promise.all([
    listLinkableProjects(db, of.reach),
    listMeasureNames(db, of.cardId),
  ]);
  const project = projects.find(({ id }) => id === of.projectId);
  const activities = project ? await listActivityNames(db, project.id) : [];
  return { projects, measures, activities };
}
