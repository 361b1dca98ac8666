import { randomUUID } from "node:crypto";
import type { NextFunction, Request, Response } from "express";
import type { Deps } from "../deps.ts";

/** Gives each request its number and its empty frame, and writes one line about it when it is answered. */
export function beginRequest({ clock, log }: Pick<Deps, "clock" | "log">) {
  return (req: Request, res: Response, next: NextFunction) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    Object.assign(res.locals, {
      requestId,
      today: clock.today(),
      viewer: null,
      roles: [],
      reach: null,
      onBehalfOfId: null,
      sessionHash: null,
      expiredUserId: null,
      sessionEndsIn: null,
      flash: null,
    });
    res.set("X-Request-Id", requestId);
    res.once("finish", () => {
      const route = (req.route as { path?: string } | undefined)?.path ?? null;
      const ms = Math.round(performance.now() - startedAt);
      const userId = res.locals.viewer?.id ?? null;
      log.info(
        { requestId, method: req.method, route, status: res.statusCode, ms, userId },
        "request",
      );
    });
    next();
  };
}
