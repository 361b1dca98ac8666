import type { Transaction } from "../../../db/connection.ts";
import { listFindings } from "../../../db/queries/control-findings.ts";
import { type Control, findControl } from "../../../db/queries/controls.ts";
import type { Change } from "../../change.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { dropFromSearch, indexForSearch } from "../searches/service.ts";

export interface ControlKey {
  projectId: number;
  id: number;
}

export async function controlAt(trx: Transaction, key: ControlKey): Promise<Control> {
  const control = await findControl(trx, key);
  if (!control) throw new NotFound("control");
  return control;
}

/** The control, when there may still be something written to it. */
export async function livingControl(trx: Transaction, key: ControlKey): Promise<Control> {
  const control = await controlAt(trx, key);
  if (control.archivedAt !== null) throw new Conflict("archived");
  return control;
}

export function recordControl(
  one: Change,
  { projectId, id: objectId }: ControlKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "control", objectId, projectId, changes });
}

/** A control is found by what it has found as well. */
export async function indexControl(trx: Transaction, control: Control): Promise<void> {
  const { id: objectId, projectId, controllingBody, fileNumber, conclusion } = control;
  if (control.archivedAt !== null) return dropFromSearch(trx, { objectType: "control", objectId });
  const found = (await listFindings(trx, objectId))
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ finding, remedy }) => (remedy === null ? finding : `${finding} ${remedy}`));
  const body = [controllingBody, fileNumber, conclusion, ...found].filter(Boolean).join("\n");
  await indexForSearch(trx, {
    ...{ objectType: "control", objectId, projectId, datedOn: control.startsOn },
    ...{ title: control.subject, body },
  });
}
