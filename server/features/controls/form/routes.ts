import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form } from "../../../web/form.ts";
import { backToControl, controlOf, livingControlOf, showControlForm } from "../load-control.ts";
import { editedControlSchema, newControlSchema } from "../schema.ts";
import { createControl, editControl } from "../service.ts";
import { controlValues, presentControlForm } from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newControlSchema, {
    initial: () => ({ kind: "on-the-spot", state: "announced" }),
    show: (_req, res, state) =>
      showControlForm(res, presentControlForm(null, projectOf(res).id, state, res.locals)),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createControl(deps, authorOf(req, res), projectId, entry);
      res.locals.say("created");
      res.redirect(303, paths.control(projectId, id));
    },
  });
  const edited = form(deps, editedControlSchema, {
    initial: (_req, res) => controlValues(livingControlOf(res)),
    show: (_req, res, state) => {
      const control = controlOf(res);
      showControlForm(res, presentControlForm(control, control.projectId, state, res.locals));
    },
    save: async (req, res, entry) => {
      const edit = { entry, formOf: controlValues };
      await editControl(deps, authorOf(req, res), controlOf(res), edit);
      backToControl(res);
    },
  });
  const door = allow("control:edit");
  const at = [":projectId", ":controlId"] as const;
  router.get(paths.newControl(":projectId"), door, created.show);
  router.post(paths.controls(":projectId"), door, created.submit);
  router.get(paths.editControl(...at), door, edited.show);
  router.post(paths.control(...at), door, edited.submit);
}
