import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { hundredthsOfHour } from "../../../values/duration.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { activityCode } from "../../activities/rules.ts";
import type { LogLine } from "./service.ts";

export function logSheet(
  rows: LogLine[],
  { texts }: { texts: Texts; formats: Formats },
): WorkbookSheet<LogLine> {
  const { sheet } = texts.logEntries;
  return {
    name: sheet.name,
    rows,
    columns: [
      { header: sheet.happenedOn, type: "day", value: ({ entry }) => entry.happenedOn },
      { header: sheet.author, type: "text", value: ({ entry }) => entry.authorName, width: 24 },
      { header: sheet.body, type: "text", value: ({ entry }) => entry.body, width: 80 },
      {
        header: sheet.activities,
        type: "text",
        value: ({ activities }) => activities.map(activityCode).join(", "),
        width: 16,
      },
      {
        header: sheet.hours,
        type: "scaled",
        value: ({ entry }) =>
          entry.workedMinutes === null ? null : hundredthsOfHour(entry.workedMinutes),
        decimals: () => 2,
      },
      { header: sheet.nextStep, type: "text", value: ({ entry }) => entry.nextStep, width: 40 },
      { header: sheet.nextStepOn, type: "day", value: ({ entry }) => entry.nextStepOn },
      {
        header: sheet.milestone,
        type: "text",
        value: ({ touched }) => touched.map(({ title }) => title).join(", "),
        width: 40,
      },
    ],
  };
}
