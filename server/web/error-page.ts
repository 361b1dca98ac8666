import type { ErrorRequestHandler, NextFunction, Request, RequestHandler, Response } from "express";
import { isBusy } from "../../db/sqlite-client.ts";
import type { Deps } from "../deps.ts";
import { AppError, Conflict, FileGone, NotFound, SignInRequired, TooMany } from "../errors.ts";
import { noteLostFile } from "../features/stored-files/service.ts";
import { errorFacts } from "../log.ts";
import { paths } from "../paths.ts";
import { errorText } from "../texts/error-text.ts";
import type { Texts } from "../texts/index.ts";
import { recordDenial } from "./denials.ts";
import { addressOfForm, keepForm } from "./kept-form.ts";

type PageKey = keyof Texts["access"]["pages"];

export const lastResort: RequestHandler = () => {
  throw new NotFound();
};

/** Answers every error: expected ones by their own page, anything else as 500 without details. */
export function errorPages(deps: Pick<Deps, "db" | "clock" | "log">): ErrorRequestHandler {
  // Told from an ordinary handler by its four parameters.
  return async (error: unknown, req: Request, res: Response, _next: NextFunction) => {
    try {
      if (res.headersSent) throw error;
      await answer(deps, error, req, res);
    } catch (failure) {
      giveUp(deps, failure, req, res);
    }
  };
}

/** Not even a page about the error can be shown: left to Express, it would tell the browser where it failed. */
function giveUp(deps: Pick<Deps, "log">, failure: unknown, req: Request, res: Response): void {
  logFailure(deps.log, failure, req, res);
  if (res.headersSent) return void res.destroy();
  res.status(500).json({ error: "failure", requestId: res.locals.requestId });
}

async function answer(
  deps: Pick<Deps, "db" | "clock" | "log">,
  error: unknown,
  req: Request,
  res: Response,
): Promise<void> {
  if (error instanceof SignInRequired) return sendToSignIn(deps, req, res);
  const [status, key] = statusOf(error);
  await recordDenial(deps, status, req, res);
  if (error instanceof FileGone) await noteLostFile(deps, error.file);
  if (status >= 500) logFailure(deps.log, error, req, res);
  const retryAfter = retryAfterSeconds(error, status);
  if (retryAfter !== undefined) res.set("Retry-After", String(retryAfter));
  const kept = key === "staleForm" ? await keepOwnForm(deps, req, res) : null;
  res.status(status);
  showErrorPage(req, res, key, { error, kept });
}

/**
 * A form of a session that was followed by another, as when somebody signed in again in a second window.
 * Only when the browser vouches that it comes from our own page: nobody else may put words into it.
 */
async function keepOwnForm(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
): Promise<string | null> {
  const { viewer } = res.locals;
  const isOurs = req.get("sec-fetch-site") === "same-origin" && req.body?._form !== undefined;
  return viewer && isOurs ? keepForm(deps, req, viewer.id) : null;
}

function retryAfterSeconds(error: unknown, status: number): number | undefined {
  if (error instanceof TooMany) return error.retryAfterSeconds;
  return status === 503 ? 5 : undefined;
}

function showErrorPage(
  req: Request,
  res: Response,
  key: PageKey,
  { error, kept }: { error: unknown; kept: string | null },
): void {
  const { texts, requestId } = res.locals;
  const page = texts?.access.pages[key];
  const isOurs = page && req.accepts(["html", "json"]) === "html" && "page" in res.locals;
  if (!isOurs) return void res.json({ error: key, requestId });
  const { keptForm, waitFor } = texts.access;
  const sentence = error instanceof Conflict ? errorText(texts, error.key) : page.sentence;
  const advice = error instanceof TooMany ? waitFor(error.retryAfterSeconds) : page.advice;
  const errorPage = {
    title: page.title,
    sentence,
    advice: [kept ? keptForm.advice : advice],
    actions: kept ? [{ href: kept, label: keptForm.open }] : waysOn(error, res),
    requestId,
  };
  res.locals.page("error", { errorPage }, { title: page.title });
}

/** Back to the record whose state did not allow the step, and to what anybody has. */
function waysOn(error: unknown, { locals }: Response): { href: string; label: string }[] {
  const { texts, viewer, recordAtHand } = locals;
  if (!viewer) return [{ href: paths.signIn(), label: texts.access.signIn.submit }];
  const home = { href: paths.home(), label: texts.frame.errorPage.home };
  return error instanceof Conflict && recordAtHand ? [recordAtHand, home] : [home];
}

async function sendToSignIn(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
): Promise<void> {
  const { expiredUserId } = res.locals;
  const isLate = req.method === "POST" && expiredUserId !== null;
  const target = isLate ? await keepForm(deps, req, expiredUserId) : addressOfForm(req);
  const next = target === paths.home() ? "" : `?next=${encodeURIComponent(target)}`;
  res.redirect(303, `${paths.signIn()}${next}`);
}

const FULL_CODES = ["SQLITE_FULL", "ENOSPC", "53100"];
const UNREACHABLE_CODES = ["ECONNREFUSED", "57P01", "57P03", "08006", "55P03"];

function statusOf(error: unknown): [number, PageKey] {
  if (error instanceof AppError) return [error.status, pageOf(error.status)];
  const { code = "", status } = (error ?? {}) as { code?: string; status?: number };
  if (code === "CSRF") return [403, "staleForm"];
  if (isBusy(error) || UNREACHABLE_CODES.includes(code)) return [503, "busy"];
  if (FULL_CODES.includes(code)) return [507, "full"];
  if (status === 413) return [413, "tooLarge"];
  if (typeof status === "number" && status >= 400 && status < 500) return [status, "badRequest"];
  return [500, "failure"];
}

function pageOf(status: number): PageKey {
  if (status === 403) return "forbidden";
  if (status === 409) return "conflict";
  if (status === 410) return "fileGone";
  if (status === 429) return "tooMany";
  return status === 404 ? "notFound" : "badRequest";
}

/** Neither the address nor the message of a database error goes to the log: both may carry personal data. */
function logFailure(log: Deps["log"], error: unknown, req: Request, res: Response): void {
  const route = (req.route as { path?: string } | undefined)?.path;
  log.error({ requestId: res.locals.requestId, route, ...errorFacts(error) }, "request failed");
}
