import type { Request, Response, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import {
  findIndicatorDefinition,
  type IndicatorDefinition,
  listIndicatorDefinitions,
} from "../../../../db/queries/indicator-definitions.ts";
import { hasIndicatorValues } from "../../../../db/queries/indicator-values.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { activityOptions } from "../activity-options.ts";
import { indicatorCrumbs, indicatorOf } from "../load-indicator.ts";
import { chosenDecimals, editedIndicatorSchema, indicatorSchema } from "../schema.ts";
import { createIndicator, editIndicator } from "../service.ts";
import { newIndicatorValues, presentIndicatorForm, storedIndicatorValues } from "./presenter.ts";

type Reading = Pick<Deps, "db">;

export function addFormRoutes(router: Router, deps: Deps): void {
  const creation = newForm(deps);
  const edition = editForm(deps);
  const ids = [":projectId", ":indicatorId"] as const;
  const may = allow("indicator:edit");
  router.get(paths.newIndicator(":projectId"), may, creation.show);
  router.post(paths.indicators(":projectId"), may, creation.submit);
  router.get(paths.editIndicator(...ids), may, edition.show);
  router.post(paths.indicator(...ids), may, edition.submit);
}

function newForm(deps: Deps) {
  return form(deps, (res: Response) => indicatorSchema(chosenDecimals(res.req.body)), {
    initial: async (req, res) =>
      newIndicatorValues(await definitionAsked(deps, req), res.locals.language),
    show: (_req, res, state) => showNew(deps, res, state),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createIndicator(deps, authorOf(req, res), { ...entry, projectId });
      res.locals.say("created");
      res.redirect(303, paths.indicator(projectId, id));
    },
  });
}

function editForm(deps: Deps) {
  return form(deps, (res: Response) => editedIndicatorSchema(chosenDecimals(res.req.body)), {
    initial: (_req, res) => storedIndicatorValues(indicatorOf(res), res.locals.formats),
    show: (_req, res, state) => showEdit(deps, res, state),
    save: async (req, res, { version, ...fields }) => {
      const { projectId, id } = indicatorOf(res);
      await editIndicator(deps, authorOf(req, res), {
        projectId,
        indicatorId: id,
        version,
        fields,
        formOf: (stored) => storedIndicatorValues(stored, res.locals.formats),
      });
      res.locals.say("saved");
      res.redirect(303, paths.indicator(projectId, id));
    },
  });
}

async function showNew(deps: Reading, res: Response, state: FormState): Promise<void> {
  const projectId = projectOf(res).id;
  const [choices, all] = await Promise.all([
    loadChoices(deps, projectId),
    listIndicatorDefinitions(deps.db),
  ]);
  const definitions = all.filter(({ archivedAt }) => archivedAt === null);
  const model = presentIndicatorForm(state, { ...choices, projectId, definitions }, res.locals);
  const list = { label: res.locals.texts.indicators.title, href: paths.indicators(projectId) };
  const breadcrumbs = projectCrumbs(res, list, { label: model.pageHeader.title });
  res.locals.page("indicators/form", model, { title: model.pageHeader.title, breadcrumbs });
}

async function showEdit(deps: Reading, res: Response, state: FormState): Promise<void> {
  const { id, projectId, archivedAt, ...current } = indicatorOf(res);
  if (archivedAt !== null) throw new Conflict("archived");
  const [choices, hasValues] = await Promise.all([
    loadChoices(deps, projectId),
    hasIndicatorValues(deps.db, id),
  ]);
  const edited = { id, hasValues };
  const kept = keepCurrent(choices, current);
  const model = presentIndicatorForm(state, { ...kept, projectId, edited }, res.locals);
  const breadcrumbs = indicatorCrumbs(res, model.pageHeader.title);
  res.locals.page("indicators/form", model, { title: model.pageHeader.title, breadcrumbs });
}

interface Option {
  id: number;
  label: string;
}

interface Choices {
  activities: Option[];
  owners: Option[];
}

async function loadChoices({ db }: Reading, projectId: number): Promise<Choices> {
  const [activities, people] = await Promise.all([
    listActivityNames(db, projectId),
    listPossibleOwners(db, projectId),
  ]);
  const owners = people.flatMap(({ ownerUserId, name }) =>
    ownerUserId === null ? [] : [{ id: ownerUserId, label: name }],
  );
  return { activities: activityOptions(activities), owners };
}

/** Whoever owns the indicator already may stay, even when they have left the project since. */
function keepCurrent(
  { activities, owners }: Choices,
  current: {
    activityId: number | null;
    activityTitle: string | null;
    ownerUserId: number | null;
    ownerName: string | null;
  },
): Choices {
  return {
    activities: withOption(activities, current.activityId, current.activityTitle),
    owners: withOption(owners, current.ownerUserId, current.ownerName),
  };
}

function withOption(options: Option[], id: number | null, label: string | null): Option[] {
  if (id === null || options.some((option) => option.id === id)) return options;
  return [...options, { id, label: label ?? String(id) }];
}

/** The entry of the catalogue in the address; one that is not offered is none. */
async function definitionAsked(
  { db }: Reading,
  req: Request,
): Promise<IndicatorDefinition | undefined> {
  const id = Number(req.query.definition);
  if (!Number.isInteger(id) || id < 1 || id > 2_147_483_647) return undefined;
  const definition = await findIndicatorDefinition(db, id);
  return definition?.archivedAt === null ? definition : undefined;
}
