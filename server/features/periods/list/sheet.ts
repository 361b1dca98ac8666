import type { Period } from "../../../../db/queries/periods.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import type { DutyBoard } from "../../duties/service.ts";
import { lengthText, type Wording } from "../words.ts";
import { type ReportingKind, reportingDuty } from "./reporting-duties.ts";

export function periodSheet(board: DutyBoard, wording: Wording): WorkbookSheet<Period> {
  const { title, columns, sheet, name } = wording.texts.periods;
  const dueOn = (kind: ReportingKind) => (period: Period) =>
    reportingDuty(board, kind, period)?.dueOn ?? null;
  const doneOn = (kind: ReportingKind) => (period: Period) =>
    reportingDuty(board, kind, period)?.doneOn ?? null;
  return {
    name: title,
    rows: board.periods,
    columns: [
      { header: columns.number, type: "text", width: 14, value: ({ number }) => name(number) },
      { header: columns.startsOn, type: "day", value: ({ startsOn }) => startsOn },
      { header: columns.endsOn, type: "day", value: ({ endsOn }) => endsOn },
      { header: columns.length, type: "text", width: 18, value: (one) => lengthText(one, wording) },
      { header: sheet.reportDueOn, type: "day", value: dueOn("report") },
      { header: sheet.reportDoneOn, type: "day", value: doneOn("report") },
      { header: sheet.requestDueOn, type: "day", value: dueOn("payment-request") },
      { header: sheet.requestDoneOn, type: "day", value: doneOn("payment-request") },
    ],
  };
}
