import { type Request, type Response, Router } from "express";
import { listActivityNames } from "../../../db/queries/activities.ts";
import { listAssignments, listDirectAssignments } from "../../../db/queries/staff-assignments.ts";
import {
  findTimesheet,
  listTimesheets,
  listWorkLogged,
  sumHoursElsewhere,
  type Timesheet,
} from "../../../db/queries/timesheets.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Conflict } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { monthOf } from "../../values/month.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { monthAsked } from "../../web/month-asked.ts";
import { noteStaffDataShown } from "../positions/accesses/service.ts";
import { loadAssignment } from "../positions/assignments/load-assignment.ts";
import { staffCrumbs, staffTabs } from "../positions/pages.ts";
import { lineNamesOf } from "../positions/words.ts";
import { prefilledValues, presentTimesheetForm, timesheetValues } from "./form/presenter.ts";
import { presentTimesheets } from "./list/presenter.ts";
import { isOwn, ownOrStaffData, placeOf } from "./place.ts";
import { presentPaper } from "./print/presenter.ts";
import { checksOf, daysOf, groupsOf, monthDays } from "./rules.ts";
import { timesheetSchema } from "./schema.ts";
import { keyOf, type Place, saveTimesheet } from "./service.ts";
import { presentTimesheet } from "./show/presenter.ts";
import { addStepRoutes } from "./steps/routes.ts";

export function timesheetRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("assignmentId", loadAssignment(deps));
  const door = allow("timesheet:write");
  router.get(paths.timesheets(":projectId"), door, (req, res) => showMonth(deps, req, res));
  router.get(paths.timesheetPapers(":projectId"), door, (req, res) => showPapers(deps, req, res));
  const at = [":projectId", ":assignmentId", ":month"] as const;
  router.get(paths.timesheet(...at), door, ownOrStaffData, (req, res) => showSheet(deps, req, res));
  const filled = sheetForm(deps);
  router.get(paths.editTimesheet(...at), door, ownOrStaffData, filled.show);
  router.post(paths.timesheet(...at), door, ownOrStaffData, filled.submit);
  addStepRoutes(router, deps);
  return router;
}

async function loadMonth({ db }: Pick<Deps, "db">, req: Request, res: Response) {
  const { id: projectId } = projectOf(res);
  const month = monthAsked(req, res, monthOf(res.locals.today));
  const seesOthers = can(res, "staff-data:read");
  const userId = seesOthers ? null : viewerOf(res).id;
  const { from, to } = monthDays(month);
  const assignments = await listDirectAssignments(db, { projectId, from, to, userId });
  const [sheets, lines] = await Promise.all([
    listTimesheets(db, { projectId, month, assignmentIds: assignments.map(({ id }) => id) }),
    lineNamesOf(db, projectId, assignments),
  ]);
  return { month, seesOthers, assignments, sheets, lines };
}

async function showMonth(deps: Deps, req: Request, res: Response): Promise<void> {
  const loaded = await loadMonth(deps, req, res);
  const { assignments, sheets } = loaded;
  const filledIn = new Set(sheets.map(({ assignmentId }) => assignmentId));
  if (assignments.some((one) => filledIn.has(one.id) && !isOwn(res, one)))
    await noteShown(deps, req, res);
  const page = { ...loaded, project: projectOf(res) };
  const model = presentTimesheets(page, staffTabs(res, "timesheets"), res.locals);
  const { title } = res.locals.texts.timesheets;
  res.locals.page("timesheets/index", model, {
    title,
    breadcrumbs: staffCrumbs(res, { label: title }),
  });
}

async function showPapers(deps: Deps, req: Request, res: Response): Promise<void> {
  const project = projectOf(res);
  const { month, assignments, sheets, lines } = await loadMonth(deps, req, res);
  const all = await listAssignments(deps.db, project.id);
  const papers = assignments.flatMap((assignment) => {
    const sheet = sheets.find(({ assignmentId }) => assignmentId === assignment.id);
    return sheet ? [{ project, assignment, sheet, lines, assignments: all }] : [];
  });
  if (papers.some(({ assignment }) => !isOwn(res, assignment))) await noteShown(deps, req, res);
  const { texts, formats } = res.locals;
  const title = `${texts.timesheets.title}, ${formats.monthName(month)}`;
  const model = {
    pageHeader: { title },
    printHint: papers.length === 0 ? texts.timesheets.noPapers : texts.timesheets.printHint,
    papers: papers.map((paper) => presentPaper(paper, res.locals)),
  };
  const list = {
    label: texts.timesheets.title,
    href: `${paths.timesheets(project.id)}?month=${month}`,
  };
  const breadcrumbs = staffCrumbs(res, list, { label: texts.timesheets.print });
  res.locals.page("timesheets/papers", model, { title, breadcrumbs });
}

