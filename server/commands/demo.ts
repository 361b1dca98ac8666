import { existsSync, rmSync } from "node:fs";
import { lockForServing, sqliteFile } from "../../db/connection.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { demoPassword, demoUsers } from "../../db/seeds/demo/people.ts";
import { type Config, InvalidConfiguration, loadDemoConfig } from "../config.ts";
import { buildDemonstration, isDemonstration } from "../features/demonstrations/service.ts";
import { closeDeps, openDeps } from "../open-deps.ts";
import { reasonOf } from "../start-checks.ts";
import { startServer } from "../start-server.ts";

/** `npm run demo`: one process with everything, on loopback, nothing to set up. */
async function main(): Promise<void> {
  const config = loadDemoConfig();
  if (process.argv.includes("--fresh")) await startOver(config);
  const deps = openDeps(config);
  await migrateToLatest(deps.db);
  const isNew = await buildDemonstration(deps);
  await closeDeps(deps);
  const { url } = await startServer(config);
  const people = demoUsers.map((user) => `  ${user.email}`).join("\n");
  console.log(`
Osnova ${isNew ? "is filled with demonstration data" : "keeps the data of the last run"} (${config.dataDir})

  ${url}

Sign in as one of these, password ${demoPassword}:
${people}

Ctrl+C stops it; npm run demo -- --fresh starts over.`);
}

/** Deletes the database of an earlier demonstration, and no other. */
async function startOver(config: Config): Promise<void> {
  const file = sqliteFile(config.databaseUrl);
  if (!existsSync(file)) return;
  const lock = lockForServing(config.databaseUrl);
  if (!lock) throw new Error("it is running, stop it before it starts over");
  const deps = openDeps(config);
  const mayGo = await isDemonstration(deps).finally(() => closeDeps(deps));
  lock.release();
  if (!mayGo) throw new Error(`${file} is not a demonstration and stays as it is`);
  for (const ending of ["", "-wal", "-shm", "-serving"])
    rmSync(`${file}${ending}`, { force: true });
}

await main().catch((error: Error) => {
  const isExpected = error instanceof InvalidConfiguration;
  console.error(isExpected ? error.message : `The demonstration cannot start: ${reasonOf(error)}`);
  process.exit(1);
});
