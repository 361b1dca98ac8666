import type { Request, Response, Router } from "express";
import { listProjectParticipants } from "../../../../db/queries/participant-list.ts";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { Forbidden } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { PAGE_SIZE, pageNumber, pageOf } from "../../../web/pagination.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { listHref } from "./filters.ts";
import { presentFound, presentNumbers, presentParticipantList } from "./presenter.ts";
import {
  type ParticipantListView,
  participantListSchema,
  participantSearchSchema,
} from "./schema.ts";
import {
  filterOf,
  findParticipants,
  loadParticipantList,
  loadParticipantNumbers,
  wordsOf,
} from "./service.ts";
import { participantSheet } from "./sheet.ts";

const MOST_EXPORTED = 50_000;

export function addListRoutes(router: Router, deps: Deps): void {
  const index = paths.participants(":projectId");
  router.get(index, allow("support:view"), async (req, res) => {
    const view = participantListSchema.parse(req.query);
    if (req.query.format === "xlsx") return exportList(deps, req, res, view);
    if (!can(res, "personal-data:read")) return showNumbers(deps, res);
    await showList(deps, req, res, view);
  });
  const search = paths.participantSearch(":projectId");
  router.post(search, allow("personal-data:read"), async (req, res) => {
    const { q } = participantSearchSchema.parse(req.body ?? {});
    await showFound(deps, req, res, q);
  });
}

async function showNumbers({ db }: Deps, res: Response): Promise<void> {
  const numbers = await loadParticipantNumbers(db, projectOf(res));
  showPage(res, "participants/numbers", presentNumbers(numbers, res.locals));
}

async function showList(
  deps: Deps,
  req: Request,
  res: Response,
  view: ParticipantListView,
): Promise<void> {
  const project = projectOf(res);
  const page = pageNumber(req.query.page);
  const of = { page: pageOf(page), today: res.locals.today };
  const list = await loadParticipantList(deps.db, project, filterOf(project.id, view), of);
  if (list.rows.length === 0 && page > 1) return res.redirect(303, listHref(project.id, view));
  if (list.rows.length > 0)
    await noteShown(deps, req, res, { action: "view", personCount: list.rows.length });
  const allowed = { edit: can(res, "participant:edit") };
  const model = presentParticipantList(list, view, page, res.locals, allowed);
  showPage(res, "participants/index", model);
}

async function showFound(deps: Deps, req: Request, res: Response, q: string): Promise<void> {
  const project = projectOf(res);
  const words = wordsOf(q);
  if (words.length === 0) return res.redirect(303, paths.participants(project.id));
  const list = await findParticipants(deps.db, project, { words, limit: PAGE_SIZE });
  await noteShown(deps, req, res, { action: "search", personCount: list.rows.length });
  const allowed = { edit: can(res, "participant:edit") };
  showPage(res, "participants/found", presentFound(list, q, res.locals, allowed));
}

async function exportList(
  deps: Deps,
  req: Request,
  res: Response,
  view: ParticipantListView,
): Promise<void> {
  if (!can(res, "personal-data:read")) throw new Forbidden("personal-data:read");
  const contents = req.query.contents === "names" ? "names" : "codes";
  const filter = filterOf(projectOf(res).id, view);
  const rows = await listProjectParticipants(deps.db, filter, { limit: MOST_EXPORTED, offset: 0 });
  if (contents === "names")
    await noteShown(deps, req, res, { action: "export", personCount: rows.length });
  await sendWorkbook(res, {
    fileName: res.locals.texts.participants.sheet.file,
    sheets: [participantSheet(rows, contents, res.locals)],
  });
}

function showPage(res: Response, view: string, model: object): void {
  const { title } = res.locals.texts.participants;
  res.locals.page(view, model, { title, breadcrumbs: projectCrumbs(res, { label: title }) });
}
