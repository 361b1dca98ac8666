import type { CookieOptions, NextFunction, Request, Response } from "express";
import type { Config } from "../config.ts";

/** A sentence for the page after a redirect. The cookie carries only a key of `texts.flash`, never a text. */
export interface Flash {
  tone: "success" | "warning" | "danger";
  key: string;
}

const TONES = ["success", "warning", "danger"];

function cookieOptions(config: Config): CookieOptions {
  return { httpOnly: true, sameSite: "lax", secure: config.isSecure, path: "/", maxAge: 60_000 };
}

export function readFlash(config: Config) {
  const options = cookieOptions(config);
  return (req: Request, res: Response, next: NextFunction) => {
    const [tone, key] = String(req.cookies.flash ?? "").split(":");
    if (tone && key && TONES.includes(tone) && /^[a-zA-Z]{1,60}$/.test(key)) {
      res.locals.flash = { tone: tone as Flash["tone"], key };
      if (req.method === "GET") res.clearCookie("flash", { ...options, maxAge: undefined });
    }
    res.locals.say = (key, tone = "success") => res.cookie("flash", `${tone}:${key}`, options);
    next();
  };
}
