import { type Request, type Response, Router } from "express";
import { listProjectFilterOptions } from "../../../../db/queries/project-filter-options.ts";
import {
  listProjects,
  listProjectsForExport,
  type ProjectFilter,
  type ProjectSortKey,
} from "../../../../db/queries/project-list.ts";
import { allow, can } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { SignInRequired } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { pageNumber, pageOf } from "../../../web/pagination.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { listHref, needsOptions } from "./filters.ts";
import { presentProjectList } from "./presenter.ts";
import { type ProjectListView, projectListSchema, searchWords } from "./schema.ts";
import { projectSheet } from "./sheet.ts";

const MOST_EXPORTED = 5_000;

export function projectListRoutes(deps: Pick<Deps, "db">): Router {
  const router = Router();
  router.get(paths.projects(), allow("overview:view"), async (req, res) => {
    const view = projectListSchema.parse(req.query);
    if (req.query.format === "xlsx") return exportList(deps, res, view);
    await showList(deps, req, res, view);
  });
  return router;
}

async function showList(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  view: ProjectListView,
): Promise<void> {
  const page = pageNumber(req.query.page);
  const filter = filterOf(view, res);
  const rows = await listProjects(db, filter, { ...orderOf(view, res), ...pageOf(page) });
  if (rows.length === 0 && page > 1) return res.redirect(303, listHref(view));
  const options = needsOptions(view) ? await listProjectFilterOptions(db, filter.reach) : null;
  const model = presentProjectList({ rows, view, page, options }, res.locals, {
    create: can(res, "project:create"),
  });
  const { title } = res.locals.texts.projects;
  res.locals.page("projects/index", model, { title, breadcrumbs: [{ label: title }] });
}

async function exportList(
  { db }: Pick<Deps, "db">,
  res: Response,
  view: ProjectListView,
): Promise<void> {
  const page = { ...orderOf(view, res), limit: MOST_EXPORTED, offset: 0 };
  const rows = await listProjectsForExport(db, filterOf(view, res), page);
  await sendWorkbook(res, {
    fileName: res.locals.texts.projects.sheet.file,
    sheets: [projectSheet(rows, res.locals)],
  });
}

function filterOf(view: ProjectListView, res: Response): ProjectFilter {
  const { reach } = res.locals;
  if (!reach) throw new SignInRequired();
  return {
    reach,
    words: searchWords(view.q),
    phase: view.phase,
    health: view.health,
    programme: view.programme,
    department: view.department,
    managerId: view.manager,
    isMine: view.mine,
    isFavourite: view.favourite,
    isArchived: view.archived,
  };
}

function orderOf(view: ProjectListView, res: Response) {
  return {
    today: res.locals.today,
    sort: view.sort.replace("-", "") as ProjectSortKey,
    isDescending: view.sort.startsWith("-"),
  };
}
