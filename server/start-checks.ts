import { accessSync, constants, mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { newestVersion, schemaVersion } from "../db/migrate.ts";
import { findDamage, isDamage, isDatabaseThere, wasStoppedUncleanly } from "../db/soundness.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { closeDeps } from "./open-deps.ts";

const DATABASE_ANSWERS_WITHIN_MS = 2_500;
const SILENT = "silent";

/** Before anything is opened: the folder can be written and the database is not to be made by accident. */
export function checkPlaces(config: Config): void {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    accessSync(config.dataDir, constants.W_OK);
  } catch (error) {
    throw new Error(`DATA_DIR ${config.dataDir} cannot be written: ${reasonOf(error)}`);
  }
  if (!isDatabaseThere(config.databaseUrl))
    throw new Error(`there is no database yet at ${config.databaseUrl}: run npm run db:migrate`);
}

/** Opens by `open` and looks whether the database is sound and of this version. One clear line otherwise. */
export async function checkDatabase(config: Config, open: () => Deps): Promise<Deps> {
  const isUnclean = wasStoppedUncleanly(config.databaseUrl);
  const deps = open();
  try {
    if (isUnclean) await refuseDamage(deps);
    await refuseOtherSchema(deps);
    return deps;
  } catch (error) {
    await closeDeps(deps);
    throw isDamage(error) ? damaged(reasonOf(error)) : error;
  }
}

async function refuseDamage({ db }: Deps): Promise<void> {
  const damage = await findDamage(db);
  if (damage) throw damaged(damage);
}

async function refuseOtherSchema({ db }: Deps): Promise<void> {
  const silence = pause(DATABASE_ANSWERS_WITHIN_MS, SILENT, { ref: false });
  const version = await Promise.race([schemaVersion(db), silence]);
  if (version === SILENT) throw new Error("the database does not answer");
  if (version !== newestVersion())
    throw new Error(
      `the database has schema ${version ?? "none"}, this version needs ${newestVersion()}: run npm run db:migrate`,
    );
}

function damaged(what: string): Error {
  return new Error(
    `the database is damaged (${what}): put back a backup by npm run restore -- FILE --replace`,
  );
}

/** A failed connection to several addresses has no message of its own. */
export function reasonOf(error: unknown): string {
  const { message, code } = error as { message?: string; code?: string };
  if (code === "EADDRINUSE") return "the port is taken: set PORT, or stop whatever listens there";
  return message?.split("\n")[0] || code || String(error);
}
