import { type Request, type Response, Router } from "express";
import {
  countCardsByTerm,
  findPlanTerm,
  listPlanTerms,
  type PlanTerm,
} from "../../../db/queries/plan-terms.ts";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { ruleTabs } from "../../web/rule-tabs.ts";
import { presentTermForm, presentTerms, termValues } from "./presenter.ts";
import { archivingSchema, editedTermSchema, newTermSchema } from "./schema.ts";
import { createTerm, editTerm, toggleTermArchived } from "./service.ts";

/** The catalogue of words that plans use. */
export function planTermRoutes(deps: Deps): Router {
  const router = Router();
  const administers = allow("rule:administer");
  router.get(paths.planTerms(), administers, (_req, res) => showList(deps, res));
  const created = newTermForm(deps);
  router.get(paths.newPlanTerm(), administers, created.show);
  router.post(paths.planTerms(), administers, created.submit);
  const edited = editedTermForm(deps);
  router.get(paths.editPlanTerm(":termId"), administers, edited.show);
  router.post(paths.planTerm(":termId"), administers, edited.submit);
  const archived = archivingForm(deps);
  router.post(paths.planTermArchiving(":termId"), administers, archived.submit);
  return router;
}

async function showList({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const [terms, counts] = await Promise.all([listPlanTerms(db), countCardsByTerm(db)]);
  const tabs = ruleTabs("planTerms", res.locals.texts);
  const model = presentTerms(terms, counts, tabs, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("plan-terms/index", model, { title, breadcrumbs: crumbs(res) });
}

function crumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { texts } = res.locals;
  const { title } = texts.planTerms;
  return [
    { label: texts.frame.navigation.administration },
    { label: texts.programmeRules.title, href: paths.rules() },
    rest.length > 0 ? { label: title, href: paths.planTerms() } : { label: title },
    ...rest,
  ];
}

function newTermForm(deps: Deps) {
  return form(deps, newTermSchema, {
    initial: async () => {
      const last = (await listPlanTerms(deps.db)).at(-1)?.position ?? 0;
      return { position: String(last + 1), kind: "target-group" };
    },
    show: (_req, res, state) => showForm(res, state, null),
    save: async (req, res, entry) => {
      await createTerm(deps, authorOf(req, res), entry);
      res.locals.say("created");
      res.redirect(303, paths.planTerms());
    },
  });
}

function editedTermForm(deps: Deps) {
  return form(deps, editedTermSchema, {
    initial: async (req) => termValues(await termOf(deps, req)),
    show: async (req, res, state) => showForm(res, state, await termOf(deps, req)),
    save: async (req, res, entry) => {
      const { id } = await termOf(deps, req);
      await editTerm(deps, authorOf(req, res), { id, entry, formOf: termValues });
      res.locals.say("saved");
      res.redirect(303, paths.planTerms());
    },
  });
}

/** Into the archive and out of it; a press on an outdated page shows the form as it stands now. */
function archivingForm(deps: Deps) {
  return form(deps, archivingSchema, {
    show: async (req, res, state) => {
      const term = await termOf(deps, req);
      showForm(res, { ...state, values: termValues(term) }, term);
    },
    save: async (req, res, { version }) => {
      const term = await termOf(deps, req);
      const key = { id: term.id, version, formOf: termValues };
      await toggleTermArchived(deps, authorOf(req, res), key);
      res.locals.say(term.archivedAt === null ? "archived" : "restored");
      res.redirect(303, paths.planTerms());
    },
  });
}

function showForm(res: Response, state: FormState, term: PlanTerm | null): void {
  const model = presentTermForm(state, term, res.locals.texts);
  const { title } = model.pageHeader;
  const breadcrumbs = crumbs(res, { label: title });
  res.locals.page("plan-terms/form", model, { title, breadcrumbs });
}

async function termOf({ db }: Pick<Deps, "db">, req: Request): Promise<PlanTerm> {
  const term = await findPlanTerm(db, idParam(req.params.termId));
  if (!term) throw new NotFound("term of plans");
  return term;
}
