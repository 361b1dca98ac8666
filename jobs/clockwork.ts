import type { Deps } from "../server/deps.ts";
import { type Job, ownerName, runIfDue } from "./job.ts";
import { schedule } from "./schedule.ts";

export interface Clockwork {
  /** Begins nothing further and waits for what is running; its leases are given back. */
  stop(): Promise<void>;
}

/** Asks each job every minute whether it is due, the first time at once: a stop in between costs nothing. */
export async function startClockwork(deps: Deps, jobs: Job[] = schedule): Promise<Clockwork> {
  const { createTask, setLogger } = await import("node-cron");
  setLogger(quiet(deps));
  const state = { isStopping: false };
  const run = { owner: ownerName(), isStopping: () => state.isStopping };
  let ticking: Promise<void> | undefined;
  const tick = () => {
    ticking ??= tickOnce(deps, jobs, run).finally(() => {
      ticking = undefined;
    });
    return ticking;
  };
  const task = createTask("* * * * *", tick, { noOverlap: true, timezone: "Europe/Prague" });
  await task.start();
  void tick();
  return {
    async stop() {
      state.isStopping = true;
      await task.destroy();
      await ticking;
    },
  };
}

/** One after another; a job that fails is tried again at the next tick and does not hold up the others. */
async function tickOnce(
  deps: Deps,
  jobs: Job[],
  run: Parameters<typeof runIfDue>[2],
): Promise<void> {
  for (const job of jobs) {
    if (run.isStopping()) return;
    try {
      await runIfDue(deps, job, run);
    } catch (err) {
      deps.log.error({ err, job: job.name }, "job failed");
    }
  }
}

function quiet({ log }: Deps) {
  const say = (level: "debug" | "warn" | "error") => (message: unknown) =>
    log[level]({ from: "node-cron" }, String(message));
  return { info: say("debug"), debug: say("debug"), warn: say("warn"), error: say("error") };
}
