import type { Resolution } from "../../../../db/queries/resolutions.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import { changeText, type Wording } from "../words.ts";

export function resolutionSheet(rows: Resolution[], wording: Wording): WorkbookSheet<Resolution> {
  const { title, sheet, states } = wording.texts.resolutions;
  return {
    name: title,
    rows,
    columns: [
      { header: sheet.number, type: "number", value: (row) => row.number },
      { header: sheet.title, type: "text", width: 50, value: (row) => row.title },
      { header: sheet.decidedBy, type: "text", width: 24, value: (row) => row.decidedBy },
      { header: sheet.state, type: "text", width: 14, value: (row) => states[row.state] },
      { header: sheet.submitBy, type: "day", value: (row) => row.submitBy },
      { header: sheet.submittedOn, type: "day", value: (row) => row.submittedOn },
      { header: sheet.meetsOn, type: "day", value: (row) => row.meetsOn },
      { header: sheet.decidedOn, type: "day", value: (row) => row.decidedOn },
      {
        header: sheet.resolutionNumber,
        type: "text",
        width: 18,
        value: (row) => row.resolutionNumber,
      },
      { header: sheet.fileNumber, type: "text", width: 22, value: (row) => row.fileNumber },
      { header: sheet.change, type: "text", width: 36, value: (row) => changeText(row, wording) },
      { header: sheet.owner, type: "text", width: 24, value: (row) => row.ownerName },
      { header: sheet.note, type: "text", width: 50, value: (row) => row.note },
    ],
  };
}
