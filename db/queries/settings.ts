import type { Database } from "../connection.ts";

export async function findSetting(db: Database, key: string): Promise<string | undefined> {
  const row = await db("settings").where({ key }).first("value");
  return row?.value;
}

export async function insertSetting(
  db: Database,
  setting: { key: string; value: string; at: string },
): Promise<void> {
  await db("settings").insert({ key: setting.key, value: setting.value, changed_at: setting.at });
}

/** Moves a mark forward, never back: of two values the one that sorts later stays. */
export async function advanceSetting(
  db: Database,
  setting: { key: string; value: string; at: string },
): Promise<void> {
  await db("settings")
    .insert({ key: setting.key, value: setting.value, changed_at: setting.at })
    .onConflict("key")
    .merge({ value: setting.value, changed_at: setting.at })
    .where("settings.value", "<", setting.value);
}

export async function upsertSetting(
  db: Database,
  setting: { key: string; value: string; at: string },
): Promise<void> {
  await db("settings")
    .insert({ key: setting.key, value: setting.value, changed_at: setting.at })
    .onConflict("key")
    .merge();
}
