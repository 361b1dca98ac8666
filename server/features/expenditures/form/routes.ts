import type { Request, RequestHandler, Response, Router } from "express";
import { listActivityNames } from "../../../../db/queries/activities.ts";
import { listKnownSuppliers, listOccasions } from "../../../../db/queries/expenditure-choices.ts";
import { listPeriods } from "../../../../db/queries/periods.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Forbidden } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import { budgetLineOptions } from "../../budgets/words.ts";
import { expenditureOf } from "../load-expenditure.ts";
import { backToExpenditure, expenditureCrumbs, readerOf } from "../pages.ts";
import { recordedStates } from "../rules.ts";
import { editedExpenditureSchema, newExpenditureSchema } from "../schema.ts";
import { createExpenditure, editExpenditure } from "../service.ts";
import { expenditureValues, presentExpenditureForm } from "./presenter.ts";

export function addFormRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newExpenditureSchema, {
    initial: (req) => chosenByAddress(req),
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, projectOf(res).id);
      show(res, presentExpenditureForm(choices, state, res.locals, { reader: readerOf(res) }));
    },
    save: async (req, res, entry) => {
      const given = { projectId: projectOf(res).id, writer: readerOf(res), entry };
      backToExpenditure(res, await createExpenditure(deps, authorOf(req, res), given));
    },
  });
  const edited = form(deps, editedExpenditureSchema, {
    initial: (req, res) => ({
      ...expenditureValues(expenditureOf(res), res.locals.formats),
      ...stateOfAddress(req),
    }),
    show: async (_req, res, state) => {
      const choices = await loadChoices(deps, projectOf(res).id);
      const of = { reader: readerOf(res), edited: expenditureOf(res) };
      show(res, presentExpenditureForm(choices, state, res.locals, of));
    },
    save: async (req, res, entry) => {
      const formOf = (stored: Parameters<typeof expenditureValues>[0]) =>
        expenditureValues(stored, res.locals.formats);
      const edit = { writer: readerOf(res), entry, formOf };
      const author = authorOf(req, res);
      backToExpenditure(res, await editExpenditure(deps, author, expenditureOf(res), edit));
    },
  });
  const door = allow("expenditure:edit");
  const one = [":projectId", ":expenditureId"] as const;
  router.get(paths.newExpenditure(":projectId"), door, created.show);
  router.post(paths.expenditures(":projectId"), door, created.submit);
  router.get(paths.editExpenditure(...one), door, payIsRead, edited.show);
  router.post(paths.expenditure(...one), door, payIsRead, edited.submit);
}

/** What pay is made of is shown in the form: to those who may read it. */
export const payIsRead: RequestHandler = (_req, res, next) => {
  if (expenditureOf(res).kind === "payroll" && !readerOf(res).readsPay)
    throw new Forbidden("staff-data:read");
  next();
};

function show(res: Response, model: ReturnType<typeof presentExpenditureForm>): void {
  const { title } = model.pageHeader;
  const breadcrumbs = projectCrumbs(res, ...expenditureCrumbs(res), { label: title });
  res.locals.page("expenditures/form", model, { title, breadcrumbs });
}

async function loadChoices({ db }: Pick<Deps, "db">, projectId: number) {
  const [lines, activities, occasions, periods, suppliers] = await Promise.all([
    budgetLineOptions(db, projectId),
    listActivityNames(db, projectId),
    listOccasions(db, projectId),
    listPeriods(db, projectId),
    listKnownSuppliers(db, projectId),
  ]);
  return { projectId, lines, activities, occasions, periods, suppliers };
}

/** `?line=7&occasion=event:3`: where the form was opened from. */
function chosenByAddress({ query }: Request) {
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    kind: "invoice",
    state: "recorded",
    budgetLineId: text(query.line),
    activityId: text(query.activity),
    occasion: text(query.occasion),
  };
}

/** `?state=recorded`: the next step was asked for on the page of the expenditure. */
function stateOfAddress({ query }: Request) {
  const state = recordedStates.find((one) => one === query.state);
  return state ? { state } : {};
}
