import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  type AnnexReading,
  claimAnnexReading,
  deleteReadingDone,
  updateReadingFailed,
} from "../../../../../db/queries/annex-readings.ts";
import { replacePlanImportCards } from "../../../../../db/queries/plan-import-cards.ts";
import {
  listDeclinedRepairs,
  updatePlanImportReading,
} from "../../../../../db/queries/plan-imports.ts";
import { UnreadableAnnex } from "../../../../annexes/faults.ts";
import type { AnnexSource } from "../../../../annexes/reading.ts";
import { change, system } from "../../../../change.ts";
import type { Deps } from "../../../../deps.ts";
import { FileGone } from "../../../../errors.ts";
import { isStored, pathOfFile, removeFile } from "../../../../files.ts";
import { lifecycle } from "../../../../lifecycle.ts";
import { turnsOf } from "../../../../values/turns.ts";
import { noteLostFile } from "../../../stored-files/service.ts";
import type { RecognisedCard, Recognition } from "../../recognition/rules.ts";
import { type EarlierSaying, saysTheSame } from "../../rules.ts";
import { earlierSayings, newRow, readingColumns, recognise } from "../../service.ts";

export type ReadingDeps = Pick<Deps, "db" | "clock" | "config" | "log">;

/** Longer than a reading may take with those it waits for. */
const LEASE_SECONDS = 60;
/** An annex that ends the process each time would otherwise be begun for ever. */
const MOST_ATTEMPTS = 3;
const OUR_FAULT = "annexNotRead";
const turns = turnsOf(2);

/** Nobody waits for it; what is not done here is done by the job of the next minute, or by whoever asks. */
export function beginReading(deps: ReadingDeps): void {
  if (turns.waiting() > 0) return;
  readDueAnnexes(deps, () => lifecycle.isStopping).catch((err) =>
    deps.log.error({ err }, "reading annexes failed"),
  );
}

/** Reads whatever annex waits. Safe beside itself, in this process and in others. */
export async function readDueAnnexes(
  deps: ReadingDeps,
  isStopping = () => false,
): Promise<{ read: number; unread: number }> {
  const done = { read: 0, unread: 0 };
  return turns.take(async () => {
    while (!isStopping()) {
      const owner = randomUUID();
      const lease = { owner, seconds: LEASE_SECONDS };
      const reading = await deps.db.transaction((trx) => claimAnnexReading(trx, lease));
      if (!reading) break;
      if (await read(deps, reading, owner)) done.read += 1;
      else done.unread += 1;
    }
    return done;
  });
}

async function read(deps: ReadingDeps, reading: AnnexReading, owner: string): Promise<boolean> {
  const { db, config, log } = deps;
  const key = { id: reading.id, owner };
  try {
    // Whoever read it the last time did not live to tell.
    if (reading.attempts > MOST_ATTEMPTS) throw new Error("each attempt ended its process");
    const declined = await listDeclinedRepairs(db, reading.planId);
    const recognition = await recognise(db, await sourceOf(deps, reading), declined);
    if (!(await keep(deps, reading, owner, { recognition, declined }))) return false;
    await removeFile(config.dataDir, reading.file);
    return true;
  } catch (err) {
    if (!(err instanceof UnreadableAnnex))
      log.error({ err, importId: reading.importId }, "an annex could not be read");
    const fault = faultOf(err);
    const isGivenUp = fault !== OUR_FAULT || reading.attempts >= MOST_ATTEMPTS;
    const isMine = await updateReadingFailed(db, key, { fault, isGivenUp });
    // A file goes also with the annex that was dropped or read by another meanwhile.
    if (isMine && err instanceof FileGone) await noteLostFile(deps, err.file);
    return false;
  }
}

/** What the next attempt would change nothing about, or that it is ours. */
function faultOf(error: unknown): string {
  if (error instanceof UnreadableAnnex) return error.fault;
  return error instanceof FileGone ? "annexGone" : OUR_FAULT;
}

/**
 * A text that was pasted is taken as it is, whatever a file that begins so would be.
 * @throws FileGone
 */
async function sourceOf(
  { config }: Pick<Deps, "config">,
  { file, format }: AnnexReading,
): Promise<AnnexSource> {
  if (!(await isStored(config.dataDir, file))) throw new FileGone(file);
  const path = pathOfFile(config.dataDir, file);
  if (format === null) return { text: await readFile(path, "utf8") };
  return { path, name: `annex.${format}` };
}

/** False when another has read it meanwhile, or the import was dropped. */
function keep(
  deps: ReadingDeps,
  { id, importId, planId }: AnnexReading,
  owner: string,
  { recognition, declined }: { recognition: Recognition; declined: readonly string[] },
): Promise<boolean> {
  return change(deps, system, async ({ trx }) => {
    if (!(await deleteReadingDone(trx, { id, owner }))) return false;
    const columns = readingColumns(recognition, declined);
    await updatePlanImportReading(trx, { id: importId, since: "[]", ...columns });
    const earlier = await earlierSayings(trx, planId);
    const rows = recognition.cards.map((card) => newRow(card, isSkippedAgain(card, earlier)));
    await replacePlanImportCards(trx, importId, rows);
    return true;
  });
}

/** A card that was left out the last time is left out again as long as it says the same. */
function isSkippedAgain(
  { content }: RecognisedCard,
  earlier: ReadonlyMap<string, EarlierSaying[]>,
): boolean {
  const same = earlier.get(content.number)?.find((one) => saysTheSame(one.content, content));
  return same?.isSkipped === true;
}
