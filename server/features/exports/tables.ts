import type { Database } from "../../../db/connection.ts";
import { listBudgetLines } from "../../../db/queries/budget-lines.ts";
import { findBudgetVersion } from "../../../db/queries/budget-versions.ts";
import { findBudgetInForce } from "../../../db/queries/budgets-in-force.ts";
import type { Moment } from "../../../db/queries/facts.ts";
import { NotFound } from "../../errors.ts";
import type { Texts } from "../../texts/index.ts";
import { cofinancingAt, type UpTo } from "../funding/cofinancing/service.ts";
import { budgetColumns, budgetRows } from "./budget/sheet.ts";
import { coFinancingColumns, coFinancingRows } from "./co-financing/sheet.ts";
import { drawdownByLine } from "./drawdown/service.ts";
import { drawdownColumns, drawdownRows } from "./drawdown/sheet.ts";
import { expendituresAt } from "./expenditures/service.ts";
import { expenditureColumns, expenditureRows } from "./expenditures/sheet.ts";
import type { ExportKind } from "./rules.ts";
import type { ExportTable } from "./table.ts";

export interface Asked {
  project: { id: number; totalHalere: number | null };
  moment: Moment;
  /** A version of the budget other than the one in force. */
  versionId: number | null;
  seesPay: boolean;
  /** Which report the table of co-financing is up to; the last one unless told. */
  upTo: UpTo;
}

type Table = Pick<ExportTable, "columns" | "rows" | "notes" | "treeColumn">;
type Maker = (db: Database, asked: Asked, texts: Texts) => Promise<Table>;

const TREE_COLUMN = 1;

/** The facts of each kind of file, laid out in columns and rows. */
export const tables: Record<ExportKind, Maker> = {
  async budget(db, asked, texts) {
    const { moneyExports: words } = texts;
    const version = await versionOf(db, asked);
    const lines = version ? await listBudgetLines(db, version.id) : [];
    const note = version ? words.version(version.number) : words.noBudgetNote;
    const columns = budgetColumns(texts);
    return { columns, rows: budgetRows(lines), notes: [note], treeColumn: TREE_COLUMN };
  },
  async drawdown(db, { project, moment }, texts) {
    const { moneyExports: words } = texts;
    const drawdown = await drawdownByLine(db, project.id, moment);
    const { versionNumber } = drawdown;
    const note = versionNumber === null ? words.noBudgetNote : words.version(versionNumber);
    const rows = drawdownRows(drawdown, texts);
    return { columns: drawdownColumns(texts), rows, notes: [note], treeColumn: TREE_COLUMN };
  },
  async expenditures(db, { project, moment, seesPay }, texts) {
    const gathered = expenditureRows(texts, seesPay);
    for await (const lines of expendituresAt(db, project.id, moment)) gathered.add(lines);
    const notes = seesPay ? [] : [texts.moneyExports.payHidden];
    return { columns: expenditureColumns(texts), rows: gathered.rows(), notes };
  },
  async "co-financing"(db, { project, moment, upTo }, texts) {
    const { funding, moneyExports: words } = texts;
    const table = await cofinancingAt(db, project, upTo, moment);
    const notes = [
      ...(table.upTo.request ? [words.upToRequest(table.upTo.request.number)] : []),
      ...(table.upTo.period ? [words.upToPeriod(table.upTo.period.number)] : []),
      table.bySource === null ? funding.cofinancing.notSplit : funding.cofinancing.note,
    ];
    return { columns: coFinancingColumns(texts), rows: coFinancingRows(table, texts), notes };
  },
};

async function versionOf(db: Database, { project, moment, versionId }: Asked) {
  if (versionId === null) return findBudgetInForce(db, project.id, moment);
  const version = await findBudgetVersion(db, { projectId: project.id, id: versionId });
  if (!version) throw new NotFound("budget version");
  return version;
}
