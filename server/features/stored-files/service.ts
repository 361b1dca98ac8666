import type { Database } from "../../../db/connection.ts";
import { findSetting, upsertSetting } from "../../../db/queries/settings.ts";
import {
  describeFiles,
  listFilesToBe,
  listNamedFiles,
  type NamedFile,
} from "../../../db/queries/stored-files.ts";
import type { Deps } from "../../deps.ts";
import { isStored, missingOf } from "../../files.ts";

const SETTING = "lost-files";
/** More of them are one fault, of the disk and not of a file. */
const MOST_KEPT = 500;

/** Files that rows name and the disk does not have, as the last look found them. */
interface Finding {
  checkedAt: string | null;
  files: string[];
}

async function readFinding(db: Database): Promise<Finding> {
  const kept = await findSetting(db, SETTING);
  return kept === undefined ? { checkedAt: null, files: [] } : (JSON.parse(kept) as Finding);
}

/** Looks for every file that should be there; what has come back is forgotten. Gives how many are missing. */
export async function checkStoredFiles({
  db,
  clock,
  config,
}: Pick<Deps, "db" | "clock" | "config">): Promise<number> {
  const missing = await missingOf(config.dataDir, await listFilesToBe(db));
  // A row may have let go of its file between the two looks.
  const lost = missing.length === 0 ? [] : await stillNamed(db, missing);
  const at = clock.now();
  const finding: Finding = { checkedAt: at, files: lost.slice(0, MOST_KEPT) };
  await upsertSetting(db, { key: SETTING, value: JSON.stringify(finding), at });
  return lost.length;
}

async function stillNamed(db: Database, missing: readonly string[]): Promise<string[]> {
  const named = new Set(await listFilesToBe(db));
  return missing.filter((file) => named.has(file));
}

/** Puts down a file that somebody asked for in vain, for administrators; the answer does not wait on it. */
export async function noteLostFile(
  { db, clock, log }: Pick<Deps, "db" | "clock" | "log">,
  file: string,
): Promise<void> {
  log.error({ file }, "a stored file is not on the disk");
  try {
    const known = await readFinding(db);
    if (known.files.includes(file) || known.files.length >= MOST_KEPT) return;
    const value = JSON.stringify({ ...known, files: [...known.files, file] });
    await upsertSetting(db, { key: SETTING, value, at: clock.now() });
  } catch (err) {
    log.error({ err, file }, "a lost file could not be noted");
  }
}

/** How many are known to be missing and have not come back. */
export async function countLostFiles(deps: Pick<Deps, "db" | "config">): Promise<number> {
  return (await findLost(deps)).files.length;
}

export interface LostFiles {
  /** When all files were looked for the last time; null before the first look. */
  checkedAt: string | null;
  files: NamedFile[];
}

export async function listLostFiles(deps: Pick<Deps, "db" | "config">): Promise<LostFiles> {
  const { checkedAt, files } = await findLost(deps);
  return { checkedAt, files: files.length === 0 ? [] : await describeFiles(deps.db, files) };
}

async function findLost({ db, config }: Pick<Deps, "db" | "config">): Promise<Finding> {
  const { checkedAt, files } = await readFinding(db);
  const isBack = await Promise.all(files.map((file) => isStored(config.dataDir, file)));
  const missing = files.filter((_file, index) => !isBack[index]);
  if (missing.length === 0) return { checkedAt, files: missing };
  // Another may have come in its place since, or what named it is over.
  const named = await listNamedFiles(db, missing);
  return { checkedAt, files: missing.filter((file) => named.has(file)) };
}
