import { pipeline } from "node:stream/promises";
import type { Request, Response } from "express";
import type { PreparedFile } from "../../db/queries/prepared-files.ts";
import type { Deps } from "../deps.ts";
import { openStored } from "../files.ts";
import type { Formats } from "../texts/formats.ts";
import type { Texts } from "../texts/index.ts";
import { askAgainSoon } from "./asking-again.ts";

const POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

export interface WaitingPage {
  title: string;
  /** Where to go back to. */
  back: { href: string; label: string };
  breadcrumbs?: { label: string; href?: string }[];
}

/**
 * The file when it is there, else a page that says how far it is and asks again by itself, without a
 * script too. The address stays the same: whoever may ask for it has been decided by its route.
 * @throws FileGone when it was made and is not on the disk any more
 */
export async function sendPrepared(
  { config }: Pick<Deps, "config">,
  req: Request,
  res: Response,
  prepared: PreparedFile,
  page: WaitingPage,
): Promise<void> {
  if (prepared.state !== "done" || prepared.file === null)
    return showWaiting(req, res, prepared, page);
  const file = await openStored(config.dataDir, prepared.file);
  res.attachment(prepared.fileName ?? "");
  res.setHeader("Content-Type", prepared.mediaType ?? "application/octet-stream");
  res.set({
    "Content-Security-Policy": POLICY,
    "Content-Length": String(prepared.byteCount),
    "Content-Digest": `sha-256=:${Buffer.from(prepared.sha256 ?? "", "hex").toString("base64")}:`,
  });
  await pipeline(file, res);
}

function showWaiting(
  req: Request,
  res: Response,
  prepared: PreparedFile,
  { title, back, breadcrumbs = [] }: WaitingPage,
): void {
  const hasFailed = prepared.state === "failed" || prepared.state === "done";
  if (hasFailed) res.status(503);
  else askAgainSoon(res);
  const model = presentWaiting(
    prepared,
    { hasFailed, title, back, again: req.originalUrl },
    res.locals,
  );
  const crumbs = [...breadcrumbs, { label: back.label, href: back.href }, { label: title }];
  res.locals.page("prepared-files/waiting", model, { title, breadcrumbs: crumbs });
}

function presentWaiting(
  { doneSteps, allSteps }: PreparedFile,
  page: { hasFailed: boolean; title: string; back: WaitingPage["back"]; again: string },
  { texts, formats }: { texts: Texts; formats: Formats },
) {
  const { preparedFiles: words } = texts;
  const isCounted = allSteps > 0;
  return {
    pageHeader: { title: page.title },
    lead: page.hasFailed ? words.failed : words.waiting,
    bar: page.hasFailed
      ? null
      : {
          percent: isCounted ? Math.floor((100 * doneSteps) / allSteps) : 0,
          label: isCounted
            ? words.steps(formats.number(doneSteps), formats.number(allSteps))
            : words.queued,
          name: words.progress,
        },
    hint: page.hasFailed ? null : words.hint,
    again: { href: page.again, label: page.hasFailed ? words.tryAgain : words.lookAgain },
    back: page.back,
  };
}
