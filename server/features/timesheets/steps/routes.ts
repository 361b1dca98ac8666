import type { Request, Response, Router } from "express";
import { findTimesheet } from "../../../../db/queries/timesheets.ts";
import { allow } from "../../../access/allow.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { paths } from "../../../paths.ts";
import { authorOf, form, parse } from "../../../web/form.ts";
import { presentFormPage } from "../../../web/form-page.ts";
import { showFormPage } from "../../positions/pages.ts";
import { ownOrStaffData, placeOf } from "../place.ts";
import { returnSchema, versionSchema } from "../schema.ts";
import {
  approveTimesheet,
  keyOf,
  type Place,
  returnTimesheet,
  submitTimesheet,
} from "../service.ts";

/** Submitted by the person, approved or returned with a reason by the manager. */
export function addStepRoutes(router: Router, deps: Deps): void {
  const write = allow("timesheet:write");
  const approve = allow("timesheet:approve");
  const at = [":projectId", ":assignmentId", ":month"] as const;
  router.post(paths.timesheetSubmission(...at), write, ownOrStaffData, async (req, res) => {
    const place = placeOf(req, res);
    const { version } = parse(versionSchema, req.body);
    await submitTimesheet(deps, authorOf(req, res), place, version);
    back(res, place);
  });
  router.post(paths.timesheetApproval(...at), approve, ownOrStaffData, async (req, res) => {
    const place = placeOf(req, res);
    const { version } = parse(versionSchema, req.body);
    await approveTimesheet(deps, authorOf(req, res), place, version);
    back(res, place);
  });
  const returned = returnForm(deps);
  router.get(paths.newTimesheetReturn(...at), approve, ownOrStaffData, returned.show);
  router.post(paths.timesheetReturn(...at), approve, ownOrStaffData, returned.submit);
}

function returnForm(deps: Deps) {
  return form(deps, returnSchema, {
    initial: async (req: Request, res: Response) => {
      const sheet = await findTimesheet(deps.db, keyOf(placeOf(req, res)));
      if (!sheet) throw new NotFound("timesheet");
      if (sheet.state === "draft") throw new Conflict("stepNotPossible");
      return { version: String(sheet.version) };
    },
    show: (req, res, state) => {
      const place = placeOf(req, res);
      const { texts, formats } = res.locals;
      const { giveBackForm: words } = texts.timesheets;
      const { projectId, id, personName } = place.assignment;
      const reason = { type: "textarea", name: "reason", label: words.reason } as const;
      const model = presentFormPage(
        {
          title: words.title,
          lead: [words.lead(personName, formats.monthName(place.month))],
          action: paths.timesheetReturn(projectId, id, place.month),
          hidden: ["version"],
          sections: [{ rows: [{ ...reason, maxLength: 1000, rows: 3, isRequired: true }] }],
          submit: words.submit,
          cancel: { href: paths.timesheet(projectId, id, place.month) },
        },
        state,
        texts,
      );
      showFormPage(res, model);
    },
    save: async (req, res, entry) => {
      const place = placeOf(req, res);
      await returnTimesheet(deps, authorOf(req, res), place, entry);
      back(res, place);
    },
  });
}

function back(res: Response, { assignment, month }: Place): void {
  res.locals.say("saved");
  res.redirect(303, paths.timesheet(assignment.projectId, assignment.id, month));
}
