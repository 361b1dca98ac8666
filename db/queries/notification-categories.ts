import type {
  NotificationCategory,
  NotificationWay,
} from "../../server/values/notification-ways.ts";
import type { Database, Transaction } from "../connection.ts";

export interface CategoryFields {
  defaultWay: NotificationWay;
  /** Cannot be switched off by whoever answers for the thing. */
  isMandatory: boolean;
}

export interface CategorySetting extends CategoryFields {
  key: NotificationCategory;
  version: number;
}

/** What people are told of by default, in its order. */
export async function listCategories(db: Database): Promise<CategorySetting[]> {
  return (await categories(db).orderBy("position")).map(readCategory);
}

export async function findCategory(
  db: Database,
  key: string,
): Promise<CategorySetting | undefined> {
  const row = await categories(db).where({ key }).first();
  return row && readCategory(row);
}

/** How many living people have chosen for themselves, by category; those who have left keep their choice. */
export async function countOwnChoices(db: Database): Promise<Map<string, number>> {
  const rows = await db("notification_preferences as p")
    .join("users as u", "u.id", "p.user_id")
    .whereNull("u.deactivated_at")
    .groupBy("p.category")
    .select({ key: "p.category", count: db.raw("count(distinct p.user_id)") });
  return new Map(rows.map(({ key, count }) => [key, Number(count)]));
}

/** False when somebody else has changed the category since `version`. */
export async function updateCategory(
  trx: Transaction,
  { key, version }: { key: string; version: number },
  { defaultWay, isMandatory }: CategoryFields,
): Promise<boolean> {
  const changed = await trx("notification_categories")
    .where({ key, version })
    .update({ default_way: defaultWay, is_mandatory: isMandatory, version: version + 1 });
  return changed === 1;
}

function categories(db: Database) {
  return db("notification_categories").select({
    key: "key",
    defaultWay: "default_way",
    isMandatory: "is_mandatory",
    version: "version",
  });
}

function readCategory(row: CategorySetting): CategorySetting {
  return { ...row, isMandatory: Boolean(row.isMandatory) };
}
