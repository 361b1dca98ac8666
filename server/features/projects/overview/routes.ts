import { type Response, Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { documentBoxOf } from "../../documents/presenter.ts";
import { presentLogBox } from "../../log-entries/presenter.ts";
import { logChoices } from "./boxes.ts";
import { type OverviewRights, presentOverview } from "./presenter.ts";
import { loadOverview } from "./service.ts";

export function overviewRoutes(deps: Pick<Deps, "db" | "clock">): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.get(paths.project(":projectId"), allow("project:view"), async (_req, res) => {
    const project = projectOf(res);
    const facts = await loadOverview(deps.db, {
      projectId: project.id,
      userId: viewerOf(res).id,
      today: res.locals.today,
      now: deps.clock.now(),
    });
    const of = { objectType: "project", objectId: project.id } as const;
    const documentBox = await documentBoxOf(deps.db, res, of);
    const model = {
      ...presentOverview(project, facts, res.locals, rightsOf(res)),
      logBox: presentLogBox(res, logChoices(facts)),
      documentBox,
    };
    const breadcrumbs = projectCrumbs(res).map(({ label, href }, index) =>
      index === 0 && href !== undefined ? { label, href } : { label },
    );
    res.locals.page("projects/show", model, { title: project.shortName, breadcrumbs });
  });
  return router;
}

function rightsOf(res: Response): OverviewRights {
  return {
    edit: can(res, "project:edit"),
    archive: can(res, "project:archive"),
    copy: can(res, "project:copy"),
    recordStatus: can(res, "status:record"),
    recordSpend: can(res, "spend:record"),
    editTeam: can(res, "team:edit"),
    editActivities: can(res, "activity:edit"),
    editIndicators: can(res, "indicator:edit"),
    editMilestones: can(res, "milestone:edit"),
  };
}
