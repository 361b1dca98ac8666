import type { Request, Response, Router } from "express";
import { allow } from "../../../access/allow.ts";
import { viewersReach } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { personScope, readableProjects } from "../../participants/registry/service.ts";
import { presentRecord } from "./presenter.ts";
import { loadPersonRecord, recordAsJson } from "./service.ts";

/** Article 15: everything about one person, to read and print, and as a file. */
export function addRecordRoutes(router: Router, deps: Deps): void {
  router.get(paths.participantRecord(":participantId"), allow("registry:use"), async (req, res) => {
    const record = await recordOf(deps, req, res);
    await noteShown(deps, req, res, { action: "print", participantId: record.person.id });
    const model = presentRecord(record, res.locals);
    const { registry } = res.locals.texts.participants;
    const breadcrumbs = [
      { label: registry.title, href: paths.participantRegistry() },
      { label: record.person.code },
    ];
    res.locals.page("personal-data/record", model, { title: model.pageHeader.title, breadcrumbs });
  });
  const file = paths.personRecordFile(":participantId");
  router.get(file, allow("registry:use"), async (req, res) => {
    const record = await recordOf(deps, req, res);
    const { id, code } = record.person;
    await noteShown(deps, req, res, { action: "export", participantId: id });
    res.attachment(`${code}.json`);
    res.type("application/json").send(recordAsJson(record, deps.clock.now()));
  });
}

async function recordOf(deps: Deps, req: Request, res: Response) {
  const projects = await readableProjects(deps.db, viewersReach(res));
  const id = idParam(req.params.participantId);
  const scope = await personScope(deps.db, projects, id);
  return loadPersonRecord(deps, id, scope);
}
