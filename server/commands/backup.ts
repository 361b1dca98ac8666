import { loadConfig } from "../config.ts";
import { makeBackup } from "../features/backups/service.ts";
import { openDeps } from "../open-deps.ts";

/** `npm run backup -- FILE`: everything in one archive, while the product is in use. */
const [file] = process.argv.slice(2);
if (!file) {
  console.error("usage: npm run backup -- FILE");
  process.exit(2);
}
try {
  const deps = openDeps(loadConfig());
  const manifest = await makeBackup(deps, file);
  await deps.db.destroy();
  const rows = Object.values(manifest.tables).reduce((sum, count) => sum + count, 0);
  console.log(`${file}: ${rows} rows in ${Object.keys(manifest.tables).length} tables`);
} catch (error) {
  console.error(`The backup was not made: ${(error as Error).message}`);
  process.exit(1);
}
