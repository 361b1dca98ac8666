import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { migrateToLatest } from "../../db/migrate.ts";
import { systemClock } from "../../server/clock.ts";
import { loadConfig } from "../../server/config.ts";
import { closeDeps, openDeps } from "../../server/open-deps.ts";
import { monthOf } from "../../server/values/month.ts";
import { fillDatabase } from "./filling/fill-database.ts";
import { fillMoney } from "./filling/fill-money.ts";
import { fillPeople } from "./filling/fill-people.ts";
import { PEOPLE_OF_A_PROJECT } from "./filling/people-rows.ts";
import { measureAnnex } from "./measuring/annex.ts";
import { traceDurability } from "./measuring/durability.ts";
import { measureFeed } from "./measuring/feed.ts";
import { type Effort, measureSet } from "./measuring/measure-set.ts";
import { measureMoney } from "./measuring/money.ts";
import { measureMonths } from "./measuring/months.ts";
import { measuredPages } from "./measuring/pages.ts";
import { measurePlan } from "./measuring/plan.ts";
import { productEnv } from "./measuring/product.ts";
import { measureRegistry, type RegistryFigure } from "./measuring/registry.ts";
import { measureReminders } from "./measuring/reminders.ts";
import {
  type MeasuredMoney,
  type MeasuredRegistry,
  type MeasuredSet,
  report,
  reportAnnexes,
  reportFeeds,
  reportMoney,
  reportMonths,
  reportOfReports,
  reportPlans,
  reportRegistry,
  reportReminders,
} from "./measuring/report.ts";
import { measureReportDraft } from "./measuring/report-draft.ts";

