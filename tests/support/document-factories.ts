import { createHash, randomBytes } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Connection } from "../../db/connection.ts";
import { pathOfFile } from "../../server/files.ts";
import { foldText } from "../../server/values/fold.ts";
import { insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";
const PDF = Buffer.from("%PDF-1.7\n%%EOF\n");

type Row = Record<string, unknown>;

/** A paper of the project with one version, a short PDF; the file itself is written by `writeFiles`. */
export async function createDocument(
  db: Connection,
  projectId: number,
  given: Row = {},
): Promise<{ documentId: number; versionId: number }> {
  const title = String(given.title ?? "Partnerská smlouva");
  const documentId = await insert(db, "documents", {
    project_id: projectId,
    object_type: "project",
    object_id: projectId,
    category: "agreement",
    title,
    title_folded: foldText(title),
    created_at: CREATED_AT,
    ...given,
  });
  const id = randomBytes(16).toString("hex");
  const versionId = await insert(db, "document_versions", {
    document_id: documentId,
    number: 1,
    file: `${id.slice(0, 2)}/${id}`,
    original_name: `${title}.pdf`,
    media_type: "application/pdf",
    byte_count: PDF.length,
    sha256: createHash("sha256").update(PDF).digest("hex"),
    uploaded_at: CREATED_AT,
  });
  return { documentId, versionId };
}

/** A table of milestones that waits to be confirmed; it has one row and its file is gone. */
export async function createImport(db: Connection, projectId: number): Promise<number> {
  const importId = await insert(db, "imports", {
    project_id: projectId,
    kind: "milestones",
    state: "read",
    file_name: "milniky.csv",
    sha256: "0".repeat(64),
    reading: JSON.stringify({ encoding: "utf-8", separator: ";", sheet: null, sheets: [] }),
    mapping: JSON.stringify(["title", "dueOn"]),
    headings: JSON.stringify(["Název", "Termín"]),
    read_at: CREATED_AT,
  });
  await insert(db, "import_rows", {
    import_id: importId,
    row_number: 2,
    cells: JSON.stringify(["Kulatý stůl", "2026-05-01"]),
    outcome: "created",
  });
  return importId;
}

/** The files of all documents and certificates that factories have written rows for. */
export async function writeFiles(db: Connection, dataDir: string): Promise<void> {
  const documents = await db("document_versions").select("file");
  const certificates = await db("certificates").whereNotNull("file").select("file");
  for (const { file } of [...documents, ...certificates]) {
    const path = pathOfFile(dataDir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, PDF);
  }
}
