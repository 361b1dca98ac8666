import {
  type Control,
  type ControlFields,
  insertControl,
  nextControlNumber,
  updateControl,
  updateControlArchived,
} from "../../../db/queries/controls.ts";
import { lockProject } from "../../../db/queries/project-locks.ts";
import { type Author, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { canBeRestored } from "../activities/rules.ts";
import {
  type ControlKey,
  controlAt,
  indexControl,
  livingControl,
  recordControl,
} from "./keeping.ts";
import type { ControlEntry, EditedControl } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export async function createControl(
  deps: Doing,
  author: Author,
  projectId: number,
  entry: ControlEntry,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at } = one;
    await lockProject(trx, projectId);
    const fields = fieldsOf(entry);
    const number = await nextControlNumber(trx, projectId);
    const id = await insertControl(trx, { ...fields, projectId, number, createdAt: at });
    const key = { projectId, id };
    const { kind, controllingBody, subject } = fields;
    recordControl(one, key, "control.created", {
      ...{ kind: [null, kind], controllingBody: [null, controllingBody], subject: [null, subject] },
    });
    await indexControl(trx, await controlAt(trx, key));
    return id;
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the control */
export async function editControl(
  deps: Doing,
  author: Author,
  key: ControlKey,
  { entry, formOf }: { entry: EditedControl; formOf: FormOf<Control> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await livingControl(one.trx, key);
    const fields = fieldsOf(entry);
    const updated = await updateControl(one.trx, { id: key.id, version: entry.version }, fields);
    if (updated === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "control", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    const told = fieldsOf(before);
    recordControl(one, key, "control.edited", changedFields(told, fields));
    await indexControl(one.trx, { ...before, ...fields });
  });
}

export async function archiveControl(deps: Doing, author: Author, key: ControlKey): Promise<void> {
  await change(deps, author, async (one) => {
    const control = await controlAt(one.trx, key);
    if (control.archivedAt !== null) return;
    await updateControlArchived(one.trx, control, one.at);
    await indexControl(one.trx, { ...control, archivedAt: one.at });
    recordControl(one, key, "control.archived");
  });
}

export async function restoreControl(deps: Doing, author: Author, key: ControlKey): Promise<void> {
  await change(deps, author, async (one) => {
    const control = await controlAt(one.trx, key);
    if (control.archivedAt === null) return;
    if (!canBeRestored(control.archivedAt, pragueDay(one.at)))
      throw new Conflict("archivedTooLong");
    await updateControlArchived(one.trx, control, null);
    await indexControl(one.trx, { ...control, archivedAt: null });
    recordControl(one, key, "control.restored");
  });
}

function fieldsOf(entry: ControlFields): ControlFields {
  const { kind, controllingBody, subject, startsOn, endsOn, fileNumber, state, conclusion } = entry;
  if (state === "closed" && conclusion === null)
    throw new InvalidInput({ conclusion: "controlClosesWithConclusion" });
  return { kind, controllingBody, subject, startsOn, endsOn, fileNumber, state, conclusion };
}
