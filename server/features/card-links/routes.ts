import { type Request, type Response, Router } from "express";
import { findShownLink, type ShownLink } from "../../../db/queries/card-link-list.ts";
import { allow } from "../../access/allow.ts";
import { viewersReach } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { cardCrumbs, cardOf, livingCardOf, loadCard } from "../cards/load-card.ts";
import { loadPlan } from "../plans/load-plan.ts";
import { listLinkChoices } from "./form/choices.ts";
import {
  linkValues,
  presentLinkForm,
  presentNewLink,
  presentProjectChoice,
} from "./form/presenter.ts";
import { removeLink, restoreLink } from "./removal/service.ts";
import { cardLinkSchema, editedLinkSchema } from "./schema.ts";
import { editLink, linkCard } from "./service.ts";

/** Links of a card, made and mended from its page. */
export function cardLinkRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("cardId", loadCard(deps));
  const door = allow("plan:edit");
  const at = [":planId", ":cardId"] as const;
  const created = newLinkForm(deps);
  router.get(paths.newCardLink(...at), door, created.show);
  router.post(paths.cardLinks(...at), door, created.submit);
  const edited = linkForm(deps);
  router.get(paths.editCardLink(...at, ":linkId"), door, edited.show);
  router.post(paths.cardLink(...at, ":linkId"), door, edited.submit);
  router.post(paths.cardLinkArchiving(...at, ":linkId"), door, async (req, res) => {
    const { id: cardId } = livingCardOf(res);
    await removeLink(deps, authorOf(req, res), { cardId, id: idParam(req.params.linkId) });
    backToCard(res, "removed");
  });
  router.post(paths.cardLinkRestoration(...at, ":linkId"), door, async (req, res) => {
    const { id: cardId } = livingCardOf(res);
    await restoreLink(deps, authorOf(req, res), { cardId, id: idParam(req.params.linkId) });
    backToCard(res, "restored");
  });
  return router;
}

function newLinkForm(deps: Deps) {
  return form(deps, cardLinkSchema, {
    initial: (req, res) => {
      livingCardOf(res);
      const chosen = String(req.query.project ?? "");
      return { project: chosen, projectId: chosen };
    },
    show: (_req, res, state) => showNewLink(deps, res, state),
    save: async (req, res, entry) => {
      const { id: cardId } = livingCardOf(res);
      const of = { cardId, reach: viewersReach(res) };
      await linkCard(deps, authorOf(req, res), of, entry);
      backToCard(res, "saved");
    },
  });
}

async function showNewLink({ db }: Deps, res: Response, state: FormState): Promise<void> {
  const card = cardOf(res);
  const projectId = Number(state.values.projectId) || null;
  const of = { cardId: card.id, projectId, reach: viewersReach(res) };
  const choices = await listLinkChoices(db, of);
  const { texts } = res.locals;
  const isChosen = choices.projects.some(({ id }) => id === projectId);
  const model = isChosen
    ? presentNewLink(card, choices, state, texts)
    : presentProjectChoice(card, choices, state, texts);
  showForm(res, isChosen ? "partials/form-page" : "card-links/new", model);
}

function linkForm(deps: Deps) {
  return form(deps, editedLinkSchema, {
    initial: async (req, res) => linkValues(await linkOf(deps, req, res)),
    show: async (req, res, state) => {
      const card = livingCardOf(res);
      const link = await linkOf(deps, req, res);
      const of = { cardId: card.id, projectId: link.projectId, reach: viewersReach(res) };
      const choices = await listLinkChoices(deps.db, of);
      const model = presentLinkForm(card, link, choices, state, res.locals.texts);
      showForm(res, "partials/form-page", model);
    },
    save: async (req, res, entry) => {
      livingCardOf(res);
      const { cardId, id } = await linkOf(deps, req, res);
      const edit = { entry, formOf: linkValues };
      await editLink(deps, authorOf(req, res), { cardId, id }, edit);
      backToCard(res, "saved");
    },
  });
}

/** The link of the address; what leads to a project out of reach may be removed, not read. */
async function linkOf({ db }: Deps, req: Request, res: Response): Promise<ShownLink> {
  const key = { cardId: cardOf(res).id, id: idParam(req.params.linkId) };
  const link = await findShownLink(db, key, viewersReach(res));
  if (!link || link.isElsewhere) throw new NotFound("card link");
  return link;
}

function showForm(
  res: Response,
  view: string,
  model: { pageHeader: { title: string } } & Record<string, unknown>,
): void {
  const { title } = model.pageHeader;
  res.locals.page(view, model, { title, breadcrumbs: cardCrumbs(res, { label: title }) });
}

function backToCard(res: Response, said: "saved" | "removed" | "restored"): void {
  const { planId, id } = cardOf(res);
  res.locals.say(said);
  res.redirect(303, paths.card(planId, id));
}
