import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { ICruiseResult } from "dependency-cruiser";
import { expect, inject, test } from "vitest";
import { ROOT } from "./source-files.ts";

const run = promisify(execFile);
const PROGRAM = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
const CONFIG = join(ROOT, ".dependency-cruiser.cjs");

/** `rule: from → to` of each breach in the project at `home`, and how many modules were looked at. */
async function cruise(home: string): Promise<{ breaches: string[]; modules: number }> {
  const args = [PROGRAM, "--config", CONFIG, "--output-type", "json", "server", "db", "jobs"];
  const { stdout } = await run(process.execPath, args, { cwd: home, maxBuffer: 256 * 1024 ** 2 });
  const { summary } = JSON.parse(stdout) as ICruiseResult;
  const breaches = summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
  return { breaches, modules: summary.totalCruised };
}

test("the project keeps its rules of who may import whom, and is really looked at", async () => {
  const { breaches, modules } = await cruise(ROOT);
  // Without a compiler that it can use, dependency-cruiser sees no module at all and is content.
  expect(modules).toBeGreaterThan(100);
  expect(breaches).toEqual([]);
});

const PLANS = "server/features/plans";
const CARDS = "server/features/cards";

/** File → what it imports; each line is one breach, named by the rule that must find it. */
const PLANTED: [rule: string, file: string, imported: string][] = [
  ["no-cycles", "server/values/money.ts", "./percent.ts"],
  ["only-db-speaks-sql", `${PLANS}/presenter.ts`, "knex"],
  ["db-knows-nobody", "db/queries/cards.ts", "../../server/features/cards/service.ts"],
  ["seeds-use-services", "db/seeds/plans.ts", "../../server/features/plans/routes.ts"],
  ["rules-are-pure", `${PLANS}/rules.ts`, "../../../db/queries/plans.ts"],
  ["services-do-not-speak-http", `${PLANS}/service.ts`, "./routes.ts"],
  ["policy-does-not-speak-http", "server/access/permissions.ts", "express"],
  ["features-meet-at-service-and-rules", `${PLANS}/routes.ts`, "../cards/routes.ts"],
  ["entrances-are-not-imported", `${CARDS}/service.ts`, "../../../jobs/tick.ts"],
  ["no-tests-in-production", `${CARDS}/presenter.ts`, "../../../tests/factories.ts"],
  ["no-development-packages-in-production", "jobs/tick.ts", "fast-check"],
  ["imports-resolve", `${CARDS}/routes.ts`, "./missing.ts"],
];
const INNOCENT: [file: string, imported: string][] = [
  ["server/values/percent.ts", "./money.ts"],
  ["db/queries/plans.ts", "../../server/values/percent.ts"],
  ["server/main.ts", "../jobs/tick.ts"],
  ["tests/factories.ts", "../db/queries/plans.ts"],
];

test("each rule finds the breach of it that is planted, and nothing else", async () => {
  const home = mkdtempSync(join(inject("testRun").folder, "planted-"));
  for (const name of ["node_modules", "package.json", "tsconfig.json"]) {
    symlinkSync(join(ROOT, name), join(home, name));
  }
  for (const [file, imported] of [...PLANTED.map(([, ...plant]) => plant), ...INNOCENT] as const) {
    mkdirSync(dirname(join(home, file)), { recursive: true });
    writeFileSync(join(home, file), `import "${imported}";\nexport const it = 1;\n`);
  }
  const { breaches } = await cruise(home);
  const found = breaches.map((breach) => breach.split(" → ")[0]);
  expect(found.toSorted()).toEqual(PLANTED.map(([rule, file]) => `${rule}: ${file}`).toSorted());
});
