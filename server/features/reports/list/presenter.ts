import type { Period } from "../../../../db/queries/periods.ts";
import type { Report, ReportDuty } from "../../../../db/queries/reports.ts";
import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { withQuery } from "../../../web/query-string.ts";
import { periodOfReport, reportName, reportPill, type Wording } from "../words.ts";

export interface ReportList {
  projectId: number;
  periods: Period[];
  reports: Report[];
  duties: ReportDuty[];
  /** Fields that somebody has edited, by report. */
  edited: Map<number, number>;
}

/** A row for each period, whether or not its report has been begun. */
export function presentReports(list: ReportList, wording: Wording, can: { write: boolean }) {
  const { reports: words } = wording.texts;
  const { projectId, periods, reports } = list;
  const isFull = reports.length >= periods.length;
  const create = { href: paths.newReport(projectId), label: words.new, icon: "plus" };
  const workbook = {
    href: withQuery(paths.reports(projectId), { format: "xlsx" }),
    label: words.workbook,
    icon: "file-spreadsheet",
  };
  return {
    pageHeader: {
      title: words.title,
      subtitle: words.subtitle,
      actions: {
        primary: can.write && !isFull ? create : null,
        more: periods.length > 0 ? [workbook] : [],
      },
    },
    labels: words.columns,
    rows: periods.map((period) => presentRow(period, list, wording, can)),
    emptyState:
      periods.length > 0
        ? null
        : {
            text: words.empty.text,
            detail: words.empty.detail,
            icon: "report",
            action: { href: paths.periods(projectId), label: words.empty.action },
          },
  };
}

function presentRow(
  period: Period,
  { projectId, reports, duties, edited }: ReportList,
  wording: Wording,
  can: { write: boolean },
) {
  const { reports: words } = wording.texts;
  const report = reports.find(({ periodId }) => periodId === period.id);
  const duty = duties.find(({ periodId }) => periodId === period.id);
  const due = duty ? dueCell(duty, wording) : null;
  if (report) {
    const count = edited.get(report.id) ?? 0;
    return { ...presentBegun(report, count, wording), due, start: null };
  }
  const span = { periodNumber: period.number, startsOn: period.startsOn, endsOn: period.endsOn };
  const start = withQuery(paths.newReport(projectId), { period: String(period.id) });
  return {
    name: periodOfReport(span, wording),
    href: null,
    note: null,
    start: can.write ? { href: start, label: words.new } : null,
    due,
    pill: { tone: "grey", label: words.noReport, icon: "circle-dashed" },
    ...{ answerBy: null, submittedOn: "", acceptedOn: "", edited: "" },
  };
}

function presentBegun(report: Report, edited: number, wording: Wording) {
  const { texts, formats } = wording;
  const { reports: words } = texts;
  const day = (date: string | null) => (date === null ? "" : formats.date(date));
  return {
    name: reportName(report, wording),
    href: paths.report(report.projectId, report.id),
    note: periodOfReport(report, wording),
    pill: reportPill(report.state, texts),
    answerBy: report.answerBy === null ? null : words.answerBy(day(report.answerBy)),
    submittedOn: day(report.submittedOn),
    acceptedOn: day(report.acceptedOn),
    edited: edited > 0 ? words.edited(edited, formats.number(edited)) : "",
  };
}
