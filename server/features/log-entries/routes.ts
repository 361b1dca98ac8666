import { type Request, type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { findLogEntry } from "../../../db/queries/log-entries.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import type { Deps } from "../../deps.ts";
import { NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { archiveLogEntry, restoreLogEntry } from "./archive/service.ts";
import { editForm, newForm, newFormAnywhere, projectOf } from "./forms.ts";
import { presentLog } from "./list/presenter.ts";
import { logListSchema } from "./list/schema.ts";
import { loadLogLine, loadLogPage, loadWholeLog, logFilter } from "./list/service.ts";
import { logSheet } from "./list/sheet.ts";
import { presentLogEntry } from "./list/show-presenter.ts";

export function logEntryRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const project = ":projectId";
  const entry = ":logEntryId";
  const writing = newForm(deps);
  const anywhere = newFormAnywhere(deps);
  const editing = editForm(deps);

  router.get(paths.progress(project), allow("log-entry:view"), (req, res) => index(deps, req, res));
  router.get(paths.newLogEntry(project), allow("log-entry:write"), writing.show);
  router.post(paths.progress(project), allow("log-entry:write"), writing.submit);
  router.get(paths.newLogEntryAnywhere(), allow("overview:view"), anywhere.show);
  router.post(paths.logEntries(), allow("overview:view"), anywhere.submit);
  router.get(paths.logEntry(project, entry), allow("log-entry:view"), (req, res) =>
    show(deps, req, res),
  );
  router.get(paths.editLogEntry(project, entry), allow("log-entry:write"), editing.show);
  router.post(paths.logEntry(project, entry), allow("log-entry:write"), editing.submit);
  router.post(paths.logEntryArchive(project, entry), allow("log-entry:write"), async (req, res) => {
    const { id } = projectOf(res);
    const key = { projectId: id, id: idParam(req.params.logEntryId) };
    await archiveLogEntry(deps, authorOf(req, res), key);
    res.locals.say("archived");
    res.redirect(303, paths.progress(id));
  });
  router.post(
    paths.logEntryRestoration(project, entry),
    allow("log-entry:write"),
    async (req, res) => {
      const { id } = projectOf(res);
      const key = { projectId: id, id: idParam(req.params.logEntryId) };
      await restoreLogEntry(deps, authorOf(req, res), key);
      res.locals.say("restored");
      res.redirect(303, paths.logEntry(id, key.id));
    },
  );
  return router;
}

async function index(deps: Deps, req: Request, res: Response): Promise<void> {
  const { id } = projectOf(res);
  const view = logListSchema.parse(req.query);
  const { title, sheet } = res.locals.texts.logEntries;
  if (req.query.format === "xlsx") {
    const lines = await loadWholeLog(deps, logFilter(id, view));
    await sendWorkbook(res, { fileName: sheet.file, sheets: [logSheet(lines, res.locals)] });
    return;
  }
  const page = await loadLogPage(deps, id, view);
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("log-entries/index", presentLog(res, page, view), { title, breadcrumbs });
}

async function show(deps: Deps, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const id = idParam(req.params.logEntryId);
  const entry = await findLogEntry(deps.db, { projectId, id });
  if (!entry) throw new NotFound("log entry");
  const [line, history] = await Promise.all([
    loadLogLine(deps.db, entry),
    listHistory(deps.db, { objectType: "log-entry", objectId: id }),
  ]);
  const model = presentLogEntry(res, line, history);
  const { title } = model.pageHeader;
  const log = { label: res.locals.texts.logEntries.title, href: paths.progress(projectId) };
  const breadcrumbs = projectCrumbs(res, log, { label: title });
  res.locals.page("log-entries/show", model, { title, breadcrumbs });
}
