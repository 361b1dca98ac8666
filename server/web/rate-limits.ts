import type { Request, Response } from "express";
import { rateLimit } from "express-rate-limit";
import type { Config } from "../config.ts";
import { TooMany } from "../errors.ts";
import { paths } from "../paths.ts";
import { addressKey } from "./client-address.ts";
import { isRead } from "./reads.ts";

const MINUTE_MS = 60_000;

/** Limits by person, or by address for those who are nobody yet; in memory, so per process. */
export function rateLimits(config: Config) {
  const { writesPerMinute, readsPerMinute, anonymousPerMinute } = config.limits;
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: (req: Request, res: Response) => {
      if (!res.locals.viewer) return anonymousPerMinute;
      return isRead(req) ? readsPerMinute : writesPerMinute;
    },
    keyGenerator: (req, res) => {
      const { viewer } = res.locals as Response["locals"];
      if (!viewer) return `${isCalendar(req) ? "calendars" : "address"}:${addressKey(req)}`;
      return `${isRead(req) ? "reads" : "writes"}:${viewer.id}`;
    },
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new TooMany(60)),
  });
}

const [CALENDARS = ""] = paths.calendarFile(":").split(":");

/** Programs of a whole office ask behind one address all day: nobody is to find the sign-in closed for it. */
function isCalendar(req: Request): boolean {
  return req.path.startsWith(CALENDARS);
}

const EXPORTS_PER_MINUTE = 10;

/** Files with the names of many people: few of them are ever needed at once. */
export function limitExports() {
  return rateLimit({
    windowMs: MINUTE_MS,
    limit: EXPORTS_PER_MINUTE,
    keyGenerator: (_req, res) => `exports:${(res as Response).locals.viewer?.id ?? ""}`,
    standardHeaders: false,
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new TooMany(60)),
  });
}
