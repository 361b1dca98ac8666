import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import {
  acquireLease,
  isRunFinished,
  releaseLease,
  renewLease,
  updateRunFinished,
  upsertRun,
} from "../db/queries/jobs.ts";
import type { Deps } from "../server/deps.ts";

/** What a job is told of its run. */
export interface RunOfJob {
  /** Name of this process, unlike any other's. */
  owner: string;
  /** Whether the process was told to stop: a long job ends at the next good moment. */
  isStopping(): boolean;
}

export interface Job {
  name: string;
  /**
   * Key of the run that is due now (`2026-03-02`), or undefined when none is. Computed from the clock and
   * the database, never from the tick, so that a missed tick misses nothing. `each-tick` keeps no record:
   * such a job is safe beside itself and finds its own work.
   */
  dueKey: "each-tick" | ((deps: Deps) => string | undefined | Promise<string | undefined>);
  /** Does it and says in one line what was done. */
  run(deps: Deps, run: RunOfJob): Promise<string>;
}

const LEASE_SECONDS = 120;
const RENEW_EVERY_MS = 40_000;

export function ownerName(): string {
  return `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
}

/** Runs the job if it is due and nobody else is at it. The lease saves work; keys in the database keep it right. */
export async function runIfDue(deps: Deps, job: Job, run: RunOfJob): Promise<void> {
  const { db, clock, log } = deps;
  if (job.dueKey === "each-tick") {
    log.debug({ job: job.name, report: await job.run(deps, run) }, "job");
    return;
  }
  const periodKey = await job.dueKey(deps);
  if (periodKey === undefined) return;
  const { name } = job;
  if (await isRunFinished(db, { name, periodKey })) return;
  await underLease(deps, { name, owner: run.owner }, async () => {
    if (await isRunFinished(db, { name, periodKey })) return;
    await upsertRun(db, { name, periodKey, at: clock.now() });
    const result = await job.run(deps, run);
    if (run.isStopping()) return; // perhaps it ended half way: it is run again
    await updateRunFinished(db, { name, periodKey, at: clock.now(), result });
    log.info({ job: name, periodKey, result }, "job finished");
  });
}

/** Runs the job once now, whatever the timetable says; the run is kept among the others. */
export async function runByHand(deps: Deps, job: Job, run: RunOfJob): Promise<string> {
  const { db, clock } = deps;
  const at = clock.now();
  const key = { name: job.name, periodKey: `by hand ${at} ${run.owner}` };
  await upsertRun(db, { ...key, at });
  const result = await job.run(deps, run);
  await updateRunFinished(db, { ...key, at: clock.now(), result });
  return result;
}

async function underLease(
  { db, log }: Deps,
  lease: { name: string; owner: string },
  work: () => Promise<void>,
): Promise<void> {
  if ((await acquireLease(db, { ...lease, seconds: LEASE_SECONDS })) === undefined) return;
  const renewal = setInterval(() => {
    renewLease(db, { ...lease, seconds: LEASE_SECONDS }).catch((err: unknown) =>
      log.warn({ err, job: lease.name }, "lease not renewed"),
    );
  }, RENEW_EVERY_MS);
  try {
    await work();
  } finally {
    clearInterval(renewal);
    await releaseLease(db, lease);
  }
}
