import type { NextFunction, Request, Response } from "express";

/** Puts the cookies of a request at hand as `req.cookies`: texts all of them, whatever was sent. */
export function readCookies() {
  return (req: Request, _res: Response, next: NextFunction) => {
    req.cookies = cookiesOf(req.headers.cookie);
    next();
  };
}

/** Of two with one name the first counts: browsers send the one of the longer path first. */
function cookiesOf(header = ""): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  for (const pair of header.split(";")) {
    const sign = pair.indexOf("=");
    if (sign < 0) continue;
    const name = pair.slice(0, sign).trim();
    cookies[name] ??= decoded(pair.slice(sign + 1).trim());
  }
  return cookies;
}

function decoded(value: string): string {
  if (!value.includes("%")) return value;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
