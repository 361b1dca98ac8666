import { createReadStream } from "node:fs";
import { cp, mkdir, mkdtemp, rename } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import {
  type Connection,
  checkpointSqlite,
  engineOfUrl,
  lockForServing,
  openDatabase,
  sqliteFile,
  type Transaction,
} from "../../../db/connection.ts";
import { knownVersions, migrateToLatest, schemaVersion } from "../../../db/migrate.ts";
import { endSessionsAndHoldMail } from "../../../db/queries/restored-rows.ts";
import {
  advanceSequences,
  countRows,
  deleteRows,
  dropEverything,
  insertRows,
  listTables,
  withReferencesCheckedLast,
} from "../../../db/queries/whole-tables.ts";
import type { Config } from "../../config.ts";
import type { Deps } from "../../deps.ts";
import { checkParts, exists, readManifest, removeFolder, unpackInto } from "./archive.ts";
import { type Manifest, UnusableBackup } from "./manifest.ts";
import { DOCUMENTS } from "./service.ts";

const ROWS_AT_ONCE = 500;

/**
 * Puts an archive in place of an empty database, or with `replace` of a filled one. Everything is checked
 * before the target is touched, and the target changes whole or not at all. Sessions end and unsent mail
 * is held, so that nothing leaves twice. Returns what was restored.
 * @throws UnusableBackup for an archive that is damaged, foreign or newer, or a target in use.
 */
export async function restoreBackup(
  { config, clock }: Pick<Deps, "config" | "clock">,
  file: string,
  options: { replace: boolean },
): Promise<Manifest> {
  // A new machine has no folder yet, and the lock is a file in it.
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const lock = lockForServing(config.databaseUrl);
  if (!lock) throw new UnusableBackup("the product is running on this database: stop it first");
  const folder = await mkdtemp(join(config.dataDir, ".restore-"));
  try {
    await unpackInto(resolve(file), folder);
    const manifest = await readManifest(folder);
    await checkParts(folder, manifest);
    checkVersion(manifest);
    const load = (db: Connection) => loadInto(db, folder, manifest, clock.now());
    await (engineOfUrl(config.databaseUrl) === "sqlite"
      ? restoreFile(config, options, load)
      : restoreServer(config, options, load));
    await placeDocuments(config, folder);
    return manifest;
  } finally {
    await removeFolder(folder);
    lock.release();
  }
}

function checkVersion(manifest: Manifest): void {
  if (knownVersions().includes(manifest.schemaVersion)) return;
  throw new UnusableBackup(
    `the backup comes from a newer version (schema ${manifest.schemaVersion}): upgrade first`,
  );
}

/** A new file is filled beside the old one and takes its name when it is complete. */
async function restoreFile(
  config: Config,
  { replace }: { replace: boolean },
  load: (db: Connection) => Promise<void>,
): Promise<void> {
  const target = sqliteFile(config.databaseUrl);
  if (!replace && (await exists(target)) && (await isFilled(config.databaseUrl))) throw filled();
  const fresh = `${target}.restoring`;
  for (const ending of ["", "-wal", "-shm"]) await removeFolder(`${fresh}${ending}`);
  const db = openDatabase({ url: `sqlite:${fresh}` });
  try {
    await load(db);
    await checkpointSqlite(db);
  } finally {
    await db.destroy();
  }
  for (const ending of ["-wal", "-shm"]) await removeFolder(`${target}${ending}`);
  await rename(fresh, target);
}

async function restoreServer(
  config: Config,
  { replace }: { replace: boolean },
  load: (db: Connection) => Promise<void>,
): Promise<void> {
  const db = openDatabase({ url: config.databaseUrl });
  try {
    if (!replace && (await isFilled(config.databaseUrl))) throw filled();
    await db.transaction(async (trx) => {
      await dropEverything(trx);
      await load(trx as unknown as Connection);
    });
  } finally {
    await db.destroy();
  }
}

function filled(): UnusableBackup {
  return new UnusableBackup(
    "the database is not empty: use --replace to put the backup in its place",
  );
}

async function isFilled(url: string): Promise<boolean> {
  const db = openDatabase({ url });
  try {
    return (await schemaVersion(db)) !== undefined && (await countRows(db, "users")) > 0;
  } finally {
    await db.destroy();
  }
}

/** Schema as the backup had it, its rows, then up to the newest schema. */
async function loadInto(
  db: Connection,
  folder: string,
  manifest: Manifest,
  now: string,
): Promise<void> {
  await migrateToLatest(db, manifest.schemaVersion);
  await db.transaction(async (trx) => {
    const tables = await listTables(trx);
    await withReferencesCheckedLast(trx, async () => {
      // Migrations bring rows of their own, which the backup holds as they have become since.
      for (const { name } of tables) await deleteRows(trx, name);
      // By name, so that lines of a budget are there before the version that locks them.
      for (const { name } of tables) await loadTable(trx, folder, name);
    });
    await advanceSequences(trx, tables);
    for (const [table, expected] of Object.entries(manifest.tables)) {
      const count = await countRows(trx, table);
      if (count !== expected) throw new UnusableBackup(`${table}: ${count} rows of ${expected}`);
    }
    await endSessionsAndHoldMail(trx, now);
  });
  await migrateToLatest(db);
}

async function loadTable(trx: Transaction, folder: string, table: string): Promise<void> {
  const file = join(folder, "tables", `${table}.jsonl`);
  if (!(await exists(file))) return;
  let rows: object[] = [];
  for await (const line of createInterface({ input: createReadStream(file) })) {
    if (line !== "") rows.push(JSON.parse(line) as object);
    if (rows.length < ROWS_AT_ONCE) continue;
    await insertRows(trx, table, rows);
    rows = [];
  }
  if (rows.length > 0) await insertRows(trx, table, rows);
}

/** Documents never change once written, so those of the archive may join what is there. */
async function placeDocuments(config: Config, folder: string): Promise<void> {
  const from = join(folder, DOCUMENTS);
  if (!(await exists(from))) return;
  const to = join(config.dataDir, DOCUMENTS);
  await mkdir(dirname(to), { recursive: true });
  await cp(from, to, { recursive: true, force: true });
}
