import type { Request, Response, Router } from "express";
import { findPeriod, listPeriods } from "../../../../db/queries/periods.ts";
import { allow } from "../../../access/allow.ts";
import { projectOf, viewerOf } from "../../../access/project-of.ts";
import { NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { idParam } from "../../../web/id-param.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { sendPrepared } from "../../../web/prepared-file.ts";
import type { PreparingDeps } from "../../prepared-files/kinds.ts";
import { documentRights } from "../presenter.ts";
import { presentEmptyPackage, presentPackages } from "./presenter.ts";
import { packageFile, packageOf } from "./service.ts";

export function addPackageRoutes(router: Router, deps: PreparingDeps): void {
  const views = allow("document:view");
  router.get(paths.documentPackages(":projectId"), views, async (_req, res) => {
    const { title, packages: words } = res.locals.texts.documents;
    const { id } = projectOf(res);
    const model = presentPackages(await listPeriods(deps.db, id), id, res.locals);
    const list = { label: title, href: paths.documents(id) };
    const breadcrumbs = projectCrumbs(res, list, { label: words.title });
    res.locals.page("documents/packages", model, { title: words.title, breadcrumbs });
  });
  router.get(paths.documentPackage(":projectId", ":periodId"), views, (req, res) =>
    sendPackage(deps, req, res),
  );
}

function showEmpty(res: Response, number: number): void {
  const { title, packages: words } = res.locals.texts.documents;
  const { id } = projectOf(res);
  const list = { label: title, href: paths.documents(id) };
  const back = { label: words.title, href: paths.documentPackages(id) };
  const model = presentEmptyPackage(number, back, res.locals);
  const breadcrumbs = projectCrumbs(res, list, back, { label: words.one(number) });
  res.locals.page("documents/packages", model, { title: words.one(number), breadcrumbs });
}

/** Whoever takes protected papers away is put down, each time. */
async function sendPackage(deps: PreparingDeps, req: Request, res: Response): Promise<void> {
  const { id: projectId } = projectOf(res);
  const { texts, language } = res.locals;
  const key = { projectId, id: idParam(String(req.params.periodId)) };
  const period = await findPeriod(deps.db, key);
  if (!period) throw new NotFound("period");
  const reader = { projectId, viewerId: viewerOf(res).id, rights: documentRights(res) };
  const { documents, isProtected } = await packageOf(deps.db, reader, period);
  // A page of its own: reading leaves no word behind for the next one.
  if (documents.length === 0) return showEmpty(res, period.number);
  const file = await packageFile(deps, reader, { period, language, documents });
  if (file.state === "done" && isProtected && req.method !== "HEAD")
    await noteShown(deps, req, res, { action: "open-document" });
  const { packages: words } = texts.documents;
  await sendPrepared(deps, req, res, file, {
    title: words.one(period.number),
    back: { label: words.title, href: paths.documentPackages(projectId) },
    breadcrumbs: projectCrumbs(res),
  });
}
