import { Router } from "express";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { presentLogBoxAnywhere } from "../log-entries/presenter.ts";
import { presentMailBanner } from "../mails/ledger/presenter.ts";
import { mailHealth } from "../mails/ledger/service.ts";
import { countLostFiles } from "../stored-files/service.ts";
import { presentLostBanner } from "../stored-files/words.ts";
import { presentHome } from "./presenter.ts";
import { loadHome } from "./service.ts";

/** The first page after signing in. */
export function homeRoutes(deps: Deps): Router {
  const router = Router();
  router.get(paths.home(), allow("overview:view"), async (_req, res) => {
    const { reach, roles, today, texts } = res.locals;
    if (!reach) throw new SignInRequired();
    const facts = await loadHome(deps.db, { reach, roles, today });
    const model = {
      ...presentHome(facts, { found: can(res, "project:create") }, res.locals),
      logBox: presentLogBoxAnywhere(res, facts.loggable),
    };
    const health = can(res, "mail:administer") ? await mailHealth(deps) : null;
    const mailBanner = health && presentMailBanner(health, deps.clock.now(), res.locals);
    const lost = can(res, "stored-file:administer") ? await countLostFiles(deps) : 0;
    const banner = mailBanner ?? presentLostBanner(lost, res.locals);
    res.locals.page("home/index", model, { title: texts.home.title, banner });
  });
  return router;
}
