import { Router } from "express";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { presentLogBoxAnywhere } from "../log-entries/presenter.ts";
import { presentHome } from "./presenter.ts";
import { loadHome } from "./service.ts";

/** The first page after signing in. */
export function homeRoutes({ db }: Pick<Deps, "db">): Router {
  const router = Router();
  router.get(paths.home(), allow("overview:view"), async (_req, res) => {
    const { reach, roles, today, texts } = res.locals;
    if (!reach) throw new SignInRequired();
    const facts = await loadHome(db, { reach, roles, today });
    const model = {
      ...presentHome(facts, { found: can(res, "project:create") }, res.locals),
      logBox: presentLogBoxAnywhere(res, facts.loggable),
    };
    res.locals.page("home/index", model, { title: texts.home.title });
  });
  return router;
}
