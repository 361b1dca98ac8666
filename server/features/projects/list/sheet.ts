import type { ExportedProject } from "../../../../db/queries/project-list.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { timeElapsed } from "../totals/rules.ts";
import type { Wording } from "./presenter.ts";

/** The list as a workbook: every row that the filter lets through, with typed cells. */
export function projectSheet(
  rows: ExportedProject[],
  { texts, today }: Wording,
): WorkbookSheet<ExportedProject> {
  const { sheet, phases, healths } = texts.projects;
  return {
    name: sheet.name,
    rows,
    columns: [
      { header: sheet.shortName, type: "text", value: (row) => row.shortName, width: 24 },
      { header: sheet.title, type: "text", value: (row) => row.title, width: 60 },
      { header: sheet.number, type: "text", value: (row) => row.registrationNumber },
      { header: sheet.programme, type: "text", value: (row) => row.programme, width: 12 },
      { header: sheet.department, type: "text", value: (row) => row.department, width: 24 },
      { header: sheet.manager, type: "text", value: (row) => row.managerName, width: 24 },
      { header: sheet.phase, type: "text", value: (row) => phases[row.phase], width: 18 },
      {
        header: sheet.health,
        type: "text",
        value: (row) => healths[row.health ?? "none"],
        width: 16,
      },
      { header: sheet.healthOn, type: "day", value: (row) => row.healthOn },
      { header: sheet.sentence, type: "text", value: (row) => row.healthSentence, width: 60 },
      { header: sheet.startsOn, type: "day", value: (row) => row.startsOn },
      { header: sheet.endsOn, type: "day", value: (row) => row.endsOn },
      { header: sheet.time, type: "percent", value: (row) => timeElapsed(row, today) },
      { header: sheet.indicators, type: "percent", value: (row) => row.indicatorsBp },
      { header: sheet.physical, type: "percent", value: (row) => row.physicalBp },
      { header: sheet.total, type: "money", value: (row) => row.totalHalere },
      { header: sheet.spent, type: "money", value: (row) => row.spentHalere },
      { header: sheet.spentOn, type: "day", value: (row) => row.spentOn },
      { header: sheet.deadlineOn, type: "day", value: (row) => row.nextDue?.slice(0, 10) ?? null },
      { header: sheet.deadline, type: "text", value: (row) => row.nextDue?.slice(11) ?? null },
      { header: sheet.overdue, type: "number", value: (row) => row.overdue },
    ],
  };
}
