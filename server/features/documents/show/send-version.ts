import type { ReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import { findParticipantOf } from "../../../../db/queries/document-objects.ts";
import type { DocumentLine } from "../../../../db/queries/documents.ts";
import type { Deps } from "../../../deps.ts";
import { openStored } from "../../../files.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { openDocumentOf } from "../load-document.ts";
import { isProtected } from "../rules.ts";
import { findReadableVersion } from "../service.ts";

const NOTHING = "default-src 'none'; frame-ancestors 'none'";

// The viewers of PDF in browsers do not open in a sandbox. They run no script of ours and reach no page of ours.
const POLICIES: Record<string, string> = {
  "application/pdf":
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
};

/** A version as the file it is, to be saved or looked at; whoever opens a protected one is put down first. */
export async function sendVersion(
  deps: Pick<Deps, "db" | "clock" | "config">,
  req: Request,
  res: Response,
  { isPreview }: { isPreview: boolean },
): Promise<void> {
  const document = openDocumentOf(res);
  const id = idParam(req.params.versionId);
  const version = await findReadableVersion(deps.db, { documentId: document.id, id });
  const file = await openStored(deps.config.dataDir, version.file);
  if (isProtected(document)) await noteOpening(deps, req, res, document).catch(closing(file));
  res.attachment(version.originalName);
  if (isPreview)
    res.set(
      "Content-Disposition",
      String(res.get("Content-Disposition")).replace(/^attachment/, "inline"),
    );
  const policy = (isPreview && POLICIES[version.mediaType]) || `${NOTHING}; sandbox`;
  res.setHeader("Content-Type", version.mediaType);
  res.set({ "Content-Security-Policy": policy, "Content-Length": String(version.byteCount) });
  await pipeline(file, res);
}

/** What is not to be shown after all is not left open either. */
function closing(file: ReadStream): (error: unknown) => never {
  return (error) => {
    file.destroy();
    throw error;
  };
}

async function noteOpening(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
  { objectType, objectId }: DocumentLine,
): Promise<void> {
  if (req.method === "HEAD") return;
  const isOfPerson = objectType === "participation";
  const participantId = isOfPerson ? await findParticipantOf(deps.db, objectId) : undefined;
  await noteShown(deps, req, res, {
    action: "open-document",
    ...(participantId === undefined ? {} : { participantId }),
  });
}
