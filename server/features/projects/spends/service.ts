import { findDrawdownTotals } from "../../../../db/queries/drawdowns.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import {
  findSpendInForce,
  insertSpend,
  type ProjectSpend,
} from "../../../../db/queries/project-spends.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { refreshDrawdownTotals } from "../../drawdowns/service.ts";
import type { SpendEntry } from "./schema.ts";

/** Appends what the project has spent since its start by a day. */
export async function declareSpend(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, entry }: { projectId: number; entry: SpendEntry },
): Promise<number> {
  if (entry.validOn > deps.clock.today()) throw new InvalidInput({ validOn: "notInFuture" });
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    const totals = await findDrawdownTotals(one.trx, projectId);
    // From its first day on it is expenditure that says what is spent.
    if (totals?.firstRecordedOn && entry.validOn >= totals.firstRecordedOn)
      throw new InvalidInput({ validOn: "spentByExpenditure" });
    return append(one, projectId, { entry, correctsId: null });
  });
}

/** Replaces a declared sum, or withdraws it when none is given; the first statement stays in the history. */
export async function correctSpend(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  { projectId, id, entry }: { projectId: number; id: number; entry: SpendEntry },
): Promise<number> {
  if (entry.validOn > deps.clock.today()) throw new InvalidInput({ validOn: "notInFuture" });
  return change(deps, author, async (one) => {
    await lockProject(one.trx, projectId);
    const before = await findSpendInForce(one.trx, { projectId, id });
    if (!before) throw new Conflict("changedMeanwhile");
    return append(one, projectId, { entry, correctsId: id, before });
  });
}

async function append(
  { trx, at, by, record }: Change,
  projectId: number,
  said: { entry: SpendEntry; correctsId: number | null; before?: ProjectSpend },
): Promise<number> {
  const { entry, correctsId, before } = said;
  const { validOn, note, spent: spentHalere } = entry;
  const id = await insertSpend(trx, {
    ...{ projectId, correctsId, spentHalere, note, validOn },
    recordedAt: at,
    recordedBy: by,
  });
  await refreshDrawdownTotals(trx, projectId);
  record({
    action: actionOf(entry, correctsId),
    objectType: "spend",
    objectId: id,
    projectId,
    changes: changedFields(before ? told(before) : NOTHING, { spentHalere, note, validOn }),
  });
  return id;
}

const NOTHING = { spentHalere: null, note: null, validOn: null };

function told({ spentHalere, note, validOn }: ProjectSpend) {
  return { spentHalere, note, validOn };
}

function actionOf(entry: SpendEntry, correctsId: number | null): string {
  if (correctsId === null) return "spend.declared";
  return entry.spent === null ? "spend.withdrawn" : "spend.corrected";
}
