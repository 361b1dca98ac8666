import type { WorkbookSheet } from "../../../web/workbook.ts";
import { codeOfActivity } from "../../milestones/words.ts";
import { levelOf, scoreOf } from "../rules.ts";
import type { Wording } from "../words.ts";
import type { RiskLine } from "./service.ts";

export function riskSheet(lines: RiskLine[], { texts }: Wording): WorkbookSheet<RiskLine> {
  const { title, sheet, states, levels } = texts.risks;
  const text = (header: string, width: number, value: (line: RiskLine) => string | null) =>
    ({ header, type: "text", width, value }) as const;
  const number = (header: string, value: (line: RiskLine) => number | null) =>
    ({ header, type: "number", value }) as const;
  const day = (header: string, value: (line: RiskLine) => string | null) =>
    ({ header, type: "day", value }) as const;
  return {
    name: title,
    rows: lines,
    columns: [
      number(sheet.number, (line) => line.number),
      text(sheet.title, 50, (line) => line.title),
      text(sheet.description, 50, (line) => line.description),
      text(sheet.measure, 50, (line) => line.measure),
      text(sheet.activity, 30, (line) => {
        const code = codeOfActivity(line);
        return code && `${code} ${line.activityTitle}`;
      }),
      text(sheet.state, 12, (line) => states[line.state]),
      number(sheet.probability, (line) => line.probability),
      number(sheet.impact, (line) => line.impact),
      number(sheet.score, scoreOf),
      text(sheet.level, 12, (line) => levels[levelOf(line)]),
      number(sheet.previous, (line) => line.previousScore),
      day(sheet.assessedOn, (line) => line.assessedOn),
      day(sheet.reviewOn, (line) => line.nextReviewOn),
      text(sheet.owner, 24, (line) => line.ownerName),
    ],
  };
}
