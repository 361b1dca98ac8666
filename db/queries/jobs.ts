import type { Database } from "../connection.ts";
import { databaseTime } from "../database-time.ts";

/** Takes or renews the lease of a job; undefined while another holds it. */
export async function acquireLease(
  db: Database,
  lease: { name: string; owner: string; seconds: number },
): Promise<number | undefined> {
  const until = databaseTime(db, lease.seconds);
  const [row] = await db("job_leases")
    .insert({ name: lease.name, owner: lease.owner, lease_until: until, fence: 1 })
    .onConflict("name")
    .merge({ owner: lease.owner, lease_until: until, fence: db.raw("job_leases.fence + 1") })
    .where((free) =>
      free
        .where("job_leases.lease_until", "<", databaseTime(db))
        .orWhere("job_leases.owner", lease.owner),
    )
    .returning("fence");
  return row?.fence;
}

/** Keeps it for longer; 0 when it was lost meanwhile. */
export async function renewLease(
  db: Database,
  lease: { name: string; owner: string; seconds: number },
): Promise<number> {
  return db("job_leases")
    .where({ name: lease.name, owner: lease.owner })
    .update({ lease_until: databaseTime(db, lease.seconds) });
}

export async function releaseLease(
  db: Database,
  lease: { name: string; owner: string },
): Promise<void> {
  await db("job_leases")
    .where({ name: lease.name, owner: lease.owner })
    .update({ lease_until: databaseTime(db, -1) });
}

export async function isRunFinished(
  db: Database,
  run: { name: string; periodKey: string },
): Promise<boolean> {
  const row = await db("job_runs")
    .where({ name: run.name, period_key: run.periodKey })
    .whereNotNull("finished_at")
    .first("id");
  return row !== undefined;
}

/** A run that was begun and never finished is begun again. */
export async function upsertRun(
  db: Database,
  run: { name: string; periodKey: string; at: string },
): Promise<void> {
  await db("job_runs")
    .insert({ name: run.name, period_key: run.periodKey, started_at: run.at })
    .onConflict(["name", "period_key"])
    .merge({ started_at: run.at });
}

export async function updateRunFinished(
  db: Database,
  run: { name: string; periodKey: string; at: string; result: string },
): Promise<void> {
  await db("job_runs")
    .where({ name: run.name, period_key: run.periodKey })
    .update({ finished_at: run.at, result: run.result });
}

/** When the job was last started before that instant, of the runs that are kept. */
export async function findLastStart(
  db: Database,
  run: { name: string; before: string },
): Promise<string | undefined> {
  const row = await db("job_runs")
    .where({ name: run.name })
    .where("started_at", "<", run.before)
    .orderBy("started_at", "desc")
    .first({ at: "started_at" });
  return row?.at;
}

export async function deleteRunsBefore(db: Database, instant: string): Promise<number> {
  return db("job_runs").where("started_at", "<", instant).delete();
}
