import type { Request, Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { authorOf, form } from "../../../web/form.ts";
import type { presentFormPage } from "../../../web/form-page.ts";
import { monthOfProject } from "../month-of.ts";
import { nudge } from "../nudges/service.ts";
import { monthTitle } from "../words.ts";
import { loadClosingBoard } from "./board.ts";
import { presentClosingForm, presentReopeningForm } from "./form-presenter.ts";
import { isOver } from "./rules.ts";
import { closingSchema, reopeningSchema } from "./schema.ts";
import { closeMonth, mendMonth, reopenMonth } from "./service.ts";

type ClosingDeps = Pick<Deps, "db" | "clock">;

/** Doors of the close of a project's month. */
export function addClosingRoutes(router: Router, deps: ClosingDeps): void {
  const closing = closingForm(deps);
  const reopening = reopeningForm(deps);
  const of = [":projectId", ":month"] as const;
  const may = allow("month:close");
  router.get(paths.newMonthClosing(...of), may, closing.show);
  router.post(paths.monthClosing(...of), may, closing.submit);
  router.get(paths.newMonthReopening(...of), may, reopening.show);
  router.post(paths.monthReopening(...of), may, reopening.submit);
  router.post(paths.monthMending(...of), may, async (req, res) => {
    await mendMonth(deps, authorOf(req, res), placeOf(req, res));
    res.locals.say("monthMended");
    backToMonth(req, res);
  });
  router.post(paths.monthNudges(...of), allow("month:nudge"), async (req, res) => {
    const { projectId, month } = placeOf(req, res);
    const ofTeam = projectOf(res).roles.includes("manager");
    const asked = { month, projectIds: [projectId], ofTeam };
    const mails = await nudge(deps, authorOf(req, res), asked);
    res.locals.say(mails > 0 ? "nudged" : "nudgedAlready");
    backToMonth(req, res);
  });
}

function closingForm(deps: ClosingDeps) {
  return form(deps, closingSchema, {
    show: async (req, res, state) => {
      const place = placeOf(req, res);
      const board = await boardOf(deps, req, res);
      if (!isOver(place.month, res.locals.today)) throw new Conflict("monthRunning");
      if (board.state === "closed") throw new Conflict("monthClosed");
      showPage(req, res, presentClosingForm(board, place, state, res.locals));
    },
    save: async (req, res, { isConfirmed }) => {
      const { missing } = await boardOf(deps, req, res);
      if (!isConfirmed && (missing ?? []).length > 0)
        throw new InvalidInput({ isConfirmed: "confirmMissing" });
      await closeMonth(deps, authorOf(req, res), placeOf(req, res));
      res.locals.say("monthClosed");
      backToMonth(req, res);
    },
  });
}

function reopeningForm(deps: ClosingDeps) {
  return form(deps, reopeningSchema, {
    show: async (req, res, state) => {
      const board = await boardOf(deps, req, res);
      if (board.state !== "closed") throw new Conflict("monthNotClosed");
      showPage(req, res, presentReopeningForm(board, placeOf(req, res), state, res.locals));
    },
    save: async (req, res, { reason }) => {
      await reopenMonth(deps, authorOf(req, res), { ...placeOf(req, res), reason });
      res.locals.say("monthReopened");
      backToMonth(req, res);
    },
  });
}

function placeOf(req: Request, res: Response) {
  return { projectId: projectOf(res).id, month: monthOfProject(res, req.params.month) };
}

function boardOf(deps: ClosingDeps, req: Request, res: Response) {
  return loadClosingBoard(deps, { project: projectOf(res), month: placeOf(req, res).month });
}

function backToMonth(req: Request, res: Response): void {
  const { projectId, month } = placeOf(req, res);
  res.redirect(303, paths.month(projectId, month));
}

function showPage(req: Request, res: Response, model: ReturnType<typeof presentFormPage>): void {
  const { projectId, month } = placeOf(req, res);
  const { title } = model.pageHeader;
  const months = { label: res.locals.texts.months.title, href: paths.months(projectId) };
  const own = { label: monthTitle(month, res.locals), href: paths.month(projectId, month) };
  const breadcrumbs = projectCrumbs(res, months, own, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}
