import {
  type ChangeFields,
  type ChangeKind,
  type ChangeWithBudget,
  findChange,
  findDraftChange,
  insertChange,
  insertChangeState,
  listChanges,
  nextChangeNumber,
} from "../../../../db/queries/project-changes.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import type { Change } from "../../../change.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";

export type NewProjectChange = Pick<ChangeFields, "title"> &
  Partial<ChangeFields> & { projectId: number; kind: ChangeKind };

/**
 * Begins a change of the project within a change of what is stored; the version of the budget, if it brings
 * one, is its caller's. Gives the id.
 * @throws Conflict `draftExists` while another is being written, `decisionExists` when there is a decision
 */
export async function draftChange(
  { trx, at, by, record }: Change,
  given: NewProjectChange,
): Promise<number> {
  const { projectId, kind, title, reason = null, effectiveOn = null } = given;
  await lockProject(trx, projectId);
  if (await findDraftChange(trx, projectId)) throw new Conflict("draftExists");
  if (kind === "decision") await checkFirstDecision(trx, projectId);
  const number = await nextChangeNumber(trx, projectId, kind);
  const fields = { kind, title, reason, effectiveOn };
  const id = await insertChange(trx, {
    ...fields,
    projectId,
    number,
    createdBy: by,
    createdAt: at,
  });
  await insertChangeState(trx, {
    changeId: id,
    state: "draft",
    note: null,
    validOn: pragueDay(at),
    recordedAt: at,
    recordedBy: by,
    correctsId: null,
  });
  record({
    action: "project-change.created",
    objectType: "project-change",
    objectId: id,
    projectId,
    changes: { kind: [null, kind], title: [null, title] },
  });
  return id;
}

/**
 * The change as it stands, for a change of it; the project is locked, so that two steps come one after another.
 * @throws Conflict `changedMeanwhile` when a form was opened on another edition
 */
export async function changeAt(
  trx: Change["trx"],
  key: { projectId: number; id: number },
  version?: number,
): Promise<ChangeWithBudget> {
  await lockProject(trx, key.projectId);
  const found = await findChange(trx, key);
  if (!found) throw new NotFound("project change");
  if (version !== undefined && found.version !== version) throw new Conflict("changedMeanwhile");
  return found;
}

async function checkFirstDecision(trx: Change["trx"], projectId: number): Promise<void> {
  const changes = await listChanges(trx, projectId);
  if (changes.some(({ kind }) => kind === "decision")) throw new Conflict("decisionExists");
}
