import type { MilestoneLine } from "../../../../db/queries/milestone-list.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { stateOf } from "../rules.ts";
import { codeOfActivity, type Wording } from "../words.ts";

export function milestoneSheet(
  lines: MilestoneLine[],
  { texts, today }: Wording,
): WorkbookSheet<MilestoneLine> {
  const { sheet, kinds, states, recurrences } = texts.milestones;
  const day = (header: string, value: (line: MilestoneLine) => CalendarDate | null) =>
    ({ header, type: "day", value }) as const;
  return {
    name: sheet.name,
    rows: lines,
    columns: [
      { header: sheet.kind, type: "text", width: 20, value: (line) => kinds[line.kind] },
      { header: sheet.title, type: "text", width: 60, value: (line) => line.title },
      {
        header: sheet.activity,
        type: "text",
        width: 40,
        value: (line) => {
          const code = codeOfActivity(line);
          return code && `${code} ${line.activityTitle}`;
        },
      },
      { header: sheet.owner, type: "text", width: 24, value: (line) => line.ownerName },
      {
        header: sheet.state,
        type: "text",
        width: 14,
        value: (line) => states[stateOf(line, today)],
      },
      day(sheet.dueOn, (line) => line.dueOn),
      day(sheet.baselineDueOn, (line) => line.baselineDueOn),
      day(sheet.expectedOn, (line) => line.expectedOn),
      day(sheet.doneOn, (line) => line.doneOn),
      day(sheet.cancelledOn, (line) => line.cancelledOn),
      { header: sheet.proof, type: "text", value: (line) => line.proof },
      { header: sheet.proofUrl, type: "text", value: (line) => line.proofUrl },
      {
        header: sheet.recurrence,
        type: "text",
        width: 16,
        value: (line) => recurrences[line.recurrence],
      },
    ],
  };
}
