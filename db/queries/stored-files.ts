import type { Database } from "../connection.ts";

/** Columns that name a file below `DATA_DIR/files`; a test compares them with the schema. */
export const fileColumns = [
  ["brand_images", "file"],
  ["document_versions", "file"],
  ["certificates", "file"],
  ["imports", "file"],
  ["prepared_files", "file"],
  ["annex_readings", "file"],
] as const;

/** Every file that should be on the disk. */
export async function listFilesToBe(db: Database): Promise<string[]> {
  const files: string[] = [];
  for (const [table, column] of fileColumns) {
    const query = db(table).whereNotNull(column);
    if (table === "document_versions") query.whereNull("file_removed_at");
    files.push(...(await query.pluck(column)));
  }
  return files;
}

/** Which of these files a row still names. */
export async function listNamedFiles(db: Database, files: readonly string[]): Promise<Set<string>> {
  const named = new Set<string>();
  for (const [table, column] of fileColumns) {
    const query = db(table).whereIn(column, files).select({ file: column });
    if (table === "document_versions") query.whereNull("file_removed_at");
    for (const { file } of await query) named.add(file);
  }
  return named;
}

export interface NamedFile {
  file: string;
  kind: "document" | "certificate" | "brand-image" | "import" | "prepared-file" | "annex";
  projectId: number | null;
  projectName: string | null;
  /** What tells it from others of its kind without naming anybody: `12/2026`, `345`, `logo`. */
  mark: string;
}

/** Whose these files are; those that no row names any more are left out. */
export async function describeFiles(db: Database, files: readonly string[]): Promise<NamedFile[]> {
  const project = { projectId: "p.id", projectName: "p.short_name" };
  const [documents, certificates, images, imports, prepared, annexes] = await Promise.all([
    db("document_versions as f")
      .join("documents as d", "d.id", "f.document_id")
      .join("projects as p", "p.id", "d.project_id")
      .whereIn("f.file", files)
      .whereNull("f.file_removed_at")
      .orderBy("f.id")
      .select({ ...project, file: "f.file", id: "d.id", number: "f.number" }),
    db("certificates as f")
      .join("projects as p", "p.id", "f.project_id")
      .whereIn("f.file", files)
      .orderBy("f.id")
      .select({ ...project, file: "f.file", number: "f.number", year: "f.year" }),
    db("brand_images").whereIn("file", files).orderBy("kind").select("file", "kind"),
    db("imports as f")
      .join("projects as p", "p.id", "f.project_id")
      .whereIn("f.file", files)
      .orderBy("f.id")
      .select({ ...project, file: "f.file", id: "f.id" }),
    db("prepared_files as f")
      .leftJoin("projects as p", "p.id", "f.project_id")
      .whereIn("f.file", files)
      .orderBy("f.id")
      .select({ ...project, file: "f.file", id: "f.id" }),
    db("annex_readings").whereIn("file", files).orderBy("id").select("file", { id: "import_id" }),
  ]);
  const ofProject = ({ file, projectId, projectName }: Omit<NamedFile, "kind" | "mark">) => ({
    ...{ file, projectId, projectName },
  });
  return [
    ...documents.map((row) => ({
      ...ofProject(row),
      kind: "document" as const,
      mark: `${row.id}.${row.number}`,
    })),
    ...certificates.map((row) => ({
      ...ofProject(row),
      kind: "certificate" as const,
      mark: `${row.number}/${row.year}`,
    })),
    ...images.map(({ file, kind: mark }) => ({
      ...{ file, projectId: null, projectName: null, kind: "brand-image" as const, mark },
    })),
    ...annexes.map(({ file, id }) => ({
      ...{ file, projectId: null, projectName: null, kind: "annex" as const, mark: String(id) },
    })),
    ...imports.map((row) => ({
      ...ofProject(row),
      kind: "import" as const,
      mark: String(row.id),
    })),
    ...prepared.map((row) => ({
      ...ofProject(row),
      kind: "prepared-file" as const,
      mark: String(row.id),
    })),
  ];
}
