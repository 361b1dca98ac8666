import type { Request, Response, Router } from "express";
import { listPlannedAmounts } from "../../../../db/queries/drawdown-plans.ts";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { momentAsked } from "../../../values/moment.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { cofinancingAt, type UpTo } from "../cofinancing/service.ts";
import { presentFundingPage } from "./presenter.ts";

export function addFundingPage(router: Router, deps: Deps): void {
  router.get(paths.funding(":projectId"), allow("funding:view"), (req, res) =>
    showFunding(deps, req, res),
  );
}

async function showFunding({ db, clock }: Deps, req: Request, res: Response): Promise<void> {
  const project = projectOf(res);
  const asked = momentAsked(req.query, clock.now());
  const cofinancing = await cofinancingAt(db, project, upToOf(req.query.upTo), asked);
  const { sources, periods } = cofinancing;
  const plan = { sources, periods, amounts: await listPlannedAmounts(db, project.id, asked) };
  const facts = { project, cofinancing, plan, asked, can: { edit: can(res, "funding:edit") } };
  const model = presentFundingPage(facts, res.locals);
  const { title } = res.locals.texts.funding;
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("funding/show", model, { title, breadcrumbs });
}

/** `request-5` or `period-3`; anything else is the last request. */
function upToOf(text: unknown): UpTo {
  const found = /^(request|period)-([1-9]\d{0,8})$/.exec(String(text ?? ""));
  if (!found) return {};
  return found[1] === "period" ? { periodId: Number(found[2]) } : { requestId: Number(found[2]) };
}
