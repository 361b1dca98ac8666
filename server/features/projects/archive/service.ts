import { updateProjectArchived } from "../../../../db/queries/project-records.ts";
import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { isRestorable } from "./rules.ts";

/** Takes the project out of lists, agenda, reminders and search results; nothing of it is lost. */
export async function archiveProject(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
): Promise<void> {
  await change(deps, author, async ({ trx, at, record }) => {
    if (!(await updateProjectArchived(trx, { id: projectId, archivedAt: at })))
      throw new Conflict("changedMeanwhile");
    record({ action: "project.archived", objectType: "project", objectId: projectId, projectId });
  });
}

export async function restoreProject(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  project: Pick<ProjectInReach, "id" | "archivedAt">,
): Promise<void> {
  const { id, archivedAt } = project;
  if (archivedAt !== null && !isRestorable(archivedAt, deps.clock.today()))
    throw new Conflict("tooLateToRestore");
  await change(deps, author, async ({ trx, record }) => {
    if (!(await updateProjectArchived(trx, { id, archivedAt: null })))
      throw new Conflict("changedMeanwhile");
    record({ action: "project.restored", objectType: "project", objectId: id, projectId: id });
  });
}
