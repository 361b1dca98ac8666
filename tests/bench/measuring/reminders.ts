import { setTimeout as pause } from "node:timers/promises";
import type { Knex } from "knex";
import { openDatabase } from "../../../db/connection.ts";
import { insertRows } from "../../../db/queries/whole-tables.ts";
import { addDays, pragueInstant } from "../../../server/values/calendar-date.ts";
import { addMilliseconds } from "../../../server/values/instant.ts";
import { nextWorkingDay } from "../../../server/values/working-days.ts";
import { latencies } from "./load.ts";
import { serveProduct, signIn } from "./product.ts";
import type { RegistryFigure } from "./registry.ts";

const PAGE = "/projects/1";
const LONGEST_SECONDS = 180;
const ALONE = 100;

/**
 * So many reminders that come on one morning, planned by the jobs of the serving process itself, and what
 * another page takes before it and meanwhile.
 */
export async function measureReminders(
  dataDir: string,
  wanted: { reminders: number; today: string; at: string },
): Promise<RegistryFigure[]> {
  const day = nextWorkingDay(addDays(wanted.today, 1));
  const db = openDatabase({ url: `sqlite:${dataDir}/osnova.db` });
  try {
    await fillMilestones(db, { ...wanted, day });
    const pages = await pagesWhilePlanning(dataDir, db, day);
    const { seconds, digests } = await planning(db);
    const planned = await db("reminder_occurrences")
      .where({ anchor_on: addDays(day, 7) })
      .count();
    const rows = Number(Object.values(planned[0] ?? {})[0]);
    if (rows < wanted.reminders) throw new Error(`${rows} reminders were planned`);
    return [
      figure(`${wanted.reminders} reminders planned, ${digests} digests made`, seconds, "s", 10),
      figure("overview of a project before", pages.before, "ms", 10),
      figure("overview of a project meanwhile, 95 of 100", pages.meanwhile, "ms", 50),
      figure("longest a page waited meanwhile", pages.longest, "ms", 1_000),
    ];
  } finally {
    await db.destroy();
  }
}

function figure(
  name: string,
  value: number,
  unit: RegistryFigure["unit"],
  goal: number,
): RegistryFigure {
  return { name, value, unit, goal, isFixed: false };
}

/** Each due a week after that morning, so that all of them take their step on it. */
async function fillMilestones(
  db: Knex,
  { reminders, day, at }: { reminders: number; day: string; at: string },
): Promise<void> {
  const owners: { project_id: number; user_id: number }[] = await db("memberships")
    .orderBy(["project_id", "user_id"])
    .select("project_id", "user_id");
  const due = addDays(day, 7);
  const rows = Array.from({ length: reminders }, (_, n) => {
    const owner = owners[n % owners.length];
    return {
      ...{ project_id: owner?.project_id ?? 1, owner_user_id: owner?.user_id ?? 1 },
      ...{ kind: "task", title: `Úkol ${n}`, due_on: due, shifted_on: due, remind_on: due },
      ...{ baseline_due_on: due, created_at: at },
    };
  });
  for (let n = 0; n < rows.length; n += 500)
    await db.transaction((trx) => insertRows(trx, "milestones", rows.slice(n, n + 500)));
}

/** Its clock begins just before the digests of the morning, which no production lets it do. */
async function pagesWhilePlanning(dataDir: string, db: Knex, day: string) {
  const start = addMilliseconds(pragueInstant(day, "07:30"), -60_000);
  const product = await serveProduct(dataDir, [], {
    ...{ NODE_ENV: "development", JOBS: "on", CLOCK_START: start },
  });
  try {
    const { cookie } = await signIn(`http://127.0.0.1:${product.port}`);
    const asked = { port: product.port, path: PAGE, headers: { cookie } };
    const before = (await latencies(asked, ALONE)).p50;
    const times: number[] = [];
    const began = performance.now();
    while (!(await isFinished(db))) {
      if (performance.now() - began > LONGEST_SECONDS * 1_000) throw new Error("nothing planned");
      const sent = performance.now();
      await (
        await fetch(`http://127.0.0.1:${product.port}${PAGE}`, { headers: { cookie } })
      ).text();
      if (await isRunning(db)) times.push(performance.now() - sent);
      await pause(20);
    }
    times.sort((a, b) => a - b);
    return {
      before,
      meanwhile: times[Math.floor(times.length * 0.95)] ?? 0,
      longest: times.at(-1) ?? 0,
    };
  } finally {
    await product.stop();
  }
}

const runs = (db: Knex) => db("job_runs").where({ name: "plan-reminders" });

async function isFinished(db: Knex): Promise<boolean> {
  return (await runs(db).whereNotNull("finished_at").first("id")) !== undefined;
}

async function isRunning(db: Knex): Promise<boolean> {
  return (await runs(db).first("id")) !== undefined;
}

async function planning(db: Knex): Promise<{ seconds: number; digests: number }> {
  const run = await runs(db).first("started_at", "finished_at");
  const milliseconds = Date.parse(run.finished_at) - Date.parse(run.started_at);
  const digests = await db("outgoing_mails").where({ kind: "digest" }).count({ count: "*" });
  return { seconds: milliseconds / 1_000, digests: Number(digests[0]?.count) };
}
