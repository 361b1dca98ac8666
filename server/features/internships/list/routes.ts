import type { Request, Response, Router } from "express";
import {
  countInternshipsByState,
  listInternships,
} from "../../../../db/queries/internship-list.ts";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { pageNumber, pageOf } from "../../../web/pagination.ts";
import { sendWorkbook } from "../../../web/workbook.ts";
import { filterOf, internshipSheet, listHref, presentInternships } from "./presenter.ts";
import { type InternshipListView, internshipListSchema } from "./schema.ts";

export function addListRoutes(router: Router, deps: Deps): void {
  router.get(paths.internships(":projectId"), allow("internship:view"), async (req, res) => {
    const view = internshipListSchema.parse(req.query);
    if (req.query.format === "xlsx") return exportList(deps, res, view);
    await showList(deps, req, res, view);
  });
}

async function showList(
  { db }: Pick<Deps, "db">,
  req: Request,
  res: Response,
  view: InternshipListView,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const page = pageNumber(req.query.page);
  const filter = filterOf(projectId, view);
  const [rows, counts] = await Promise.all([
    listInternships(db, filter, pageOf(page)),
    countInternshipsByState(db, filter),
  ]);
  if (rows.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const list = { projectId, rows, counts, page };
  const model = presentInternships(list, view, res.locals, { edit: can(res, "internship:edit") });
  const { title } = res.locals.texts.internships;
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("internships/index", model, { title, breadcrumbs });
}

async function exportList(
  { db }: Pick<Deps, "db">,
  res: Response,
  view: InternshipListView,
): Promise<void> {
  const rows = await listInternships(db, filterOf(projectOf(res).id, view));
  await sendWorkbook(res, {
    fileName: res.locals.texts.internships.sheet.file,
    sheets: [internshipSheet(rows, res.locals)],
  });
}
