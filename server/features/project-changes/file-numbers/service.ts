import { type ChangeWithBudget, updateFileNumber } from "../../../../db/queries/project-changes.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { changeAt } from "../drafts/service.ts";
import type { FileNumberEntry } from "./schema.ts";

/** The number under which the change is kept in the records: it comes with a letter, in any state. */
export async function setFileNumber(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; id: number },
  { entry, formOf }: { entry: FileNumberEntry; formOf: FormOf<ChangeWithBudget> },
): Promise<void> {
  await change(deps, author, async ({ trx, record }) => {
    const before = await changeAt(trx, key);
    const { version, fileNumber } = entry;
    if (!(await updateFileNumber(trx, { id: key.id, version }, fileNumber)))
      throw await editedMeanwhile(trx, {
        ...{ objectType: "project-change", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    record({
      action: "project-change.file-number",
      objectType: "project-change",
      objectId: key.id,
      projectId: key.projectId,
      changes: changedFields({ fileNumber: before.fileNumber }, { fileNumber }),
    });
  });
}
