import { type Request, type Response, Router } from "express";
import { allowAnyone } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { FileGone } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { noteLostFile } from "../../stored-files/service.ts";
import { readCertificate } from "../files/service.ts";
import { certificateNumber } from "../rules.ts";
import { sendPdf } from "../send-pdf.ts";
import { type OpenedLink, openCertificateLink } from "./service.ts";

/**
 * Where people without an account take over their certificate. Looking at the page names nobody and opens
 * nothing, since mail servers follow links before people do; the file comes by the button, and is put down.
 */
export function certificateLinkRoutes(deps: Deps): Router {
  const router = Router();
  const at = paths.certificateLink(":token");
  router.get(at, allowAnyone(), async (req, res) => {
    closeToOthers(res);
    const opened = await openCertificateLink(deps, String(req.params.token));
    if (opened.fate !== "open") return showDeadLink(res, opened.fate);
    const { texts, formats } = res.locals;
    const words = texts.certificates.link;
    const { until, certificate } = opened;
    const model = {
      title: words.title,
      sentences: [
        words.text(certificate.eventTitle, certificateNumber(certificate)),
        words.until(formats.date(until)),
      ],
      action: req.path,
      download: words.download,
      privacy: words.privacy,
    };
    res.locals.page("certificates/link", model, { title: words.title });
  });
  router.post(at, allowAnyone(), (req, res) => sendLinked(deps, req, res));
  return router;
}

async function sendLinked(deps: Deps, req: Request, res: Response): Promise<void> {
  closeToOthers(res);
  const opened = await openCertificateLink(deps, String(req.params.token));
  if (opened.fate !== "open") return showDeadLink(res, opened.fate);
  const { id, participantId, projectId, eventId, file, ...certificate } = opened.certificate;
  const bytes = await readCertificate(deps, { projectId, eventId }, { id, file }).catch(lostOnly);
  if (!bytes) {
    await noteLostFile(deps, file);
    return showDeadLink(res, "lost");
  }
  const shown = { action: "open-document", participantId, projectId, personCount: 1 } as const;
  await noteShown(deps, req, res, shown);
  const number = certificateNumber(certificate).replace("/", "-");
  sendPdf(res, res.locals.texts.certificates.file(number), bytes);
}

function lostOnly(error: unknown): undefined {
  if (!(error instanceof FileGone)) throw error;
  return undefined;
}

function closeToOthers(res: Response): void {
  res.set("Referrer-Policy", "no-referrer");
  res.set("X-Robots-Tag", "noindex, nofollow");
}

function showDeadLink(res: Response, fate: Exclude<OpenedLink["fate"], "open"> | "lost"): void {
  const { title, sentences } = res.locals.texts.certificates.link.dead[fate];
  res.status(fate === "unknown" ? 404 : 410);
  res.locals.page("certificates/link", { title, sentences, action: null }, { title });
}
