import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrateToLatest } from "../../db/migrate.ts";
import { systemClock } from "../../server/clock.ts";
import { loadConfig } from "../../server/config.ts";
import { closeDeps, openDeps } from "../../server/open-deps.ts";
import { monthOf } from "../../server/values/month.ts";
import { fillDatabase } from "./filling/fill-database.ts";
import { traceDurability } from "./measuring/durability.ts";
import { type Effort, measureSet } from "./measuring/measure-set.ts";
import { measuredPages } from "./measuring/pages.ts";
import { productEnv } from "./measuring/product.ts";
import { type MeasuredSet, report } from "./measuring/report.ts";

// npm run bench [-- --quick] [-- --projects 10,1000] [-- --keep FOLDER] [-- --built]: measures the built product on
// loopback. Sets are made in a folder of their own, with --keep they stay there for the next time; --built measures
// what was built before.

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    projects: { type: "string", default: "10,1000" },
    keep: { type: "string" },
    built: { type: "boolean", default: false },
  },
});
const sizes = values.projects.split(",").map(Number);
if (sizes.some((size) => !Number.isInteger(size) || size < 10)) {
  console.error("usage: npm run bench -- [--quick] [--projects 10,1000] [--keep FOLDER] [--built]");
  process.exit(2);
}
const effort: Effort = values.quick
  ? { requests: 60, seconds: 1, rounds: 1 }
  : { requests: 300, seconds: 2, rounds: 3 };
const folder = values.keep ?? mkdtempSync(join(tmpdir(), "osnova-bench-"));
const today = systemClock().today();
const pages = measuredPages(monthOf(today));

if (!values.built) {
  console.error("building the product");
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
try {
  const sets: MeasuredSet[] = [];
  for (const projects of sizes) {
    const dataDir = await filledSet(projects);
    console.error(`measuring ${projects} projects`);
    const isLargest = projects === sizes.at(-1);
    const figures = await measureSet({ dataDir, today, effort }, pages, isLargest);
    sets.push({ projects, figures });
  }
  const durability = await traceDurability(join(folder, String(sizes[0])), today);
  console.log(report(sets, durability, ["npm run bench --", ...process.argv.slice(2)].join(" ")));
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function filledSet(projects: number): Promise<string> {
  const dataDir = join(folder, String(projects));
  if (existsSync(join(dataDir, "osnova.db"))) return dataDir;
  console.error(`filling ${projects} projects`);
  mkdirSync(dataDir, { recursive: true });
  const deps = openDeps(loadConfig(productEnv(dataDir)));
  try {
    await migrateToLatest(deps.db);
    await fillDatabase(deps, projects);
  } finally {
    await closeDeps(deps);
  }
  return dataDir;
}
