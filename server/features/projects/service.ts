import type { Transaction } from "../../../db/connection.ts";
import { insertMembership } from "../../../db/queries/memberships.ts";
import { lockProject, type ProjectSpan } from "../../../db/queries/project-locks.ts";
import { replaceProjectGoals, replaceProjectParts } from "../../../db/queries/project-parts.ts";
import {
  insertProject,
  type ProjectFields,
  updateProject,
} from "../../../db/queries/project-records.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { czechSortKey, foldText } from "../../values/fold.ts";
import { checkTypedTotal, settleTypedTotal } from "../budgets/totals/service.ts";
import { followNumber } from "../card-links/numbers/service.ts";
import { refreshDrawdownTotals } from "../drawdowns/service.ts";
import {
  applyReplan,
  checkReplanSeen,
  previewReplan,
  type ReplanChoice,
} from "../duties/replanning/service.ts";
import { saveSources } from "../funding/sources/service.ts";
import { indexForSearch } from "../searches/service.ts";
import {
  checkedEntry,
  type FoundedParts,
  findWholeProject,
  type WholeProject,
} from "./checked-entry.ts";
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
  { fields, parts, isExample }: { fields: ProjectFields; parts: FoundedParts; isExample?: boolean },
): Promise<number> {
  const { trx, at, record } = one;
  const projectId = await insertProject(trx, {
    ...fields,
    ...derivedFrom(fields),
    createdAt: at,
    isExample: isExample ?? false,
  });
  await replaceProjectParts(trx, projectId, parts);
  await saveSources(trx, { projectId, at, sources: parts.sources });
  await keepMoney(trx, projectId);
  if (author.userId !== null) {
    const membership = { projectId, userId: author.userId, role: "manager" as const };
    await insertMembership(trx, { ...membership, position: null, createdAt: at });
  }
  await indexProject(trx, projectId, fields);
  record({ action: "project.created", objectType: "project", objectId: projectId, projectId });
  await followNumber(one, projectId, { before: null, after: fields.registrationNumber });
  return projectId;
}

/** @throws EditedMeanwhile when the form was opened on another version of the project */
export async function editProject(
  deps: Pick<Deps, "db" | "clock" | "config">,
  author: Author,
  edit: {
    id: number;
    version: number;
    entry: ProjectEntry;
    /** What shall follow from other days, once somebody has seen it. */
    replan: ReplanChoice | null;
    formOf: FormOf<WholeProject>;
  },
): Promise<void> {
  const { id, version, entry, replan } = edit;
  await change(deps, author, async (one) => {
    const { trx, at, record } = one;
    const span = await lockProject(trx, id);
    const before = await findWholeProject(trx, id);
    if (before.record.version !== version) throw await conflict(trx, before, edit.formOf);
    const { fields, parts } = await checkedEntry(one, deps.clock.today(), entry, before);
    const totals = { before: before.record.totalHalere, after: fields.totalHalere };
    await checkTypedTotal(trx, id, totals);
    await updateProject(trx, { ...fields, ...derivedFrom(fields), id, version });
    await replaceProjectParts(trx, id, parts);
    if (totals.before !== totals.after) await settleTypedTotal(trx, id);
    await saveSources(trx, { projectId: id, at, sources: parts.sources });
    await keepMoney(trx, id);
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
    const { registrationNumber } = before.record;
    await followNumber(one, id, { before: registrationNumber, after: fields.registrationNumber });
    if (replan) await followDays(one, deps, { before: span, after: { ...fields, id } }, replan);
  });
}

/** Periods and duties follow as they were shown, or not at all. */
async function followDays(
  one: Change,
  deps: Pick<Deps, "config">,
  spans: { before: ProjectSpan; after: ProjectSpan },
  choice: ReplanChoice,
): Promise<void> {
  const today = pragueDay(one.at);
  checkReplanSeen(await previewReplan(one.trx, { ...spans, today }), choice);
  await applyReplan(one, deps, spans, choice);
}

/** What a change of the project may set beside its budget. */
export type ProjectAmendment = Partial<
  Pick<ProjectFields, "title" | "vision" | "startsOn" | "endsOn" | "totalHalere"> & {
    /** Specific goals, a line each. */
    goals: string | null;
  }
>;

/**
 * Sets what a change of the project brings, within a change that has begun; nothing when it is so already.
 * @throws InvalidInput `endsOn: endBeforeStart`
 */
export async function amendProject(
  { trx, record }: Change,
  id: number,
  { reason, ...amendment }: ProjectAmendment & { reason: string },
): Promise<void> {
  await lockProject(trx, id);
  const { record: before, parts } = await findWholeProject(trx, id);
  const { goals, ...columns } = amendment;
  const fields = { ...before, ...columns };
  if (fields.endsOn < fields.startsOn) throw new InvalidInput({ endsOn: "endBeforeStart" });
  const stood = { ...before, goals: parts.goals.join("\n") || null };
  const changes = changedFields<ProjectAmendment>(stood, amendment);
  if (Object.keys(changes).length === 0) return;
  await updateProject(trx, { ...fields, ...derivedFrom(fields), id, version: before.version });
  if (goals !== undefined) await replaceProjectGoals(trx, id, goals?.split("\n") ?? []);
  await indexProject(trx, id, fields);
  record({
    action: "project.edited",
    objectType: "project",
    objectId: id,
    projectId: id,
    changes: { ...changes, reason: [null, reason] },
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

/** Without a budget the total is what nobody draws beyond: it cannot fall under what was spent already. */
async function keepMoney(trx: Transaction, projectId: number): Promise<void> {
  try {
    await refreshDrawdownTotals(trx, projectId);
  } catch (error) {
    if (error instanceof InvalidInput) throw new InvalidInput({ total: "underTheSpent" });
    throw error;
  }
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
