import { type Request, type Response, Router } from "express";
import { allow } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { NotFound, SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { sendPrepared } from "../../web/prepared-file.ts";
import { withQuery } from "../../web/query-string.ts";
import { loadPlan, planCrumbs, planOf } from "../plans/load-plan.ts";
import { preparedFile } from "../prepared-files/service.ts";
import { orderOf } from "./order.ts";
import { presentPlanFiles } from "./presenter.ts";
import { type PlanFileFormat, type PlanFileKind, planFileFormats, planFileKinds } from "./rules.ts";
import { planFileQuery } from "./schema.ts";
import { chosenFile, isStillTrue, namedProjectIds, offeredFiles } from "./service.ts";
import { fileTitle } from "./words.ts";

type FileDeps = Pick<Deps, "db" | "clock" | "config" | "log">;

/** A plan as files to be handed out, in the reader's language and within their reach. */
export function planExportRoutes(deps: FileDeps): Router {
  const router = Router();
  router.param("planId", loadPlan(deps));
  const may = allow("plan:view");
  router.get(paths.planFiles(":planId"), may, (_req, res) => showFiles(deps, res));
  for (const kind of planFileKinds)
    for (const format of planFileFormats)
      router.get(paths.planFile(":planId", kind, format), may, (req, res) =>
        sendFile(deps, req, res, { kind, format }),
      );
  return router;
}

async function showFiles({ db }: FileDeps, res: Response): Promise<void> {
  const plan = planOf(res);
  const offered = await offeredFiles(db, plan, res.locals.today);
  const model = presentPlanFiles(plan, offered, res.locals);
  const { title } = res.locals.texts.planExports;
  res.locals.page("plan-exports/index", model, {
    title: `${title} · ${plan.title}`,
    breadcrumbs: planCrumbs(res, { label: title }),
  });
}

async function sendFile(
  deps: FileDeps,
  req: Request,
  res: Response,
  { kind, format }: { kind: PlanFileKind; format: PlanFileFormat },
): Promise<void> {
  const { reach, today, formats, viewer } = res.locals;
  if (!reach) throw new SignInRequired();
  const plan = planOf(res);
  const asked = planFileQuery.parse(req.query);
  const file = chosenFile(await offeredFiles(deps.db, plan, today), { kind, year: asked.year });
  if (!file) throw new NotFound("file");
  const now = deps.clock.now();
  const { asOf = now } = asked;
  const order = orderOf(
    {
      ...{ planId: plan.id, kind, format, year: file.year, reach, asOf },
      language: formats.language,
    },
    await namedProjectIds(deps.db, { planId: plan.id, reach, today: pragueDay(asOf) }),
  );
  // The address names the instant, so that asking again asks for the same file.
  if (asked.asOf === undefined || !(await isStillTrue(deps.db, order.orderKey, { asOf, now }))) {
    const address = paths.planFile(plan.id, kind, format);
    return res.redirect(303, withQuery(address, { year: file.year, asOf: now }));
  }
  const prepared = await preparedFile(deps, order, viewer?.id ?? null);
  const words = res.locals.texts.planExports;
  await sendPrepared(deps, req, res, prepared, {
    title: words.preparing(fileTitle(file, res.locals.texts), words.formats[format]),
    back: { href: paths.planFiles(plan.id), label: words.title },
    breadcrumbs: planCrumbs(res).map((crumb) => ({ href: paths.plan(plan.id), ...crumb })),
  });
}
