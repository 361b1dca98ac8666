import type { ActivityLine } from "../../../../db/queries/activities.ts";
import type { Texts } from "../../../texts/index.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { activityCode, slip } from "../rules.ts";

export function activitySheet(
  lines: ActivityLine[],
  all: ActivityLine[],
  { activities }: Texts,
): WorkbookSheet<ActivityLine> {
  const { sheet, states } = activities;
  const parentNumber = (line: ActivityLine) =>
    all.find(({ id }) => id === line.parentId)?.number ?? null;
  return {
    name: sheet.name,
    rows: lines,
    columns: [
      {
        header: sheet.code,
        type: "text",
        width: 10,
        value: (line) => activityCode({ ...line, parentNumber: parentNumber(line) }),
      },
      { header: sheet.title, type: "text", width: 60, value: (line) => line.title },
      { header: sheet.state, type: "text", width: 14, value: (line) => states[line.state] },
      {
        header: sheet.percent,
        type: "percent",
        value: (line) => (line.percent === null ? null : line.percent * 100),
      },
      { header: sheet.percentOn, type: "day", value: (line) => line.percentOn },
      { header: sheet.reason, type: "text", value: (line) => line.percentReason },
      { header: sheet.owner, type: "text", width: 24, value: (line) => line.ownerName },
      { header: sheet.startsOn, type: "day", value: (line) => line.startsOn },
      { header: sheet.endsOn, type: "day", value: (line) => line.endsOn },
      { header: sheet.baselineStartsOn, type: "day", value: (line) => line.baselineStartsOn },
      { header: sheet.baselineEndsOn, type: "day", value: (line) => line.baselineEndsOn },
      {
        header: sheet.slip,
        type: "number",
        value: (line) => slip(line.baselineEndsOn, line.endsOn),
      },
      { header: sheet.share, type: "percent", value: (line) => line.shareBp },
      { header: sheet.outputs, type: "number", value: (line) => line.outputs },
      { header: sheet.outputsDone, type: "number", value: (line) => line.outputsDone },
    ],
  };
}
