import { startClockwork } from "../../jobs/clockwork.ts";
import { loadConfig } from "../config.ts";
import { closeDeps, openDeps } from "../open-deps.ts";

// The clockwork alone, beside instances that serve with JOBS=off: npm run jobs

const deps = openDeps(loadConfig());
const clockwork = await startClockwork(deps);
deps.log.info("jobs started");

const stop = async () => {
  await clockwork.stop();
  await closeDeps(deps);
  process.exit(0);
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
