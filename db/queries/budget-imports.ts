import type { Database, Transaction } from "../connection.ts";

export type BudgetImportState = "read" | "applied" | "undone" | "dropped";

/** A whole budget read from a file, before and after it was written into a draft. */
export interface BudgetImport {
  id: number;
  projectId: number;
  state: BudgetImportState;
  fileName: string;
  /** JSON of the rows, headings first: number and cells of each. */
  cells: string;
  /** Cells whose texts the file does not have. */
  lostTexts: number;
  budgetVersionId: number | null;
  /** JSON of the lines of the draft before the import and after it. */
  before: string | null;
  after: string | null;
  readAt: string;
  readByName: string | null;
  version: number;
}

const LINE = {
  id: "i.id",
  projectId: "i.project_id",
  state: "i.state",
  fileName: "i.file_name",
  readAt: "i.read_at",
  readByName: "u.name",
  version: "i.version",
};

const COLUMNS = {
  ...LINE,
  cells: "i.cells",
  lostTexts: "i.lost_texts",
  budgetVersionId: "i.budget_version_id",
  before: "i.before",
  after: "i.after",
};

export async function findBudgetImport(
  db: Database,
  key: { projectId: number; id: number },
): Promise<BudgetImport | undefined> {
  return imports(db, key.projectId).where("i.id", key.id).first(COLUMNS);
}

export type BudgetImportLine = Pick<BudgetImport, keyof typeof LINE>;

/** The latest ones. */
export async function listBudgetImports(
  db: Database,
  projectId: number,
  limit: number,
): Promise<BudgetImportLine[]> {
  return imports(db, projectId).orderBy("i.id", "desc").limit(limit).select(LINE);
}

export async function insertBudgetImport(
  db: Database,
  one: {
    projectId: number;
    fileName: string;
    sha256: string;
    cells: string;
    lostTexts: number;
    at: string;
    userId: number | null;
  },
): Promise<number> {
  const [row] = await db("budget_imports")
    .insert({
      project_id: one.projectId,
      state: "read",
      file_name: one.fileName,
      sha256: one.sha256,
      cells: one.cells,
      lost_texts: one.lostTexts,
      read_at: one.at,
      read_by: one.userId,
    })
    .returning("id");
  return row.id;
}

/** Rows completed by hand. False when it is no longer open, or was changed meanwhile. */
export async function updateBudgetImportCells(
  trx: Transaction,
  one: { id: number; version: number; cells: string; lostTexts: number },
): Promise<boolean> {
  const updated = await trx("budget_imports")
    .where({ id: one.id, state: "read", version: one.version })
    .update({ cells: one.cells, lost_texts: one.lostTexts, version: one.version + 1 });
  return updated === 1;
}

export interface BudgetImportStep {
  id: number;
  version: number;
  from: BudgetImportState;
  to: BudgetImportState;
  at: string;
  /** What was written where, of an import applied. */
  written?: { budgetVersionId: number; before: string; after: string };
}

/** False when it is no longer in the state it is to leave, or was changed meanwhile. */
export async function updateBudgetImportState(
  trx: Transaction,
  { id, version, from, to, at, written }: BudgetImportStep,
): Promise<boolean> {
  const updated = await trx("budget_imports")
    .where({ id, state: from, version })
    .update({
      state: to,
      version: version + 1,
      cells: "[]",
      ...(to === "applied" ? { applied_at: at } : {}),
      ...(to === "undone" ? { undone_at: at, before: null, after: null } : {}),
      ...(written
        ? {
            budget_version_id: written.budgetVersionId,
            before: written.before,
            after: written.after,
          }
        : {}),
    });
  return updated === 1;
}

/** Rows of files that nobody applied since before the given instant go; gives how many imports that were. */
export async function dropForgottenBudgetImports(db: Database, instant: string): Promise<number> {
  return db("budget_imports")
    .where({ state: "read" })
    .where("read_at", "<", instant)
    .update({ state: "dropped", cells: "[]", version: db.raw("version + 1") });
}

/** Lines of the project that any expenditure stands on, in whatever state. */
export async function listLinesWithExpenditure(
  db: Database,
  projectId: number,
): Promise<Set<number>> {
  const ids = await db("expenditures")
    .where({ project_id: projectId })
    .whereNotNull("budget_line_id")
    .distinct()
    .pluck("budget_line_id");
  return new Set(ids);
}

function imports(db: Database, projectId: number) {
  return db("budget_imports as i")
    .leftJoin("users as u", "u.id", "i.read_by")
    .where("i.project_id", projectId);
}
