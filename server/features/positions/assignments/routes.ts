import type { Response, Router } from "express";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { listWorkloadsOfTeam } from "../../../../db/queries/person-workloads.ts";
import { findPosition } from "../../../../db/queries/positions.ts";
import { type Assignment, listPay, type Pay } from "../../../../db/queries/staff-assignments.ts";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { positionOf } from "../load-position.ts";
import { backToPosition, showFormPage } from "../pages.ts";
import { assignmentOf } from "./load-assignment.ts";
import { assignmentValues, presentAssignmentForm } from "./presenter.ts";
import { editedAssignmentSchema, newAssignmentSchema } from "./schema.ts";
import { archiveAssignment, createAssignment, editAssignment } from "./service.ts";
import { isOverloaded } from "./words.ts";

export function addAssignmentRoutes(router: Router, deps: Deps): void {
  const door = allow("position:edit");
  const at = [":projectId", ":positionId"] as const;
  const one = [":projectId", ":assignmentId"] as const;
  const created = newForm(deps);
  const edited = editForm(deps);
  router.get(paths.newAssignment(...at), door, created.show);
  router.post(paths.assignments(...at), door, created.submit);
  router.get(paths.editAssignment(...one), door, edited.show);
  router.post(paths.assignment(...one), door, edited.submit);
  router.post(paths.assignmentArchive(...one), door, async (req, res) => {
    const { projectId, id, positionId } = assignmentOf(res);
    await archiveAssignment(deps, authorOf(req, res), { projectId, id });
    backToPosition(res, { projectId, id: positionId }, ["removed"]);
  });
}

function newForm(deps: Deps) {
  return form(deps, (res) => newAssignmentSchema(readsPay(res)), {
    initial: (_req, res) => ({ startsOn: res.locals.today }),
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const { projectId, id: positionId } = positionOf(res);
      const author = authorOf(req, res);
      const id = await createAssignment(deps, author, { projectId, positionId }, entry);
      await backWithWarning(deps, res, { projectId, positionId, id });
    },
  });
}

function editForm(deps: Deps) {
  return form(deps, (res) => editedAssignmentSchema(readsPay(res)), {
    initial: async (_req, res) => {
      const assignment = assignmentOf(res);
      return assignmentValues(assignment, await payOf(deps, res, assignment), res.locals);
    },
    show: (_req, res, state) => showForm(deps, res, assignmentOf(res), state),
    save: async (req, res, entry) => {
      const { projectId, id, positionId } = assignmentOf(res);
      const formOf = (stored: Assignment & Pay) =>
        assignmentValues(stored, readsPay(res) ? stored : null, res.locals);
      const edit = { entry, formOf, readsPay: readsPay(res) };
      await editAssignment(deps, authorOf(req, res), { projectId, id }, edit);
      await backWithWarning(deps, res, { projectId, positionId, id });
    },
  });
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  assignment: Assignment | null,
  state: FormState,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const owners = await listPossibleOwners(db, projectId);
  const position = assignment
    ? await findPosition(db, { projectId, id: assignment.positionId })
    : positionOf(res);
  if (!position) throw new NotFound("position");
  res.locals.position = position;
  const choices = { projectId, position, owners, readsPay: readsPay(res) };
  showFormPage(res, presentAssignmentForm(assignment, choices, state, res.locals));
}

/** Saved, and said when the person now has more than one workload. */
async function backWithWarning(
  { db }: Pick<Deps, "db">,
  res: Response,
  { projectId, positionId, id }: { projectId: number; positionId: number; id: number },
): Promise<void> {
  const { reach } = res.locals;
  const workloads = reach ? await listWorkloadsOfTeam(db, reach, projectId) : [];
  const key = { projectId, id: positionId };
  if (isOverloaded(id, workloads)) backToPosition(res, key, ["savedOverWorkload", "warning"]);
  else backToPosition(res, key);
}

async function payOf(
  { db }: Pick<Deps, "db">,
  res: Response,
  { projectId, id }: Assignment,
): Promise<Pay | null> {
  if (!readsPay(res)) return null;
  const [pay] = await listPay(db, projectId, [id]);
  return pay ?? null;
}

function readsPay(res: Response): boolean {
  return can(res, "staff-data:read");
}
