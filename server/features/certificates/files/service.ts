import { createHash } from "node:crypto";
import {
  clearCertificateFiles,
  type DrawnCertificate,
  listUndrawn,
  updateCertificateFile,
} from "../../../../db/queries/certificate-files.ts";
import { listStandingFiles } from "../../../../db/queries/certificates.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import type { Change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { removeFile, storeFile } from "../../../files.ts";
import { tellOfCertificate } from "../../event-messages/thanks/service.ts";
import { occasionOf } from "../drawing/occasion.ts";
import { paperOf } from "../drawing/paper.ts";
import { drawPapers, joinPapers } from "../drawing/service.ts";
import type { EventKey } from "../service.ts";
import { readOrRedraw } from "./redrawing.ts";

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
  const occasion = await occasionOf(deps, { projectId, eventId });
  const { event } = occasion;
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
  { id, registrationId }: DrawnCertificate,
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

/** All that stand in one file; undefined where there is none. @throws FileGone when one is lost for good */
export async function joinCertificates(
  deps: Drawing,
  key: EventKey,
): Promise<{ bytes: Buffer; count: number } | undefined> {
  const stored = await listStandingFiles(deps.db, key.eventId);
  if (stored.length === 0) return undefined;
  const files = await readOrRedraw(deps, key, stored);
  return { bytes: await joinPapers(files), count: files.length };
}

/** The stored file of one certificate, a replaced one too. @throws FileGone when it is lost for good */
export async function readCertificate(
  deps: Drawing,
  key: EventKey,
  certificate: { id: number; file: string },
): Promise<Buffer> {
  const [bytes] = await readOrRedraw(deps, key, [certificate]);
  return bytes as Buffer;
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
