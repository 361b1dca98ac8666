import { systemClock } from "../clock.ts";
import { loadConfig } from "../config.ts";
import { restoreBackup } from "../features/backups/restoring.ts";

/** `npm run restore -- FILE [--replace]`: checks first, then puts the archive in place whole. */
const words = process.argv.slice(2);
const file = words.find((word) => !word.startsWith("--"));
if (!file) {
  console.error("usage: npm run restore -- FILE [--replace]");
  process.exit(2);
}
try {
  const config = loadConfig();
  const deps = { config, clock: systemClock(config.clockStart) };
  const manifest = await restoreBackup(deps, file, { replace: words.includes("--replace") });
  console.log(
    `Restored the backup of ${manifest.createdAt}. Everybody has to sign in again; unsent mail is held until an administrator releases it.`,
  );
} catch (error) {
  console.error(`Nothing was restored: ${(error as Error).message}`);
  process.exit(1);
}
