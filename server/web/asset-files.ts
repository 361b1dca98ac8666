import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { publicFolder } from "./folders.ts";

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
  files.set("css/osnova.css", Buffer.concat(readStylesheets(join(publicFolder, "css"))));
  return files;
}

/** All of `public/css` as one file: tokens first, print last, for it overrides whatever the screen says. */
function readStylesheets(folder: string): Buffer[] {
  const others = readdirSync(folder).filter((file) => !["base.css", "print.css"].includes(file));
  return ["base.css", ...others.sort(), "print.css"].map((file) =>
    readFileSync(join(folder, file)),
  );
}
