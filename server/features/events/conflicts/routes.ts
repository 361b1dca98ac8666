import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { eventCrumbs } from "../header.ts";
import { presentConflicts } from "./presenter.ts";
import { findConflicts } from "./service.ts";

export function addConflictRoutes(router: Router, { db }: Pick<Deps, "db">): void {
  router.get(paths.eventConflicts(":projectId"), allow("event:view"), async (_req, res) => {
    const project = projectOf(res);
    const { texts, viewer } = res.locals;
    const { conflicts: words } = texts.events;
    const found = await findConflicts(db, { projectId: project.id }, project);
    const reader = { projectId: project.id, viewerId: viewer?.id ?? null };
    const model = {
      pageHeader: { title: words.title, subtitle: words.subtitle },
      labels: words,
      conflicts: presentConflicts(found, res.locals, reader),
      emptyState: { text: words.none, icon: "circle-check" },
    };
    const breadcrumbs = eventCrumbs(res, { label: words.title });
    res.locals.page("events/conflicts", model, { title: words.title, breadcrumbs });
  });
}
