import type { Texts } from "../../../texts/index.ts";
import { activityCode } from "../../activities/rules.ts";
import { titleFor } from "../../events/rules.ts";
import { sumOf } from "../formulas.ts";
import type { ExportCell, ExportColumn, ExportRow } from "../table.ts";
import type { ExpenditureLine } from "./service.ts";

const FIRST_SUM = 14;

export function expenditureColumns({ moneyExports: words }: Texts): ExportColumn[] {
  const { columns } = words;
  const text = (header: string, width: number) => ({ header, type: "text" as const, width });
  const aside = { isOnScreenOnly: true };
  const money = (header: string) => ({ header, type: "money" as const, width: 16 });
  return [
    text(columns.documentNumber, 16),
    text(columns.supplier, 28),
    { ...text(columns.ico, 11), ...aside },
    text(columns.description, 44),
    { header: columns.issuedOn, type: "day", width: 12, ...aside },
    { header: columns.paidOn, type: "day", width: 12 },
    text(columns.line, 12),
    text(columns.activity, 9),
    { ...text(columns.event, 30), ...aside },
    { ...text(columns.period, 10), ...aside },
    { ...text(columns.order, 20), ...aside },
    text(columns.state, 13),
    { ...money(columns.gross), ...aside },
    { ...money(columns.net), ...aside },
    money(columns.expected),
    money(columns.recorded),
    money(columns.claimed),
    money(columns.approved),
    money(columns.cut),
  ];
}

/** Rows of single expenditure and the sums at their end. */
export interface ExpenditureRows {
  add(lines: readonly ExpenditureLine[]): void;
  rows(): ExportRow[];
}

/**
 * Single amounts of pay and whom it is of are only for those who may read pay; the sums of others hold them
 * in one row, so that they still add up.
 */
export function expenditureRows(texts: Texts, seesPay: boolean): ExpenditureRows {
  const rows: ExportRow[] = [];
  const shown = [0, 0, 0, 0, 0];
  const pay = [0, 0, 0, 0, 0];
  let hidden = 0;
  return {
    add(lines) {
      for (const line of lines) {
        const isHidden = line.kind === "payroll" && !seesPay;
        if (isHidden) hidden += 1;
        rows.push({ cells: cellsOf(line, isHidden, texts) });
        addTo(isHidden ? pay : shown, sumsOf(line));
      }
    },
    rows: () => [...rows, ...endOf(texts, rows.length, { shown, pay, hidden })],
  };
}

/** Only what was recorded is spent: plans and orders have a column of their own. */
function sumsOf({ state, amount, claimed, approved, cut }: ExpenditureLine): number[] {
  const [expected, recorded] = state === "recorded" ? [0, amount] : [amount, 0];
  return [expected, recorded, claimed, approved, cut];
}

function addTo(sums: number[], more: readonly number[]): void {
  more.forEach((one, at) => {
    sums[at] = (sums[at] ?? 0) + one;
  });
}

function cellsOf(line: ExpenditureLine, isHidden: boolean, texts: Texts): ExportCell[] {
  const { moneyExports: words } = texts;
  const state = words.states[line.step];
  const code = line.lineCode ?? "";
  const activity = line.activityNumber === null ? "" : activityCode(numbersOf(line));
  if (isHidden) {
    const blank = [null, null, null];
    return [...blank, words.payroll, null, null, code, activity, ...blank, state];
  }
  return [
    line.documentNumber,
    line.supplierName,
    line.supplierIco,
    line.description,
    line.issuedOn,
    line.paidOn,
    code,
    activity,
    placeOf(line, texts),
    line.periodNumber === null ? null : String(line.periodNumber),
    line.contractNumber ?? line.orderNumber,
    state,
    line.total,
    line.net,
    ...sumsOf(line).map((sum) => (sum === 0 ? null : sum)),
  ];
}

function numbersOf({ activityNumber, activityParentNumber }: ExpenditureLine) {
  return { number: activityNumber ?? "", parentNumber: activityParentNumber };
}

/** A file goes from hand to hand: a confidential event bears no title in it, whoever makes it. */
function placeOf(line: ExpenditureLine, texts: Texts): string | null {
  if (line.isInternship) return texts.moneyExports.internship;
  if (line.eventTitle === null) return null;
  const { eventTitle: title, eventIsConfidential: isConfidential } = line;
  return titleFor({ title, isConfidential, ownerUserId: null }, null, texts);
}

interface End {
  shown: readonly number[];
  pay: readonly number[];
  hidden: number;
}

function endOf(
  { moneyExports: words }: Texts,
  count: number,
  { shown, pay, hidden }: End,
): ExportRow[] {
  if (count === 0) return [];
  const label = (text: string): ExportCell[] => [
    ...[null, null, null, text],
    ...Array.from({ length: FIRST_SUM - 4 }, () => null),
  ];
  const total: ExportRow = {
    isStrong: true,
    cells: [
      ...label(words.sum),
      ...shown.map((sum, at): ExportCell => {
        const value = sum + (pay[at] ?? 0);
        const last = count - 1 + (hidden > 0 ? 1 : 0);
        const all = Array.from({ length: last + 1 }, (_, row) => row);
        const formula = sumOf(FIRST_SUM + at, all);
        return formula === null ? value : { value, formula };
      }),
    ],
  };
  if (hidden === 0) return [total];
  return [{ cells: [...label(words.payrollTogether(hidden)), ...pay] }, total];
}
