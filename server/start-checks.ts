import { accessSync, constants, mkdirSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { newestVersion, schemaVersion } from "../db/migrate.ts";
import { networkFileSystem, sqlitePlace } from "../db/network-folders.ts";
import { findDamage, isDamage, isDatabaseThere, wasStoppedUncleanly } from "../db/soundness.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { closeDeps } from "./open-deps.ts";

const DATABASE_ANSWERS_WITHIN_MS = 2_500;
const SILENT = "silent";

/** Before anything is opened: the folder can be written and is local, and no database is made by accident. */
export function checkPlaces(config: Config): void {
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    accessSync(config.dataDir, constants.W_OK);
  } catch (error) {
    throw new Error(`DATA_DIR ${config.dataDir} cannot be written: ${reasonOf(error)}`);
  }
  refuseNetworkFolder(config.databaseUrl);
  if (!isDatabaseThere(config.databaseUrl))
    throw new Error(`there is no database yet at ${config.databaseUrl}: run npm run db:migrate`);
}

/** SQLite on a file system of the network would lose what it has promised to keep. */
export function refuseNetworkFolder(databaseUrl: string): void {
  const place = sqlitePlace(databaseUrl);
  const refusal = place && networkRefusal(place);
  if (refusal !== undefined) throw new Error(refusal);
}

/** Why a SQLite database must not lie in the folder; undefined where it may. */
export function networkRefusal(place: { folder: string; type: number }): string | undefined {
  const name = networkFileSystem(place.type);
  if (name === undefined) return undefined;
  return `${place.folder} is on a network file system (${name}), where a SQLite database is not safe: put it on a local disk, or use PostgreSQL by DATABASE_URL`;
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
