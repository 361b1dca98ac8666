import {
  type CategoryFields,
  type CategorySetting,
  findCategory,
  updateCategory,
} from "../../../../db/queries/notification-categories.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../../errors.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import {
  type NotificationCategory,
  notificationCategories,
} from "../../../values/notification-ways.ts";

const objectType = "notification-category";

/** Categories have words for keys; their history is kept by their place. */
export function objectIdOf(key: NotificationCategory): number {
  return notificationCategories.indexOf(key) + 1;
}

/** What holds for everybody who has not chosen otherwise. */
export async function editCategory(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  edit: {
    key: NotificationCategory;
    version: number;
    fields: CategoryFields;
    formOf: FormOf<CategorySetting>;
  },
): Promise<void> {
  const { key, version, fields, formOf } = edit;
  if (fields.isMandatory && fields.defaultWay === "off")
    throw new InvalidInput({ defaultWay: "mandatoryIsTold" });
  await change(deps, author, async ({ trx, record }) => {
    const before = await findCategory(trx, key);
    if (!before) throw new NotFound("notification category");
    const objectId = objectIdOf(key);
    if (!(await updateCategory(trx, { key, version }, fields))) {
      const current = { objectType, objectId, version: before.version };
      throw await editedMeanwhile(trx, { ...current, values: formOf(before) });
    }
    const { defaultWay, isMandatory } = before;
    record({
      action: "notification-category.edited",
      objectType,
      objectId,
      changes: changedFields({ defaultWay, isMandatory }, fields),
    });
  });
}
