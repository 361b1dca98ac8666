import type { Request, Response, Router } from "express";
import {
  findIndicatorDefinition,
  type IndicatorDefinition,
  listIndicatorDefinitions,
} from "../../../../db/queries/indicator-definitions.ts";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import {
  emptyDefinition,
  presentDefinitionForm,
  presentDefinitions,
  storedDefinition,
} from "./presenter.ts";
import { definitionSchema, editedDefinitionSchema } from "./schema.ts";
import { createDefinition, editDefinition, setDefinitionArchived } from "./service.ts";

declare global {
  namespace Express {
    interface Locals {
      definition?: IndicatorDefinition;
    }
  }
}

/** The catalogue of indicators, kept by administrators. */
export function addDefinitionRoutes(router: Router, deps: Deps): void {
  const may = allow("rule:administer");
  router.param("definitionId", async (_req, res, next, text) => {
    if (!can(res, "rule:administer")) return next();
    const definition = await findIndicatorDefinition(deps.db, idParam(text));
    if (!definition) throw new NotFound("definition");
    res.locals.definition = definition;
    next();
  });
  const creation = newForm(deps);
  const edition = editForm(deps);
  router.get(paths.indicatorDefinitions(), may, async (_req, res) => {
    const model = presentDefinitions(await listIndicatorDefinitions(deps.db), res.locals);
    const { title } = model.pageHeader;
    res.locals.page("indicator-definitions/index", model, { title, breadcrumbs: crumbs(res) });
  });
  router.get(paths.newIndicatorDefinition(), may, creation.show);
  router.post(paths.indicatorDefinitions(), may, creation.submit);
  router.get(paths.editIndicatorDefinition(":definitionId"), may, edition.show);
  router.post(paths.indicatorDefinition(":definitionId"), may, edition.submit);
  router.post(paths.definitionArchive(":definitionId"), may, archive(deps, true));
  router.post(paths.definitionRestoration(":definitionId"), may, archive(deps, false));
}

function newForm(deps: Deps) {
  return form(deps, definitionSchema, {
    initial: emptyDefinition,
    show: (_req, res, state) => showForm(res, state),
    save: async (req, res, fields) => {
      await createDefinition(deps, authorOf(req, res), fields);
      res.locals.say("created");
      res.redirect(303, paths.indicatorDefinitions());
    },
  });
}

function editForm(deps: Deps) {
  return form(deps, editedDefinitionSchema, {
    initial: (_req, res) => storedDefinition(definitionOf(res)),
    show: (_req, res, state) => showForm(res, state, definitionOf(res)),
    save: async (req, res, { version, ...fields }) => {
      const { id } = definitionOf(res);
      const edit = { fields, formOf: storedDefinition };
      await editDefinition(deps, authorOf(req, res), { id, version }, edit);
      res.locals.say("saved");
      res.redirect(303, paths.indicatorDefinitions());
    },
  });
}

function showForm(res: Response, state: FormState, edited?: IndicatorDefinition): void {
  const model = presentDefinitionForm(state, edited, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = crumbs(res, title);
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

function archive(deps: Deps, isArchived: boolean) {
  return async (req: Request, res: Response) => {
    const { id } = definitionOf(res);
    await setDefinitionArchived(deps, authorOf(req, res), { id, isArchived });
    res.locals.say(isArchived ? "saved" : "restored");
    res.redirect(303, paths.indicatorDefinitions());
  };
}

function crumbs(res: Response, here?: string) {
  const { frame, indicatorDefinitions } = res.locals.texts;
  const rules = { label: frame.navigation.rules, href: paths.rules() };
  const { title } = indicatorDefinitions;
  if (here === undefined) return [rules, { label: title }];
  return [rules, { label: title, href: paths.indicatorDefinitions() }, { label: here }];
}

function definitionOf(res: Response): IndicatorDefinition {
  const { definition } = res.locals;
  if (!definition) throw new NotFound("definition");
  return definition;
}
