import type { Database, Transaction } from "../connection.ts";

export type ImportState = "reading" | "read" | "applied" | "undone" | "dropped";

export interface Import {
  id: number;
  projectId: number;
  kind: string;
  state: ImportState;
  fileName: string;
  file: string | null;
  /** JSON of how the file was read. */
  reading: string;
  /** JSON: the field of each column, null of one that is left out. */
  mapping: string;
  /** JSON of the first row. */
  headings: string;
  readAt: string;
  readByName: string | null;
  appliedAt: string | null;
  undoneAt: string | null;
  version: number;
}

const COLUMNS = {
  id: "i.id",
  projectId: "i.project_id",
  kind: "i.kind",
  state: "i.state",
  fileName: "i.file_name",
  file: "i.file",
  reading: "i.reading",
  mapping: "i.mapping",
  headings: "i.headings",
  readAt: "i.read_at",
  readByName: "u.name",
  appliedAt: "i.applied_at",
  undoneAt: "i.undone_at",
  version: "i.version",
};

export async function findImport(
  db: Database,
  key: { projectId: number; id: number },
): Promise<Import | undefined> {
  return db("imports as i")
    .leftJoin("users as u", "u.id", "i.read_by")
    .where({ "i.id": key.id, "i.project_id": key.projectId })
    .whereNot("i.state", "reading")
    .first(COLUMNS);
}

export interface ImportLine extends Import {
  created: number;
  changed: number;
  failed: number;
}

/** Newest first, each with what came of its rows. */
export async function listImports(
  db: Database,
  projectId: number,
  page: { limit: number; offset: number },
): Promise<ImportLine[]> {
  const rows = (outcome: string) =>
    db("import_rows as r").whereRaw("r.import_id = i.id").where("r.outcome", outcome).count("*");
  return db("imports as i")
    .leftJoin("users as u", "u.id", "i.read_by")
    .where("i.project_id", projectId)
    .whereNot("i.state", "reading")
    .orderBy("i.id", "desc")
    .limit(page.limit)
    .offset(page.offset)
    .select(COLUMNS)
    .select({ created: rows("created"), changed: rows("changed"), failed: rows("failed") });
}

export async function countImports(db: Database, projectId: number): Promise<number> {
  const row = await db("imports")
    .where({ project_id: projectId })
    .whereNot("state", "reading")
    .count({ n: "*" })
    .first();
  return Number(row?.n ?? 0);
}

export async function insertImport(
  db: Database,
  one: {
    projectId: number;
    kind: string;
    fileName: string;
    file: string;
    sha256: string;
    at: string;
    userId: number | null;
  },
): Promise<number> {
  const [row] = await db("imports")
    .insert({
      project_id: one.projectId,
      kind: one.kind,
      state: "reading",
      file_name: one.fileName,
      file: one.file,
      sha256: one.sha256,
      read_at: one.at,
      read_by: one.userId,
    })
    .returning("id");
  return row.id;
}

/** How the file was read and what its columns are. False when another edition is stored by now. */
export async function updateImportReading(
  db: Database,
  one: {
    id: number;
    version: number;
    reading: string;
    headings: string;
    mapping: string;
  },
): Promise<boolean> {
  const updated = await db("imports")
    .where({ id: one.id, version: one.version })
    .whereIn("state", ["reading", "read"])
    .update({
      state: "read",
      reading: one.reading,
      headings: one.headings,
      mapping: one.mapping,
      version: one.version + 1,
    });
  return updated === 1;
}

/** False when it is no longer in the state it is to leave, or was changed meanwhile. */
export async function updateImportState(
  trx: Transaction,
  step: { id: number; version: number; from: ImportState; to: ImportState; at: string },
): Promise<boolean> {
  const day = { applied: "applied_at", undone: "undone_at" }[step.to as string];
  const updated = await trx("imports")
    .where({ id: step.id, state: step.from, version: step.version })
    .update({
      state: step.to,
      version: step.version + 1,
      ...(step.to === "undone" ? {} : { file: null }),
      ...(day ? { [day]: step.at } : {}),
    });
  return updated === 1;
}

/** Imports that nobody applied since before the given instant, with the files they were read from. */
export async function listForgottenImports(
  db: Database,
  instant: string,
): Promise<{ id: number; version: number; state: ImportState; file: string | null }[]> {
  return db("imports")
    .whereIn("state", ["reading", "read"])
    .where("read_at", "<", instant)
    .select("id", "version", "state", "file");
}
