import type { Duty } from "../../../db/queries/duties.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import type { Column, WorkbookSheet } from "../../web/workbook.ts";
import type { Compared } from "./comparison/rules.ts";
import { dutyKinds } from "./kinds/rules.ts";
import type { BindingDueRule, DutyBoard } from "./service.ts";
import { dutyTitle, type Wording } from "./words.ts";

type Row = Compared<Duty>;

/** Every duty with its days, its rule and where that is written. */
export function dutySheet(board: DutyBoard, { texts }: Wording): WorkbookSheet<Row> {
  const { sheet } = texts.duties;
  const ruleOf = ({ owed }: Row) => board.rules.find(({ id }) => id === owed.ruleId);
  return {
    name: sheet.name,
    rows: board.duties,
    columns: [
      text(sheet.group, 24, ({ owed }) => texts.duties.groups[dutyKinds[owed.duty].group]),
      text(sheet.title, 48, ({ owed, written }) => written?.title ?? dutyTitle(owed, texts)),
      { header: sheet.period, type: "number", value: ({ owed }) => owed.period?.number ?? null },
      day(sheet.dueOn, ({ owed, written }) => written?.dueOn ?? owed.dates?.dueOn ?? null),
      day(sheet.shiftedOn, ({ owed, written }) => (written ?? owed.dates)?.shiftedOn ?? null),
      day(sheet.remindOn, ({ owed, written }) => (written ?? owed.dates)?.remindOn ?? null),
      day(sheet.byRule, ({ owed }) => owed.dates?.dueOn ?? null),
      text(sheet.reason, 30, ({ written }) => written?.overrideReason ?? null),
      day(sheet.doneOn, ({ written }) => written?.doneOn ?? null),
      day(sheet.cancelledOn, ({ written }) => written?.cancelledOn ?? null),
      text(sheet.isWritten, 12, ({ written }) => (written ? texts.history.yes : texts.history.no)),
      text(sheet.anchor, 28, ({ owed }) => owed.anchor && texts.dueRules.anchors[owed.anchor.kind]),
      day(sheet.anchorOn, ({ owed }) => owed.anchor?.on ?? null),
      ...ruleColumns(ruleOf, texts),
    ],
  };
}

function ruleColumns(
  ruleOf: (row: Row) => BindingDueRule | undefined,
  { duties, dueRules, programmeRules }: Wording["texts"],
): Column<Row>[] {
  const { sheet } = duties;
  const state = ({ isConfirmed }: BindingDueRule) =>
    isConfirmed ? programmeRules.confirmed : programmeRules.unconfirmed;
  const told = (tell: (rule: BindingDueRule) => string) => (row: Row) => {
    const rule = ruleOf(row);
    return rule ? tell(rule) : null;
  };
  return [
    text(
      sheet.rule,
      44,
      told(({ rule }) => dueRules.text(rule)),
    ),
    day(sheet.version, (row) => ruleOf(row)?.validFrom ?? null),
    text(
      sheet.source,
      60,
      told(({ source }) => source),
    ),
    text(sheet.state, 20, told(state)),
  ];
}

function text(header: string, width: number, value: (row: Row) => string | null): Column<Row> {
  return { header, type: "text", width, value };
}

function day(header: string, value: (row: Row) => CalendarDate | null): Column<Row> {
  return { header, type: "day", value };
}
