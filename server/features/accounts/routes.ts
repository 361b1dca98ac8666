import { Router } from "express";
import { allowAnyone } from "../../access/allow.ts";
import { passwordSignIn, signOut } from "../../access/sign-in.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { form } from "../../web/form.ts";
import { languageChosen } from "../../web/language.ts";
import { localAddress } from "../../web/safe-redirect.ts";
import { accountLinkRoutes } from "./links/routes.ts";
import { presentSignIn } from "./presenter.ts";
import { profileRoutes } from "./profile/routes.ts";
import { signInSchema } from "./schema.ts";

export function accountRoutes(deps: Deps): Router {
  const router = Router();
  const signIn = passwordSignIn(deps);
  const signInForm = form(deps, signInSchema, {
    initial: (req) => ({
      next: typeof req.query.next === "string" ? req.query.next : "",
      language: languageChosen(req) ?? "",
    }),
    show: (_req, res, state) => {
      const isBack = res.locals.expiredUserId !== null;
      const model = presentSignIn(state, res.locals.texts, { isDemo: deps.config.isDemo, isBack });
      res.locals.page("accounts/gate", model, { title: model.title });
    },
    save: async (req, res, entry) => {
      await signIn(req, res, entry.language);
      res.redirect(303, localAddress(entry.next, paths.home()));
    },
  });
  router.get(paths.signIn(), allowAnyone(), signInForm.show);
  router.post(paths.signIn(), allowAnyone(), signInForm.submit);
  router.post(paths.signOut(), allowAnyone(), async (req, res) => {
    await signOut(deps, req, res);
    res.locals.say("signedOut");
    res.redirect(303, paths.signIn());
  });
  // Asked for by the page's own script: somebody signed out must not be led on to a page that answers 200.
  router.get(paths.session(), allowAnyone(), (_req, res) => {
    const { viewer, sessionEndsIn } = res.locals;
    if (viewer) res.set("Session-Ends-In", String(sessionEndsIn));
    res.status(viewer ? 204 : 401).end();
  });
  router.use(accountLinkRoutes(deps));
  router.use(profileRoutes(deps));
  return router;
}
