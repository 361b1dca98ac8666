import type { ExpenditureLine } from "../../../../db/queries/expenditure-list.ts";
import type { Column, WorkbookSheet } from "../../../web/workbook.ts";
import { restOf } from "../rules.ts";
import {
  codeOfActivity,
  isHidden,
  nameOf,
  occasionOf,
  type Reader,
  type Wording,
} from "../words.ts";

/** The headings are those that the import reads. A confidential event is named to nobody in a file. */
export function expenditureSheet(
  lines: ExpenditureLine[],
  { texts }: Wording,
  reader: Reader,
): WorkbookSheet<ExpenditureLine> {
  const { expenditures: words } = texts;
  const { fields, sheet } = words;
  const open = <Value>(value: (line: ExpenditureLine) => Value) => {
    return (line: ExpenditureLine) => (isHidden(line, reader) ? null : value(line));
  };
  const text = (
    header: string,
    width: number,
    value: (line: ExpenditureLine) => string | null,
  ): Column<ExpenditureLine> => ({ header, type: "text", width, value });
  const own = (header: string, width: number, value: (line: ExpenditureLine) => string | null) =>
    text(header, width, open(value));
  const money = (
    header: string,
    value: (line: ExpenditureLine) => number | null,
  ): Column<ExpenditureLine> => ({ header, type: "money", value: open(value) });
  return {
    name: sheet.name,
    rows: lines,
    columns: [
      own(fields.documentNumber, 18, (line) => line.documentNumber),
      own(fields.supplierName, 30, (line) => line.supplierName),
      own(fields.supplierIco, 12, (line) => line.supplierIco),
      text(fields.description, 50, (line) => nameOf(line, reader, texts)),
      { header: fields.issuedOn, type: "day", value: (line) => line.issuedOn },
      { header: fields.paidOn, type: "day", value: (line) => line.paidOn },
      money(fields.amount, (line) => line.amountHalere),
      money(fields.total, (line) => line.totalHalere),
      money(fields.net, (line) => line.netHalere),
      text(sheet.line, 12, (line) => line.lineCode),
      text(sheet.lineName, 30, (line) => line.lineName),
      text(fields.activity, 10, codeOfActivity),
      text(fields.occasion, 30, (line) => occasionOf(line, null, texts)),
      { header: fields.period, type: "number", value: (line) => line.periodNumber },
      text(fields.kind, 16, (line) => words.kinds[line.kind]),
      text(fields.state, 14, (line) => words.states[line.state]),
      money(sheet.claimed, (line) => line.claimedHalere),
      money(sheet.approved, (line) => line.approvedHalere),
      money(sheet.cut, (line) => line.cutHalere),
      money(sheet.rest, restOf),
      own(fields.contractNumber, 18, (line) => line.contractNumber),
      own(fields.orderNumber, 18, (line) => line.orderNumber),
      own(fields.procurementNote, 30, (line) => line.procurementNote),
    ],
  };
}
