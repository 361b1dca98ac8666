import { createHash } from "node:crypto";
import { listDrawn, renameCertificateFile } from "../../../../db/queries/certificate-files.ts";
import type { Deps } from "../../../deps.ts";
import { FileGone } from "../../../errors.ts";
import { readStored, removeFile, storeFile } from "../../../files.ts";
import { occasionOf } from "../drawing/occasion.ts";
import { paperOf } from "../drawing/paper.ts";
import { drawPapers } from "../drawing/service.ts";
import type { EventKey } from "../service.ts";

type Drawing = Pick<Deps, "db" | "clock" | "config" | "log">;

interface Stored {
  id: number;
  file: string;
}

/**
 * The files of these certificates, in their order. One that is not on the disk is drawn again from the same
 * facts, and comes back only when it is the same to the byte: what was handed out stays what it was.
 * @throws FileGone when one is lost for good
 */
export async function readOrRedraw(
  deps: Drawing,
  key: EventKey,
  certificates: readonly Stored[],
): Promise<Buffer[]> {
  const { dataDir } = deps.config;
  const found = await Promise.all(
    certificates.map(({ file }) => readStored(dataDir, file).catch(lostOnly)),
  );
  const lost = certificates.filter((_one, index) => !found[index]);
  const redrawn = lost.length === 0 ? new Map() : await redraw(deps, key, lost);
  return certificates.map(({ id, file }, index) => {
    const bytes = found[index] ?? redrawn.get(id);
    if (!bytes) throw new FileGone(file);
    return bytes;
  });
}

function lostOnly(error: unknown): undefined {
  if (!(error instanceof FileGone)) throw error;
  return undefined;
}

async function redraw(
  deps: Drawing,
  key: EventKey,
  lost: readonly Stored[],
): Promise<Map<number, Buffer>> {
  const same = new Map<number, Buffer>();
  const ids = lost.map(({ id }) => id);
  const facts = await listDrawn(deps.db, { eventId: key.eventId, ids });
  try {
    const occasion = await occasionOf(deps, key);
    const files = await drawPapers(
      deps,
      facts.map((one) => paperOf(one, occasion)),
    );
    for (const [index, { id, file, sha256 }] of facts.entries()) {
      const bytes = files[index];
      if (!bytes || createHash("sha256").update(bytes).digest("hex") !== sha256) continue;
      await keepAgain(deps, { id, from: file }, bytes);
      same.set(id, bytes);
    }
  } catch (error) {
    deps.log.error({ err: error, eventId: key.eventId }, "certificates could not be drawn again");
  }
  return same;
}

async function keepAgain(
  { db, config }: Drawing,
  lost: { id: number; from: string },
  bytes: Buffer,
): Promise<void> {
  const to = await storeFile(config.dataDir, bytes);
  if (!(await renameCertificateFile(db, { ...lost, to }))) await removeFile(config.dataDir, to);
}
