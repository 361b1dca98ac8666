import type { Response, Router } from "express";
import type { Finding } from "../../../../db/queries/control-findings.ts";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import {
  backToControl,
  controlOf,
  findingOf,
  livingControlOf,
  showControlForm,
} from "../load-control.ts";
import { editedFindingSchema, newFindingSchema } from "../schema.ts";
import { findingValues, presentFindingForm } from "./presenter.ts";
import {
  archiveFinding,
  createFinding,
  editFinding,
  type FindingKey,
  restoreFinding,
} from "./service.ts";

export function addFindingRoutes(router: Router, deps: Deps): void {
  const created = form(deps, newFindingSchema, {
    initial: (_req, res) => {
      livingControlOf(res);
      return { severity: "medium" };
    },
    show: (_req, res, state) => showForm(deps, res, null, state),
    save: async (req, res, entry) => {
      const { projectId, id: controlId } = controlOf(res);
      await createFinding(deps, authorOf(req, res), { projectId, controlId }, entry);
      backToControl(res, "created");
    },
  });
  const edited = form(deps, editedFindingSchema, {
    initial: (_req, res) => {
      livingControlOf(res);
      return findingValues(findingOf(res), res.locals.formats);
    },
    show: (_req, res, state) => showForm(deps, res, findingOf(res), state),
    save: async (req, res, entry) => {
      const formOf = (finding: Finding) => findingValues(finding, res.locals.formats);
      await editFinding(deps, authorOf(req, res), findingKey(res), { entry, formOf });
      backToControl(res);
    },
  });
  const door = allow("control:edit");
  const control = [":projectId", ":controlId"] as const;
  const at = [...control, ":findingId"] as const;
  router.get(paths.newFinding(...control), door, created.show);
  router.post(paths.findings(...control), door, created.submit);
  router.get(paths.editFinding(...at), door, edited.show);
  router.post(paths.finding(...at), door, edited.submit);
  router.post(paths.findingArchive(...at), door, async (req, res) => {
    await archiveFinding(deps, authorOf(req, res), findingKey(res));
    backToControl(res, "archived");
  });
  router.post(paths.findingRestoration(...at), door, async (req, res) => {
    await restoreFinding(deps, authorOf(req, res), findingKey(res));
    backToControl(res, "restored");
  });
}

/** The finding of the address with what it lies in. */
export function findingKey(res: Response): FindingKey {
  const { projectId, controlId, id } = findingOf(res);
  return { projectId, controlId, id };
}

async function showForm(
  { db }: Pick<Deps, "db">,
  res: Response,
  finding: Finding | null,
  state: FormState,
): Promise<void> {
  const control = controlOf(res);
  const owners = await listPossibleOwners(db, control.projectId);
  showControlForm(res, presentFindingForm(finding, { control, owners }, state, res.locals));
}
