import { Router } from "express";
import { allowAnyone } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { form } from "../../web/form.ts";
import { localAddress } from "../../web/safe-redirect.ts";
import { closeSession, openSession } from "../../web/session.ts";
import { presentSignIn } from "./presenter.ts";
import { signInSchema } from "./schema.ts";
import { checkCredentials } from "./service.ts";

export function accountRoutes(deps: Deps): Router {
  const router = Router();
  const signInForm = form(deps, signInSchema, {
    initial: (req) => ({ next: typeof req.query.next === "string" ? req.query.next : "" }),
    show: (_req, res, state) => {
      const model = presentSignIn(state, res.locals.texts, { isDemo: deps.config.isDemo });
      res.locals.page("accounts/sign-in", model, { title: model.title });
    },
    save: async (req, res, entry) => {
      const userId = await checkCredentials(deps, entry);
      await openSession(deps, req, res, userId);
      res.redirect(303, localAddress(entry.next, paths.home()));
    },
  });
  router.get(paths.signIn(), allowAnyone(), signInForm.show);
  router.post(paths.signIn(), allowAnyone(), signInForm.submit);
  router.post(paths.signOut(), allowAnyone(), async (_req, res) => {
    await closeSession(deps, res);
    res.set("Clear-Site-Data", '"cache", "storage"');
    res.locals.say("signedOut");
    res.redirect(303, paths.signIn());
  });
  return router;
}
