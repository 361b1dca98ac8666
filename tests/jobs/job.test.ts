import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startClockwork } from "../../jobs/clockwork.ts";
import { type Job, runByHand, runIfDue } from "../../jobs/job.ts";
import { engines } from "../support/databases.ts";
import { openTestDeps, type TestDeps } from "../support/deps.ts";
import { startProgram } from "../support/programs.ts";

describe.each(engines)("a job on %s", (engine) => {
  let deps: TestDeps;
  let runs: string[];
  let job: Job;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    runs = [];
    job = {
      name: "count",
      dueKey: ({ clock }) => clock.today(),
      run: async ({ clock }) => {
        runs.push(clock.today());
        return `${runs.length} counted`;
      },
    };
  });
  afterEach(() => deps.close());

  const process = (owner: string) => ({ owner, isStopping: () => false });

  test("runs once for a day, whoever asks and however often", async () => {
    for (const owner of ["one", "one", "other"]) await runIfDue(deps, job, process(owner));
    expect(runs).toEqual(["2026-03-02"]);
    deps.clock.advanceDays(1);
    await runIfDue(deps, job, process("other"));
    expect(runs).toEqual(["2026-03-02", "2026-03-03"]);
    expect(await deps.db("job_runs").orderBy("id").select("period_key", "result")).toEqual([
      { period_key: "2026-03-02", result: "1 counted" },
      { period_key: "2026-03-03", result: "2 counted" },
    ]);
  });

  test("two processes that tick together run it once", async () => {
    const slow = { ...job, run: async (all: typeof deps) => job.run(all, process("")) };
    const other = { ...deps, db: deps.database.connectAgain() };
    await Promise.all([
      runIfDue(deps, slow as Job, process("one")),
      runIfDue(other, slow as Job, process("other")),
    ]);
    expect(runs).toHaveLength(1);
  });

  test("one that failed is tried again and does not keep its lease", async () => {
    const failing = {
      ...job,
      run: async () => {
        throw new Error("disk full");
      },
    };
    await expect(runIfDue(deps, failing, process("one"))).rejects.toThrow("disk full");
    await runIfDue(deps, job, process("other"));
    expect(runs).toHaveLength(1);
  });

  test("while another holds the lease it waits; the lease of the dead runs out", async () => {
    const lease = { name: "count", owner: "dead", fence: 1 };
    await deps.db("job_leases").insert({ ...lease, lease_until: "2999-01-01T00:00:00.000Z" });
    await runIfDue(deps, job, process("one"));
    expect(runs).toEqual([]);
    await deps.db("job_leases").update({ lease_until: "2020-01-01T00:00:00.000Z" });
    await runIfDue(deps, job, process("one"));
    expect(runs).toHaveLength(1);
  });

  test("by hand it runs now, whatever has been run", async () => {
    await runIfDue(deps, job, process("one"));
    expect(await runByHand(deps, job, process("hand"))).toBe("2 counted");
  });

  test("the clockwork asks at once and stops when the running job has ended", async () => {
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const long: Job = {
      ...job,
      run: async (_deps, run) => {
        await waiting;
        runs.push(run.isStopping() ? "told to stop" : "not told");
        return "";
      },
    };
    const clockwork = await startClockwork(deps, [long, { ...job, name: "after" }]);
    const stopped = clockwork.stop();
    finish();
    await stopped;
    expect(runs).toEqual(["told to stop"]);
    const [lease] = await deps.db("job_leases").select("name", "lease_until");
    expect(lease.name).toBe("count");
    expect(Date.parse(lease.lease_until)).toBeLessThan(Date.now());
  });

  test("npm run job runs it from another process, and names the jobs when asked for an unknown one", async () => {
    const env = {
      NODE_ENV: "test",
      LOG_LEVEL: "silent",
      DATABASE_URL: deps.database.url,
      DATA_DIR: deps.database.folder,
    };
    const known = startProgram("server/commands/job.ts", { args: ["plan-reminders"], env });
    expect(await known.ended).toEqual({ code: 0, signal: null });
    expect(known.output()).toMatch(/^plan-reminders: 0 reminders in force, 0 digests made$/m);
    const unknown = startProgram("server/commands/job.ts", { args: ["nonsense"], env });
    expect(await unknown.ended).toEqual({ code: 2, signal: null });
    expect(unknown.output()).toContain("deliver-mail");
  });
});
