import type { Transaction } from "../../../db/connection.ts";
import { insertMembership } from "../../../db/queries/memberships.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type NewProjectParts, replaceProjectParts } from "../../../db/queries/project-parts.ts";
import {
  insertProject,
  type ProjectFields,
  updateProject,
} from "../../../db/queries/project-records.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";
import { indexForSearch } from "../searches/service.ts";
import { checkedEntry, findWholeProject, type WholeProject } from "./checked-entry.ts";
import { historyOfProject } from "./rules.ts";
import type { ProjectEntry } from "./schema.ts";

/** Founds a project; whoever does becomes its manager. */
export async function createProject(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  entry: ProjectEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { fields, parts } = await checkedEntry(one, deps.clock.today(), entry, null);
    return foundProject(one, author, { fields, parts });
  });
}

/** Writes down a new project within a change, with its founder as manager. */
export async function foundProject(
  one: Change,
  author: Author,
  {
    fields,
    parts,
    isExample,
  }: { fields: ProjectFields; parts: NewProjectParts; isExample?: boolean },
): Promise<number> {
  const { trx, at, record } = one;
  const projectId = await insertProject(trx, {
    ...fields,
    ...derivedFrom(fields),
    createdAt: at,
    isExample: isExample ?? false,
  });
  await replaceProjectParts(trx, projectId, parts);
  if (author.userId !== null) {
    const membership = { projectId, userId: author.userId, role: "manager" as const };
    await insertMembership(trx, { ...membership, position: null, createdAt: at });
  }
  await indexProject(trx, projectId, fields);
  record({ action: "project.created", objectType: "project", objectId: projectId, projectId });
  return projectId;
}

/** @throws EditedMeanwhile when the form was opened on another version of the project */
export async function editProject(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  edit: { id: number; version: number; entry: ProjectEntry; formOf: FormOf<WholeProject> },
): Promise<void> {
  const { id, version, entry } = edit;
  await change(deps, author, async (one) => {
    const { trx, record } = one;
    await lockProject(trx, id);
    const before = await findWholeProject(trx, id);
    if (before.record.version !== version) throw await conflict(trx, before, edit.formOf);
    const { fields, parts } = await checkedEntry(one, deps.clock.today(), entry, before);
    await updateProject(trx, { ...fields, ...derivedFrom(fields), id, version });
    await replaceProjectParts(trx, id, parts);
    await indexProject(trx, id, fields);
    const after = await findWholeProject(trx, id);
    const changes = changedFields(historyOfProject(before), historyOfProject(after));
    record({
      action: "project.edited",
      objectType: "project",
      objectId: id,
      projectId: id,
      changes,
    });
  });
}

function conflict(trx: Transaction, current: WholeProject, formOf: FormOf<WholeProject>) {
  const { id: objectId, version } = current.record;
  return editedMeanwhile(trx, {
    objectType: "project",
    objectId,
    version,
    values: formOf(current),
  });
}

function derivedFrom(fields: ProjectFields) {
  const searched = [fields.shortName, fields.title, fields.registrationNumber ?? ""];
  return { sortKey: czechSortKey(fields.shortName), searchText: foldText(searched.join(" ")) };
}

/** Project as the search finds it. */
async function indexProject(
  trx: Transaction,
  projectId: number,
  fields: ProjectFields,
): Promise<void> {
  const body = [fields.title, fields.registrationNumber, fields.vision].filter(Boolean).join("\n");
  await indexForSearch(trx, {
    objectType: "project",
    objectId: projectId,
    projectId,
    datedOn: fields.startsOn,
    title: fields.shortName,
    body,
  });
}
