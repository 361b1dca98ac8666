import { type Request, type Response, Router } from "express";
import { countImportRows, listImportRows } from "../../../db/queries/import-rows.ts";
import { countImports, listImports } from "../../../db/queries/imports.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, form, parse } from "../../web/form.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { noteShown } from "../../web/personal-data.ts";
import { LARGEST_IMPORT } from "../../web/uploads.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { kinds } from "./kinds/all.ts";
import { presentImports, presentNewImport } from "./list/presenter.ts";
import { importOf, loadImport, mayHaveKind } from "./load-import.ts";
import type { ImportName, Mapping } from "./rules.ts";
import { newImportSchema, readingSchema, stepSchema } from "./schema.ts";
import { applyImport, dropImport, readImport, remapImport, rereadImport } from "./service.ts";
import { failureSheet, presentImport } from "./show/presenter.ts";
import { undoImport } from "./undoing/service.ts";
import { namesOfField } from "./words.ts";

const ROWS_SHOWN = 50;
const MOST_FAILURES = 20_000;

export function importRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("importId", loadImport(deps));
  const runs = allow("import:run");
  const one = [":projectId", ":importId"] as const;
  router.get(paths.imports(":projectId"), runs, (req, res) => showList(deps, req, res));
  const adding = addingForm(deps);
  router.get(paths.newImport(":projectId"), runs, adding.show);
  router.post(paths.imports(":projectId"), runs, adding.submit);
  router.get(paths.import(...one), runs, mayHaveKind, (req, res) => showOne(deps, req, res));
  router.post(paths.import(...one), runs, mayHaveKind, (req, res) => remap(deps, req, res));
  router.post(paths.importReading(...one), runs, mayHaveKind, (req, res) => reread(deps, req, res));
  router.get(paths.importFailures(...one), runs, mayHaveKind, (req, res) =>
    sendFailures(deps, req, res),
  );
  addSteps(router, deps);
  return router;
}

function addSteps(router: Router, deps: Deps): void {
  const runs = allow("import:run");
  const one = [":projectId", ":importId"] as const;
  router.post(paths.importApplication(...one), runs, mayHaveKind, async (req, res) => {
    const { version } = parse(stepSchema, req.body);
    await applyImport(deps, authorOf(req, res), { ...keyOf(res), version });
    backToImport(res, "saved");
  });
  router.post(paths.importDropping(...one), runs, mayHaveKind, async (req, res) => {
    const { version } = parse(stepSchema, req.body);
    await dropImport(deps, authorOf(req, res), { ...keyOf(res), version });
    res.locals.say("removed");
    res.redirect(303, paths.imports(projectOf(res).id));
  });
  router.post(paths.importUndoing(...one), runs, mayHaveKind, async (req, res) => {
    const reason = res.locals.texts.imports.show.undoReason;
    await undoImport(deps, authorOf(req, res), { ...keyOf(res), reason });
    backToImport(res, "saved");
  });
}

function keyOf(res: Response) {
  return { projectId: projectOf(res).id, id: importOf(res).id, viewerId: viewerOf(res).id };
}

function backToImport(res: Response, said: "saved"): void {
  res.locals.say(said);
  res.redirect(303, paths.import(projectOf(res).id, importOf(res).id));
}

