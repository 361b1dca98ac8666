import { existsSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";

// From server/web in the sources and from dist/server/web when built, the root is where package.json lies.
const here = dirname(fileURLToPath(import.meta.url));
const root = [resolve(here, "../.."), resolve(here, "../../..")].find((folder) =>
  existsSync(resolve(folder, "package.json")),
);
if (!root) throw new Error(`no package.json above ${here}`);

export const projectRoot: string = root;
export const viewsFolder = resolve(root, "views");
export const publicFolder = resolve(root, "public");
