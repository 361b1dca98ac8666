import {
  type DocumentRequirement,
  findRequirement,
  insertRequirement,
  listRequirements,
  type RequirementFields,
  updateRequirement,
} from "../../../../db/queries/document-requirements.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { keyOf } from "../rules.ts";
import type { EditedRequirement, NewRequirement } from "../schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

export async function createRequirement(
  deps: Doing,
  author: Author,
  entry: NewRequirement,
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    const present = await listRequirements(trx);
    if (present.some(({ code }) => code === entry.code)) throw new InvalidInput({ code: "taken" });
    const { code } = entry;
    const id = await insertRequirement(trx, { code, ...fieldsOf(entry), createdAt: at });
    record({
      ...{ action: "document-requirement.created", objectType: "document-requirement" },
      ...{ objectId: id, changes: { nameCs: [null, entry.nameCs] } },
    });
    return id;
  });
}

/** What is asked for changes for every record of its span; papers that are there stay where they are. */
export async function editRequirement(
  deps: Doing,
  author: Author,
  edit: { id: number; entry: EditedRequirement; formOf: FormOf<DocumentRequirement> },
): Promise<void> {
  const { id, entry, formOf } = edit;
  await change(deps, author, async ({ trx, record }) => {
    const before = await findRequirement(trx, id);
    if (!before) throw new NotFound("document requirement");
    const fields = fieldsOf(entry);
    if ((await updateRequirement(trx, { id, version: entry.version }, fields)) === 0)
      throw await editedMeanwhile(trx, {
        ...{ objectType: "document-requirement", objectId: id, version: before.version },
        values: formOf(before),
      });
    record({
      ...{ action: "document-requirement.edited", objectType: "document-requirement" },
      ...{ objectId: id, changes: changedFields(told(before), told(fields)) },
    });
  });
}

function fieldsOf({ appliesTo, ...entry }: NewRequirement | EditedRequirement): RequirementFields {
  const { nameCs, nameEn, category, isSignedOriginal, isMetByCategory } = entry;
  const { dueDays, validFrom, validTo, source, position } = entry;
  return {
    ...{ ...appliesTo, nameCs, nameEn, category, isSignedOriginal, isMetByCategory },
    ...{ dueDays, validFrom, validTo, source, position },
  };
}

function told(fields: RequirementFields) {
  const { nameCs, nameEn, category, isSignedOriginal, isMetByCategory } = fields;
  const { dueDays, validFrom, validTo, source, position } = fields;
  return {
    ...{ appliesTo: keyOf(fields), nameCs, nameEn, category, isSignedOriginal, isMetByCategory },
    ...{ dueDays, validFrom, validTo, source, position },
  };
}
