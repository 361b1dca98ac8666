import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface SourceFile {
  /** From the project's root, `server/app.ts`. */
  path: string;
  text: string;
}

/** All files with the extension below the given folders; throws when there is none, so that no rule is idle. */
export function sourceFiles(folders: string[], extension: string): SourceFile[] {
  const found = folders.flatMap(filesBelow).filter((path) => path.endsWith(extension));
  if (found.length === 0) throw new Error(`No ${extension} in ${folders.join(", ")}`);
  return found.map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

/** Paths of all files below a folder of the project. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name}`)
    .filter((path) => statSync(join(ROOT, path)).isFile());
}
