import { createHash, randomBytes } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FileGone } from "./errors.ts";

const NAME = /^[0-9a-f]{2}\/[0-9a-f]{32}$/;
const DRAFT = /^[0-9a-f]{2}\/[0-9a-f]{32}\.draft$/;

/**
 * Puts bytes under a new random name below `DATA_DIR/files`. When it resolves they are on the disk, the
 * folder's entry too, so that a row that names them may be written. Gives the name, `ab/abcd…`.
 */
export function storeFile(dataDir: string, bytes: Uint8Array): Promise<string> {
  return storeBy(dataDir, (draft) => writeDraft(draft, bytes));
}

/** Before the disk is full: then nobody could even delete anything. */
export async function hasRoom(config: {
  dataDir: string;
  freeSpaceBytes: number;
}): Promise<boolean> {
  try {
    const { bavail, bsize } = await statfs(config.dataDir);
    return bavail * bsize >= config.freeSpaceBytes;
  } catch {
    return false;
  }
}

export interface WrittenFile {
  file: string;
  byteCount: number;
  sha256: string;
}

/** The same for bytes at hand or for whoever writes many of them to a path, with what they come to. */
export async function storeWritten(
  dataDir: string,
  source: Uint8Array | ((path: string) => Promise<void>),
): Promise<WrittenFile> {
  const file = await storeBy(dataDir, async (draft) => {
    if (typeof source !== "function") return writeDraft(draft, source);
    await source(draft);
    await syncFile(draft);
  });
  const hash = createHash("sha256");
  let byteCount = 0;
  for await (const chunk of createReadStream(pathOfFile(dataDir, file))) {
    hash.update(chunk);
    byteCount += chunk.length;
  }
  return { file, byteCount, sha256: hash.digest("hex") };
}

async function storeBy(dataDir: string, write: (draft: string) => Promise<void>): Promise<string> {
  const id = randomBytes(16).toString("hex");
  const name = `${id.slice(0, 2)}/${id}`;
  const path = pathOfFile(dataDir, name);
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${path}.draft`;
  try {
    await write(draft);
    await rename(draft, path);
  } catch (error) {
    // A full disk is not to be filled further by halves.
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  return name;
}

async function writeDraft(draft: string, bytes: Uint8Array): Promise<void> {
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Where a stored file lies; throws for anything that is not a name of ours. */
export function pathOfFile(dataDir: string, name: string): string {
  if (!NAME.test(name)) throw new Error("not the name of a stored file");
  return join(dataDir, "files", name);
}

/** The bytes of a stored file. @throws FileGone */
export async function readStored(dataDir: string, name: string): Promise<Buffer> {
  return readFile(pathOfFile(dataDir, name)).catch(asGone(name));
}

/** A stored file opened before a word of the answer leaves. @throws FileGone */
export async function openStored(dataDir: string, name: string): Promise<ReadStream> {
  const file = await open(pathOfFile(dataDir, name)).catch(asGone(name));
  return file.createReadStream();
}

export async function isStored(dataDir: string, name: string): Promise<boolean> {
  return (await stat(pathOfFile(dataDir, name)).catch(() => undefined)) !== undefined;
}

function asGone(name: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    throw error.code === "ENOENT" ? new FileGone(name) : error;
  };
}

export async function removeFile(dataDir: string, name: string): Promise<void> {
  await rm(pathOfFile(dataDir, name), { force: true });
}

/** Names of stored files, and of drafts a killed process left, that are older than the given instant. */
export async function* filesOlderThan(dataDir: string, instant: string): AsyncGenerator<string> {
  const root = join(dataDir, "files");
  for (const folder of await namesIn(root)) {
    for (const name of await namesIn(join(root, folder))) {
      const { mtimeMs } = await stat(join(root, folder, name));
      if (mtimeMs < Date.parse(instant)) yield `${folder}/${name}`;
    }
  }
}

/** Which of these names lead to no file, by a look into the folders instead of one at each file. */
export async function missingOf(dataDir: string, names: readonly string[]): Promise<string[]> {
  const root = join(dataDir, "files");
  const present = new Set<string>();
  for (const folder of await namesIn(root))
    for (const name of await namesIn(join(root, folder))) present.add(`${folder}/${name}`);
  return names.filter((name) => !present.has(name));
}

export async function removeDraft(dataDir: string, name: string): Promise<void> {
  if (!DRAFT.test(name)) throw new Error("not the name of a draft");
  await rm(join(dataDir, "files", name), { force: true });
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return [];
  }
}

async function syncFile(path: string): Promise<void> {
  const file = await open(path, "r+");
  await file.sync().finally(() => file.close());
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r");
  await folder.sync().finally(() => folder.close());
}
