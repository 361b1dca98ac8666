import type { Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { viewersReach } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { participantSearchSchema } from "../list/schema.ts";
import { wordsOf } from "../list/service.ts";
import { presentRegistry } from "./presenter.ts";
import { findInRegistry, readableProjects } from "./service.ts";

/** People of all projects in which the viewer may read names; they are listed only when looked for. */
export function addRegistryRoutes(router: Router, deps: Deps): void {
  const { db } = deps;
  router.get(paths.participantRegistry(), allow("registry:use"), async (_req, res) => {
    await readableProjects(db, viewersReach(res));
    showRegistry(res, presentRegistry({ q: "", found: null }, res.locals));
  });
  router.post(paths.participantRegistrySearch(), allow("registry:use"), async (req, res) => {
    const projects = await readableProjects(db, viewersReach(res));
    const { q } = participantSearchSchema.parse(req.body ?? {});
    const words = wordsOf(q);
    if (words.length === 0) return res.redirect(303, paths.participantRegistry());
    const found = await findInRegistry(db, projects, words);
    await noteShown(deps, req, res, { action: "search", personCount: found.length });
    showRegistry(res, presentRegistry({ q, found }, res.locals));
  });
}

function showRegistry(res: Response, model: object): void {
  const { title } = res.locals.texts.participants.registry;
  res.locals.page("participants/registry", model, { title, breadcrumbs: [{ label: title }] });
}
