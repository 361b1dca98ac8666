import { findApprovedBudget } from "../../../db/queries/budgets-in-force.ts";
import { type ChangeWithBudget, updateChange } from "../../../db/queries/project-changes.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { createVersionFrom } from "../budgets/versions/service.ts";
import { changeAt, draftChange } from "./drafts/service.ts";
import type { EditedChange, NewChange } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/**
 * A request to change the project, with a version of the budget to write in if it changes that. Gives its id.
 * @throws InvalidInput `hasBudget: noBudgetYet` when there is no approved budget to start from
 */
export async function createChange(
  deps: Doing,
  author: Author,
  projectId: number,
  entry: NewChange,
): Promise<number> {
  const { hasBudget, ...fields } = entry;
  return change(deps, author, async (one) => {
    const id = await draftChange(one, { ...fields, projectId });
    if (hasBudget) await openBudget(one, { projectId, id });
    return id;
  });
}

/** Gives a draft that has none a version of the budget to write in: the lines of the one in force. */
export async function addBudget(
  deps: Doing,
  author: Author,
  key: { projectId: number; id: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    const draft = await changeAt(one.trx, key);
    if (draft.state !== "draft") throw new Conflict("changeNotDraft");
    if (draft.versionId !== null) return;
    await openBudget(one, key);
  });
}

async function openBudget(one: Change, key: { projectId: number; id: number }): Promise<void> {
  const { trx, at } = one;
  const basis = await findApprovedBudget(trx, key.projectId);
  if (!basis) throw new InvalidInput({ hasBudget: "noBudgetYet" });
  await createVersionFrom(
    trx,
    { projectId: key.projectId, changeId: key.id, basedOnId: basis.id },
    at,
  );
  one.record({
    action: "project-change.budget-opened",
    objectType: "project-change",
    objectId: key.id,
    projectId: key.projectId,
    changes: { basedOn: [null, basis.number] },
  });
}

/** What a draft is called, why it is asked for and from when; what was announced stays as it was. */
export async function editChange(
  deps: Doing,
  author: Author,
  key: { projectId: number; id: number },
  { entry, formOf }: { entry: EditedChange; formOf: FormOf<ChangeWithBudget> },
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const before = await changeAt(trx, key);
    const { version, ...typed } = entry;
    if (before.version !== version) {
      const current = { objectType: "project-change", objectId: key.id, version: before.version };
      throw await editedMeanwhile(trx, { ...current, values: formOf(before) });
    }
    if (before.state !== "draft") throw new Conflict("changeNotDraft");
    const kind = before.kind === "decision" ? before.kind : (typed.kind ?? before.kind);
    const after = { ...typed, kind };
    await updateChange(trx, before, after);
    record({
      action: "project-change.edited",
      objectType: "project-change",
      objectId: key.id,
      projectId: key.projectId,
      changes: changedFields(fieldsOf(before), after),
    });
  });
}

function fieldsOf({ kind, title, reason, effectiveOn }: ChangeWithBudget) {
  return { kind, title, reason, effectiveOn };
}
