import type { Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { eventCrumbs } from "../header.ts";
import { presentConflicts } from "./presenter.ts";
import { type Conflict, findConflicts, listNamesOfClashes } from "./service.ts";

export function addConflictRoutes(router: Router, deps: Pick<Deps, "db" | "clock">): void {
  router.get(paths.eventConflicts(":projectId"), allow("event:view"), async (req, res) => {
    const project = projectOf(res);
    const { texts, viewer } = res.locals;
    const { conflicts: words } = texts.events;
    const scope = { projectId: project.id };
    const viewerId = viewer?.id ?? null;
    const found = await findConflicts(deps.db, scope, project);
    const mayName = can(res, "personal-data:read") && found.some(isOfParticipants);
    const names = mayName ? await listNamesOfClashes(deps.db, scope, viewerId) : null;
    if (names && names.personCount > 0)
      await noteShown(deps, req, res, { action: "view", personCount: names.personCount });
    const reader = { ...scope, viewerId, ...(names ? { namesOf: names.namesOf } : {}) };
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

function isOfParticipants(conflict: Conflict): boolean {
  return conflict.kind === "clash" && conflict.clash.kind === "participant";
}
