import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { lstat, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { create, extract } from "tar";
import { type Manifest, manifestSchema, UnusableBackup } from "./manifest.ts";

const MANIFEST = "manifest.json";

/** Packs a folder into one file that appears whole or not at all, readable only by its owner. */
export async function packFolder(folder: string, file: string): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await create({ gzip: true, file: unfinished, cwd: folder, portable: true, mode: 0o600 }, ["."]);
  const handle = await open(unfinished, "r+");
  await handle.chmod(0o600);
  await handle.sync();
  await handle.close();
  await rename(unfinished, file);
  await syncFolder(dirname(file));
}

/** Unpacks into an empty folder; only plain files and folders, nothing that leads outside. */
export async function unpackInto(file: string, folder: string): Promise<void> {
  try {
    await extract({
      file,
      cwd: folder,
      strict: true,
      preservePaths: false,
      filter: (_path, entry) => {
        if (!("type" in entry)) return true;
        if (entry.type === "File" || entry.type === "Directory") return true;
        throw new UnusableBackup("the archive holds something that is neither a file nor a folder");
      },
    });
  } catch (error) {
    if (error instanceof UnusableBackup) throw error;
    throw new UnusableBackup(`the archive cannot be unpacked (${(error as Error).message})`);
  }
}

export async function readManifest(folder: string): Promise<Manifest> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(join(folder, MANIFEST), "utf8"));
  } catch {
    throw new UnusableBackup("the archive has no readable manifest: it is damaged or not a backup");
  }
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success) throw new UnusableBackup("the manifest is not one of this product");
  return parsed.data;
}

/** Every part has to be there with its own content, and nothing else. */
export async function checkParts(folder: string, manifest: Manifest): Promise<void> {
  const present = (await filesBelow(folder)).filter((path) => path !== MANIFEST);
  const stranger = present.find((path) => !(path in manifest.parts));
  if (stranger) throw new UnusableBackup(`${stranger} is not in the manifest`);
  for (const [path, expected] of Object.entries(manifest.parts)) {
    if (!present.includes(path)) throw new UnusableBackup(`${path} is missing`);
    if ((await sha256Of(join(folder, path))) !== expected) {
      throw new UnusableBackup(`${path} is damaged`);
    }
  }
}

/** Paths of all files below the folder, relative to it. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

export async function sha256Of(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest("hex");
}

export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}

export async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}
