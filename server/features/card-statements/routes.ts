import { type Request, type Response, Router } from "express";
import { listCardsAnsweredFor } from "../../../db/queries/card-requests.ts";
import {
  findStatement,
  listStatementsOfCard,
  statementsOfYear,
} from "../../../db/queries/card-statements.ts";
import { listMeasures } from "../../../db/queries/measures.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, Forbidden, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { cardCrumbs, cardOf, loadCard } from "../cards/load-card.ts";
import { loadPlan, planCrumbs, planOf } from "../plans/load-plan.ts";
import { presentStatementForm } from "./form-presenter.ts";
import { presentMine } from "./mine/presenter.ts";
import { loadMine, loadTasks } from "./mine/service.ts";
import { presentOverview } from "./overview/presenter.ts";
import { rightToAnswer, yearAsked } from "./rules.ts";
import { statementSchema } from "./schema.ts";
import { answer, statementValues } from "./service.ts";
import { yearOf } from "./year-of.ts";
import { presentYear } from "./year-presenter.ts";

/** What is said of cards each year: by their owners, and by those who look after plans. */
export function cardStatementRoutes(deps: Deps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  router.param("cardId", loadCard(deps));
  const at = [":planId", ":cardId", ":year"] as const;
  router.get(paths.myCards(), allow("card:answer"), (_req, res) => showMine(deps, res));
  router.get(paths.planStatements(":planId"), allow("plan:view"), (req, res) =>
    showOverview(deps, req, res),
  );
  router.get(paths.statement(...at), allow("plan:view"), (req, res) => showYear(deps, req, res));
  const said = statementForm(deps);
  router.get(paths.editStatement(...at), allow("card:answer"), said.show);
  router.post(paths.statement(...at), allow("card:answer"), said.submit);
  return router;
}

function statementForm(deps: Deps) {
  return form(deps, statementSchema, {
    initial: async (req, res) => {
      rightOf(res);
      const year = yearOf(req.params.year, planOf(res), res);
      return statementValues(await findStatement(deps.db, { cardId: cardOf(res).id, year }));
    },
    show: (req, res, state) => showForm(deps, req, res, state),
    save: async (req, res, entry) => {
      const author = { ...authorOf(req, res), ...rightOf(res) };
      const { id: planId } = planOf(res);
      const { id: cardId } = cardOf(res);
      const year = yearOf(req.params.year, planOf(res), res);
      await answer(deps, author, { planId, cardId, year }, entry);
      res.locals.say("saved");
      res.redirect(303, paths.card(planId, cardId));
    },
  });
}

/** By whose right the viewer speaks. */
function rightOf(res: Response): { onBehalfOfId: number | null } {
  const { archivedAt, ownerUserId } = cardOf(res);
  const plan = planOf(res);
  if (archivedAt !== null || plan.archivedAt !== null) throw new Conflict("archived");
  const right = rightToAnswer({ ownerUserId, archivedAt, plan }, viewerOf(res));
  if (right === null) throw new Forbidden("card:answer");
  return right;
}

function viewerOf(res: Response) {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  const { userId, userIds } = reach;
  return { userId, userIds, editsPlans: can(res, "plan:edit") };
}

async function showForm(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const { onBehalfOfId } = rightOf(res);
  const [plan, card] = [planOf(res), cardOf(res)];
  const year = yearOf(req.params.year, plan, res);
  const [before, measures] = await Promise.all([
    findStatement(db, { cardId: card.id, year: year - 1 }),
    listMeasures(db, card.id),
  ]);
  const isSaid = state.values.version !== undefined && state.values.version !== "0";
  const insteadOf = onBehalfOfId === null ? null : card.ownerName;
  const spoken = { planId: plan.id, card, year, isSaid, before, measures, insteadOf };
  const model = presentStatementForm(spoken, state, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = cardCrumbs(res, { label: title });
  res.locals.page("card-statements/form", model, { title, breadcrumbs });
}

async function showYear({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const [plan, card] = [planOf(res), cardOf(res)];
  const year = yearOf(req.params.year, plan, res);
  const said = (await listStatementsOfCard(db, card.id)).filter((one) => one.year === year);
  const { archivedAt, ownerUserId } = card;
  const right = rightToAnswer({ ownerUserId, archivedAt, plan }, viewerOf(res));
  const shown = { planId: plan.id, card, year, said, canAnswer: right !== null };
  const model = presentYear(shown, res.locals);
  const { title } = model.pageHeader;
  const breadcrumbs = cardCrumbs(res, { label: title });
  res.locals.page("card-statements/year", model, { title, breadcrumbs });
}

async function showMine({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const { today } = res.locals;
  const { userId, userIds } = viewerOf(res);
  const [cards, tasks] = await Promise.all([
    loadMine(db, { userIds, today }),
    loadTasks(db, { userIds }),
  ]);
  const model = presentMine({ cards, tasks }, { userId }, res.locals);
  const { title } = model.pageHeader;
  const plans = { label: res.locals.texts.plans.title, href: paths.plans() };
  res.locals.page("card-statements/mine", model, {
    title,
    breadcrumbs: [plans, { label: title }],
  });
}

async function showOverview({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const plan = planOf(res);
  const { today } = res.locals;
  const asked = yearAsked(plan, today) ?? plan.fromYear ?? Number(today.slice(0, 4));
  const year = req.query.year === undefined ? asked : yearOf(req.query.year, plan, res);
  const [cards, statements] = await Promise.all([
    listCardsAnsweredFor(db, plan.id),
    statementsOfYear(db, { planId: plan.id, year }),
  ]);
  const shown = { onlyMissing: req.query.view === "missing", canEdit: can(res, "plan:edit") };
  const model = presentOverview({ plan, year, cards, statements }, shown, res.locals);
  const { title } = res.locals.texts.cardStatements.overview;
  res.locals.page("card-statements/overview", model, {
    title: `${title} – ${plan.title}`,
    breadcrumbs: planCrumbs(res, { label: title }),
  });
}
