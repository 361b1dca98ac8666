import type { Request, Response, Router } from "express";
import { z } from "zod";
import { listPeople, listProjectsInReach } from "../../../../db/queries/audit-log.ts";
import { listAccesses } from "../../../../db/queries/personal-data-accesses.ts";
import type { Reach } from "../../../../db/queries/reach.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { PAGE_SIZE } from "../../../web/pagination.ts";
import { recordReading } from "../../audit-events/service.ts";
import { accessActions } from "../rules.ts";
import { presentAccesses } from "./presenter.ts";

const id = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .optional()
  .catch(undefined);

const accessQuery = z.object({
  person: id,
  project: id,
  action: z.enum(accessActions).optional().catch(undefined),
  before: id,
});

export type AccessView = z.output<typeof accessQuery>;

/** Who looked at what of whom: for those who watch over it, who see codes and no names. */
export function addAccessRoutes(router: Router, deps: Deps): void {
  router.get(paths.personalDataAccesses(), allow("audit:view"), async (req, res) => {
    await recordUnlessAdministrator(deps, req, res);
    const view = accessQuery.parse(req.query);
    const reach = res.locals.reach as Reach;
    const { person: userId, project: projectId, action, before: beforeId } = view;
    const filter = { reach, userId, projectId, action, beforeId };
    const [rows, people, projects] = await Promise.all([
      listAccesses(deps.db, filter, PAGE_SIZE + 1),
      listPeople(deps.db),
      listProjectsInReach(deps.db, reach),
    ]);
    const model = presentAccesses(rows, { people, projects }, view, res.locals);
    const { texts } = res.locals;
    const breadcrumbs = [
      { label: texts.frame.navigation.administration },
      { label: texts.auditEvents.title, href: paths.audit() },
      { label: model.pageHeader.title },
    ];
    res.locals.page("personal-data/accesses", model, {
      title: model.pageHeader.title,
      breadcrumbs,
    });
  });
}

async function recordUnlessAdministrator(deps: Deps, req: Request, res: Response): Promise<void> {
  if (res.locals.roles.includes("administrator")) return;
  const query = req.originalUrl.split("?")[1]?.slice(0, 300) ?? "";
  await recordReading(deps, authorOf(req, res), { isExport: false, query });
}
