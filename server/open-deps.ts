import { openDatabase } from "../db/connection.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { withSecret } from "./kept-secret.ts";
import { openLog } from "./log.ts";
import { openMailer } from "./mail/open-mailer.ts";

/** Opens everything from outside as the configuration says: for the server and for commands. */
export function openDeps(given: Config): Deps {
  const config = withSecret(given);
  return {
    config,
    db: openDatabase({ url: config.databaseUrl, poolSize: config.databasePool }),
    clock: systemClock(config.clockStart),
    mailer: openMailer(config),
    log: openLog(config.logLevel),
  };
}

export async function closeDeps(deps: Deps): Promise<void> {
  deps.mailer.close();
  await deps.db.destroy();
}
