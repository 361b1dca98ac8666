import { type Request, type RequestParamHandler, type Response, Router } from "express";
import { findPlanImportLines } from "../../../../db/queries/plan-imports.ts";
import { listTerms } from "../../../../db/queries/plan-terms.ts";
import { listServices } from "../../../../db/queries/social-services.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form, parse } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { withQuery } from "../../../web/query-string.ts";
import { loadPlan } from "../../plans/load-plan.ts";
import type { ComparedCard } from "../comparing/rules.ts";
import { type ComparedImport, compareImport } from "../comparing/service.ts";
import { importCrumbs, keyOf } from "../import-pages.ts";
import { loadPlanImport, planImportOf } from "../load-plan-import.ts";
import type { AccountedLine } from "../recognition/rules.ts";
import { decideCard, decideRepair, editImportedCard } from "../reviewing/service.ts";
import { decisionSchema, editedCardSchema, repairSchema } from "../schema.ts";
import { cardAfter, type Filter, filterOf } from "../show/rules.ts";
import { presentEditedCard, valuesOf } from "./edit-presenter.ts";
import { presentCard } from "./presenter.ts";

/** The cards of a read annex, one after another: the source beside what comes of it. */
export function importedCardRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("planImportId", loadPlanImport(deps));
  router.param("ordinal", ordinalParam);
  const may = allow("plan:edit");
  const one = [":planId", ":planImportId", ":ordinal"] as const;
  router.get(paths.importedCard(...one), may, (req, res) => showCard(deps, req, res));
  const editing = editingForm(deps);
  router.get(paths.editImportedCard(...one), may, editing.show);
  router.post(paths.importedCard(...one), may, editing.submit);
  router.post(paths.importedCardDecision(...one), may, async (req, res) => {
    const { version, choice, show } = parse(decisionSchema, req.body);
    const key = { ...keyOf(res), ordinal: ordinalOf(res), version };
    await decideCard(deps, authorOf(req, res), key, choice);
    const isDecided = choice === "accepted" || choice === "skipped";
    await goOn(deps, res, { filter: show ?? "all", isDecided });
  });
  router.post(paths.importedCardRepair(...one), may, async (req, res) => {
    const { repair, state } = parse(repairSchema, req.body);
    const told = { repairId: repair, isDeclined: state === "declined" };
    await decideRepair(deps, authorOf(req, res), keyOf(res), told);
    const { planId, id } = keyOf(res);
    const address = paths.importedCard(planId, id, ordinalOf(res));
    res.redirect(303, withQuery(address, shownIn(filterOf(req.query.show))));
  });
  return router;
}

const ordinals = new WeakMap<Response, number>();

const ordinalParam: RequestParamHandler = (_req, res, next, text) => {
  ordinals.set(res, idParam(text));
  next();
};

function ordinalOf(res: Response): number {
  return ordinals.get(res) ?? 0;
}

function shownIn(filter: Filter) {
  return { show: filter === "all" ? null : filter };
}

function cardOf(res: Response, compared: ComparedImport): ComparedCard {
  const card = compared.cards.find(({ ordinal }) => ordinal === ordinalOf(res));
  if (!card) throw new NotFound("imported card");
  return card;
}

/** To the next card of the list at hand, after the last one back to the whole. */
async function goOn(
  deps: Deps,
  res: Response,
  { filter, isDecided }: { filter: Filter; isDecided: boolean },
): Promise<void> {
  const found = planImportOf(res);
  const { planId, id } = found;
  const { cards } = await compareImport(deps.db, found);
  const next = isDecided ? cardAfter(cards, filter, ordinalOf(res)) : cardOfCards(res, cards);
  const address = next
    ? paths.importedCard(planId, id, next.ordinal)
    : paths.planImport(planId, id);
  res.redirect(303, withQuery(address, shownIn(filter)));
}

function cardOfCards(res: Response, cards: readonly ComparedCard[]): ComparedCard | undefined {
  return cards.find(({ ordinal }) => ordinal === ordinalOf(res));
}

async function linesOf({ db }: Deps, importId: number): Promise<AccountedLine[]> {
  return JSON.parse(await findPlanImportLines(db, importId)) as AccountedLine[];
}

async function showCard(deps: Deps, req: Request, res: Response): Promise<void> {
  const { texts } = res.locals;
  const compared = await compareImport(deps.db, planImportOf(res));
  const card = cardOf(res, compared);
  const model = presentCard(
    {
      ...{ compared, card, filter: filterOf(req.query.show) },
      lines: await linesOf(deps, compared.found.id),
      catalogue: { services: await listServices(deps.db), terms: await listTerms(deps.db) },
    },
    res.locals,
  );
  const label = card.content.number || texts.planImports.card.noNumber;
  const title = `${label} ${card.content.name}`;
  res.locals.page("plan-imports/card", model, { title, breadcrumbs: importCrumbs(res, { label }) });
}

function editingForm(deps: Deps) {
  return form(deps, editedCardSchema, {
    initial: async (req, res) => {
      const card = cardOf(res, await compareImport(deps.db, planImportOf(res)));
      return {
        ...valuesOf(card.content),
        version: String(card.version),
        show: filterOf(req.query.show),
      };
    },
    show: (_req, res, state) => showForm(deps, res, state),
    save: async (req, res, entry) => {
      const { version, show, ...content } = entry;
      const key = { ...keyOf(res), ordinal: ordinalOf(res), version };
      await editImportedCard(deps, authorOf(req, res), key, { content, formOf: valuesOf });
      await goOn(deps, res, { filter: show ?? "all", isDecided: true });
    },
  });
}

async function showForm(deps: Deps, res: Response, state: FormState): Promise<void> {
  const compared = await compareImport(deps.db, planImportOf(res));
  const card = cardOf(res, compared);
  const lines = await linesOf(deps, compared.found.id);
  const model = presentEditedCard({ compared, card, lines }, state, res.locals);
  const label = card.content.number || res.locals.texts.planImports.card.noNumber;
  const { title } = model.pageHeader;
  res.locals.page("plan-imports/edit", model, { title, breadcrumbs: importCrumbs(res, { label }) });
}
