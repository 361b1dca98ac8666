import { type Request, type Response, Router } from "express";
import { listProtections } from "../../../db/queries/documents.ts";
import {
  countRequiredDocuments,
  listRequiredDocuments,
} from "../../../db/queries/required-documents.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { addDefinitionRoutes } from "./definitions/routes.ts";
import { checklistSheet, listHref, presentChecklist } from "./list/presenter.ts";
import { requiredListSchema } from "./schema.ts";
import { addWaiverRoutes } from "./waivers/routes.ts";

const MOST_EXPORTED = 10_000;

/** Stands before the routes of documents, whose addresses would take `required` for one of them. */
export function documentRequirementRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const views = allow("document:view");
  router.get(paths.requiredDocuments(":projectId"), views, (req, res) => showList(deps, req, res));
  addWaiverRoutes(router, deps);
  addDefinitionRoutes(router, deps);
  return router;
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const view = requiredListSchema.parse(req.query);
  const { id: projectId } = projectOf(res);
  const { documents, documentRequirements: words } = res.locals.texts;
  const scope = { projectIds: [projectId], until: res.locals.today, viewerId: viewerOf(res).id };
  const filter = { ...scope, subject: view.subject || null, onlyMissing: view.show !== "all" };
  if (req.query.format === "xlsx") {
    const rows = await listRequiredDocuments(db, filter, { limit: MOST_EXPORTED, offset: 0 });
    const sheet = checklistSheet(rows, res.locals);
    return sendWorkbook(res, { fileName: words.file, sheets: [sheet] });
  }
  const page = pageNumber(req.query.page);
  const [rows, counts] = await Promise.all([
    listRequiredDocuments(db, filter, pageOf(page)),
    countRequiredDocuments(db, scope),
  ]);
  if (rows.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const ids = rows.flatMap(({ documentId }) => (documentId === null ? [] : [documentId]));
  const protections = await listProtections(db, ids);
  const model = presentChecklist(res, { rows, counts, protections, page }, view);
  const breadcrumbs = projectCrumbs(
    res,
    { label: documents.title, href: paths.documents(projectId) },
    { label: words.title },
  );
  res.locals.page("document-requirements/required", model, { title: words.title, breadcrumbs });
}
