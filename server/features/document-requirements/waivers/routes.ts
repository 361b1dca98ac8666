import type { Request, Response, Router } from "express";
import { findListedRecord } from "../../../../db/queries/document-objects.ts";
import { findRequirement } from "../../../../db/queries/document-requirements.ts";
import { findDocumentWaiver } from "../../../../db/queries/document-waivers.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { idParam } from "../../../web/id-param.ts";
import { objectLabel } from "../../documents/words.ts";
import { waiverSchema } from "../schema.ts";
import { removeWaiver, waiveDocument } from "./service.ts";

export function addWaiverRoutes(router: Router, deps: Deps): void {
  const edits = allow("document:edit");
  const waiving = waivingForm(deps);
  router.get(paths.newDocumentWaiver(":projectId"), edits, waiving.show);
  router.post(paths.documentWaivers(":projectId"), edits, waiving.submit);
  router.post(paths.documentWaiverRemoval(":projectId", ":waiverId"), edits, async (req, res) => {
    const key = { projectId: projectOf(res).id, id: idParam(String(req.params.waiverId)) };
    if (!(await findDocumentWaiver(deps.db, key))) throw new NotFound("waiver");
    await removeWaiver(deps, authorOf(req, res), key);
    res.locals.say("saved");
    res.redirect(303, paths.requiredDocuments(key.projectId));
  });
}

function waivingForm(deps: Deps) {
  return form(deps, waiverSchema, {
    initial: (req) => slotOf(req),
    show: (_req, res, state) => showForm(deps, res, state),
    save: async (req, res, entry) => {
      const { id: projectId } = projectOf(res);
      const waive = { projectId, viewerId: viewerOf(res).id, entry };
      await waiveDocument(deps, authorOf(req, res), waive);
      res.locals.say("saved");
      res.redirect(303, paths.requiredDocuments(projectId));
    },
  });
}

async function showForm({ db }: Deps, res: Response, state: FormState): Promise<void> {
  const { texts, language } = res.locals;
  const { documentRequirements: words } = texts;
  const { id: projectId } = projectOf(res);
  // Nobody has said which paper: the list has them all.
  if (!state.values.requirementId) return res.redirect(303, paths.requiredDocuments(projectId));
  const objectType = String(state.values.objectType ?? "");
  const key = { projectId, objectType, objectId: Number(state.values.objectId) };
  const record = await findListedRecord(db, key, viewerOf(res).id);
  const requirement = await findRequirement(db, idParam(String(state.values.requirementId)));
  if (!record || !requirement) throw new NotFound("required document");
  const model = presentFormPage(
    {
      title: words.waiver.title,
      lead: [
        language === "cs" ? requirement.nameCs : requirement.nameEn,
        objectLabel({ objectType, objectLabel: record.label }, texts),
      ],
      action: paths.documentWaivers(projectId),
      hidden: ["requirementId", "objectType", "objectId"],
      sections: [
        {
          rows: [
            {
              ...{ type: "textarea", name: "reason", label: words.waiver.reason },
              ...{ isRequired: true, rows: 3, maxLength: 500 },
            },
          ],
        },
      ],
      submit: words.waiver.submit,
      cancel: { href: paths.requiredDocuments(projectId) },
    },
    state,
    texts,
  );
  const { title } = model.pageHeader;
  const list = { label: texts.documents.title, href: paths.documents(projectId) };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

function slotOf({ query }: Request): Record<string, string> {
  const names = ["requirementId", "objectType", "objectId"];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = query[name];
      return typeof value === "string" ? [[name, value] as const] : [];
    }),
  );
}
