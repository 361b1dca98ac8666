import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import ejs from "ejs";
import { viewsFolder } from "./folders.ts";

export type RenderTemplate = (name: string, model: object) => string;

/** Renders `views/<name>.ejs`; compiled once and kept, unless the author is at work on them. */
export function templates(options: { keep: boolean }): RenderTemplate {
  const kept = new Map<string, ejs.TemplateFunction>();
  const compile = (name: string) => {
    const filename = resolve(viewsFolder, `${name}.ejs`);
    return ejs.compile(readFileSync(filename, "utf8"), {
      filename,
      _with: false,
      cache: options.keep,
    });
  };
  return (name, model) => {
    const template = kept.get(name) ?? compile(name);
    if (options.keep) kept.set(name, template);
    return template(model);
  };
}
