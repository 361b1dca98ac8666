import { paths } from "../../../paths.ts";
import type { Month } from "../../../values/month.ts";
import { withQuery } from "../../../web/query-string.ts";
import type { EscalatedThing } from "../../reminder-rules/escalation/service.ts";
import type { Wording } from "../words.ts";
import type { Portfolio } from "./service.ts";

/** What the address of a summary asks for, with what was found. */
export interface SummaryPage {
  month: Month;
  department: string | null;
  against: Month | null;
  /** As it was told by this instant; null for the latest. */
  asOf: string | null;
  page: number;
  portfolio: Portfolio;
  /** What has been owed too long as of today, of the projects told of. */
  escalated: EscalatedThing[];
}

export type SummaryFormat = "pdf" | "docx" | "xlsx";

export function hrefOf(
  summary: Omit<SummaryPage, "portfolio" | "escalated">,
  change: {
    month?: Month;
    page?: number;
    format?: SummaryFormat;
    isSheets?: boolean;
    asOf?: string;
  },
): string {
  const month = change.month ?? summary.month;
  const isSame = month === summary.month;
  const { format, isSheets = false } = change;
  const path = format
    ? paths.summaryFile(month, format)
    : isSheets
      ? paths.summarySheets(month)
      : paths.summary(month);
  return withQuery(path, {
    department: summary.department,
    against: isSame ? summary.against : null,
    asOf: change.asOf ?? (isSame ? summary.asOf : null),
    page: isSheets && summary.page > 1 ? summary.page : change.page,
  });
}

/** Which department, and which month to compare with. */
export function filters(summary: SummaryPage, { texts, formats }: Wording) {
  const { departments, comparison } = summary.portfolio;
  const { portfolio } = texts.months;
  const { summaries } = texts;
  const select = (name: string, label: string, value: string, options: Option[]) => ({
    ...{ type: "select", name, label, value, options },
    ...{ isLabelHidden: true, isAutosubmit: true },
  });
  const fields = [
    ...(departments.length < 2 && summary.department === null
      ? []
      : [
          select("department", portfolio.department, summary.department ?? "", [
            { value: "", label: portfolio.anyDepartment },
            ...departments.map((name) => ({ value: name, label: name })),
          ]),
        ]),
    ...(comparison.months.length === 0
      ? []
      : [
          select("against", summaries.compare, summary.against ?? "", [
            { value: "", label: `${summaries.compare} ${summaries.compareNone}` },
            ...comparison.months.map((month) => ({
              value: month,
              label: `${summaries.compare}: ${formats.monthName(month)}`,
            })),
          ]),
        ]),
  ];
  if (fields.length === 0) return null;
  const hidden = summary.asOf === null ? [] : [{ name: "asOf", value: summary.asOf }];
  return { action: paths.summary(summary.month), fields, hidden, chips: [] };
}

interface Option {
  value: string;
  label: string;
}
