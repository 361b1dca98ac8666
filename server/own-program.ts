import { resolve } from "node:path";
import { projectRoot } from "./web/folders.ts";

/** Written in by the build: the folder that it makes. */
declare const BUILT_INTO: string | undefined;

/**
 * Where a program lies that is started as a process of its own, by its name without the ending, and what
 * Node is told beside it: built it is plain JavaScript, from its sources it needs the loader.
 */
export function ownProgram(name: string): { file: string; loader: string[] } {
  return typeof BUILT_INTO === "string"
    ? { file: resolve(projectRoot, BUILT_INTO, `${name}.js`), loader: [] }
    : { file: resolve(projectRoot, `${name}.ts`), loader: ["--import", "tsx"] };
}
