import { type Response, Router } from "express";
import { listLiveSessions } from "../../../../db/queries/sessions.ts";
import { findPreferences } from "../../../../db/queries/users.ts";
import { allow } from "../../../access/allow.ts";
import type { Viewer } from "../../../access/viewer.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { addressKey } from "../../../web/client-address.ts";
import { authorOf, form } from "../../../web/form.ts";
import { changePassword } from "../passwords/service.ts";
import { presentPasswordChange, presentProfile } from "./presenter.ts";
import { preferenceValues } from "./rules.ts";
import { passwordChangeSchema, preferencesSchema } from "./schema.ts";
import { closeOtherSessions, closeOwnSession, savePreferences } from "./service.ts";

export function profileRoutes(deps: Deps): Router {
  const router = Router();
  const preferences = preferencesForm(deps);
  router.get(paths.profile(), allow("profile:edit"), preferences.show);
  router.post(paths.profile(), allow("profile:edit"), preferences.submit);

  const password = passwordForm(deps);
  router.get(paths.editPassword(), allow("profile:edit"), password.show);
  router.post(paths.password(), allow("profile:edit"), password.submit);

  router.post(paths.otherSessionsClosure(), allow("profile:edit"), async (req, res) => {
    await closeOtherSessions(deps, authorOf(req, res), ownSession(res));
    res.locals.say("signedOutElsewhere");
    res.redirect(303, paths.profile());
  });
  router.post(paths.sessionClosure(":session"), allow("profile:edit"), async (req, res) => {
    const idHash = String(req.params.session);
    if (!/^[0-9a-f]{64}$/.test(idHash)) throw new NotFound("session");
    await closeOwnSession(deps, authorOf(req, res), { ...ownSession(res), idHash });
    res.locals.say("signedOutElsewhere");
    res.redirect(303, paths.profile());
  });
  return router;
}

function preferencesForm(deps: Deps) {
  return form(deps, preferencesSchema, {
    initial: async (_req, res) => {
      const stored = await findPreferences(deps.db, viewerOf(res).id);
      return stored ? preferenceValues(stored) : {};
    },
    show: async (_req, res, state) => {
      const { texts, formats, sessionHash } = res.locals;
      const { id, email } = viewerOf(res);
      const sessions = await listLiveSessions(deps.db, { userId: id, now: deps.clock.now() });
      const facts = { sessions, current: sessionHash, email };
      const model = presentProfile(state, facts, { texts, formats });
      const { title } = model.pageHeader;
      res.locals.page("accounts/profile", model, { title, breadcrumbs: [{ label: title }] });
    },
    save: async (req, res, entry) => {
      await savePreferences(deps, authorOf(req, res), viewerOf(res).id, entry);
      res.locals.say("saved");
      res.redirect(303, paths.profile());
    },
  });
}

function passwordForm(deps: Deps) {
  return form(deps, passwordChangeSchema, {
    show: (_req, res, state) => {
      const { texts } = res.locals;
      const model = presentPasswordChange(state, texts);
      const { title } = model.pageHeader;
      const profile = { label: texts.accounts.profile.title, href: paths.profile() };
      const breadcrumbs = [profile, { label: title }];
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { id, email, name } = viewerOf(res);
      await changePassword(deps, authorOf(req, res), {
        user: { id, email, name, address: addressKey(req), sessionHash: ownSession(res).idHash },
        current: entry.currentPassword,
        password: entry.newPassword,
      });
      res.locals.say("passwordChanged");
      res.redirect(303, paths.profile());
    },
  });
}

function viewerOf(res: Response): Viewer {
  return res.locals.viewer as Viewer;
}

function ownSession(res: Response): { userId: number; idHash: string } {
  return { userId: viewerOf(res).id, idHash: res.locals.sessionHash ?? "" };
}
