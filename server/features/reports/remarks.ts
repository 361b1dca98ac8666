import type { Response } from "express";
import type { Comment } from "../../../db/queries/comments.ts";
import { paths } from "../../paths.ts";
import { presentCommentBox } from "../comments/presenter.ts";
import type { ReportContent } from "./content/service.ts";
import { type Sheet, sheetHref, sheetKey, sheetName, sheetsOf } from "./content/sheets.ts";
import { reportOf } from "./load-report.ts";
import { isFrozen } from "./rules.ts";

/** Remarks on one sheet, for its page. */
export function remarksOnSheet(res: Response, sheet: Sheet, comments: readonly Comment[]) {
  const report = reportOf(res);
  return presentCommentBox(res, sheetHref(report, sheet), {
    ...{ objectType: "report", objectId: report.id, comments },
    place: sheetKey(sheet),
    isClosed: isFrozen(report.state),
  });
}

/** All remarks on the report, each with the sheet it is on. */
export function remarksOnReport(
  res: Response,
  content: ReportContent,
  comments: readonly Comment[],
) {
  const report = reportOf(res);
  const sheets = sheetsOf(content);
  return presentCommentBox(res, paths.report(report.projectId, report.id), {
    ...{ objectType: "report", objectId: report.id, comments },
    placeLabel: (place) => {
      const sheet = sheets.find((one) => sheetKey(one) === place);
      return sheet ? sheetName(sheet, res.locals) : place;
    },
    isClosed: isFrozen(report.state),
  });
}
