import { type Request, type Response, Router } from "express";
import { findUserAccount } from "../../../db/queries/user-accounts.ts";
import { allow } from "../../access/allow.ts";
import { viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { presentDeputies, type Represented } from "./presenter.ts";
import { deputySchema } from "./schema.ts";
import { endDeputy, loadDeputies, nameDeputy } from "./service.ts";

/** Whose deputies a page is about. */
type Whose = (req: Request, res: Response) => Represented | Promise<Represented>;

/** Everybody names their own deputy; administrators do it for whoever cannot. */
export function deputyRoutes(deps: Deps): Router {
  const router = Router();
  const edits = allow("profile:edit");
  const own = deputyForm(deps, ownOf);
  router.get(paths.ownDeputy(), edits, own.show);
  router.post(paths.ownDeputy(), edits, own.submit);
  router.post(paths.ownDeputyEnding(":deputyId"), edits, ending(deps, ownOf));

  const administers = allow("user:administer");
  const whose: Whose = (req) => accountOf(deps, req);
  const anybodys = deputyForm(deps, whose);
  router.get(paths.userDeputy(":userId"), administers, anybodys.show);
  router.post(paths.userDeputy(":userId"), administers, anybodys.submit);
  router.post(paths.userDeputyEnding(":userId", ":deputyId"), administers, ending(deps, whose));
  return router;
}

function deputyForm(deps: Deps, whose: Whose) {
  return form(deps, deputySchema, {
    initial: (_req, res) => ({ fromOn: res.locals.today }),
    show: async (req, res, state) => {
      const person = await whose(req, res);
      const page = await loadDeputies(deps.db, person.id);
      const model = presentDeputies(state, person, { page, wording: res.locals });
      const { title } = model.pageHeader;
      const breadcrumbs = [...crumbsOf(res, person), { label: res.locals.texts.deputies.title }];
      res.locals.page("deputies/show", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const person = await whose(req, res);
      await nameDeputy(deps, authorOf(req, res), { userId: person.id, entry });
      res.locals.say("deputyNamed");
      res.redirect(303, addressOf(person));
    },
  });
}

function ending(deps: Deps, whose: Whose) {
  return async (req: Request, res: Response) => {
    const person = await whose(req, res);
    const id = idParam(req.params.deputyId);
    await endDeputy(deps, authorOf(req, res), { id, userId: person.id });
    res.locals.say("deputyEnded");
    res.redirect(303, addressOf(person));
  };
}

function ownOf(_req: Request, res: Response): Represented {
  const { id, name } = viewerOf(res);
  return { id, name, isOwn: true };
}

async function accountOf({ db }: Pick<Deps, "db">, req: Request): Promise<Represented> {
  const user = await findUserAccount(db, idParam(req.params.userId));
  if (!user) throw new NotFound("user");
  return { id: user.id, name: user.name, isOwn: false };
}

function addressOf({ id, isOwn }: Represented): string {
  return isOwn ? paths.ownDeputy() : paths.userDeputy(id);
}

function crumbsOf(res: Response, { id, name, isOwn }: Represented): Crumb[] {
  const { accounts, frame, users } = res.locals.texts;
  if (isOwn) return [{ label: accounts.profile.title, href: paths.profile() }];
  return [
    { label: frame.navigation.administration },
    { label: users.title, href: paths.users() },
    { label: name, href: paths.user(id) },
  ];
}
