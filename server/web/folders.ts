import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

// The sources lie deeper below the root than what is built of them; it is where package.json lies.
export const projectRoot = rootAbove(dirname(fileURLToPath(import.meta.url)));
export const viewsFolder = resolve(projectRoot, "views");
export const publicFolder = resolve(projectRoot, "public");

function rootAbove(folder: string): string {
  if (existsSync(resolve(folder, "package.json"))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error("no package.json above the program");
  return rootAbove(above);
}
