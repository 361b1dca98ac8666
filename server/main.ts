import { loadConfig } from "./config.ts";
import { startServer } from "./start-server.ts";

const config = (() => {
  try {
    return loadConfig();
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
})();

await startServer(config).catch((error: Error) => {
  process.stderr.write(`Osnova cannot start: ${error.message}\n`);
  process.exit(1);
});
