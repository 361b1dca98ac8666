import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const SPRITE = new URL("../../public/images/icons.svg", import.meta.url);
const NAMES = new URL("./icons.txt", import.meta.url);
const FILLED = "-filled";
const require = createRequire(import.meta.url);

// A line of the list is the name of a Tabler icon, or `alias=name`.
const names = readFileSync(NAMES, "utf8").trim().split("\n");
writeFileSync(SPRITE, buildSprite(names));
console.log(`${names.length} icons → public/images/icons.svg`);

function buildSprite(names: string[]): string {
  const symbols = names.map((line) => {
    const [id = "", name = id] = line.split("=");
    return buildSymbol(id, readIcon(name));
  });
  return [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    "<title>Tabler Icons, MIT, https://tabler.io/icons</title>",
    "<!-- Built by server/commands/build-icons.ts from server/commands/icons.txt. -->",
    ...symbols,
    "</svg>\n",
  ].join("\n");
}

function readIcon(name: string): string {
  const isFilled = name.endsWith(FILLED);
  const file = isFilled ? `filled/${name.slice(0, -FILLED.length)}` : `outline/${name}`;
  return readFileSync(require.resolve(`@tabler/icons/${file}.svg`), "utf8");
}

function buildSymbol(name: string, source: string): string {
  const shapes = [...source.matchAll(/<(?:path|circle|rect|line)\b[^>]*>/g)]
    .map(([shape]) => shape)
    .filter((shape) => !shape.includes('stroke="none"'))
    .join("");
  const paint = name.endsWith(FILLED)
    ? 'fill="currentColor"'
    : 'fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="${name}" viewBox="0 0 24 24" ${paint}>${shapes}</symbol>`;
}
