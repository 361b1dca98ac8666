import { type Logger, pino } from "pino";
import type { Engine } from "../../db/connection.ts";
import { type Config, loadConfig } from "../../server/config.ts";
import type { Deps } from "../../server/deps.ts";
import { type FixedClock, fixedClock } from "./clock.ts";
import { openTestDatabase, type TestDatabase } from "./databases.ts";
import { type RecordingMailer, recordingMailer } from "./mailer.ts";

/** The day most tests happen on: a Monday morning in Prague. */
export const MONDAY = "2026-03-02T07:30:00Z";

export interface TestDeps extends Deps {
  clock: FixedClock;
  mailer: RecordingMailer;
  database: TestDatabase;
  /** Closes the database and removes it with its folder. */
  close(): Promise<void>;
}

export interface TestOptions {
  at?: string;
  config?: Partial<Config>;
  log?: Logger;
}

/** Everything that comes from outside, on a database of its own, at an instant that stands still. */
export async function openTestDeps(
  engine: Engine,
  { at = MONDAY, config = {}, log = pino({ level: "silent" }) }: TestOptions = {},
): Promise<TestDeps> {
  const database = await openTestDatabase(engine);
  return {
    database,
    db: database.db,
    clock: fixedClock(at),
    mailer: recordingMailer(),
    log,
    // However busy the machine is, an annex is read when its upload is answered.
    config: { ...testConfig(database), annexPatienceMs: 60_000, ...config },
    close: database.close,
  };
}

function testConfig({ url, folder }: TestDatabase): Config {
  return loadConfig({
    NODE_ENV: "test",
    DATABASE_URL: url,
    DATA_DIR: folder,
    SECRET_KEY: "only for tests, long enough for the rule",
    LOG_LEVEL: "silent",
  });
}
