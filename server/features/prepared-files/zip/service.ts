import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import { pathOfFile } from "../../../files.ts";
import { type ManifestLine, sumsOf } from "./rules.ts";

/** A file of the ZIP: bytes at hand, or the name of a stored file with the SHA-256 it has to have. */
export type ZipEntry = { path: string } & (
  | { bytes: Uint8Array }
  | { file: string; sha256: string }
);

export interface ZipOrder {
  dataDir: string;
  /** The instant that all files in it carry. */
  at: string;
  entries: readonly ZipEntry[];
  /** Name of the list of hashes, in the form that `sha256sum -c` reads; it comes last. */
  sumsName: string;
}

/**
 * Writes the ZIP to a path, one file after another, hashing each as it goes in. A stored file that is gone or
 * is not what it was is told in the list, never passed over.
 */
export async function writeZip(
  path: string,
  { dataDir, at, entries, sumsName }: ZipOrder,
  told: (done: number, all: number) => Promise<void>,
): Promise<ManifestLine[]> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path));
  // Where nothing more can be written, nobody would ever take what is being read.
  const stopping = new AbortController();
  written.catch((err) => stopping.abort(err));
  const options = { mtime: new Date(at), mode: 0o100644 };
  const way = { dataDir, options, signal: stopping.signal };
  const lines: ManifestLine[] = [];
  for (const [index, entry] of entries.entries()) {
    await told(index, entries.length);
    lines.push(await addEntry(zip, entry, way));
  }
  zip.addBuffer(Buffer.from(sumsOf(lines)), sumsName, options);
  zip.end();
  await written;
  await told(entries.length, entries.length);
  return lines;
}

type Options = { mtime: Date; mode: number };

async function addEntry(
  zip: ZipFile,
  entry: ZipEntry,
  { dataDir, options, signal }: { dataDir: string; options: Options; signal: AbortSignal },
): Promise<ManifestLine> {
  const { path } = entry;
  if ("bytes" in entry) {
    const bytes = Buffer.from(entry.bytes);
    zip.addBuffer(bytes, path, options);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { path, byteCount: bytes.length, sha256, fault: null };
  }
  const source = pathOfFile(dataDir, entry.file);
  const found = await stat(source).catch(() => undefined);
  if (!found) return { path, byteCount: 0, sha256: entry.sha256, fault: "missing" };
  const hash = createHash("sha256");
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const through = pipeline(createReadStream(source), counted, { signal });
  zip.addReadStream(counted, path, { ...options, size: found.size });
  await through;
  const sha256 = hash.digest("hex");
  const fault = sha256 === entry.sha256 ? null : "changed";
  return { path, byteCount: found.size, sha256, fault };
}
