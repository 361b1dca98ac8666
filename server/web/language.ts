import type { NextFunction, Request, Response } from "express";
import { updateUserLanguage } from "../../db/queries/users.ts";
import type { Deps } from "../deps.ts";
import { formatsFor } from "../texts/formats.ts";
import { isLanguage, type Language, textsFor } from "../texts/index.ts";

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
    const chosen = languageChosen(req);
    if (chosen && chosen !== remembered) {
      res.cookie("language", chosen, { sameSite: "lax", maxAge: YEAR_MS, secure: config.isSecure });
      if (viewer) await updateUserLanguage(db, { id: viewer.id, language: chosen });
    }
    res.locals.language = language;
    res.locals.texts = textsFor(language);
    res.locals.formats = formatsFor(language);
    next();
  };
}

/** What this request asks for to be remembered; what a link on another site asks for is nobody's choice. */
export function languageChosen(req: Request): Language | undefined {
  const { lang } = req.query;
  const isForeign = req.get("sec-fetch-site") === "cross-site";
  return isLanguage(lang) && !isForeign ? lang : undefined;
}
