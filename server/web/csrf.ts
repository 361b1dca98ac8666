import { doubleCsrf } from "csrf-csrf";
import type { NextFunction, Request, Response } from "express";
import type { Config } from "../config.ts";
import { Forbidden } from "../errors.ts";
import { sessionCookie } from "./session.ts";

/**
 * A signed token bound to the session cookie, needed by every request that changes something, beside the
 * browser's own word on where the request comes from. It needs no stored session, so that the sign-in
 * page writes nothing.
 */
export function csrfProtection(config: Config) {
  const session = sessionCookie(config);
  const { generateCsrfToken, doubleCsrfProtection } = doubleCsrf({
    getSecret: () => config.secretKey,
    getSessionIdentifier: (req) => String(req.cookies[session] ?? "anonymous"),
    cookieName: config.isSecure ? "__Host-csrf" : "csrf",
    cookieOptions: { httpOnly: true, sameSite: "lax", secure: config.isSecure, path: "/" },
    getCsrfTokenFromRequest: (req) => req.body?._csrf ?? req.get("x-csrf-token"),
    errorConfig: { statusCode: 403, message: "csrf", code: "CSRF" },
  });
  const token = (req: Request, res: Response, next: NextFunction) => {
    let made: string | undefined;
    res.locals.csrfToken = () => {
      made ??= generateCsrfToken(req, res, { validateOnReuse: false });
      return made;
    };
    next();
  };
  return { token, origin: sameOriginOnly, check: doubleCsrfProtection };
}

const SAFE_METHODS = ["GET", "HEAD", "OPTIONS"];

function sameOriginOnly(req: Request, _res: Response, next: NextFunction): void {
  const site = req.get("sec-fetch-site");
  const isForeign = site !== undefined && site !== "same-origin" && site !== "none";
  if (!SAFE_METHODS.includes(req.method) && isForeign) throw new Forbidden("foreign origin");
  next();
}
