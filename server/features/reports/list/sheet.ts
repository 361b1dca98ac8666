import type { Period } from "../../../../db/queries/periods.ts";
import type { Report, ReportDuty } from "../../../../db/queries/reports.ts";
import type { Column, WorkbookSheet } from "../../../web/workbook.ts";
import { reportName, type Words } from "../words.ts";
import type { ReportList } from "./presenter.ts";

interface Line {
  period: Period;
  report: Report | undefined;
  duty: ReportDuty | undefined;
  edited: number;
}

/** A row for each period, as the page has them. */
export function reportSheet(list: ReportList, wording: Words): WorkbookSheet<Line> {
  const { title, columns, sheet, states, noReport } = wording.texts.reports;
  const text = (
    header: string,
    width: number,
    value: (line: Line) => string | null,
  ): Column<Line> => ({ header, type: "text", width, value });
  const number = (header: string, value: (line: Line) => number | null): Column<Line> => ({
    header,
    type: "number",
    value,
  });
  const day = (header: string, value: (line: Line) => string | null | undefined): Column<Line> => ({
    header,
    type: "day",
    value: (line) => value(line) ?? null,
  });
  return {
    name: title,
    rows: list.periods.map((period) => lineOf(period, list)),
    columns: [
      text(columns.report, 32, ({ report }) => (report ? reportName(report, wording) : null)),
      number(columns.period, ({ period }) => period.number),
      day(sheet.startsOn, ({ period }) => period.startsOn),
      day(sheet.endsOn, ({ period }) => period.endsOn),
      text(columns.state, 22, ({ report }) => (report ? states[report.state] : noReport)),
      day(columns.dueOn, ({ duty }) => duty?.dueOn),
      day(sheet.answerBy, ({ report }) => report?.answerBy),
      day(columns.submittedOn, ({ report }) => report?.submittedOn),
      day(columns.acceptedOn, ({ report }) => report?.acceptedOn),
      number(sheet.edited, ({ report, edited }) => (report ? edited : null)),
    ],
  };
}

function lineOf(period: Period, { reports, duties, edited }: ReportList): Line {
  const report = reports.find(({ periodId }) => periodId === period.id);
  const duty = duties.find(({ periodId }) => periodId === period.id);
  return { period, report, duty, edited: report ? (edited.get(report.id) ?? 0) : 0 };
}
