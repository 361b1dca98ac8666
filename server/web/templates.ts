import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import ejs from "ejs";
import { viewsFolder } from "./folders.ts";

export type RenderTemplate = (name: string, model: object) => string;

type Model = Record<string, unknown>;
type Include = (name: string, further?: Model) => string;
type Body = (locals: object, escapeFn: typeof escapeText, include: Include) => string;

/** Renders `views/<name>.ejs`; compiled once and kept, unless the author is at work on them. */
export function templates(options: { keep: boolean }): RenderTemplate {
  const kept = new Map<string, RenderFile>();
  const find = (filename: string): RenderFile => {
    const known = kept.get(filename);
    if (known) return known;
    const template = compile(filename, find);
    if (options.keep) kept.set(filename, template);
    return template;
  };
  return (name, model) => find(resolve(viewsFolder, `${name}.ejs`))({ ...model });
}

type RenderFile = (model: Model) => string;

/**
 * A template whose includes are looked up once: EJS itself asks the disk and copies all options at each
 * of them, which on a page of many small partials takes longer than writing the page.
 */
function compile(filename: string, find: (filename: string) => RenderFile): RenderFile {
  const text = readFileSync(filename, "utf8");
  const template = new ejs.Template(filename.endsWith(".text.ejs") ? text : unindented(text), {
    filename,
    _with: false,
    compileDebug: false,
  });
  template.compile();
  // What is printed is always a text here: EJS' own function around each piece costs as much as the piece.
  const source = template.source.replaceAll("; __append(", "; __output += (");
  const named = `${source}\n//# sourceURL=${filename}`; // so that a stack names the view
  const body = new Function("locals", "escapeFn", "include", named) as Body;
  const addresses = new Map<string, string>();
  return (model) =>
    body(model, escapeText, (name, further) => {
      let address = addresses.get(name);
      if (address === undefined) {
        address = resolve(dirname(filename), `${name}.ejs`);
        addresses.set(name, address);
      }
      const render = find(address);
      return further ? withFurther(model, further, render) : render(model);
    });
}

/**
 * What a partial is given lies on the page's model while it is written, and is taken off again. A copy took longer
 * than most partials; an object made on top of the model would be quick, but V8 keeps whatever was once a prototype
 * until the next great collection, and with it all rows and all text of the page.
 */
function withFurther(model: Model, further: Model, render: RenderFile): string {
  const names = Object.keys(further);
  const covered = names.map((name) => model[name]);
  Object.assign(model, further);
  const text = render(model);
  for (const [place, name] of names.entries()) model[name] = covered[place];
  return text;
}

const SPECIAL = /[&<>'"]/;
const ALL_SPECIAL = /[&<>'"]/g;
const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
};

/** As EJS does it, but looking first: of a thousand values on a page hardly one has anything to escape. */
function escapeText(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = String(value);
  return SPECIAL.test(text) ? text.replace(ALL_SPECIAL, (sign) => ENTITIES[sign] ?? sign) : text;
}

/**
 * The indentation of the source is for its readers; on a long page it is a third of the bytes. A single
 * blank at the beginning of a line is no indentation: it keeps attributes of an include apart.
 */
function unindented(text: string): string {
  return text.replace(/^ {2,}/gm, "");
}
