import { parseArgs } from "node:util";
import { migrateToLatest } from "../../db/migrate.ts";
import { loadConfig } from "../../server/config.ts";
import { closeDeps, openDeps } from "../../server/open-deps.ts";
import { reasonOf } from "../../server/start-checks.ts";
import { benchUser, fillDatabase } from "./filling/fill-database.ts";
import { fillPeople } from "./filling/fill-people.ts";

// npm run bench:fill -- --projects N [--participants N]: an empty DATA_DIR becomes one with N projects and as many
// people in their trainings, to look at and to measure.

const { values } = parseArgs({
  options: {
    projects: { type: "string", default: "10" },
    participants: { type: "string", default: "0" },
  },
});
const projects = Number(values.projects);
const participants = Number(values.participants);
const isWhole = Number.isInteger(projects) && Number.isInteger(participants);
if (!isWhole || projects < 1 || projects > 5_000 || participants < 0) {
  console.error("usage: npm run bench:fill -- --projects N, from 1 to 5000 [--participants N]");
  process.exit(2);
}
const deps = openDeps(loadConfig());
try {
  const began = performance.now();
  await migrateToLatest(deps.db);
  await fillDatabase(deps, projects, (line) => console.log(line));
  if (participants > 0)
    await fillPeople(deps, { projects, participants }, (line) => console.log(line));
  const seconds = ((performance.now() - began) / 1_000).toFixed(1);
  console.log(`${deps.config.databaseUrl} filled in ${seconds} s`);
  console.log(`sign in as ${benchUser.email}, password ${benchUser.password}`);
} catch (error) {
  console.error(`Nothing more was filled: ${reasonOf(error)}`);
  process.exitCode = 1;
} finally {
  await closeDeps(deps);
}
