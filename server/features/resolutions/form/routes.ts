import type { Request, Response, Router } from "express";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { listChanges } from "../../../../db/queries/project-changes.ts";
import type { Resolution } from "../../../../db/queries/resolutions.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import {
  backToResolution,
  livingResolutionOf,
  resolutionOf,
  showResolutionForm,
} from "../load-resolution.ts";
import { editedResolutionSchema, newResolutionSchema } from "../schema.ts";
import { createResolution, editResolution } from "../service.ts";
import { presentResolutionForm, resolutionValues } from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newResolutionSchema, {
    initial: (req, res) => ({
      decidedBy: res.locals.texts.resolutions.council,
      ...preset(req, "changeId", "change"),
      ...preset(req, "title", "title"),
    }),
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createResolution(deps, authorOf(req, res), projectId, entry);
      res.locals.say("created");
      res.redirect(303, paths.resolution(projectId, id));
    },
  });
  const edited = form(deps, editedResolutionSchema, {
    initial: (_req, res) => resolutionValues(livingResolutionOf(res)),
    show: (_req, res, state) => showForm(deps, res, resolutionOf(res), state),
    save: async (req, res, entry) => {
      const edit = { entry, formOf: resolutionValues };
      await editResolution(deps, authorOf(req, res), resolutionOf(res), edit);
      backToResolution(res);
    },
  });
  const door = allow("resolution:edit");
  const at = [":projectId", ":resolutionId"] as const;
  router.get(paths.newResolution(":projectId"), door, created.show);
  router.post(paths.resolutions(":projectId"), door, created.submit);
  router.get(paths.editResolution(...at), door, edited.show);
  router.post(paths.resolution(...at), door, edited.submit);
}

/** A field that the address fills in, as a link from a change does. */
function preset(req: Request, field: string, parameter: string): Record<string, string> {
  const given = req.query[parameter];
  return typeof given === "string" ? { [field]: given.slice(0, 300) } : {};
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  resolution: Resolution | null,
  state: FormState,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [changes, owners] = await Promise.all([
    listChanges(db, projectId),
    listPossibleOwners(db, projectId),
  ]);
  const choices = { projectId, changes, owners };
  showResolutionForm(res, presentResolutionForm(resolution, choices, state, res.locals));
}
