import { loadConfig } from "./config.ts";
import { reasonOf } from "./start-checks.ts";
import { startServer } from "./start-server.ts";

const config = (() => {
  try {
    return loadConfig();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
})();

await startServer(config).catch((error: unknown) => {
  process.stderr.write(`Osnova cannot start: ${reasonOf(error)}\n`);
  process.exit(1);
});
