import express, { type Request, type Response, Router } from "express";
import { allowAnyone } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { readUnsubscribeToken } from "../../../mail/unsubscribe-token.ts";
import { paths } from "../../../paths.ts";
import { presentUnsubscribing } from "./presenter.ts";
import { askedOf, unsubscribe } from "./service.ts";

/**
 * The link under every letter, without signing in. Reading it changes nothing, since scanners of mails
 * follow links; a mail program may POST to it by itself (RFC 8058), so the token takes the place of a form
 * token and these routes stand before that check.
 */
export function unsubscribeRoutes(deps: Deps): Router {
  const router = Router();
  const askedBy = (req: Request) => {
    const asked = readUnsubscribeToken(String(req.params.token), deps.config);
    if (!asked) throw new NotFound("link");
    return asked;
  };
  const show = async (req: Request, res: Response, isDone: boolean) => {
    const asked = await askedOf(deps, askedBy(req));
    const model = presentUnsubscribing(asked, { isDone, action: req.path }, res.locals.texts);
    res.set({ "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex" });
    res.locals.page("notification-preferences/unsubscribing", model, { title: model.title });
  };
  router.get(paths.unsubscribe(":token"), allowAnyone(), (req, res) => show(req, res, false));
  router.post(
    paths.unsubscribe(":token"),
    allowAnyone(),
    express.urlencoded({ extended: false, limit: "10kb" }),
    async (req, res) => {
      await unsubscribe(deps, askedBy(req), res.locals.requestId);
      await show(req, res, true);
    },
  );
  return router;
}
