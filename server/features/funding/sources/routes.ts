import type { Response, Router } from "express";
import { listSources } from "../../../../db/queries/project-sources.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { sourcesSchema } from "./schema.ts";
import { editSources, type FundedProject } from "./service.ts";
import { sourceFormRows, sourceFormValues, sourceIdNames } from "./words.ts";

export function addSourceRoutes(router: Router, deps: Deps): void {
  const editing = sourcesForm(deps);
  const may = allow("funding:edit");
  router.get(paths.editFundingSources(":projectId"), may, editing.show);
  router.post(paths.fundingSources(":projectId"), may, editing.submit);
}

function sourcesForm(deps: Deps) {
  return form(deps, sourcesSchema, {
    initial: async (_req, res) => {
      const { id, version } = projectOf(res);
      return valuesOf({ version, sources: await listSources(deps.db, id) }, res);
    },
    show: (_req, res, state) => showForm(res, state),
    save: async (req, res, { version, sources }) => {
      const projectId = projectOf(res).id;
      const formOf = (stored: FundedProject) => valuesOf(stored, res);
      await editSources(deps, authorOf(req, res), { projectId, version, sources, formOf });
      res.locals.say("saved");
      res.redirect(303, paths.funding(projectId));
    },
  });
}

function valuesOf({ version, sources }: FundedProject, res: Response) {
  return { version: String(version), ...sourceFormValues(sources, res.locals.formats) };
}

function showForm(res: Response, state: FormState): void {
  const { texts } = res.locals;
  const { id } = projectOf(res);
  const words = texts.funding.sourcesForm;
  const back = { label: texts.funding.title, href: paths.funding(id) };
  const model = presentFormPage(
    {
      title: words.title,
      lead: [words.lead, texts.projectForm.fields.sourcesHint],
      action: paths.fundingSources(id),
      hidden: ["version", ...sourceIdNames(state)],
      sections: [{ rows: sourceFormRows(state, texts) }],
      submit: words.save,
      cancel: { href: back.href },
    },
    state,
    texts,
  );
  const breadcrumbs = projectCrumbs(res, back, { label: words.title });
  res.locals.page("partials/form-page", model, { title: words.title, breadcrumbs });
}
