import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import multer from "multer";
import type { Config } from "../config.ts";
import { AppError } from "../errors.ts";

const LARGEST_PICTURE = 1_000_000;
export const LARGEST_IMPORT = 10_000_000;
const ABANDONED_AFTER_MS = 3_600_000;

const LIMITS = {
  files: 1,
  fields: 20,
  parts: 21,
  fieldSize: 20_000,
  fieldNameSize: 100,
  headerPairs: 50,
  fieldNestingDepth: 0,
};

/**
 * Receives the one file of a form into `DATA_DIR/uploads`, from where a service takes it. It stands before
 * the check of the form's token, which comes in the same body, so only those signed in are listened to.
 * Whatever nobody has taken is gone when the answer is.
 */
export function receiveUploads(config: Config): RequestHandler {
  const folder = join(config.dataDir, "uploads");
  sweep(folder);
  const receivers = doors(config).map(({ address, most, mostOfField }) => ({
    address,
    receive: receiver(folder, most, mostOfField),
  }));
  const receivePicture = receiver(folder, LARGEST_PICTURE);
  return (req: Request, res: Response, next: NextFunction) => {
    if (!res.locals.viewer || !req.is("multipart/form-data")) return next();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    res.once("close", () => {
      if (req.file) rm(req.file.path, { force: true }).catch(() => {});
    });
    const door = receivers.find(({ address }) => address.test(req.path));
    const receive = door?.receive ?? receivePicture;
    receive(req, res, (error: unknown) => next(error && answerTo(error, res)));
  };
}

/** Where larger files than pictures may come; whoever reads their form names the same limit. */
function doors(config: Config): { address: RegExp; most: number; mostOfField?: number }[] {
  return [
    { address: /^\/projects\/\d+\/documents(\/\d+\/versions)?\/?$/, most: config.documentBytes },
    { address: /^\/projects\/\d+\/imports\/?$/, most: LARGEST_IMPORT },
    { address: /^\/projects\/\d+\/budget\/imports\/?$/, most: LARGEST_IMPORT },
    { address: /^\/projects\/\d+\/exports\/differences\/?$/, most: LARGEST_IMPORT },
    // An annex of a plan may be pasted as a text instead.
    { address: /^\/plans\/\d+\/import\/?$/, most: LARGEST_IMPORT, mostOfField: 8_000_000 },
  ];
}

/** Browsers send names of files in UTF-8, whatever the library supposes. */
function receiver(folder: string, most: number, mostOfField = LIMITS.fieldSize): RequestHandler {
  const limits = { ...LIMITS, fileSize: most, fieldSize: mostOfField };
  return multer({ dest: folder, limits, defParamCharset: "utf8" }).single("file");
}

/** A file too large is told beside its field, since the fields before it have come; the rest is no form. */
function answerTo(error: unknown, res: Response): unknown {
  const { code } = error as { code?: string };
  if (code === "LIMIT_FILE_SIZE") {
    res.locals.isUploadTooLarge = true;
    return undefined;
  }
  const isFromDisk = code !== undefined && !code.startsWith("LIMIT_");
  return isFromDisk ? error : new AppError(400, "unreadable upload");
}

/** Uploads that a process left behind when it was killed. */
function sweep(folder: string): void {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    const { mtimeMs } = statSync(path);
    if (mtimeMs < performance.timeOrigin - ABANDONED_AFTER_MS) rmSync(path, { force: true });
  }
}
