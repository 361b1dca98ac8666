import type { RequestHandler, Response } from "express";
import { projectOf } from "../../../access/project-of.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { loadContent, type ReportContent } from "../content/service.ts";
import { type Sheet, sheetsOf } from "../content/sheets.ts";
import { reportOf } from "../load-report.ts";

export interface LoadedSheet {
  content: ReportContent;
  sheets: Sheet[];
  sheet: Sheet;
}

const loaded = new WeakMap<Response, LoadedSheet>();

/** Finds the section, or the key activity, of the address among those that the report has. */
export function loadSheet({ db }: Pick<Deps, "db">): RequestHandler {
  return async (req, res, next) => {
    const content = await loadContent(db, reportOf(res), projectOf(res), res.locals.today);
    const sheets = sheetsOf(content);
    const { section, activityId } = req.params;
    const sheet = sheets.find((one) =>
      one.activity ? String(one.activity.id) === activityId : one.section === section,
    );
    if (!sheet) throw new NotFound("section of a report");
    loaded.set(res, { content, sheets, sheet });
    next();
  };
}

export function sheetOf(res: Response): LoadedSheet {
  const found = loaded.get(res);
  if (!found) throw new NotFound("section of a report");
  return found;
}
