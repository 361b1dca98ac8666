import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import {
  findFailedReadingFile,
  insertAnnexReading,
  orderReadingAgain,
} from "../../../../db/queries/annex-readings.ts";
import {
  findOpenPlanImport,
  findPlanImport,
  insertPlanImport,
  type PlanImport,
  updatePlanImportName,
} from "../../../../db/queries/plan-imports.ts";
import { lockPlan } from "../../../../db/queries/plans.ts";
import { isFaultOfFile } from "../../../annexes/faults.ts";
import { annexFormOf, faultAtSight } from "../../../annexes/forms.ts";
import { type Author, type Change, change } from "../../../change.ts";
import { InvalidInput } from "../../../errors.ts";
import { removeFile, storeFile } from "../../../files.ts";
import { cleanFileName } from "../../../values/file-name.ts";
import { letGo } from "../dropping/service.ts";
import type { PlanImportKey } from "../service.ts";
import { beginReading, type ReadingDeps } from "./running/service.ts";

export type GivenAnnex = { path: string; originalName: string } | { text: string; name: string };

export interface TakenAnnex {
  id: number;
  /** The same file had come before and its import is not over: it leads back there. */
  isKnown: boolean;
}

interface Kept {
  sha256: string;
  file: string;
  format: string | null;
  fileName: string;
}

const LOOKED_AT_EVERY_MS = 40;

/**
 * Takes an annex over and has it read beside the request; nothing is written into the plan yet. A small one
 * is read when this resolves, any other goes on being read.
 * @throws InvalidInput `file` or `text` when it is no annex and that was seen at once; then nothing is kept
 */
export async function readPlanImport(
  deps: ReadingDeps,
  author: Author,
  given: { planId: number; annex: GivenAnnex },
): Promise<TakenAnnex> {
  const { planId, annex } = given;
  const field = "path" in annex ? "file" : "text";
  const taken = await takeOver(deps, author, given);
  const found = await readInAMoment(deps, { planId, id: taken.id });
  // What is wrong with us is no reason to forget the file.
  const isRefused = found?.state === "unreadable" && isFaultOfFile(found.fault);
  if (taken.isKnown || (found && !isRefused)) return taken;
  await letGo(deps, taken.id);
  throw new InvalidInput({ [field]: found?.fault ?? "annexNotRead" });
}

/** Has an annex that could not be read tried once more. */
export async function readAgain(
  deps: ReadingDeps,
  author: Author,
  key: PlanImportKey,
): Promise<void> {
  await change(deps, author, async ({ trx, at }) => {
    await orderReadingAgain(trx, { importId: key.id, at });
  });
  await readInAMoment(deps, key);
}

/** When it resolves the file is kept and named by a row: whatever happens, it is read or its fault is told. */
async function takeOver(
  deps: ReadingDeps,
  author: Author,
  { planId, annex }: { planId: number; annex: GivenAnnex },
): Promise<TakenAnnex> {
  const bytes = "path" in annex ? await readFile(annex.path) : Buffer.from(annex.text);
  const fault = "path" in annex ? faultAtSight(annex.originalName, bytes.length) : undefined;
  if (fault) throw new InvalidInput({ file: fault });
  const { dataDir } = deps.config;
  const kept: Kept = {
    sha256: createHash("sha256").update(bytes).digest("hex"),
    file: await storeFile(dataDir, bytes),
    format: "path" in annex ? (annexFormOf(annex.originalName) ?? null) : null,
    fileName: "path" in annex ? cleanFileName(annex.originalName) : annex.name,
  };
  const { needless, ...taken } = await change(deps, author, (one) =>
    placeImport(one, planId, kept),
  );
  if (needless !== null) await removeFile(dataDir, needless);
  return taken;
}

/** Gives the file that no row names now: the one that came, or the one in whose place it was put. */
async function placeImport(
  one: Change,
  planId: number,
  kept: Kept,
): Promise<TakenAnnex & { needless: string | null }> {
  const { trx, at, by } = one;
  const { sha256, file, format, fileName } = kept;
  // Of two that bring the same at once the second waits, and finds it.
  await lockPlan(trx, planId);
  const open = await findOpenPlanImport(trx, { planId, sha256 });
  if (open) {
    const needless = await readFromThisOne(one, open.id, kept);
    return { id: open.id, isKnown: true, needless };
  }
  const id = await insertPlanImport(trx, { planId, fileName, sha256, at, userId: by });
  await insertAnnexReading(trx, { importId: id, file, format, at });
  return { id, isKnown: false, needless: null };
}

/** What could not be read is read from the file that came now: the earlier one may be lost, or misnamed. */
async function readFromThisOne(
  { trx, at }: Change,
  importId: number,
  { file, format, fileName }: Kept,
): Promise<string> {
  const earlier = await findFailedReadingFile(trx, importId);
  if (earlier === undefined) return file;
  if (!(await orderReadingAgain(trx, { importId, at, from: { file, format } }))) return file;
  await updatePlanImportName(trx, { id: importId, fileName });
  return earlier;
}

/** The import as far as it is after a moment; undefined when it was let go meanwhile. */
async function readInAMoment(
  deps: ReadingDeps,
  key: PlanImportKey,
): Promise<PlanImport | undefined> {
  beginReading(deps);
  let left = deps.config.annexPatienceMs;
  for (;;) {
    const found = await findPlanImport(deps.db, key);
    const isUnderWay = found?.state === "waiting" || found?.state === "reading";
    if (!isUnderWay || left <= 0) return found;
    await setTimeout(LOOKED_AT_EVERY_MS);
    left -= LOOKED_AT_EVERY_MS;
  }
}
