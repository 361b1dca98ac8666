import type { Request, Response, Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { viewerOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { projectCrumbs } from "../../../web/breadcrumbs.ts";
import { noteShown } from "../../../web/personal-data.ts";
import { presentDocumentBox } from "../../documents/presenter.ts";
import { internshipOf } from "../load-internship.ts";
import { internshipCrumbs } from "../pages.ts";
import { presentInternship } from "./presenter.ts";
import { loadInternshipPage } from "./service.ts";

export function addPageRoutes(router: Router, deps: Deps): void {
  const address = paths.internship(":projectId", ":internshipId");
  router.get(address, allow("internship:view"), (req, res) => showOne(deps, req, res));
}

async function showOne(deps: Deps, req: Request, res: Response): Promise<void> {
  const internship = internshipOf(res);
  const page = await loadInternshipPage(deps.db, internship, {
    viewerId: viewerOf(res).id,
    readsPay: can(res, "staff-data:read"),
  });
  const allowed = {
    edit: can(res, "internship:edit"),
    readNames: can(res, "personal-data:read"),
  };
  if (allowed.readNames && page.trainees.length > 0)
    await noteShown(deps, req, res, { action: "view", personCount: page.trainees.length });
  const { secretKey, publicUrl } = deps.config;
  const model = presentInternship(page, res.locals, allowed, {
    making: { secretKey, publicUrl },
    traineeId: Number(req.query.trainee) || null,
  });
  const documentBox = presentDocumentBox(res, {
    objectType: "internship",
    objectId: internship.id,
    documents: page.documents,
  });
  const { title } = internship;
  const [list, own] = internshipCrumbs(res);
  const breadcrumbs = projectCrumbs(res, ...(list ? [list] : []), { label: own?.label ?? title });
  res.locals.page("internships/show", { ...model, documentBox }, { title, breadcrumbs });
}
