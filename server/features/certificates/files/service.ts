import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  clearCertificateFiles,
  findCertifiedProject,
  listUndrawn,
  type UndrawnCertificate,
  updateCertificateFile,
} from "../../../../db/queries/certificate-files.ts";
import { listStandingFiles } from "../../../../db/queries/certificates.ts";
import { listLecturers } from "../../../../db/queries/event-people.ts";
import { listSessions } from "../../../../db/queries/event-sessions.ts";
import { type EventRecord, findEvent } from "../../../../db/queries/events.ts";
import type { Change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { pathOfFile, removeFile, storeFile } from "../../../files.ts";
import { findAppearance } from "../../appearance/service.ts";
import { tellOfCertificate } from "../../event-messages/automatic/service.ts";
import { paperOf } from "../drawing/paper.ts";
import { drawPapers, joinPapers } from "../drawing/service.ts";
import type { EventKey } from "../service.ts";

type Drawing = Pick<Deps, "db" | "clock" | "config" | "log">;

/**
 * Draws the files of certificates that have none yet, and stores them for good. A failure is logged and
 * leaves them to be drawn again; their numbers stand.
 * @returns how many are still without a file
 */
export async function drawMissing(
  deps: Drawing,
  { projectId, eventId }: EventKey,
): Promise<number> {
  const undrawn = await listUndrawn(deps.db, eventId);
  if (undrawn.length === 0) return 0;
  const event = await findEvent(deps.db, { projectId, eventId });
  const project = await findCertifiedProject(deps.db, projectId);
  if (!event || !project) throw new NotFound("event");
  const occasion = {
    event,
    project,
    sessions: await listSessions(deps.db, eventId),
    lecturers: await listLecturers(deps.db, eventId),
    authority: (await findAppearance(deps)).name,
  };
  try {
    const files = await drawPapers(
      deps,
      undrawn.map((certificate) => paperOf(certificate, occasion)),
    );
    for (const [index, one] of undrawn.entries()) await keepFile(deps, event, one, files[index]);
    return 0;
  } catch (error) {
    deps.log.error({ err: error, eventId }, "certificates could not be drawn");
    return undrawn.length;
  }
}

/** Whose it is learns of it in the same moment, so that nobody is told of a file that is not there. */
async function keepFile(
  { db, clock, config }: Drawing,
  event: EventRecord,
  { id, registrationId }: UndrawnCertificate,
  bytes: Buffer | undefined,
): Promise<void> {
  if (!bytes) throw new Error("a certificate is missing from what was drawn");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = await storeFile(config.dataDir, bytes);
  const isKept = await db.transaction(async (trx) => {
    const kept = await updateCertificateFile(trx, { id, file, sha256 });
    if (kept) await tellOfCertificate({ trx, at: clock.now() }, event, { id, registrationId });
    return kept;
  });
  if (!isKept) await removeFile(config.dataDir, file);
}

/** The stored file of one certificate, a replaced one too. */
export async function readCertificate(
  { config }: Pick<Deps, "config">,
  file: string,
): Promise<Buffer> {
  return readFile(pathOfFile(config.dataDir, file));
}

/** All that stand in one file; undefined where there is none. */
export async function joinCertificates(
  { db, config }: Pick<Deps, "db" | "config">,
  eventId: number,
): Promise<{ bytes: Buffer; count: number } | undefined> {
  const stored = await listStandingFiles(db, eventId);
  if (stored.length === 0) return undefined;
  const files = await Promise.all(
    stored.map(({ file }) => readFile(pathOfFile(config.dataDir, file))),
  );
  return { bytes: await joinPapers(files), count: files.length };
}

/**
 * For whoever anonymises somebody, within that change: certificates keep their numbers and let go of their
 * files, whose names are given back to be removed from the disk after the commit.
 */
export async function dropCertificateFiles(
  { trx, at }: Pick<Change, "trx" | "at">,
  participantIds: readonly number[],
): Promise<string[]> {
  return clearCertificateFiles(trx, { participantIds, at });
}
