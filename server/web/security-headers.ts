import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import helmet from "helmet";
import type { Config } from "../config.ts";

/** Headers of every answer. Scripts and styles come only from our own files, so nothing inline is let in. */
export function securityHeaders(config: Config) {
  const policy = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", nonceOf],
        styleSrc: ["'self'", nonceOf],
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
  return [
    (_req: Request, res: Response, next: NextFunction) => {
      res.locals.nonce = randomUUID();
      res.set("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
      res.set("Cache-Control", "no-store");
      next();
    },
    policy,
  ];
}

function nonceOf(_req: unknown, res: unknown): string {
  return `'nonce-${(res as Response).locals.nonce}'`;
}
