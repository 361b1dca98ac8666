import type { Transaction } from "../../../../db/connection.ts";
import {
  type DefinitionFields,
  findDefinitionByCode,
  findIndicatorDefinition,
  type IndicatorDefinition,
  insertIndicatorDefinitions,
  updateDefinitionArchived,
  updateIndicatorDefinition,
} from "../../../../db/queries/indicator-definitions.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";

type Writing = Pick<Deps, "db" | "clock">;

const objectType = "indicator-definition";

export async function createDefinition(
  deps: Writing,
  author: Author,
  fields: DefinitionFields,
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    await refuseUnfit(trx, fields);
    const [id] = await insertIndicatorDefinitions(trx, [fields], at);
    record({ action: "indicator-definition.created", objectType, objectId: id as number });
    return id as number;
  });
}

/** Indicators made from the definition before keep what they took over. */
export async function editDefinition(
  deps: Writing,
  author: Author,
  key: { id: number; version: number },
  { fields, formOf }: { fields: DefinitionFields; formOf: FormOf<IndicatorDefinition> },
): Promise<number> {
  return change(deps, author, async ({ trx, record }) => {
    const before = await findIndicatorDefinition(trx, key.id);
    if (!before) throw new NotFound("definition");
    await refuseUnfit(trx, fields, key.id);
    if (!(await updateIndicatorDefinition(trx, key, fields))) {
      const { version } = before;
      const values = formOf(before);
      throw await editedMeanwhile(trx, { objectType, objectId: key.id, version, values });
    }
    const { id: _id, version: _version, archivedAt: _archivedAt, ...stored } = before;
    const changes = changedFields(stored, fields);
    record({ action: "indicator-definition.edited", objectType, objectId: key.id, changes });
    return key.id;
  });
}

/** An archived definition is not offered any more. */
export async function setDefinitionArchived(
  deps: Writing,
  author: Author,
  { id, isArchived }: { id: number; isArchived: boolean },
): Promise<number> {
  return change(deps, author, async ({ trx, at, record }) => {
    const isChanged = await updateDefinitionArchived(trx, id, isArchived ? at : null);
    if (!isChanged) throw new NotFound("definition");
    const verb = isArchived ? "archived" : "restored";
    record({ action: `indicator-definition.${verb}`, objectType, objectId: id });
    return id;
  });
}

async function refuseUnfit(
  trx: Transaction,
  { code, valueType, behaviour, decimals, computation }: DefinitionFields,
  ownId?: number,
): Promise<void> {
  const twin = code === null ? undefined : await findDefinitionByCode(trx, code);
  if (twin && twin.id !== ownId) throw new InvalidInput({ code: "taken" });
  if (computation !== null && (behaviour !== "increment" || decimals > 0))
    throw new InvalidInput({ computation: "computedAreCounts" });
  if (behaviour === "increment" && valueType !== "number")
    throw new InvalidInput({ behaviour: "incrementsAreNumbers" });
}