// npm run bench [-- --quick] [-- --projects 10,1000] [-- --participants 2000,20000] [-- --money 20,1000]
// [-- --report 50,500] [-- --months 200,1000] [-- --feed 100,1000] [-- --reminders 10000] [-- --annex 500]
// [-- --plan 500]
// [-- --keep FOLDER] [-- --built]:
// measures the built product on loopback. Sets are made in a folder of their own, with --keep they stay there for the
// next time; what is measured writes, so each time a copy of them is. --built measures what was built before. An empty
// list leaves its part out.

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    projects: { type: "string", default: "10,1000" },
    participants: { type: "string", default: "2000,20000" },
    money: { type: "string", default: "20,1000" },
    report: { type: "string", default: "50,500" },
    months: { type: "string", default: "200,1000" },
    reminders: { type: "string", default: "10000" },
    feed: { type: "string", default: "100,1000" },
    annex: { type: "string", default: "500" },
    plan: { type: "string", default: "500" },
    keep: { type: "string" },
    built: { type: "boolean", default: false },
  },
});
const sizes = sizesOf(values.projects, 10);
const registries = sizesOf(values.participants, 1_000);
const budgets = sizesOf(values.money, 10);
const halfYears = sizesOf(values.report, 10);
const portfolios = sizesOf(values.months, 10);
const feeds = sizesOf(values.feed, 10);
const mornings = sizesOf(values.reminders, 100);
const annexes = sizesOf(values.annex, 100);
const plans = sizesOf(values.plan, 100);
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
const given = process.argv.slice(2).map((word) => word || '""');
const command = ["npm run bench --", ...given].join(" ");
try {
  if (sizes.length > 0) await measureProjects();
  if (registries.length > 0) await measureRegistries();
  if (budgets.length > 0) await measureBudgets();
  if (halfYears.length > 0) await measureReports();
  if (portfolios.length > 0) await measureClosings();
  if (feeds.length > 0) await measureFeeds();
  if (mornings.length > 0) await measureMornings();
  if (annexes.length > 0) await measureAnnexes();
  if (plans.length > 0) await measurePlans();
} finally {
  if (values.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function measureProjects(): Promise<void> {
  const sets: MeasuredSet[] = [];
  for (const projects of sizes) {
    const set = await filledSet({ projects, participants: 0 });
    console.error(`measuring ${projects} projects`);
    const isLargest = projects === sizes.at(-1);
    const figures = await onCopy(set, (dataDir) =>
      measureSet({ dataDir, today, effort }, pages, isLargest),
    );
    sets.push({ projects, figures });
  }
  const durability = await onCopy(join(folder, String(sizes[0])), (dataDir) =>
    traceDurability(dataDir, today),
  );
  console.log(report(sets, durability, command));
}

async function measureRegistries(): Promise<void> {
  const sets: MeasuredRegistry[] = [];
  for (const participants of registries) {
    const projects = participants / PEOPLE_OF_A_PROJECT;
    const set = await filledSet({ projects, participants });
    console.error(`measuring ${participants} participants`);
    const figures = await onCopy(set, (dataDir) => measureRegistry({ dataDir, today }));
    sets.push({ participants, projects, figures });
  }
  console.log(reportRegistry(sets, command));
}

async function measureBudgets(): Promise<void> {
  const sets: MeasuredMoney[] = [];
  for (const projects of budgets) {
    const set = await filledSet({ projects, participants: 0, hasMoney: true });
    console.error(`measuring money of ${projects} projects`);
    sets.push({ projects, figures: await onCopy(set, measureMoney) });
  }
  console.log(reportMoney(sets, command));
}

async function measureReports(): Promise<void> {
  const figures: RegistryFigure[] = [];
  const set = await filledSet({ projects: 10, participants: 0 });
  for (const entries of halfYears) {
    console.error(`measuring the report of a half-year of ${entries} entries`);
    const half = { entries, today, at: systemClock().now() };
    figures.push(await onCopy(set, (dataDir) => measureReportDraft(dataDir, half)));
  }
  console.log(reportOfReports(figures, command));
}

async function measureClosings(): Promise<void> {
  for (const projects of portfolios) {
    const set = await filledSet({ projects, participants: 0 });
    console.error(`measuring the month of ${projects} projects`);
    const figures = await onCopy(set, (dataDir) => measureMonths(dataDir, today));
    console.log(reportMonths(projects, figures, command));
  }
}

async function measureFeeds(): Promise<void> {
  const set = await filledSet({ projects: 200, participants: 0 });
  const figures: RegistryFigure[] = [];
  for (const entries of feeds) {
    console.error(`measuring a calendar of ${entries} entries`);
    const wanted = { entries, today, at: systemClock().now() };
    figures.push(...(await onCopy(set, (dataDir) => measureFeed(dataDir, wanted))));
  }
  console.log(reportFeeds(figures, command));
}

async function measureMornings(): Promise<void> {
  const set = await filledSet({ projects: 200, participants: 0 });
  const figures: RegistryFigure[] = [];
  for (const reminders of mornings) {
    console.error(`measuring a morning of ${reminders} reminders`);
    const wanted = { reminders, today, at: systemClock().now() };
    figures.push(...(await onCopy(set, (dataDir) => measureReminders(dataDir, wanted))));
  }
  console.log(reportReminders(figures, command));
}

async function measurePlans(): Promise<void> {
  const set = await filledSet({ projects: 10, participants: 0 });
  const figures: RegistryFigure[] = [];
  for (const cards of plans) {
    console.error(`measuring a plan of ${cards} cards`);
    const wanted = { cards, at: systemClock().now() };
    figures.push(...(await onCopy(set, (dataDir) => measurePlan(dataDir, wanted))));
  }
  console.log(reportPlans(figures, command));
}

async function measureAnnexes(): Promise<void> {
  const figures: RegistryFigure[] = [];
  for (const cards of annexes) {
    console.error(`measuring an annex of ${cards} cards`);
    figures.push(...(await measureAnnex(folder, cards)));
  }
  console.log(reportAnnexes(figures, command));
}

/** Whole hundreds, so that each project has as many people. */
function sizesOf(list: string, least: number): number[] {
  const wanted = list.split(",").filter(Boolean).map(Number);
  if (wanted.every((size) => Number.isInteger(size / least) && size >= least)) return wanted;
  console.error(
    "usage: npm run bench -- [--quick] [--projects 10,1000] [--participants 2000,20000] [--money 20,1000] [--report 50,500] [--months 200,1000] [--feed 100,1000] [--reminders 10000] [--annex 500] [--plan 500] [--keep FOLDER] [--built]",
  );
  return process.exit(2);
}

/** So that a kept set is the same the next time: no log has grown, no line was edited, nothing came in already. */
async function onCopy<Figures>(
  set: string,
  measure: (dataDir: string) => Promise<Figures>,
): Promise<Figures> {
  const copy = join(folder, "measured");
  rmSync(copy, { recursive: true, force: true });
  cpSync(set, copy, { recursive: true });
  try {
    return await measure(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function filledSet(size: {
  projects: number;
  participants: number;
  hasMoney?: boolean;
}): Promise<string> {
  const { projects, participants, hasMoney = false } = size;
  const plain = participants === 0 ? String(projects) : `people-${participants}`;
  const name = hasMoney ? `money-${projects}` : plain;
  const dataDir = join(folder, name);
  const isKept = existsSync(join(dataDir, "osnova.db"));
  mkdirSync(dataDir, { recursive: true });
  const deps = openDeps(loadConfig(productEnv(dataDir)));
  try {
    await migrateToLatest(deps.db);
    if (isKept) return dataDir;
    const people = participants > 0 ? ` and ${participants} people` : "";
    console.error(`filling ${projects} projects${people}`);
    await fillDatabase(deps, projects);
    if (participants > 0) await fillPeople(deps, size);
    if (hasMoney) await fillMoney(deps, projects);
  } finally {
    await closeDeps(deps);
  }
  return dataDir;
}
