import express, { type Request, type Response, Router } from "express";
import { allowAnyone } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { readUnsubscribeToken } from "../../../mail/unsubscribe-token.ts";
import { paths } from "../../../paths.ts";
import { readerOfDigests, stopDigests } from "./service.ts";

/**
 * The link in every digest, without signing in. Reading it changes nothing, since scanners of mails follow
 * links; a mail program may POST to it by itself (RFC 8058), so the token takes the place of a form token
 * and these routes stand before that check.
 */
export function unsubscribeRoutes(deps: Deps): Router {
  const router = Router();
  const userIdOf = (req: Request) => {
    const userId = readUnsubscribeToken(String(req.params.token), deps.config.secretKey);
    if (userId === undefined) throw new NotFound("link");
    return userId;
  };
  const show = async (req: Request, res: Response, isDone: boolean) => {
    const { email } = await readerOfDigests(deps, userIdOf(req));
    const words = res.locals.texts.mails.unsubscribe;
    res.set("Referrer-Policy", "no-referrer");
    res.locals.page(
      "mails/unsubscribe",
      {
        title: words.title,
        sentence: isDone ? words.done : words.question(email),
        hint: isDone ? words.doneHint : words.hint,
        submit: isDone ? null : words.submit,
        action: req.path,
        profile: isDone ? { href: paths.profile(), label: words.profile } : null,
      },
      { title: words.title },
    );
  };
  router.get(paths.unsubscribe(":token"), allowAnyone(), (req, res) => show(req, res, false));
  router.post(
    paths.unsubscribe(":token"),
    allowAnyone(),
    express.urlencoded({ extended: false, limit: "10kb" }),
    async (req, res) => {
      const userId = userIdOf(req);
      await stopDigests(deps, userId, res.locals.requestId);
      await show(req, res, true);
    },
  );
  return router;
}
