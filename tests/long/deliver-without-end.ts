import { setTimeout as pause } from "node:timers/promises";
import { deliverMailJob } from "../../jobs/deliver-mail.ts";
import { ownerName, runIfDue } from "../../jobs/job.ts";
import { loadConfig } from "../../server/config.ts";
import { openDeps } from "../../server/open-deps.ts";

// One instance that delivers as the clockwork does, only without waiting a minute between two rounds.

const BETWEEN_ROUNDS_MS = 20;

const deps = openDeps(loadConfig());
const run = { owner: ownerName(), isStopping: () => false };
process.stdout.write("ready\n");
while (true) {
  // As the clockwork: a job that fails is tried again at the next round.
  await runIfDue(deps, deliverMailJob, run).catch((err: unknown) => deps.log.error({ err }));
  await pause(BETWEEN_ROUNDS_MS);
}
