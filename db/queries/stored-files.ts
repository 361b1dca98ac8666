import type { Database } from "../connection.ts";

/** Columns that name a file below `DATA_DIR/files`; a test compares them with the schema. */
export const fileColumns = [
  ["brand_images", "file"],
  ["document_versions", "file"],
  ["certificates", "file"],
  ["imports", "file"],
  ["prepared_files", "file"],
] as const;

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
