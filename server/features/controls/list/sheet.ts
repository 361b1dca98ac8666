import type { FindingLine } from "../../../../db/queries/control-findings.ts";
import type { ControlLine } from "../../../../db/queries/controls.ts";
import type { WorkbookSheet } from "../../../web/workbook.ts";
import type { Wording } from "../words.ts";

/** Controls with their counts, and on a sheet of its own everything they have found. */
export function controlSheets(
  { lines, findings }: { lines: ControlLine[]; findings: FindingLine[] },
  { texts }: Wording,
): [WorkbookSheet<ControlLine>, WorkbookSheet<FindingLine>] {
  const { title, findingsSheet } = texts.controls;
  return [
    { name: title, rows: lines, columns: controlColumns(texts) },
    { name: findingsSheet, rows: findings, columns: findingColumns(texts) },
  ];
}

function controlColumns({ controls }: Wording["texts"]): WorkbookSheet<ControlLine>["columns"] {
  const { sheet, kinds, states } = controls;
  return [
    { header: sheet.number, type: "number", value: (line) => line.number },
    { header: sheet.kind, type: "text", width: 22, value: (line) => kinds[line.kind] },
    { header: sheet.body, type: "text", value: (line) => line.controllingBody },
    { header: sheet.subject, type: "text", width: 50, value: (line) => line.subject },
    { header: sheet.startsOn, type: "day", value: (line) => line.startsOn },
    { header: sheet.endsOn, type: "day", value: (line) => line.endsOn },
    { header: sheet.fileNumber, type: "text", width: 22, value: (line) => line.fileNumber },
    { header: sheet.state, type: "text", width: 14, value: (line) => states[line.state] },
    { header: sheet.findings, type: "number", value: (line) => line.findings },
    { header: sheet.open, type: "number", value: (line) => line.openFindings },
    { header: sheet.amount, type: "money", value: (line) => line.amountHalere },
    { header: sheet.conclusion, type: "text", width: 50, value: (line) => line.conclusion },
  ];
}

function findingColumns({ controls }: Wording["texts"]): WorkbookSheet<FindingLine>["columns"] {
  const { sheet, severities } = controls;
  return [
    { header: sheet.control, type: "number", value: (line) => line.controlNumber },
    { header: sheet.body, type: "text", value: (line) => line.controllingBody },
    { header: sheet.number, type: "number", value: (line) => line.number },
    { header: sheet.finding, type: "text", width: 60, value: (line) => line.finding },
    { header: sheet.severity, type: "text", width: 12, value: (line) => severities[line.severity] },
    { header: sheet.amount, type: "money", value: (line) => line.amountHalere },
    { header: sheet.remedy, type: "text", width: 50, value: (line) => line.remedy },
    { header: sheet.remedyBy, type: "day", value: (line) => line.remedyBy },
    { header: sheet.remediedOn, type: "day", value: (line) => line.remediedOn },
    { header: sheet.proof, type: "text", value: (line) => line.proof },
    { header: sheet.owner, type: "text", width: 24, value: (line) => line.ownerName },
  ];
}
