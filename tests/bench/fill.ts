import { parseArgs } from "node:util";
import { migrateToLatest } from "../../db/migrate.ts";
import { loadConfig } from "../../server/config.ts";
import { closeDeps, openDeps } from "../../server/open-deps.ts";
import { reasonOf } from "../../server/start-checks.ts";
import { benchUser, fillDatabase } from "./filling/fill-database.ts";

// npm run bench:fill -- --projects N: an empty DATA_DIR becomes one with N projects, to look at and to measure.

const { values } = parseArgs({ options: { projects: { type: "string", default: "10" } } });
const projects = Number(values.projects);
if (!Number.isInteger(projects) || projects < 1 || projects > 5_000) {
  console.error("usage: npm run bench:fill -- --projects N, from 1 to 5000");
  process.exit(2);
}
const deps = openDeps(loadConfig());
try {
  const began = performance.now();
  await migrateToLatest(deps.db);
  await fillDatabase(deps, projects, (line) => console.log(line));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`${deps.config.databaseUrl} filled in ${seconds} s`);
  console.log(`sign in as ${benchUser.email}, password ${benchUser.password}`);
} catch (error) {
  console.error(`Nothing more was filled: ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  await closeDeps(deps);
}
