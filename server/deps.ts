import type { Logger } from "pino";
import type { Connection } from "../db/connection.ts";
import type { Clock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Mailer } from "./mail/mailer.ts";

/** Everything that comes from outside. Functions take only the pieces they use. */
export interface Deps {
  db: Connection;
  clock: Clock;
  mailer: Mailer;
  log: Logger;
  config: Config;
}