function addingForm(deps: Deps) {
  return form(deps, newImportSchema, {
    initial: (req) => (typeof req.query.kind === "string" ? { kind: req.query.kind } : {}),
    show: (_req, res, state) => {
      const { id, title } = { id: projectOf(res).id, title: res.locals.texts.imports.newTitle };
      const model = presentNewImport(state, id, res);
      const list = { label: res.locals.texts.imports.title, href: paths.imports(id) };
      const breadcrumbs = projectCrumbs(res, list, { label: title });
      res.locals.page("partials/form-page", model, { title, breadcrumbs });
    },
    save: async (req, res, { kind }) => {
      const { id: projectId } = projectOf(res);
      if (!can(res, kinds[kind].permission)) throw new InvalidInput({ kind: "unknownChoice" });
      if (res.locals.isUploadTooLarge)
        throw new InvalidInput({ file: `fileTooLarge:${LARGEST_IMPORT / 1_000_000}` });
      if (!req.file) throw new InvalidInput({ file: "chooseFile" });
      const upload = { path: req.file.path, originalName: req.file.originalname };
      const viewerId = viewerOf(res).id;
      const given = { projectId, viewerId, kind, upload, namesOf: namesOfField };
      const id = await readImport(deps, authorOf(req, res), given);
      res.redirect(303, paths.import(projectId, id));
    },
  });
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const { id } = projectOf(res);
  const page = pageNumber(req.query.page);
  const [rows, total] = await Promise.all([
    listImports(db, id, pageOf(page)),
    countImports(db, id),
  ]);
  const { title } = res.locals.texts.imports;
  const breadcrumbs = projectCrumbs(res, { label: title });
  res.locals.page("imports/index", presentImports(res, { rows, total, page }), {
    title,
    breadcrumbs,
  });
}

async function showOne(deps: Deps, req: Request, res: Response): Promise<void> {
  const found = importOf(res);
  const onlyFailed = req.query.rows === "failed";
  const outcome = onlyFailed ? "failed" : null;
  const [counts, rows] = await Promise.all([
    countImportRows(deps.db, found.id),
    listImportRows(deps.db, { importId: found.id, limit: ROWS_SHOWN, outcome }),
  ]);
  await noteNames(deps, req, res, { action: "view", count: rows.length });
  const model = presentImport({ found, counts, rows, onlyFailed }, res.locals);
  const { texts } = res.locals;
  const list = { label: texts.imports.title, href: paths.imports(found.projectId) };
  const title = texts.imports.kinds[found.kind as ImportName];
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("imports/show", model, { title, breadcrumbs });
}

/** Rows of people are shown as long as the import is open. */
async function noteNames(
  deps: Deps,
  req: Request,
  res: Response,
  shown: { action: "view" | "export"; count: number },
): Promise<void> {
  const { kind, state } = importOf(res);
  if (!kinds[kind as ImportName].hasNames || state !== "read") return;
  await noteShown(deps, req, res, { action: shown.action, personCount: shown.count });
}

async function remap(deps: Deps, req: Request, res: Response): Promise<void> {
  const { version } = parse(stepSchema, req.body);
  const { headings, kind } = importOf(res);
  const known = kinds[kind as ImportName].fields.map(({ name }) => name);
  const chosen: Mapping = (JSON.parse(headings) as string[]).map((_, column) => {
    const field: unknown = req.body[`column${column}`];
    return known.find((name) => name === field) ?? null;
  });
  // A field that two columns claim is filled by the first.
  const mapping = chosen.map((field, at) => (chosen.indexOf(field) === at ? field : null));
  await remapImport(deps, authorOf(req, res), keyOf(res), { mapping, version });
  backToImport(res, "saved");
}

async function reread(deps: Deps, req: Request, res: Response): Promise<void> {
  const { encoding, separator, sheet } = parse(readingSchema, req.body);
  const wish = {
    ...(encoding ? { encoding } : {}),
    ...(separator ? { separator } : {}),
    ...(sheet ? { sheet } : {}),
  };
  const namesOf = namesOfField;
  await rereadImport(deps, authorOf(req, res), keyOf(res), { wish, namesOf });
  backToImport(res, "saved");
}

async function sendFailures(deps: Deps, req: Request, res: Response): Promise<void> {
  const found = importOf(res);
  const { texts } = res.locals;
  const wanted = { importId: found.id, limit: MOST_FAILURES, outcome: "failed" as const };
  const rows = await listImportRows(deps.db, wanted);
  await noteNames(deps, req, res, { action: "export", count: rows.length });
  await sendWorkbook(res, {
    fileName: texts.imports.show.failuresFile,
    sheets: [failureSheet(rows, found, texts)],
  });
}
