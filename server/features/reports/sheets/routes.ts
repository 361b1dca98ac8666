import type { RequestHandler, Response, Router } from "express";
import { allow, can } from "../../../access/allow.ts";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { paths } from "../../../paths.ts";
import { authorOf, type FormState, form } from "../../../web/form.ts";
import { commentsOf } from "../../comments/service.ts";
import { fieldName } from "../content/rules.ts";
import type { Field } from "../content/service.ts";
import { isSameSheet, type Sheet, sheetHref, sheetName } from "../content/sheets.ts";
import { reportOf } from "../load-report.ts";
import { reportCrumbs } from "../pages.ts";
import { remarksOnSheet } from "../remarks.ts";
import { isWritable } from "../rules.ts";
import { ownerName } from "../words.ts";
import { loadSheet, sheetOf } from "./load-sheet.ts";
import { presentSheet, sheetValues } from "./presenter.ts";
import { previousTexts } from "./previous.ts";
import { sheetSchema } from "./schema.ts";
import { type WrittenSheet, writeSheet } from "./service.ts";

export function addSheetRoutes(router: Router, deps: Deps): void {
  const at = [":projectId", ":reportId"] as const;
  const addresses = [
    paths.reportSection(...at, ":section"),
    paths.reportActivity(...at, ":activityId"),
  ];
  const { show, submit } = sheetForm(deps);
  for (const address of addresses) {
    router.get(address, allow("report:view"), loadSheet(deps), show);
    router.post(address, allow("report:write"), loadSheet(deps), submit);
  }
}

function sheetForm(deps: Deps): { show: RequestHandler; submit: RequestHandler } {
  return form(deps, (res) => sheetSchema(sheetOf(res).sheet.fields.map(fieldName)), {
    initial: (_req, res) => sheetValues(sheetOf(res).sheet.fields),
    show: (_req, res, state) => showSheet(deps, res, state),
    save: async (req, res, entry) => {
      const of = { project: projectOf(res), report: reportOf(res), sheet: writtenSheet(res) };
      await writeSheet(deps, authorOf(req, res), of, { entry, formOf: sheetValues });
      res.locals.say("saved");
      res.redirect(303, entry.next ? hrefOfNext(res) : sheetHref(of.report, sheetOf(res).sheet));
    },
  });
}

async function showSheet({ db }: Pick<Deps, "db">, res: Response, state: FormState): Promise<void> {
  const report = reportOf(res);
  const comments = await commentsOf(db, { objectType: "report", objectId: report.id });
  const page = {
    ...sheetOf(res),
    report,
    comments: remarksOnSheet(res, sheetOf(res).sheet, comments),
    previous: await previousTexts(db, report),
    isWritable: isWritable(report.state) && can(res, "report:write"),
  };
  const model = presentSheet(page, state, res.locals);
  const { title } = model.pageHeader;
  res.locals.page("reports/sheet", model, {
    title,
    breadcrumbs: reportCrumbs(res, { label: title }),
  });
}

function hrefOfNext(res: Response): string {
  const { sheet, sheets } = sheetOf(res);
  const report = reportOf(res);
  const next: Sheet | undefined = sheets[sheets.findIndex((one) => isSameSheet(one, sheet)) + 1];
  return next ? sheetHref(report, next) : paths.report(report.projectId, report.id);
}

/** An activity is told by its name, a section by its code, which the history has a word for. */
function writtenSheet(res: Response): WrittenSheet {
  const { sheet, content } = sheetOf(res);
  return {
    name: sheet.activity ? sheetName(sheet, res.locals) : sheet.section,
    fields: sheet.fields,
    told: (field: Field) =>
      field.indicatorId === null ? field.part : (ownerName(field, content) ?? field.part),
  };
}
