import { type Request, type Response, Router } from "express";
import { findMeasure, type Measure } from "../../../db/queries/measures.ts";
import { listPlanOwners } from "../../../db/queries/plan-owners.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, Forbidden, NotFound, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form, parse } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { rightToAnswer } from "../card-statements/rules.ts";
import { cardCrumbs, cardOf, livingCardOf, loadCard } from "../cards/load-card.ts";
import { loadPlan, planOf } from "../plans/load-plan.ts";
import { setMeasureArchived } from "./archive/service.ts";
import { measureValues, presentMeasureForm } from "./form/presenter.ts";
import { editedMeasureSchema, measureSchema, measureStateSchema } from "./schema.ts";
import { createMeasure, editMeasure } from "./service.ts";
import { setMeasureState } from "./state/service.ts";

const loaded = new WeakMap<Response, Measure>();
const AT = [":planId", ":cardId", ":measureId"] as const;

export function measureRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("cardId", loadCard(deps));
  router.param("measureId", async (_req, res, next, text) => {
    if (!res.locals.viewer) return next();
    const measure = await findMeasure(deps.db, { cardId: cardOf(res).id, id: idParam(text) });
    if (!measure) throw new NotFound("measure");
    loaded.set(res, measure);
    next();
  });
  addForms(router, deps);
  router.post(paths.measureState(...AT), allow("card:answer"), (req, res) =>
    saveState(deps, req, res),
  );
  for (const [path, isArchived] of [
    [paths.measureArchiving(...AT), true],
    [paths.measureRestoration(...AT), false],
  ] as const)
    router.post(path, allow("plan:edit"), async (req, res) => {
      await setMeasureArchived(deps, authorOf(req, res), keyOf(res), isArchived);
      res.locals.say(isArchived ? "measureArchived" : "restored");
      backToCard(res, "measures");
    });
  return router;
}

function addForms(router: Router, deps: Deps): void {
  const created = form(deps, measureSchema, {
    initial: (_req, res) => {
      livingCardOf(res);
      return { state: "planned" };
    },
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const { planId, id } = livingCardOf(res);
      const measureId = await createMeasure(deps, authorOf(req, res), { planId, id }, entry);
      res.locals.say("created");
      backToCard(res, `measure-${measureId}`);
    },
  });
  const edited = form(deps, editedMeasureSchema, {
    initial: (_req, res) => measureValues(livingMeasureOf(res)),
    show: (_req, res, state) => showForm(deps, res, measureOf(res), state),
    save: async (req, res, entry) => {
      const edit = { entry, formOf: measureValues };
      await editMeasure(deps, authorOf(req, res), keyOf(res), edit);
      res.locals.say("saved");
      backToCard(res, `measure-${measureOf(res).id}`);
    },
  });
  const door = allow("plan:edit");
  const at = [":planId", ":cardId"] as const;
  router.get(paths.newMeasure(...at), door, created.show);
  router.post(paths.measures(...at), door, created.submit);
  router.get(paths.editMeasure(...AT), door, edited.show);
  router.post(paths.measure(...AT), door, edited.submit);
}

async function saveState(deps: Deps, req: Request, res: Response): Promise<void> {
  const right = rightOf(res);
  const { state } = parse(measureStateSchema, req.body);
  const author = { ...authorOf(req, res), ...right };
  await setMeasureState(deps, author, keyOf(res), state);
  backToCard(res, `measure-${measureOf(res).id}`);
}

/** Whoever answers for the card, and the owner of the measure itself with whoever stands in for them. */
function rightOf(res: Response): { onBehalfOfId: number | null } {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  const plan = planOf(res);
  const { archivedAt, ownerUserId } = livingCardOf(res);
  const viewer = { ...reach, editsPlans: can(res, "plan:edit") };
  const measure = livingMeasureOf(res);
  const right =
    rightToAnswer({ ownerUserId, archivedAt, plan }, viewer) ??
    rightToAnswer({ ownerUserId: measure.ownerUserId, archivedAt, plan }, viewer);
  if (!right) throw new Forbidden("card:answer");
  return right;
}

function measureOf(res: Response): Measure {
  const measure = loaded.get(res);
  if (!measure) throw new NotFound("measure");
  return measure;
}

function livingMeasureOf(res: Response): Measure {
  livingCardOf(res);
  const measure = measureOf(res);
  if (measure.archivedAt !== null) throw new Conflict("archived");
  return measure;
}

function keyOf(res: Response) {
  const { planId, id: cardId } = cardOf(res);
  return { planId, cardId, id: measureOf(res).id };
}

function backToCard(res: Response, anchor: string): void {
  const { planId, id } = cardOf(res);
  res.redirect(303, `${paths.card(planId, id)}#${anchor}`);
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  measure: Measure | null,
  state: FormState,
): Promise<void> {
  const card = cardOf(res);
  const owners = await listPlanOwners(db, card.planId);
  const model = presentMeasureForm(measure, { card, owners }, state, res.locals.texts);
  const { title } = model.pageHeader;
  const breadcrumbs = cardCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
