import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { promisify } from "node:util";
import { projectRoot } from "../../server/web/folders.ts";
import { sourceFiles } from "../architecture/source-files.ts";

const run = promisify(execFile);

export interface OwnPrograms {
  /** Where they lie, below the root of the project. */
  into: string;
  remove(): void;
}

/** Names of the programs that the product starts as processes of their own. */
export function namesOfOwnPrograms(): string[] {
  return sourceFiles(["server"], ".ts").flatMap(({ text }) =>
    [...text.matchAll(/ownProgram\("([^"]+)"\)/g)].map(([, name]) => name as string),
  );
}

/**
 * Builds them as they are built for production. From its sources each takes a second to load, and the tests
 * start hundreds of them; those that a program started from its sources starts are still read from theirs.
 */
export async function buildOwnPrograms(): Promise<OwnPrograms> {
  const into = `node_modules/.cache/own-programs-${process.pid}`;
  const files = namesOfOwnPrograms().map((name) => `${name}.ts`);
  const words = ["--import", "tsx", "server/commands/build.ts", into, ...files];
  const remove = () => rmSync(resolve(projectRoot, into), { recursive: true, force: true });
  await run(process.execPath, words, { cwd: projectRoot }).catch((error) => {
    remove();
    throw error;
  });
  return { into, remove };
}
