import type { NextFunction, Request, Response } from "express";
import { updateUserLanguage } from "../../db/queries/users.ts";
import type { Deps } from "../deps.ts";
import { formatsFor } from "../texts/formats.ts";
import { isLanguage, textsFor } from "../texts/index.ts";

const YEAR_MS = 365 * 86_400_000;

/**
 * `?lang=` changes and remembers it; else the user's own choice, the browser's cookie, the default. A link on
 * another site shows that one page in its language and changes nobody's choice.
 */
export function chooseLanguage({ db, config }: Pick<Deps, "db" | "config">) {
  return async (req: Request, res: Response, next: NextFunction) => {
    const { viewer } = res.locals;
    const asked = req.query.lang;
    const remembered = viewer?.language ?? req.cookies.language;
    const language = [asked, remembered].find(isLanguage) ?? config.defaultLanguage;
    const isForeign = req.get("sec-fetch-site") === "cross-site";
    if (isLanguage(asked) && asked !== remembered && !isForeign) {
      res.cookie("language", asked, { sameSite: "lax", maxAge: YEAR_MS, secure: config.isSecure });
      if (viewer) await updateUserLanguage(db, { id: viewer.id, language: asked });
    }
    res.locals.language = language;
    res.locals.texts = textsFor(language);
    res.locals.formats = formatsFor(language);
    next();
  };
}
