import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { publicFolder } from "./folders.ts";

/** Later sheets may rely on earlier ones; together they are one file, `css/osnova.css`. */
const STYLESHEETS = [
  "base",
  "frame",
  "page",
  "gate",
  "controls",
  "components",
  "lists",
  "tables",
  "forms",
  "print",
];

const FROM_PACKAGES = {
  "css/tabler.css": "@tabler/core/dist/css/tabler.min.css",
  "fonts/inter-latin.woff2": "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  "fonts/inter-latin-ext.woff2":
    "@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
};

/** Name → bytes of every asset; a stylesheet comes after whatever its `url()` may point to. */
export function readAssetFiles(): Map<string, Buffer> {
  const { resolve } = createRequire(import.meta.url);
  const files = new Map<string, Buffer>();
  for (const [name, source] of Object.entries(FROM_PACKAGES)) {
    files.set(name, readFileSync(resolve(source)));
  }
  for (const folder of ["images", "js"]) {
    for (const file of readdirSync(join(publicFolder, folder))) {
      files.set(`${folder}/${file}`, readFileSync(join(publicFolder, folder, file)));
    }
  }
  const sheets = STYLESHEETS.map((name) => readFileSync(join(publicFolder, `css/${name}.css`)));
  files.set("css/osnova.css", Buffer.concat(sheets));
  return files;
}
