import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import type { Config } from "../config.ts";

const NONCE = "{nonce}";

/** Headers of every answer. Scripts and styles come only from our own files, so nothing inline is let in. */
export function securityHeaders(config: Config) {
  const headers = helmetHeaders(config);
  return (_req: Request, res: Response, next: NextFunction) => {
    const nonce = randomUUID();
    res.locals.nonce = nonce;
    for (const [name, value] of headers) res.setHeader(name, value.replaceAll(NONCE, nonce));
    res.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    res.setHeader("Cache-Control", "no-store");
    next();
  };
}

/** What helmet says of every answer, asked once: nothing in it changes but the nonce. */
function helmetHeaders(config: Config): [string, string][] {
  const headers: [string, string][] = [];
  const asked = {
    setHeader: (name: string, value: string) => headers.push([name, value]),
    removeHeader: () => {},
  };
  policyOf(config)({} as Request, asked as unknown as Response, (error?: unknown) => {
    if (error) throw error;
  });
  return headers;
}

function policyOf(config: Config) {
  const nonce = `'nonce-${NONCE}'`;
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonce],
        styleSrc: ["'self'", nonce],
        imgSrc: ["'self'", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: "same-origin" },
    crossOriginOpenerPolicy: { policy: "same-origin" },
    crossOriginResourcePolicy: { policy: "same-origin" },
    strictTransportSecurity: config.isSecure
      ? { maxAge: 31_536_000, includeSubDomains: true }
      : false,
    xFrameOptions: { action: "deny" },
  });
}
