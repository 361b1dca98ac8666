import { type Request, type Response, Router } from "express";
import {
  type AuditFilter,
  listAuditLog,
  listPeople,
  listProjectsInReach,
} from "../../../db/queries/audit-log.ts";
import type { Reach } from "../../../db/queries/reach.ts";
import { allow, can } from "../../access/allow.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { addDays, parseCalendarDate, pragueInstant } from "../../values/calendar-date.ts";
import type { Crumb } from "../../web/breadcrumbs.ts";
import { authorOf } from "../../web/form.ts";
import { PAGE_SIZE } from "../../web/pagination.ts";
import { withQuery } from "../../web/query-string.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { presentAuditLog, presentSeals } from "./presenter.ts";
import { type AuditView, readAuditView } from "./schema.ts";
import { checkSeals } from "./seals/service.ts";
import { listForExport, recordReading } from "./service.ts";
import { auditColumns } from "./sheet.ts";

const SEALS_ON_A_PAGE = 31;

export function auditEventRoutes(deps: Deps): Router {
  const router = Router();
  const { db } = deps;

  router.get(paths.audit(), allow("audit:view"), async (req, res) => {
    const isExport = req.query.format === "xlsx";
    await recordUnlessAdministrator(deps, req, res, isExport);
    const view = readAuditView(req.query);
    const filter = filterOf(view, res.locals.reach as Reach);
    if (isExport) return sendLog(deps, res, filter);
    const { texts, formats } = res.locals;
    const [events, people, projects, [seal]] = await Promise.all([
      listAuditLog(db, filter, PAGE_SIZE + 1),
      listPeople(db),
      listProjectsInReach(db, filter.reach),
      checkSeals(db, { limit: 1 }),
    ]);
    const hasOlder = events.length > PAGE_SIZE;
    const page = {
      events: events.slice(0, PAGE_SIZE),
      hasOlder,
      seal,
      choices: { people, projects },
      canSeeUsers: can(res, "user:administer"),
      canSeeLostFiles: can(res, "stored-file:administer"),
    };
    const model = presentAuditLog(page, view, { texts, formats });
    const { title } = model.pageHeader;
    res.locals.page("audit-events/index", model, { title, breadcrumbs: crumbs(res) });
  });

  router.get(paths.auditSeals(), allow("audit:view"), async (req, res) => {
    const { texts, formats } = res.locals;
    const asked = typeof req.query.upTo === "string" ? req.query.upTo : "";
    const upTo = parseCalendarDate(asked);
    const seals = await checkSeals(db, { upTo, limit: SEALS_ON_A_PAGE });
    const oldest = seals.length === SEALS_ON_A_PAGE ? seals.at(-1)?.day : undefined;
    const older = oldest ? withQuery(paths.auditSeals(), { upTo: addDays(oldest, -1) }) : null;
    const model = presentSeals(seals, older, { texts, formats });
    const { title } = model.pageHeader;
    res.locals.page("audit-events/seals", model, { title, breadcrumbs: crumbs(res, title) });
  });
  return router;
}

/** Administrators open the log all day long; whoever else does, and whoever takes it away, is put down. */
async function recordUnlessAdministrator(
  deps: Deps,
  req: Request,
  res: Response,
  isExport: boolean,
): Promise<void> {
  if (res.locals.roles.includes("administrator") && !isExport) return;
  const query = req.originalUrl.split("?")[1]?.slice(0, 300) ?? "";
  await recordReading(deps, authorOf(req, res), { isExport, query });
}

async function sendLog({ db }: Deps, res: Response, filter: AuditFilter): Promise<void> {
  const { texts, formats } = res.locals;
  const { sheet } = texts.auditEvents;
  const rows = await listForExport(db, filter);
  const columns = auditColumns({ texts, formats });
  await sendWorkbook(res, { fileName: sheet, sheets: [{ name: sheet, columns, rows }] });
}

function filterOf(view: AuditView, reach: Reach): AuditFilter {
  return {
    reach,
    actorId: view.person,
    projectId: view.project,
    action: view.action,
    outcome: view.outcome,
    from: view.from && pragueInstant(view.from, "00:00"),
    until: view.until && pragueInstant(addDays(view.until, 1), "00:00"),
    beforeId: view.before,
  };
}

function crumbs(res: Response, ...labels: string[]): Crumb[] {
  const { texts } = res.locals;
  const log = {
    label: texts.auditEvents.title,
    ...(labels.length > 0 && { href: paths.audit() }),
  };
  const administration = { label: texts.frame.navigation.administration };
  return [administration, log, ...labels.map((label) => ({ label }))];
}
