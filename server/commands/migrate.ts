import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { engineOfUrl, lockForServing, snapshotSqlite } from "../../db/connection.ts";
import { knownVersions, migrateToLatest, newestVersion, schemaVersion } from "../../db/migrate.ts";
import { seedCatalogues } from "../../db/seeds/catalogues.ts";
import { type Config, loadConfig } from "../config.ts";
import type { Deps } from "../deps.ts";
import { closeDeps, openDeps } from "../open-deps.ts";
import { reasonOf, refuseNetworkFolder } from "../start-checks.ts";

const USAGE = `usage: npm run db:migrate            brings the database to this version
       npm run db:migrate -- status  says which version it has and what is missing`;

const [subcommand = "latest", ...others] = process.argv.slice(2);
if (others.length > 0 || !["latest", "status"].includes(subcommand)) {
  console.error(USAGE);
  process.exit(2);
}
try {
  const config = loadConfig();
  mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  refuseNetworkFolder(config.databaseUrl);
  const deps = openDeps(config);
  try {
    console.log(subcommand === "status" ? await status(deps) : await migrate(deps, config));
  } finally {
    await closeDeps(deps);
  }
} catch (error) {
  console.error(`The database was not migrated: ${reasonOf(error)}`);
  process.exit(1);
}

async function status({ db }: Deps): Promise<string> {
  const version = await schemaVersion(db);
  const missing = missingAfter(version);
  const lines = [`schema: ${version ?? "none"}`, ...missing.map((name) => `missing: ${name}`)];
  return lines.join("\n");
}

async function migrate(deps: Deps, config: Config): Promise<string> {
  const before = await schemaVersion(deps.db);
  const missing = missingAfter(before);
  if (missing.length > 0) await alone(config, () => upgrade(deps, before));
  await seedCatalogues(deps.db, deps.clock.now());
  return missing.length > 0
    ? `The database has schema ${newestVersion()} now (${missing.length} steps).`
    : `The database has schema ${newestVersion()} already.`;
}

/** On SQLite the server has to be stopped; PostgreSQL takes turns by a lock of its own. */
async function alone({ databaseUrl }: Config, work: () => Promise<void>): Promise<void> {
  const lock = lockForServing(databaseUrl);
  if (!lock) throw new Error("a server is running on this database, stop it first");
  await work().finally(lock.release);
}

/** A SQLite database that holds something already is copied first: the way back is that copy. */
async function upgrade(deps: Deps, before: string | undefined): Promise<void> {
  const { databaseUrl, dataDir } = deps.config;
  if (before !== undefined && engineOfUrl(databaseUrl) === "sqlite") {
    const folder = join(dataDir, "before-upgrade");
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const copy = join(folder, `${before}-${deps.clock.now().replace(/[:.]/g, "-")}.db`);
    await snapshotSqlite(databaseUrl, copy);
    console.log(`The database as it was lies in ${copy}.`);
  }
  await migrateToLatest(deps.db);
}

function missingAfter(version: string | undefined): string[] {
  const all = knownVersions();
  if (version !== undefined && !all.includes(version))
    throw new Error(`the database has schema ${version}, which this version does not know`);
  return all.slice(version === undefined ? 0 : all.indexOf(version) + 1);
}
