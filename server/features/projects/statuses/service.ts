import type { Transaction } from "../../../../db/connection.ts";
import { EVER } from "../../../../db/queries/facts.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import {
  findStatus,
  findStatusInForce,
  insertStatus,
  type ProjectStatus,
  updateStatusTotals,
} from "../../../../db/queries/project-statuses.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import type { StatusEntry } from "./schema.ts";

/** Appends how the project stands; the current status follows in the same transaction. */
export async function recordStatus(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, entry }: { projectId: number; entry: StatusEntry },
): Promise<number> {
  if (entry.validOn > deps.clock.today()) throw new InvalidInput({ validOn: "notInFuture" });
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    return append(one, projectId, { entry, correctsId: null });
  });
}

/** Says again, and better, what was said before; the first statement stays in the history. */
export async function correctStatus(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, id, entry }: { projectId: number; id: number; entry: StatusEntry },
): Promise<number> {
  if (entry.validOn > deps.clock.today()) throw new InvalidInput({ validOn: "notInFuture" });
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    const before = await findStatusInForce(one.trx, { projectId, id });
    if (!before) throw new Conflict("changedMeanwhile");
    return append(one, projectId, { entry, correctsId: id, before });
  });
}

async function append(
  { trx, at, by, record }: Change,
  projectId: number,
  said: { entry: StatusEntry; correctsId: number | null; before?: ProjectStatus },
): Promise<number> {
  const { entry, correctsId, before } = said;
  const id = await insertStatus(trx, {
    ...entry,
    projectId,
    correctsId,
    recordedAt: at,
    recordedBy: by,
  });
  await refreshStatusTotals(trx, projectId);
  record({
    action: correctsId === null ? "status.recorded" : "status.corrected",
    objectType: "status",
    objectId: id,
    projectId,
    changes: changedFields(before ? told(before) : NOTHING, told(entry)),
  });
  return id;
}

const NOTHING = { health: null, sentence: null, decisionNeeded: null, validOn: null };

function told({ health, sentence, decisionNeeded, validOn }: StatusEntry) {
  return { health, sentence, decisionNeeded, validOn };
}

/** A status cannot be of a day to come, so all that was ever recorded counts. */
export async function refreshStatusTotals(trx: Transaction, projectId: number): Promise<void> {
  await updateStatusTotals(trx, projectId, await findStatus(trx, projectId, EVER));
}
