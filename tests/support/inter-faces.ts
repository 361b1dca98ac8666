import { readFileSync } from "node:fs";

const FOLDER = "node_modules/@fontsource-variable/inter/files";

/** The two parts of Inter that the product serves, as rules for a page that has no server. */
export function interFaces(): string {
  return [
    face(
      "inter-latin-ext-wght-normal",
      "U+0100-02BA, U+02BD-02C5, U+1E00-1E9F, U+20A0-20AB, U+2113",
    ),
    face(
      "inter-latin-wght-normal",
      "U+0000-00FF, U+0131, U+0152-0153, U+02C6, U+2000-206F, U+20AC, U+2212",
    ),
  ].join("");
}

function face(file: string, range: string): string {
  const bytes = readFileSync(`${FOLDER}/${file}.woff2`).toString("base64");
  const source = `url(data:font/woff2;base64,${bytes}) format("woff2")`;
  return `@font-face{font-family:Inter;font-weight:100 900;src:${source};unicode-range:${range}}`;
}
