import { type Request, type Response, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import {
  findLivingCard,
  listLivingCards,
  listLivingPlans,
  listMeasureNames,
} from "../../../../db/queries/card-choices.ts";
import {
  type CardOfProject,
  findCardOfProject,
  listCardsOfProject,
} from "../../../../db/queries/card-link-list.ts";
import { allow, can } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { linkValues } from "../form/presenter.ts";
import { removeLink } from "../removal/service.ts";
import { editedLinkSchema, projectCardSchema } from "../schema.ts";
import { editLink, linkProject } from "../service.ts";
import {
  presentCardChoice,
  presentNewProjectCard,
  presentProjectCardForm,
  presentProjectCards,
} from "./presenter.ts";

/** The cards that a project fulfils, seen and linked from the project. */
export function projectCardRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const project = ":projectId";
  router.get(paths.projectCards(project), allow("project:view"), async (_req, res) => {
    const { id } = projectOf(res);
    const cards = await listCardsOfProject(deps.db, { projectId: id });
    const { texts } = res.locals;
    const model = presentProjectCards(id, cards, can(res, "card-link:edit"), texts);
    const { title } = model.pageHeader;
    res.locals.page("card-links/project", model, {
      ...{ title, breadcrumbs: projectCrumbs(res, { label: title }) },
    });
  });
  const door = allow("card-link:edit");
  const created = newCardForm(deps);
  router.get(paths.newProjectCard(project), door, created.show);
  router.post(paths.projectCards(project), door, created.submit);
  const edited = cardForm(deps);
  router.get(paths.editProjectCard(project, ":cardLinkId"), door, edited.show);
  router.post(paths.projectCard(project, ":cardLinkId"), door, edited.submit);
  router.post(paths.projectCardArchiving(project, ":cardLinkId"), door, async (req, res) => {
    const key = { projectId: projectOf(res).id, id: idParam(req.params.cardLinkId) };
    await removeLink(deps, authorOf(req, res), key);
    backToCards(res, "removed");
  });
  return router;
}

function newCardForm(deps: Deps) {
  return form(deps, projectCardSchema, {
    initial: (req) => ({ cardId: String(req.query.card ?? "") }),
    show: (req, res, state) => showNewCard(deps, req, res, state),
    save: async (req, res, entry) => {
      await linkProject(deps, authorOf(req, res), projectOf(res).id, entry);
      backToCards(res, "saved");
    },
  });
}

async function showNewCard({ db }: Deps, req: Request, res: Response, state: FormState) {
  const { id: projectId } = projectOf(res);
  const { texts } = res.locals;
  const cardId = Number(state.values.cardId) || 0;
  const card = Number.isSafeInteger(cardId) ? await findLivingCard(db, cardId) : undefined;
  const asked = Number(req.query.plan) || null;
  if (!card || (asked !== null && asked !== card.planId)) {
    const plans = await listLivingPlans(db);
    const planId = plans.find(({ id }) => id === asked)?.id ?? plans[0]?.id ?? null;
    const cards = planId === null ? [] : await listLivingCards(db, planId);
    return show(
      res,
      "card-links/new",
      presentCardChoice(projectId, { plans, planId, cards }, texts),
    );
  }
  const choices = await choicesOf(db, { projectId, cardId: card.id });
  show(res, "partials/form-page", presentNewProjectCard(projectId, card, choices, state, texts));
}

function cardForm(deps: Deps) {
  return form(deps, editedLinkSchema, {
    initial: async (req, res) => {
      const { id, version, measureId, activityId, note } = await linkOf(deps, req, res);
      return linkValues({
        ...{ id, version, measureId, activityId, note },
        ...{ projectName: null, registrationNumber: null },
      });
    },
    show: async (req, res, state) => {
      const { id: projectId } = projectOf(res);
      const card = await linkOf(deps, req, res);
      const choices = await choicesOf(deps.db, { projectId, cardId: card.cardId });
      const { texts } = res.locals;
      const model = presentProjectCardForm(projectId, card, choices, state, texts);
      show(res, "partials/form-page", model);
    },
    save: async (req, res, entry) => {
      const { id } = await linkOf(deps, req, res);
      const key = { projectId: projectOf(res).id, id };
      await editLink(deps, authorOf(req, res), key, { entry, formOf: linkValues });
      backToCards(res, "saved");
    },
  });
}

async function choicesOf(db: Deps["db"], of: { projectId: number; cardId: number }) {
  const [measures, activities] = await Promise.all([
    listMeasureNames(db, of.cardId),
    listActivityNames(db, of.projectId),
  ]);
  return { measures, activities };
}

async function linkOf({ db }: Deps, req: Request, res: Response): Promise<CardOfProject> {
  const key = { projectId: projectOf(res).id, id: idParam(req.params.cardLinkId) };
  const link = await findCardOfProject(db, key);
  if (!link) throw new NotFound("card link");
  return link;
}

function show(
  res: Response,
  view: string,
  model: { pageHeader: { title: string } } & Record<string, unknown>,
): void {
  const { id } = projectOf(res);
  const { title } = model.pageHeader;
  const list = { label: res.locals.texts.cardLinks.project.title, href: paths.projectCards(id) };
  res.locals.page(view, model, { title, breadcrumbs: projectCrumbs(res, list, { label: title }) });
}

function backToCards(res: Response, said: "saved" | "removed"): void {
  res.locals.say(said);
  res.redirect(303, paths.projectCards(projectOf(res).id));
}
