import type { Texts } from "../../../texts/index.ts";
import { WHOLE_PPM } from "../../../values/percent.ts";
import type { Cofinancing, CofinancingRow } from "../../funding/cofinancing/rules.ts";
import { cellAt, sumOf } from "../formulas.ts";
import type { ExportCell, ExportColumn, ExportRow } from "../table.ts";

const TOTAL = 2;
const BEFORE = 3;
const CURRENT = 4;
const SO_FAR = 5;
const PAID = 8;

export function coFinancingColumns({ moneyExports: words }: Texts): ExportColumn[] {
  const { columns } = words;
  const money = (header: string) => ({ header, type: "money" as const, width: 18 });
  return [
    { header: columns.source, type: "text", width: 40 },
    { header: columns.share, type: "share", width: 12 },
    money(columns.total),
    money(columns.before),
    money(columns.report),
    money(columns.soFar),
    { header: columns.percent, type: "percent", width: 11 },
    money(columns.remaining),
    money(columns.paid),
  ];
}

/** Sources above, all of them together below; without shares that make the whole nothing is split. */
export function coFinancingRows(table: Cofinancing, { moneyExports: words }: Texts): ExportRow[] {
  const sources = (table.bySource ?? []).map(({ source, row }, at) => ({
    cells: [source.name, source.sharePpm, ...figures(row, at, null)],
  }));
  const every = sources.map((_source, at) => at);
  const share = every.length > 0 ? WHOLE_PPM : null;
  const together = figures(table.together, sources.length, every.length > 0 ? every : null);
  return [...sources, { isStrong: true, cells: [words.sum, share, ...together] }];
}

function figures(row: CofinancingRow, at: number, every: number[] | null): ExportCell[] {
  const summed = (column: number, value: number | null): ExportCell => {
    const formula = every === null || value === null ? null : sumOf(column, every);
    return formula === null || value === null ? value : { value, formula };
  };
  const [total, soFar] = [cellAt(TOTAL, at), cellAt(SO_FAR, at)];
  const { shareBp, remaining } = row;
  return [
    summed(TOTAL, row.total),
    summed(BEFORE, row.previous),
    summed(CURRENT, row.current),
    { value: row.soFar, formula: `${cellAt(BEFORE, at)}+${cellAt(CURRENT, at)}` },
    shareBp === undefined ? null : { value: shareBp, formula: `ROUND(${soFar}/${total},4)` },
    remaining === null ? null : { value: remaining, formula: `${total}-${soFar}` },
    // What is paid to the project is not paid to those who bear their share themselves.
    summed(PAID, row.paid),
  ];
}
