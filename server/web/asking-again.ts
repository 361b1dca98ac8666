import type { Response } from "express";

const SECONDS_BETWEEN_LOOKS = 2;

/** A page of work that is under way: it asks again by itself, without a script too. */
export function askAgainSoon(res: Response): void {
  res.setHeader("Refresh", String(SECONDS_BETWEEN_LOOKS));
  res.status(202);
}
