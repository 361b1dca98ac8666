import { createWriteStream } from "node:fs";
import { copyFile, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import {
  type Database,
  engineOfUrl,
  openDatabase,
  snapshotSqlite,
} from "../../../db/connection.ts";
import { schemaVersion } from "../../../db/migrate.ts";
import { listTables, rowsOf } from "../../../db/queries/whole-tables.ts";
import type { Config } from "../../config.ts";
import type { Deps } from "../../deps.ts";
import { filesBelow, packFolder, removeFolder, sha256Of } from "./archive.ts";
import { type Manifest, newManifest, UnusableBackup } from "./manifest.ts";

/** Where documents lie, in the data folder and inside an archive. */
export const DOCUMENTS = "files";

/**
 * Writes everything the product holds into one archive, consistent while the product is in use: tables as
 * they stood at one instant, then the documents, which never change once written.
 */
export async function makeBackup(
  { db, clock, config }: Pick<Deps, "db" | "clock" | "config">,
  file: string,
): Promise<Manifest> {
  const target = resolve(file);
  await mkdir(dirname(target), { recursive: true });
  const folder = await mkdtemp(join(dirname(target), ".backup-"));
  try {
    const manifest = await withSnapshot({ db, config }, `${folder}.db`, (snapshot) =>
      writeTables(snapshot, folder, clock.now()),
    );
    await copyDocuments(join(config.dataDir, DOCUMENTS), join(folder, DOCUMENTS));
    await addParts(manifest, folder);
    await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest, null, 2));
    await packFolder(folder, target);
    return manifest;
  } finally {
    for (const rest of [folder, `${folder}.db`, `${folder}.db-wal`, `${folder}.db-shm`]) {
      await removeFolder(rest);
    }
  }
}

async function withSnapshot<T>(
  { db, config }: { db: Deps["db"]; config: Config },
  file: string,
  work: (snapshot: Database) => Promise<T>,
): Promise<T> {
  if (engineOfUrl(config.databaseUrl) === "postgres") {
    return db.transaction(work, { isolationLevel: "repeatable read", readOnly: true });
  }
  await snapshotSqlite(config.databaseUrl, file);
  const snapshot = openDatabase({ url: `sqlite:${file}` });
  try {
    return await work(snapshot);
  } finally {
    await snapshot.destroy();
  }
}

async function writeTables(snapshot: Database, folder: string, at: string): Promise<Manifest> {
  const version = await schemaVersion(snapshot);
  if (!version) throw new UnusableBackup("the database is empty: there is nothing to back up");
  const manifest = newManifest(version, at);
  await mkdir(join(folder, "tables"));
  for (const table of await listTables(snapshot)) {
    let count = 0;
    const lines = async function* () {
      for await (const rows of rowsOf(snapshot, table)) {
        count += rows.length;
        yield `${rows.map((row) => JSON.stringify(row)).join("\n")}\n`;
      }
    };
    await pipeline(lines, createWriteStream(join(folder, "tables", `${table.name}.jsonl`)));
    manifest.tables[table.name] = count;
  }
  return manifest;
}

async function copyDocuments(from: string, to: string): Promise<void> {
  for (const path of await filesBelow(from)) {
    if (path.endsWith(".draft")) continue;
    await mkdir(dirname(join(to, path)), { recursive: true });
    await copyFile(join(from, path), join(to, path)).catch(ignoreRemoved);
  }
}

/** A file that went after the snapshot was taken: its row said so, or will when it is looked for. */
function ignoreRemoved(error: { code?: string }): void {
  if (error.code !== "ENOENT") throw error;
}

async function addParts(manifest: Manifest, folder: string): Promise<void> {
  for (const path of await filesBelow(folder)) {
    manifest.parts[path] = await sha256Of(join(folder, path));
  }
}
