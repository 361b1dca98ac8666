import {
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from "express";
import type { StoredAccountLink } from "../../../../db/queries/account-links.ts";
import { allowAnyone } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { addressKey } from "../../../web/client-address.ts";
import { authorOf, form } from "../../../web/form.ts";
import { presentDeadLink, presentNewPassword, presentResetRequest } from "./presenter.ts";
import type { LinkKind } from "./rules.ts";
import { newPasswordSchema, resetRequestSchema } from "./schema.ts";
import { findOpenLink, requestReset, setPasswordByLink } from "./service.ts";

export function accountLinkRoutes(deps: Deps): Router {
  const router = Router();
  const resetRequest = form(deps, resetRequestSchema, {
    show: (_req, res, state) => {
      const model = presentResetRequest(state, res.locals.texts);
      res.locals.page("accounts/gate", model, { title: model.title });
    },
    save: async (req, res, { email }) => {
      const author = { ...authorOf(req, res), submission: null };
      await requestReset(deps, author, { email, address: addressKey(req) });
      res.locals.say("resetMailed");
      res.redirect(303, paths.signIn());
    },
  });
  router.get(paths.newPasswordReset(), allowAnyone(), resetRequest.show);
  router.post(paths.passwordResets(), allowAnyone(), resetRequest.submit);

  for (const kind of ["invitation", "reset"] as const) {
    const address =
      kind === "invitation" ? paths.invitation(":token") : paths.passwordReset(":token");
    const { show, submit } = newPasswordForm(deps);
    router.get(address, allowAnyone(), findLink(deps, kind), show);
    router.post(address, allowAnyone(), findLink(deps, kind), submit);
  }
  return router;
}

function newPasswordForm(deps: Deps) {
  return form(deps, newPasswordSchema, {
    show: (req, res, state) => {
      const link = linkOf(res);
      const model = presentNewPassword(state, res.locals.texts, { link, action: req.path });
      res.locals.page("accounts/gate", model, { title: model.title });
    },
    save: async (req, res, { password }) => {
      const author = { ...authorOf(req, res), submission: null };
      await setPasswordByLink(deps, author, { link: linkOf(res), password });
      res.locals.say("passwordSet");
      res.redirect(303, paths.signIn());
    },
  });
}

/**
 * The link of the address. Looking at it uses nothing up, since mail servers open links before people
 * do; the address tells it to nobody else.
 */
function findLink(deps: Deps, kind: LinkKind): RequestHandler {
  return async (req: Request, res: Response, next: NextFunction) => {
    res.set("Referrer-Policy", "no-referrer");
    const link = await findOpenLink(deps, String(req.params.token), kind);
    if (link) {
      links.set(res, link);
      return next();
    }
    const model = presentDeadLink(res.locals.texts);
    res.status(404);
    res.locals.page("accounts/dead-link", model, { title: model.title });
  };
}

const links = new WeakMap<Response, StoredAccountLink>();

function linkOf(res: Response): StoredAccountLink {
  return links.get(res) as StoredAccountLink;
}
