import { type Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { stateOfPreview } from "../../../web/form-page.ts";
import { presentCopyForm, presentCopyPreview } from "./presenter.ts";
import { copySchema } from "./schema.ts";
import { copyProject, previewCopy } from "./service.ts";

/** Copying in two steps: name and start, then the dates as they would be. */
export function projectCopyRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const copying = form(deps, copySchema, {
    initial: (_req, res) => ({ title: projectOf(res).title, shortName: "", startsOn: "" }),
    show: (_req, res, state) => show(res, presentCopyForm(state, projectOf(res), res.locals)),
    save: async (req, res, entry) => {
      const project = projectOf(res);
      if (entry.step === "preview") {
        const dates = await previewCopy(deps.db, project.id, entry.startsOn);
        const state = stateOfPreview(req, entry);
        return show(res, presentCopyPreview(state, { project, entry, dates }, res.locals));
      }
      const copyId = await copyProject(deps, authorOf(req, res), project.id, entry);
      res.locals.say("created");
      res.redirect(303, paths.project(copyId));
    },
  });
  router.get(paths.copyProject(":projectId"), allow("project:copy"), copying.show);
  router.post(paths.copyProject(":projectId"), allow("project:copy"), copying.submit);
  return router;
}

function show(res: Response, model: object): void {
  const { title } = res.locals.texts.copies;
  res.locals.page("projects/copy", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
}
