import type { Database } from "../../../db/connection.ts";
import { listBudgetLines } from "../../../db/queries/budget-lines.ts";
import { findBudgetVersion } from "../../../db/queries/budget-versions.ts";
import { findBudgetInForce } from "../../../db/queries/budgets-in-force.ts";
import type { Moment } from "../../../db/queries/facts.ts";
import { NotFound } from "../../errors.ts";
import type { Texts } from "../../texts/index.ts";
import { budgetColumns, budgetRows } from "./budget/sheet.ts";
import { drawdownByLine } from "./drawdown/service.ts";
import { drawdownColumns, drawdownRows } from "./drawdown/sheet.ts";
import { expendituresAt } from "./expenditures/service.ts";
import { expenditureColumns, expenditureRows } from "./expenditures/sheet.ts";
import type { ExportKind } from "./rules.ts";
import type { ExportTable } from "./table.ts";

export interface Asked {
  projectId: number;
  moment: Moment;
  /** A version of the budget other than the one in force. */
  versionId: number | null;
  seesPay: boolean;
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
  async drawdown(db, { projectId, moment }, texts) {
    const { moneyExports: words } = texts;
    const drawdown = await drawdownByLine(db, projectId, moment);
    const { versionNumber } = drawdown;
    const note = versionNumber === null ? words.noBudgetNote : words.version(versionNumber);
    const rows = drawdownRows(drawdown, texts);
    return { columns: drawdownColumns(texts), rows, notes: [note], treeColumn: TREE_COLUMN };
  },
  async expenditures(db, { projectId, moment, seesPay }, texts) {
    const gathered = expenditureRows(texts, seesPay);
    for await (const lines of expendituresAt(db, projectId, moment)) gathered.add(lines);
    const notes = seesPay ? [] : [texts.moneyExports.payHidden];
    return { columns: expenditureColumns(texts), rows: gathered.rows(), notes };
  },
};

async function versionOf(db: Database, { projectId, moment, versionId }: Asked) {
  if (versionId === null) return findBudgetInForce(db, projectId, moment);
  const version = await findBudgetVersion(db, { projectId, id: versionId });
  if (!version) throw new NotFound("budget version");
  return version;
}
