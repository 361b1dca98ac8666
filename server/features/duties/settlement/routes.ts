import type { Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { everythingAsked } from "../choices/words.ts";
import { loadDutyBoard } from "../service.ts";
import { presentSettlement } from "./presenter.ts";
import { settlementSchema } from "./schema.ts";
import { settleDuties } from "./service.ts";

/** The preview of what the rules ask for, and its saving. */
export function addSettlementRoutes(router: Router, deps: Deps): void {
  const boardOf = (res: Response) => loadDutyBoard(deps.db, projectOf(res), res.locals.today);
  const settlement = form(deps, settlementSchema, {
    initial: async (_req, res) => everythingAsked(await boardOf(res), res.locals.today),
    show: async (_req, res, state) => {
      const { id } = projectOf(res);
      const model = presentSettlement(id, await boardOf(res), state, res.locals);
      const { title } = model.pageHeader;
      const list = { label: res.locals.texts.duties.title, href: paths.duties(id) };
      const breadcrumbs = projectCrumbs(res, list, { label: title });
      res.locals.page("duties/settlement", model, { title, breadcrumbs });
    },
    save: async (req, res, entry) => {
      const { id } = projectOf(res);
      await settleDuties(deps, authorOf(req, res), id, entry);
      res.locals.say("saved");
      res.redirect(303, paths.duties(id));
    },
  });
  const door = allow("duty:edit");
  router.get(paths.newDutySettlement(":projectId"), door, settlement.show);
  router.post(paths.dutySettlement(":projectId"), door, settlement.submit);
}
