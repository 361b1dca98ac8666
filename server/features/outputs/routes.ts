import { type Request, type Response, Router } from "express";
import { listHistory } from "../../../db/queries/audit-events.ts";
import { countOpenComments } from "../../../db/queries/comments.ts";
import {
  countOutputs,
  listOutputFacts,
  listOutputs,
  type OutputLine,
} from "../../../db/queries/outputs.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, parse } from "../../web/form.ts";
import { pageNumber, pageOf } from "../../web/pagination.ts";
import { sendWorkbook } from "../../web/workbook.ts";
import { presentCommentBox } from "../comments/presenter.ts";
import { commentsOf } from "../comments/service.ts";
import { documentBoxOf } from "../documents/presenter.ts";
import { listHref, outputSheet, presentOutputs } from "./list/presenter.ts";
import { loadOutput, outputOf } from "./load-output.ts";
import { newOutputSchema, outputListSchema } from "./schema.ts";
import { beginOutput } from "./service.ts";
import { presentOutput } from "./show/presenter.ts";
import { addStepRoutes } from "./steps/routes.ts";

const MOST_EXPORTED = 10_000;
const HISTORY_SHOWN = 30;

export function outputRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.param("outputId", loadOutput(deps));
  const views = allow("output:view");
  router.get(paths.outputs(":projectId"), views, (req, res) => showList(deps, req, res));
  router.post(paths.outputs(":projectId"), allow("output:edit"), async (req, res) => {
    const { id: projectId } = projectOf(res);
    const { milestoneId } = parse(newOutputSchema, req.body ?? {});
    const id = await beginOutput(deps, authorOf(req, res), { projectId, milestoneId });
    res.locals.say("created");
    res.redirect(303, paths.output(projectId, id));
  });
  router.get(paths.output(":projectId", ":outputId"), views, (_req, res) => showOne(deps, res));
  addStepRoutes(router, deps);
  return router;
}

async function showList({ db }: Pick<Deps, "db">, req: Request, res: Response): Promise<void> {
  const view = outputListSchema.parse(req.query);
  const { id: projectId } = projectOf(res);
  const { outputs: words } = res.locals.texts;
  const filter = { projectId, state: view.state || null, outputKind: view.kind || null };
  if (req.query.format === "xlsx") {
    const rows = await listOutputs(db, filter, { limit: MOST_EXPORTED, offset: 0 });
    const sheet = outputSheet(rows, await openCommentsOf(db, rows), res.locals);
    return sendWorkbook(res, { fileName: words.file, sheets: [sheet] });
  }
  const page = pageNumber(req.query.page);
  const [rows, counts] = await Promise.all([
    listOutputs(db, filter, pageOf(page)),
    countOutputs(db, filter),
  ]);
  if (rows.length === 0 && page > 1) return res.redirect(303, listHref(projectId, view));
  const openComments = await openCommentsOf(db, rows);
  const model = presentOutputs(res, { rows, counts, openComments, page }, view);
  const { title } = words;
  res.locals.page("outputs/index", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
}

async function openCommentsOf(db: Deps["db"], rows: OutputLine[]): Promise<Map<number, number>> {
  const objectIds = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  return countOpenComments(db, { objectType: "output", objectIds });
}

async function showOne({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const output = outputOf(res);
  const { id: objectId, milestoneId, projectId, title } = output;
  const [facts, history, comments, documentBox] = await Promise.all([
    listOutputFacts(db, objectId),
    listHistory(db, { objectType: "output", objectId, limit: HISTORY_SHOWN }),
    commentsOf(db, { objectType: "output", objectId }),
    documentBoxOf(db, res, { objectType: "milestone", objectId: milestoneId }),
  ]);
  const commentBox = presentCommentBox(res, paths.output(projectId, objectId), {
    ...{ objectType: "output", objectId, comments, isClosed: output.state === "counted" },
  });
  const model = { ...presentOutput(res, { output, facts, history }), documentBox, commentBox };
  const list = { label: res.locals.texts.outputs.title, href: paths.outputs(projectId) };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("outputs/show", model, { title, breadcrumbs });
}
