import type { Router } from "express";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf } from "../../../web/form.ts";
import { internshipOf } from "../load-internship.ts";
import { backToInternship } from "../pages.ts";
import { archiveInternship, restoreInternship } from "./service.ts";

export function addArchiveRoutes(router: Router, deps: Deps): void {
  const ids = [":projectId", ":internshipId"] as const;
  router.post(paths.internshipArchive(...ids), allow("internship:edit"), async (req, res) => {
    const internship = internshipOf(res);
    await archiveInternship(deps, authorOf(req, res), internship);
    res.locals.say("archived");
    res.redirect(303, paths.internships(internship.projectId));
  });
  router.post(paths.internshipRestoration(...ids), allow("internship:edit"), async (req, res) => {
    const internship = internshipOf(res);
    await restoreInternship(deps, authorOf(req, res), internship);
    backToInternship(res, internship, ["restored"]);
  });
}
