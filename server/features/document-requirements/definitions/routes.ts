import type { Request, Response, Router } from "express";
import {
  type DocumentRequirement,
  findRequirement,
  listRequirements,
} from "../../../../db/queries/document-requirements.ts";
import { listEventKinds } from "../../../../db/queries/event-kinds.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import type { Crumb } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { ruleTabs } from "../../../web/rule-tabs.ts";
import { editedRequirementSchema, newRequirementSchema } from "../schema.ts";
import { presentRequirementForm, presentRequirements, requirementValues } from "./presenter.ts";
import { createRequirement, editRequirement } from "./service.ts";

export function addDefinitionRoutes(router: Router, deps: Deps): void {
  const { db } = deps;
  const administers = allow("document-requirement:administer");
  router.get(paths.documentRequirements(), administers, async (_req, res) => {
    const [requirements, kinds] = await Promise.all([listRequirements(db), listEventKinds(db)]);
    const tabs = ruleTabs("documents", res.locals.texts);
    const model = presentRequirements(requirements, kinds, tabs, res.locals);
    const { title } = model.pageHeader;
    res.locals.page("document-requirements/index", model, { title, breadcrumbs: crumbs(res) });
  });
  const created = newForm(deps);
  router.get(paths.newDocumentRequirement(), administers, created.show);
  router.post(paths.documentRequirements(), administers, created.submit);
  const edited = editedForm(deps);
  router.get(paths.editDocumentRequirement(":requirementId"), administers, edited.show);
  router.post(paths.documentRequirement(":requirementId"), administers, edited.submit);
}

function crumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const { title: label } = texts.documentRequirements.definitions;
  return [
    { label: texts.frame.navigation.administration },
    { label: texts.programmeRules.title, href: paths.rules() },
    { label, ...(rest.length > 0 && { href: paths.documentRequirements() }) },
    ...rest,
  ];
}

function newForm(deps: Deps) {
  return form(deps, newRequirementSchema, {
    initial: async (_req, res) => {
      const last = (await listRequirements(deps.db)).at(-1)?.position ?? 0;
      const usual = { appliesTo: "project", dueDays: "14", validFrom: res.locals.today };
      return { ...usual, position: String(last + 1) };
    },
    show: (_req, res, state) => showForm(deps, res, state, null),
    save: async (req, res, entry) => {
      await createRequirement(deps, authorOf(req, res), entry);
      res.locals.say("created");
      res.redirect(303, paths.documentRequirements());
    },
  });
}

function editedForm(deps: Deps) {
  return form(deps, editedRequirementSchema, {
    initial: async (req) => requirementValues(await requirementOf(deps, req)),
    show: async (req, res, state) => showForm(deps, res, state, await requirementOf(deps, req)),
    save: async (req, res, entry) => {
      const { id } = await requirementOf(deps, req);
      const edit = { id, entry, formOf: requirementValues };
      await editRequirement(deps, authorOf(req, res), edit);
      res.locals.say("saved");
      res.redirect(303, paths.documentRequirements());
    },
  });
}

async function showForm(
  { db }: Deps,
  res: Response,
  state: FormState,
  requirement: DocumentRequirement | null,
): Promise<void> {
  const kinds = await listEventKinds(db);
  const model = presentRequirementForm(state, requirement, kinds, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = crumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

async function requirementOf({ db }: Deps, req: Request): Promise<DocumentRequirement> {
  const requirement = await findRequirement(db, idParam(String(req.params.requirementId)));
  if (!requirement) throw new NotFound("document requirement");
  return requirement;
}
