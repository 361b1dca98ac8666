import { type Request, type Response, Router } from "express";
import { findAuditPack, listAuditPacks } from "../../../db/queries/audit-packs.ts";
import { listIndicators } from "../../../db/queries/indicators.ts";
import { listPeriods } from "../../../db/queries/periods.ts";
import { allow, can } from "../../access/allow.ts";
import { loadProject } from "../../access/load-project.ts";
import { projectOf, viewerOf } from "../../access/project-of.ts";
import type { Deps } from "../../deps.ts";
import { Forbidden, NotFound } from "../../errors.ts";
import { paths } from "../../paths.ts";
import { projectCrumbs } from "../../web/breadcrumbs.ts";
import { authorOf, type FormState, form } from "../../web/form.ts";
import { idParam } from "../../web/id-param.ts";
import { noteShown } from "../../web/personal-data.ts";
import { sendPrepared } from "../../web/prepared-file.ts";
import type { PreparingDeps } from "../prepared-files/kinds.ts";
import { presentPackForm, presentPacks } from "./presenter.ts";
import { mayOpen, type PackParams, type PackRights } from "./rules.ts";
import { auditPackSchema } from "./schema.ts";
import { fileOfPack, makeAuditPack } from "./service.ts";
import { packTitle } from "./words.ts";

export function auditPackRoutes(deps: PreparingDeps): Router {
  const router = Router();
  router.param("projectId", loadProject(deps));
  router.get(paths.auditPacks(":projectId"), allow("audit-pack:view"), (_req, res) =>
    showPacks(deps, res),
  );
  const made = packForm(deps);
  router.get(paths.newAuditPack(":projectId"), allow("audit-pack:make"), made.show);
  router.post(paths.auditPacks(":projectId"), allow("audit-pack:make"), made.submit);
  router.get(paths.auditPackFile(":projectId", ":packId"), allow("audit-pack:view"), (req, res) =>
    sendPack(deps, req, res),
  );
  return router;
}

function packForm(deps: PreparingDeps) {
  return form(deps, auditPackSchema, {
    initial: () => ({ subject: "indicator", method: "listed" }),
    show: (_req, res, state) => showForm(deps, res, state),
    save: async (req, res, entry) => {
      const { id: projectId } = projectOf(res);
      const author = { ...authorOf(req, res), userId: viewerOf(res).id };
      const rights = { ...rightsOf(res), language: res.locals.language };
      const id = await makeAuditPack(deps, author, projectId, { entry, rights });
      res.redirect(303, paths.auditPackFile(projectId, id));
    },
  });
}

async function showPacks({ db }: Pick<Deps, "db">, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const reader = { projectId, canMake: can(res, "audit-pack:make"), rights: rightsOf(res) };
  const model = presentPacks(await listAuditPacks(db, projectId), reader, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("audit-packs/index", model, {
    title,
    breadcrumbs: projectCrumbs(res, { label: title }),
  });
}

async function showForm({ db }: Pick<Deps, "db">, res: Response, state: FormState): Promise<void> {
  const { id: projectId } = projectOf(res);
  const [indicators, periods] = await Promise.all([
    listIndicators(db, { projectId }),
    listPeriods(db, projectId),
  ]);
  const wording = { ...res.locals, rights: rightsOf(res) };
  const model = presentPackForm(projectId, { indicators, periods }, state, wording);
  const { title } = model.pageHeader;
  const list = { label: res.locals.texts.auditPacks.title, href: paths.auditPacks(projectId) };
  const breadcrumbs = projectCrumbs(res, list, { label: title });
  res.locals.page("partials/form-page", model, { title, breadcrumbs });
}

/** Whoever takes a pack with names away is put down, each time. */
async function sendPack(deps: PreparingDeps, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const { texts } = res.locals;
  const pack = await findAuditPack(deps.db, { projectId, id: idParam(req.params.packId) });
  if (!pack) throw new NotFound("audit pack");
  if (!mayOpen(JSON.parse(pack.params) as PackParams, rightsOf(res)))
    throw new Forbidden("audit pack with more than the reader may read");
  const file = await fileOfPack(deps, pack);
  if (file.state === "done" && pack.hasNames && req.method !== "HEAD")
    await noteShown(deps, req, res, { action: "export" });
  const list = { label: texts.auditPacks.title, href: paths.auditPacks(projectId) };
  const page = { title: packTitle(pack, texts), back: list, breadcrumbs: projectCrumbs(res) };
  await sendPrepared(deps, req, res, file, page);
}

function rightsOf(res: Response): PackRights {
  return {
    withNames: can(res, "personal-data:read"),
    withSheets: can(res, "signed-sheet:read"),
    withPay: can(res, "staff-data:read"),
  };
}
