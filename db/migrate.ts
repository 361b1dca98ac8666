import type { Connection, Database } from "./connection.ts";
import { engineOf } from "./connection.ts";
import { migrations } from "./migrations/index.ts";

const source = {
  getMigrations: async () => migrations,
  getMigrationName: (migration: (typeof migrations)[number]) => migration.name,
  getMigration: async (migration: (typeof migrations)[number]) => migration,
};

const ANY_FIXED_NUMBER = 5_071_923;

/** Brings the schema to the newest version, or to `upTo` (a migration's name). Safe when several start at once. */
export async function migrateToLatest(db: Connection, upTo?: string): Promise<void> {
  if (engineOf(db) === "sqlite" || db.isTransaction) return runMigrations(db, upTo);
  // Processes that create knex's own tables at the same moment break each other; a transaction holds the lock.
  await db.transaction(async (lock) => {
    await lock.raw("select pg_advisory_xact_lock(?)", [ANY_FIXED_NUMBER]);
    await runMigrations(db, upTo);
  });
}

async function runMigrations(db: Connection, upTo?: string): Promise<void> {
  if (!upTo) {
    await db.migrate.latest({ migrationSource: source });
    return;
  }
  while ((await schemaVersion(db)) !== upTo) await db.migrate.up({ migrationSource: source });
}

/** Name of the newest migration the database has, or undefined for an empty one. */
export async function schemaVersion(db: Database): Promise<string | undefined> {
  if (!(await db.schema.hasTable("knex_migrations"))) return undefined;
  const row = await db("knex_migrations").orderBy("id", "desc").first<{ name: string }>("name");
  return row?.name;
}

export function newestVersion(): string {
  return migrations.at(-1)?.name ?? "";
}

export function knownVersions(): string[] {
  return migrations.map((migration) => migration.name);
}
