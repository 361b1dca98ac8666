import { Router } from "express";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { presentLostFiles } from "./presenter.ts";
import { listLostFiles } from "./service.ts";

/** Stored files that are not on the disk, for whoever can bring them back. */
export function storedFileRoutes(deps: Deps): Router {
  const router = Router();
  router.get(paths.lostFiles(), allow("stored-file:administer"), async (_req, res) => {
    const model = presentLostFiles(await listLostFiles(deps), res.locals);
    const { title } = model.pageHeader;
    const audit = { label: res.locals.texts.auditEvents.title, href: paths.audit() };
    res.locals.page("stored-files/index", model, { title, breadcrumbs: [audit, { label: title }] });
  });
  return router;
}
