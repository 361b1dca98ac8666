import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type Request, type Response, Router } from "express";
import { findPeriod, listPeriods, type Period } from "../../../db/queries/periods.ts";
import { allow } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { type FormState, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { noteShown } from "../../web/personal-data.ts";
import { limitExports } from "../../web/rate-limits.ts";
import { LARGEST_IMPORT } from "../../web/uploads.ts";
import { loadEsfCheck, noteEsfExport } from "./checks/service.ts";
import { compareReturned } from "./differences/service.ts";
import { personsFile, supportsFile } from "./files/service.ts";
import { presentDifferences, presentExports } from "./presenter.ts";
import { returnedSchema } from "./schema.ts";

/** Files for IS ESF 21+, the check before them, and the comparison with what came back. */
export function isEsfRoutes(deps: Deps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  const may = allow("personal-data:read");
  const limit = limitExports();
  const returned = returnedForm(deps);
  router.get(paths.esf(":projectId"), may, returned.show);
  router.post(paths.esfDifferences(":projectId"), may, returned.submit);
  router.get(paths.esfPersons(":projectId"), may, limit, async (req, res) => {
    const { id: projectId } = projectOf(res);
    await noteFile(deps, req, res, { projectId, kind: "persons", periodId: null });
    await sendCsv(res, "persons", personsFile(deps, projectId));
  });
  router.get(paths.esfSupports(":projectId"), may, limit, async (req, res) => {
    const { id: projectId } = projectOf(res);
    const period = await periodAsked(deps, projectId, req.query.period);
    const asOf = deps.clock.now();
    await noteFile(deps, req, res, { projectId, kind: "supports", periodId: period.id });
    await sendCsv(res, "supports", supportsFile(deps, projectId, { period, asOf }));
  });
  return router;
}

/** The one in the address; without it the latest that has begun. */
async function periodAsked(
  { db, clock }: Pick<Deps, "db" | "clock">,
  projectId: number,
  asked: unknown,
): Promise<Period> {
  const found =
    asked === undefined
      ? (await listPeriods(db, projectId)).findLast(({ startsOn }) => startsOn <= clock.today())
      : await findPeriod(db, { projectId, id: idParam(asked) });
  if (!found) throw new NotFound("period");
  return found;
}

function returnedForm(deps: Deps) {
  return form(deps, returnedSchema, {
    initial: () => ({}),
    show: (req, res, state) => showExports(deps, req, res, state),
    save: async (req, res, { period: periodId }) => {
      const { id: projectId } = projectOf(res);
      if (res.locals.isUploadTooLarge)
        throw new InvalidInput({ file: `fileTooLarge:${LARGEST_IMPORT / 1_000_000}` });
      if (!req.file) throw new InvalidInput({ file: "chooseFile" });
      const period =
        periodId === null ? undefined : await findPeriod(deps.db, { projectId, id: periodId });
      const given = { projectId, path: req.file.path, period, asOf: deps.clock.now() };
      const compared = await compareReturned(deps, given);
      await noteShown(deps, req, res, {
        action: "view",
        personCount: compared.differences.length,
      });
      const model = presentDifferences(compared, projectId, res.locals);
      const { title } = model.pageHeader;
      const list = { label: res.locals.texts.isEsf.title, href: paths.esf(projectId) };
      const breadcrumbs = projectCrumbs(res, list, { label: title });
      res.locals.page("is-esf/differences", model, { title, breadcrumbs });
    },
  });
}

async function showExports(
  { db }: Pick<Deps, "db">,
  _req: Request,
  res: Response,
  state: FormState,
): Promise<void> {
  const { id: projectId } = projectOf(res);
  const check = await loadEsfCheck(db, projectId);
  const model = presentExports(state, check, projectId, res.locals);
  const { title } = model.pageHeader;
  const list = { label: res.locals.texts.moneyExports.title, href: paths.exports(projectId) };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("is-esf/exports", model, { title, breadcrumbs });
}

async function noteFile(
  deps: Pick<Deps, "db" | "clock">,
  req: Request,
  res: Response,
  file: Parameters<typeof noteEsfExport>[1],
): Promise<void> {
  const by = { at: deps.clock.now(), userId: res.locals.viewer?.id ?? null };
  const { personCount } = await noteEsfExport(deps.db, file, by);
  await noteShown(deps, req, res, { action: "export", personCount });
}

/** Written as fast as it is read; whoever gives up while it comes ends it. */
async function sendCsv(
  res: Response,
  kind: "persons" | "supports",
  file: AsyncGenerator<string>,
): Promise<void> {
  const name = res.locals.texts.isEsf.fileNames[kind];
  res.attachment(`${name}-${res.locals.today}.csv`);
  res.type("text/csv; charset=utf-8");
  try {
    await pipeline(Readable.from(file), res);
  } catch (error) {
    if ((error as { code?: string }).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
  }
}
