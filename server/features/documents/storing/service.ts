import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Deps } from "../../../deps.ts";
import { AppError, InvalidInput } from "../../../errors.ts";
import { removeFile, storeFile } from "../../../files.ts";
import { readDocumentFile } from "../../../values/document-file.ts";
import { cleanFileName } from "../../../values/file-name.ts";

export interface Upload {
  path: string;
  /** As the browser sent it. */
  originalName: string;
}

/** A file that lies on the disk for good and waits for the row that names it. */
export interface StoredFile {
  file: string;
  originalName: string;
  mediaType: string;
  byteCount: number;
  sha256: string;
}

/**
 * Checks an uploaded file by its bytes, stores it, and lets `work` write the row that names it. A file whose
 * row did not come is removed; where it is not sure whether it came, the daily sweep decides.
 * @throws InvalidInput when the file is not of a kind we keep
 */
export async function withStoredFile<Result extends { file: string }>(
  { config }: Pick<Deps, "config">,
  upload: Upload,
  work: (stored: StoredFile) => Promise<Result>,
): Promise<Result> {
  const stored = await storeUpload(config.dataDir, upload);
  const drop = () => removeFile(config.dataDir, stored.file);
  try {
    const result = await work(stored);
    // The same form sent before: its file stands.
    if (result.file !== stored.file) await drop();
    return result;
  } catch (error) {
    if (error instanceof AppError) await drop();
    throw error;
  }
}

async function storeUpload(dataDir: string, upload: Upload): Promise<StoredFile> {
  const originalName = cleanFileName(upload.originalName);
  const read = readDocumentFile(originalName, await readFile(upload.path));
  if ("fault" in read) throw new InvalidInput({ file: read.fault });
  const { mediaType, bytes } = read;
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = await storeFile(dataDir, bytes);
  return { file, originalName, mediaType, byteCount: bytes.length, sha256 };
}
