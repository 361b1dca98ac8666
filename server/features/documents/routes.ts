import { type Request, type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { countDocuments, listDocuments } from "../../../db/queries/document-list.ts";
import { findListedRecord } from "../../../db/queries/document-objects.ts";
import { listDocumentVersions, sumDocumentBytes } from "../../../db/queries/document-versions.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { foldText } from "../../values/fold.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf } from "../../web/form.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { missingDocumentCounts } from "../document-requirements/service.ts";
import { archiveDocument, restoreDocument } from "./archive/service.ts";
import { addFormRoutes } from "./form/routes.ts";
import { presentPictures } from "./list/pictures-presenter.ts";
import { documentSheet, listHref, presentDocumentList } from "./list/presenter.ts";
import { loadDocument, openDocumentOf } from "./load-document.ts";
import { addPackageRoutes } from "./packages/routes.ts";
import { documentRights } from "./presenter.ts";
import { type DocumentListView, documentListSchema } from "./schema.ts";
import { presentDocument } from "./show/presenter.ts";
import { sendVersion } from "./show/send-version.ts";

const MOST_EXPORTED = 10_000;
const HISTORY_SHOWN = 30;

export function documentRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("documentId", loadDocument(deps));
  const views = allow("document:view");
  router.get(paths.documents(":projectId"), views, (req, res) => showList(deps, req, res));
  router.get(paths.documentPictures(":projectId"), views, (req, res) =>
    showPictures(deps, req, res),
  );
  addPackageRoutes(router, deps);
  addFormRoutes(router, deps);
  const one = [":projectId", ":documentId"] as const;
  router.get(paths.document(...one), views, (_req, res) => showOne(deps, res));
  router.post(paths.documentArchive(...one), allow("document:edit"), async (req, res) => {
    await archiveDocument(deps, authorOf(req, res), keyOf(res));
    res.locals.say("archived");
    res.redirect(303, paths.documents(projectOf(res).id));
  });
  router.post(paths.documentRestoration(...one), allow("document:edit"), async (req, res) => {
    const key = keyOf(res);
    await restoreDocument(deps, authorOf(req, res), key);
    res.locals.say("restored");
    res.redirect(303, paths.document(key.projectId, key.id));
  });
  router.get(paths.documentVersion(...one, ":versionId"), views, (req, res) =>
    sendVersion(deps, req, res, { isPreview: false }),
  );
  router.get(paths.documentPreview(...one, ":versionId"), views, (req, res) =>
    sendVersion(deps, req, res, { isPreview: true }),
  );
  return router;
}

function keyOf(res: Response) {
  return {
    projectId: projectOf(res).id,
    id: openDocumentOf(res).id,
    viewerId: viewerOf(res).id,
  };
}

async function showList(
  { db, config }: Pick<Deps, "db" | "config">,
  req: Request,
  res: Response,
): Promise<void> {
  const view = documentListSchema.parse(req.query);
  const { id: projectId } = projectOf(res);
  const { title, file: fileName } = res.locals.texts.documents;
  const filter = filterOf(res, view);
  if (req.query.format === "xlsx") {
    const rows = await listDocuments(db, filter, { limit: MOST_EXPORTED, offset: 0 });
    const sheet = documentSheet(rows, documentRights(res), res.locals);
    return sendWorkbook(res, { fileName, sheets: [sheet] });
  }
  const page = pageNumber(req.query.page);
  const [rows, total, usedBytes, missing] = await Promise.all([
    listDocuments(db, filter, pageOf(page)),
    countDocuments(db, filter),
    sumDocumentBytes(db, projectId),
    countMissing(db, res),
  ]);
  if (rows.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const list = { rows, total, usedBytes, mostBytes: config.projectDocumentsBytes, page, missing };
  const model = presentDocumentList(res, list, view);
  res.locals.page("documents/index", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
}

/** Pictures beside each other, drawn small by the browser as it comes to them. */
async function showPictures({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const { title, tabs } = res.locals.texts.documents;
  const { id: projectId } = projectOf(res);
  const view = documentListSchema.parse({});
  const filter = { ...filterOf(res, view), onlyPictures: true };
  const page = pageNumber(req.query.page);
  const [rows, total, missing] = await Promise.all([
    listDocuments(db, filter, pageOf(page)),
    countDocuments(db, filter),
    countMissing(db, res),
  ]);
  if (rows.length === 0 && page > 1) return res.redirect(303, paths.documentPictures(projectId));
  const model = presentPictures(res, { rows, total, missing, page });
  const breadcrumbs = projectCrumbs(
    res,
    { label: title, href: paths.documents(projectId) },
    { label: tabs.pictures },
  );
  res.locals.page("documents/pictures", model, { title, breadcrumbs });
}

async function countMissing(db: Deps["db"], res: Response): Promise<number> {
  const { id } = projectOf(res);
  const of = { projectIds: [id], until: res.locals.today };
  return (await missingDocumentCounts(db, of)).get(id) ?? 0;
}

function filterOf(res: Response, view: DocumentListView) {
  return {
    projectId: projectOf(res).id,
    viewerId: viewerOf(res).id,
    words: foldText(view.q).split(" ").filter(Boolean).slice(0, 8),
    searchesPersonal: documentRights(res).readsPersonalData,
    category: view.category || null,
    objectType: view.object || null,
    isArchived: view.state === "archived",
  };
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const document = openDocumentOf(res);
  const { objectType, objectId, id } = document;
  const { id: projectId } = projectOf(res);
  const key = { projectId, objectType, objectId };
  const [record, versions, history] = await Promise.all([
    findListedRecord(db, key, viewerOf(res).id),
    listDocumentVersions(db, id),
    listHistory(db, { objectType: "document", objectId: id, limit: HISTORY_SHOWN }),
  ]);
  const model = presentDocument(res, { document, record, versions, history });
  const { title } = model.pageHeader;
  const list = { label: res.locals.texts.documents.title, href: paths.documents(projectId) };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("documents/show", model, { title, breadcrumbs });
}
