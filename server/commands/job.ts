import { ownerName, runByHand } from "../../jobs/job.ts";
import { findJob, schedule } from "../../jobs/schedule.ts";
import { loadConfig } from "../config.ts";
import { closeDeps, openDeps } from "../open-deps.ts";

// Runs one job once now, also beside a running server: npm run job -- <name>

const [name = ""] = process.argv.slice(2);
const job = findJob(name);
if (!job) {
  const names = schedule.map((each) => `  ${each.name}\n`).join("");
  process.stderr.write(`Usage: npm run job -- <name>, where the name is one of\n${names}`);
  process.exit(2);
}

const deps = openDeps(loadConfig());
const run = { owner: ownerName(), isStopping: () => false };
await runByHand(deps, job, run)
  .then((report) => process.stdout.write(`${job.name}: ${report}\n`))
  .catch((error: Error) => {
    process.stderr.write(`${job.name} failed: ${error.message}\n`);
    process.exitCode = 1;
  })
  .finally(() => closeDeps(deps));
