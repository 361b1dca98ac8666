import {
  type Finding,
  type FindingFields,
  findFinding,
  insertFinding,
  nextFindingNumber,
  updateFinding,
  updateFindingArchived,
} from "../../../../db/queries/control-findings.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { canBeRestored } from "../../activities/rules.ts";
import { tellOwner } from "../../notifications/owners/service.ts";
import { resolveOwner } from "../../owners/service.ts";
import { indexControl, livingControl } from "../keeping.ts";
import type { EditedFinding, FindingEntry } from "../schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export interface FindingKey {
  projectId: number;
  controlId: number;
  id: number;
}

export async function createFinding(
  deps: Doing,
  author: Author,
  key: Omit<FindingKey, "id">,
  entry: FindingEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    await lockProject(trx, key.projectId);
    const control = await livingControl(trx, { projectId: key.projectId, id: key.controlId });
    const fields = await fieldsOf(one, key.projectId, entry);
    const number = await nextFindingNumber(trx, key.controlId);
    const id = await insertFinding(trx, { ...fields, ...key, number, createdAt: at });
    recordFinding(one, { ...key, id }, "finding.created", {
      finding: [null, entry.finding],
      severity: [null, entry.severity],
    });
    await indexControl(trx, control);
    await tellOwner(one, remedyOf({ ...key, id }), fields);
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the finding */
export async function editFinding(
  deps: Doing,
  author: Author,
  key: FindingKey,
  { entry, formOf }: { entry: EditedFinding; formOf: FormOf<Finding> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { finding: before, control } = await findingAt(one, key);
    const fields = await fieldsOf(one, key.projectId, entry, before);
    const updated = await updateFinding(one.trx, { id: key.id, version: entry.version }, fields);
    if (updated === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "finding", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    const { finding: after } = await findingAt(one, key);
    recordFinding(one, key, "finding.edited", changedFields(told(before), told(after)));
    await indexControl(one.trx, control);
    await tellOwner(one, remedyOf(key), owedBy(after), owedBy(before));
  });
}

function remedyOf({ projectId, controlId: pageId, id: objectId }: FindingKey) {
  return { projectId, objectType: "remedy" as const, objectId, pageId };
}

function owedBy({ ownerUserId, remedyBy: dueOn }: Finding) {
  return { ownerUserId, dueOn };
}

/** For what was written down by mistake; what was found and mended keeps its remedy. */
export async function archiveFinding(deps: Doing, author: Author, key: FindingKey): Promise<void> {
  await change(deps, author, async (one) => {
    const { finding, control } = await findingAt(one, key, { orArchived: true });
    if (finding.archivedAt !== null) return;
    await updateFindingArchived(one.trx, finding, one.at);
    recordFinding(one, key, "finding.archived");
    await indexControl(one.trx, control);
  });
}

export async function restoreFinding(deps: Doing, author: Author, key: FindingKey): Promise<void> {
  await change(deps, author, async (one) => {
    const { finding, control } = await findingAt(one, key, { orArchived: true });
    if (finding.archivedAt === null) return;
    if (!canBeRestored(finding.archivedAt, pragueDay(one.at)))
      throw new Conflict("archivedTooLong");
    await updateFindingArchived(one.trx, finding, null);
    recordFinding(one, key, "finding.restored");
    await indexControl(one.trx, control);
  });
}

/** The finding with its control, neither of them in the archive unless it is asked for. */
export async function findingAt(
  { trx }: Change,
  { projectId, controlId, id }: FindingKey,
  { orArchived = false } = {},
) {
  const control = await livingControl(trx, { projectId, id: controlId });
  const finding = await findFinding(trx, { controlId, id });
  if (!finding) throw new NotFound("finding");
  if (finding.archivedAt !== null && !orArchived) throw new Conflict("archived");
  return { finding, control };
}

export function recordFinding(
  one: Change,
  { projectId, id: objectId }: FindingKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "finding", objectId, projectId, changes });
}

async function fieldsOf(
  one: Change,
  projectId: number,
  entry: FindingEntry,
  current?: Finding,
): Promise<FindingFields> {
  const { finding, severity, amount: amountHalere, remedy, remedyBy } = entry;
  const owner = await resolveOwner(one, projectId, entry, current);
  return { finding, severity, amountHalere, remedy, remedyBy, ...owner };
}

function told({ finding, severity, amountHalere, remedy, remedyBy, ownerName: owner }: Finding) {
  return { finding, severity, amountHalere, remedy, remedyBy, owner };
}
