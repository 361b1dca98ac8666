import { Router } from "express";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { presentSearch } from "./presenter.ts";
import { findEverywhere } from "./results/service.ts";
import { searchSchema } from "./schema.ts";

export function searchRoutes(deps: Pick<Deps, "db">): Router {
  const router = Router();
  router.get(paths.search(), allow("search:use"), async (req, res) => {
    const { reach, texts } = res.locals;
    if (!reach) throw new SignInRequired();
    const view = searchSchema.parse(req.query);
    const page = pageNumber(req.query.page);
    const query = { typed: view.q, type: view.type, ...pageOf(page) };
    const found = await findEverywhere(deps, reach, query);
    const { title } = texts.searches;
    const model = presentSearch(res, found, view, page);
    res.locals.page("searches/index", model, { title, breadcrumbs: [{ label: title }] });
  });
  return router;
}