async function showSheet(deps: Deps, req: Request, res: Response): Promise<void> {
  const { db } = deps;
  const place = placeOf(req, res);
  const { assignment, month, days } = place;
  const sheet = await findTimesheet(db, keyOf(place));
  if (!sheet) {
    res.redirect(303, paths.editTimesheet(assignment.projectId, assignment.id, month));
    return;
  }
  if (!isOwn(res, assignment)) await noteShown(deps, req, res);
  const [elsewhereE2, lines, assignments] = await Promise.all([
    sumHoursElsewhere(db, keyOf(place)),
    lineNamesOf(db, assignment.projectId, [assignment]),
    listAssignments(db, assignment.projectId),
  ]);
  const checks = checksOf(sheet, { month, days, workload: assignment.heldMilli, elsewhereE2 });
  const page = {
    ...{ project: projectOf(res), assignment, sheet, lines, assignments, checks, elsewhereE2 },
    canWrite: can(res, "timesheet:write"),
    canApprove: can(res, "timesheet:approve"),
  };
  const model = presentTimesheet(page, res.locals);
  showPage(res, "timesheets/show", model, place);
}

function sheetForm(deps: Deps) {
  return form(deps, timesheetSchema, {
    initial: async (req, res) => {
      const place = placeOf(req, res);
      const sheet = await findTimesheet(deps.db, keyOf(place));
      if (!sheet) return prefilledValues(place, await loggedBy(deps, res, place), res.locals);
      if (sheet.state !== "draft") throw new Conflict("timesheetNotOpen");
      if (!isOwn(res, place.assignment)) await noteShown(deps, req, res);
      return timesheetValues(sheet, res.locals);
    },
    show: (req, res, state) => showForm(deps, req, res, state),
    save: async (req, res, entry) => {
      const place = placeOf(req, res);
      const formOf = (stored: Timesheet) => timesheetValues(stored, res.locals);
      await saveTimesheet(deps, authorOf(req, res), place, { entry, formOf });
      const { projectId, id } = place.assignment;
      res.locals.say("saved");
      res.redirect(303, paths.timesheet(projectId, id, place.month));
    },
  });
}

/**
 * What the person noted in the log. Who holds two positions at once has it divided by the activities of the
 * positions, so that no hour comes twice.
 */
async function loggedBy({ db }: Pick<Deps, "db">, res: Response, { assignment, days }: Place) {
  const { projectId, ownerUserId: userId } = assignment;
  if (userId === null) return [];
  const [work, held] = await Promise.all([
    listWorkLogged(db, { projectId, userId, ...days }),
    listDirectAssignments(db, { projectId, userId, ...days }),
  ]);
  const others = held.filter(
    (one) => one.id !== assignment.id && daysOf(days.from.slice(0, 7), one, projectOf(res)),
  );
  if (others.length === 0) return groupsOf(work);
  const elsewhere = new Set(others.map(({ activityId }) => activityId));
  const isHere = (id: number | null) =>
    assignment.activityId === null ? !elsewhere.has(id) : id === assignment.activityId;
  return groupsOf(work.filter((one) => isHere(one.activityId) || isHere(one.keyActivityId)));
}

async function showForm(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const place = placeOf(req, res);
  const activities = await listActivityNames(db, place.assignment.projectId);
  const model = presentTimesheetForm({ place, activities }, state, res.locals);
  showPage(res, "timesheets/form", model, place);
}

function showPage(
  res: Response,
  view: string,
  model: { pageHeader: { title: string } },
  { assignment, month }: Place,
): void {
  const { texts } = res.locals;
  const { title } = model.pageHeader;
  const href = `${paths.timesheets(assignment.projectId)}?month=${month}`;
  const list = { label: texts.timesheets.title, href };
  const breadcrumbs = staffCrumbs(res, list, { label: title });
  res.locals.page(view, model, { title, breadcrumbs });
}

async function noteShown(deps: Deps, req: Request, res: Response): Promise<void> {
  const page = `${req.method} ${String(req.route?.path ?? "")}`;
  const projectId = projectOf(res).id;
  await noteStaffDataShown(deps, { projectId, userId: viewerOf(res).id, page });
}
