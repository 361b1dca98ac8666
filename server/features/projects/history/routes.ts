import { type Response, Router } from "express";
import { z } from "zod";
import { listProjectHistory } from "../../../../db/queries/audit-events.ts";
import { allow } from "../../../access/allow.ts";
import { loadProject } from "../../../access/load-project.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { presentHistory } from "../../../web/history-list.ts";

const LINES = 50;
const objectTypes = [
  "project",
  "activity",
  "milestone",
  "indicator",
  "log-entry",
  "period",
  "event",
  "risk",
  "control",
  "resolution",
] as const;

const viewSchema = z.object({
  of: z.enum(objectTypes).optional().catch(undefined),
  below: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
});

type View = z.output<typeof viewSchema>;

/** Who changed what in a project, from the newest on. */
export function projectHistoryRoutes({ db }: Pick<Deps, "db">): Router {
  const router = Router();
  router.param("projectId", loadProject({ db }));
  router.get(paths.projectHistory(":projectId"), allow("history:view"), async (req, res) => {
    const { project, texts } = res.locals;
    if (!project) throw new NotFound("project");
    const view = viewSchema.parse(req.query);
    const scope = { projectId: project.id, objectType: view.of, limit: LINES + 1 };
    const lines = await listProjectHistory(
      db,
      view.below === undefined ? scope : { ...scope, below: view.below },
    );
    const shown = lines.slice(0, LINES);
    const last = lines.length > LINES ? shown.at(-1)?.id : undefined;
    const path = paths.projectHistory(project.id);
    const model = {
      pageHeader: {
        title: texts.history.title,
        subtitle: project.title,
        tabs: presentTabs(path, view, texts),
      },
      history: presentHistory(shown, res.locals),
      older: last && { href: hrefOf(path, { ...view, below: last }), label: texts.history.older },
      empty: { text: texts.history.nothing, icon: "history" },
    };
    res.locals.page("projects/history", model, {
      title: texts.history.title,
      breadcrumbs: projectCrumbs(res, { label: texts.history.title }),
    });
  });
  return router;
}

function presentTabs(path: string, view: View, texts: Response["locals"]["texts"]) {
  const all = { label: texts.history.everything, href: path, isCurrent: view.of === undefined };
  const each = objectTypes.map((of) => ({
    label: texts.history.objects[of],
    href: hrefOf(path, { of }),
    isCurrent: view.of === of,
  }));
  return [all, ...each];
}

function hrefOf(path: string, { of, below }: View): string {
  const query = new URLSearchParams();
  if (of) query.set("of", of);
  if (below) query.set("below", String(below));
  return query.size > 0 ? `${path}?${query}` : path;
}
