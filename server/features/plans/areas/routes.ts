import type { Response, Router } from "express";
import { findArea, listAreas, type PlanArea } from "../../../../db/queries/plan-areas.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { idParam } from "../../../web/id-param.ts";
import { livingPlanOf, planCrumbs, planOf } from "../load-plan.ts";
import { archiveArea, createArea, editArea } from "./editing/service.ts";
import { areaValues, presentAreaForm } from "./presenter.ts";
import { areaSchema, editedAreaSchema } from "./schema.ts";

const loaded = new WeakMap<Response, PlanArea>();

export function addAreaRoutes(router: Router, deps: Deps): void {
  router.param("areaId", async (_req, res, next, text) => {
    if (!res.locals.viewer) return next();
    const area = await findArea(deps.db, { planId: planOf(res).id, id: idParam(text) });
    if (!area) throw new NotFound("area");
    loaded.set(res, area);
    next();
  });
  const created = form(deps, areaSchema, {
    initial: (_req, res) => {
      livingPlanOf(res);
      return { kind: "area" };
    },
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      await createArea(deps, authorOf(req, res), livingPlanOf(res).id, entry);
      backToPlan(res, "created");
    },
  });
  const edited = form(deps, editedAreaSchema, {
    initial: (_req, res) => areaValues(livingAreaOf(res)),
    show: (_req, res, state) => showForm(deps, res, areaOf(res), state),
    save: async (req, res, entry) => {
      const edit = { entry, formOf: areaValues };
      await editArea(deps, authorOf(req, res), livingAreaOf(res), edit);
      backToPlan(res, "saved");
    },
  });
  const door = allow("plan:edit");
  const at = [":planId", ":areaId"] as const;
  router.get(paths.newArea(":planId"), door, created.show);
  router.post(paths.areas(":planId"), door, created.submit);
  router.get(paths.editArea(...at), door, edited.show);
  router.post(paths.area(...at), door, edited.submit);
  router.post(paths.areaArchiving(...at), door, async (req, res) => {
    livingPlanOf(res);
    await archiveArea(deps, authorOf(req, res), areaOf(res));
    backToPlan(res, "areaArchived");
  });
}

function areaOf(res: Response): PlanArea {
  return loaded.get(res) as PlanArea;
}

function livingAreaOf(res: Response): PlanArea {
  livingPlanOf(res);
  const area = areaOf(res);
  if (area.archivedAt !== null) throw new Conflict("archived");
  return area;
}

function backToPlan(res: Response, said: "created" | "saved" | "areaArchived"): void {
  res.locals.say(said);
  res.redirect(303, paths.plan(planOf(res).id));
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  area: PlanArea | null,
  state: FormState,
): Promise<void> {
  const plan = planOf(res);
  const areas = await listAreas(db, plan.id);
  const model = presentAreaForm(area, { plan, areas }, state, res.locals.texts);
  const { title } = model.pageHeader;
  const breadcrumbs = planCrumbs(res, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
