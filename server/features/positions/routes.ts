import { type Request, type Response, Router } from "express";
import { listActivityNames } from "../../../db/queries/activities.ts";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { listWorkloadsOfTeam } from "../../../db/queries/person-workloads.ts";
import { listPositionStates } from "../../../db/queries/position-states.ts";
import {
  listOutputsForPosition,
  listPositions,
  type Position,
} from "../../../db/queries/positions.ts";
import { listAssignments, listPay } from "../../../db/queries/staff-assignments.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { SignInRequired } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { budgetLineOptions } from "../budgets/words.ts";
import { addStaffAccessRoutes } from "./accesses/routes.ts";
import { noteStaffDataShown } from "./accesses/service.ts";
import { loadAssignment } from "./assignments/load-assignment.ts";
import { addAssignmentRoutes } from "./assignments/routes.ts";
import { positionValues, presentPositionForm } from "./form/presenter.ts";
import { presentTeam } from "./list/presenter.ts";
import { staffSheet } from "./list/sheet.ts";
import { loadPosition, positionOf } from "./load-position.ts";
import { backToPosition, showFormPage, staffCrumbs, staffTabs } from "./pages.ts";
import { editedPositionSchema, newPositionSchema } from "./schema.ts";
import { archivePosition, createPosition, editPosition, restorePosition } from "./service.ts";
import { presentPosition } from "./show/presenter.ts";
import { addStateRoutes } from "./states/routes.ts";
import { lineNamesOf } from "./words.ts";

export function positionRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("positionId", loadPosition(deps));
  router.param("assignmentId", loadAssignment(deps));
  router.get(paths.staff(":projectId"), allow("position:view"), (req, res) =>
    showTeam(deps, req, res),
  );
  addFormRoutes(router, deps);
  const at = [":projectId", ":positionId"] as const;
  router.get(paths.position(...at), allow("position:view"), (req, res) =>
    showPosition(deps, res, `${req.method} ${String(req.route?.path ?? "")}`),
  );
  router.post(paths.positionArchive(...at), allow("position:edit"), async (req, res) => {
    const position = positionOf(res);
    await archivePosition(deps, authorOf(req, res), position);
    backToPosition(res, position, ["archived"]);
  });
  router.post(paths.positionRestoration(...at), allow("position:edit"), async (req, res) => {
    const position = positionOf(res);
    await restorePosition(deps, authorOf(req, res), position);
    backToPosition(res, position, ["restored"]);
  });
  addStaffAccessRoutes(router, deps);
  addStateRoutes(router, deps);
  addAssignmentRoutes(router, deps);
  return router;
}

function addFormRoutes(router: Router, deps: Deps): void {
  const door = allow("position:edit");
  const created = form(deps, newPositionSchema, {
    initial: () => ({ contract: "employment", funding: "direct" }),
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const projectId = projectOf(res).id;
      const id = await createPosition(deps, authorOf(req, res), projectId, entry);
      backToPosition(res, { projectId, id }, ["created"]);
    },
  });
  const edited = form(deps, editedPositionSchema, {
    initial: (_req, res) => positionValues(positionOf(res), res.locals),
    show: (_req, res, state) => showForm(deps, res, positionOf(res), state),
    save: async (req, res, entry) => {
      const position = positionOf(res);
      const formOf = (stored: Position) => positionValues(stored, res.locals);
      await editPosition(deps, authorOf(req, res), position, { entry, formOf });
      backToPosition(res, position);
    },
  });
  const at = [":projectId", ":positionId"] as const;
  router.get(paths.newPosition(":projectId"), door, created.show);
  router.post(paths.positions(":projectId"), door, created.submit);
  router.get(paths.editPosition(...at), door, edited.show);
  router.post(paths.position(...at), door, edited.submit);
}

async function showTeam({ db }: Deps, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [positions, assignments, workloads] = await Promise.all([
    listPositions(db, projectId),
    listAssignments(db, projectId),
    listWorkloadsOfTeam(db, reachOf(res), projectId),
  ]);
  const lines = await lineNamesOf(db, projectId, positions);
  if (req.query.format === "xlsx") {
    const { fileName } = res.locals.texts.positions;
    const sheet = staffSheet({ positions, assignments, lines }, res.locals);
    return sendWorkbook(res, { fileName, sheets: [sheet] });
  }
  const canEdit = can(res, "position:edit");
  const team = { projectId, positions, assignments, workloads, lines, canEdit };
  const model = presentTeam(team, staffTabs(res, "positions"), res.locals);
  const { title } = model.pageHeader;
  res.locals.page("positions/index", model, { title, breadcrumbs: staffCrumbs(res) });
}

async function showPosition(deps: Deps, res: Response, route: string): Promise<void> {
  const { db } = deps;
  const position = positionOf(res);
  const { projectId, id } = position;
  const [all, states, workloads, lines, history] = await Promise.all([
    listAssignments(db, projectId),
    listPositionStates(db, id),
    listWorkloadsOfTeam(db, reachOf(res), projectId),
    lineNamesOf(db, projectId, [position]),
    listHistory(db, { objectType: "position", objectId: id, limit: 30 }),
  ]);
  const assignments = all.filter(({ positionId }) => positionId === id);
  const own = new Set(assignments.map(({ id: assignmentId }) => assignmentId));
  const pay = can(res, "staff-data:read") ? await listPay(db, projectId, [...own]) : null;
  if (pay?.some(({ payHalere }) => payHalere !== null))
    await noteStaffDataShown(deps, { projectId, userId: viewerOf(res).id, page: route });
  const page = {
    ...{ position, assignments, states, workloads, lines, history },
    pay: pay && new Map(pay.map((one) => [one.id, one])),
    canEdit: can(res, "position:edit"),
  };
  const model = presentPosition(page, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("positions/show", model, { title, breadcrumbs: staffCrumbs(res) });
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  position: Position | null,
  state: FormState,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [activities, lines, outputs] = await Promise.all([
    listActivityNames(db, projectId),
    budgetLineOptions(db, projectId),
    listOutputsForPosition(db, { projectId, positionId: position?.id ?? null }),
  ]);
  const choices = { projectId, activities, lines, outputs };
  showFormPage(res, presentPositionForm(position, choices, state, res.locals));
}

function reachOf(res: Response) {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  return reach;
}
