import type { Request, Response, Router } from "express";
import { z } from "zod";
import { listPeople, listProjectsInReach } from "../../../../db/queries/audit-log.ts";
import { listStaffDataAccesses } from "../../../../db/queries/staff-data-accesses.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { SignInRequired } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { PAGE_SIZE } from "../../../web/pagination.ts";
import { recordReading } from "../../audit-events/service.ts";
import { staffCrumbs, staffTabs } from "../pages.ts";
import { presentStaffAccesses } from "./presenter.ts";

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

const accessQuery = z.object({ person: id, project: id, before: id });

/** Who was shown pay or timesheets of others: of all projects for those who watch, of one for its manager. */
export function addStaffAccessRoutes(router: Router, deps: Deps): void {
  router.get(paths.staffDataAccesses(), allow("audit:view"), (req, res) => showAll(deps, req, res));
  router.get(paths.staffAccesses(":projectId"), allow("staff-access:view"), (req, res) =>
    showProject(deps, req, res),
  );
}

async function showAll(deps: Deps, req: Request, res: Response): Promise<void> {
  await recordUnlessAdministrator(deps, req, res);
  const view = accessQuery.parse(req.query);
  const reach = reachOf(res);
  const filter = { reach, userId: view.person, projectId: view.project, beforeId: view.before };
  const [found, people, projects] = await Promise.all([
    listStaffDataAccesses(deps.db, filter, PAGE_SIZE + 1),
    listPeople(deps.db),
    listProjectsInReach(deps.db, reach),
  ]);
  const { texts } = res.locals;
  const { title, subtitle } = texts.staffAccesses;
  const page = { address: paths.staffDataAccesses(), found, people, projects };
  const header = { title, subtitle };
  const model = presentStaffAccesses({ ...page, header }, view, res.locals);
  const breadcrumbs = [
    { label: texts.frame.navigation.administration },
    { label: texts.auditEvents.title, href: paths.audit() },
    { label: title },
  ];
  res.locals.page("positions/accesses", model, { title, breadcrumbs });
}

async function showProject(deps: Deps, req: Request, res: Response): Promise<void> {
  await recordUnlessAdministrator(deps, req, res);
  const { person, before } = accessQuery.parse(req.query);
  const { id: projectId } = projectOf(res);
  const filter = { reach: reachOf(res), projectId, userId: person, beforeId: before };
  const [found, people] = await Promise.all([
    listStaffDataAccesses(deps.db, filter, PAGE_SIZE + 1),
    listPeople(deps.db),
  ]);
  const { positions, staffAccesses } = res.locals.texts;
  const tabs = staffTabs(res, "accesses");
  const header = { title: positions.title, subtitle: staffAccesses.subtitle, tabs };
  const page = { address: paths.staffAccesses(projectId), found, people, projects: null, header };
  const { title } = staffAccesses;
  res.locals.page(
    "positions/accesses",
    presentStaffAccesses(page, { person, before }, res.locals),
    { title, breadcrumbs: staffCrumbs(res, { label: title }) },
  );
}

async function recordUnlessAdministrator(deps: Deps, req: Request, res: Response): Promise<void> {
  if (res.locals.roles.includes("administrator")) return;
  const query = req.originalUrl.split("?")[1]?.slice(0, 300) ?? "";
  await recordReading(deps, authorOf(req, res), { isExport: false, query });
}

function reachOf(res: Response) {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  return reach;
}
