import cookieParser from "cookie-parser";
import type { NextFunction, Request, Response } from "express";

/** Cookies are texts: the JSON that the parser reads after `j:` is none of ours and would trip whoever asks. */
export function readCookies() {
  return [
    cookieParser(),
    (req: Request, _res: Response, next: NextFunction) => {
      const cookies = Object.entries(req.cookies);
      req.cookies = Object.fromEntries(cookies.filter(([, value]) => typeof value === "string"));
      next();
    },
  ];
}
