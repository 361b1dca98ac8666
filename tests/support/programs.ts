import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

export interface Ending {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface Program {
  pid: number;
  /** Everything printed so far, both streams. */
  output(): string;
  /** Resolves with the match as soon as the output has one; rejects when the program ends before. */
  untilPrints(pattern: RegExp): Promise<RegExpMatchArray>;
  ended: Promise<Ending>;
  /** Sends the signal (SIGTERM unless told) and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Ending>;
}

const running = new Set<ChildProcess>();
process.on("exit", stopPrograms);

/** Kills what a test file left running. */
export function stopPrograms(): void {
  for (const child of running) child.kill("SIGKILL");
}

/**
 * Runs a file of the project (`server/main.ts`, or a built one) as a process of its own, with nothing of our
 * environment but what a shell has, so that a test says all that configures it.
 */
export function startProgram(
  script: string,
  { args = [], env = {} }: { args?: string[]; env?: Record<string, string> } = {},
): Program {
  const { PATH = "", HOME = "", TMPDIR = "/tmp" } = process.env;
  const loader = script.endsWith(".ts") ? ["--import", "tsx"] : [];
  const child = spawn(process.execPath, [...loader, script, ...args], {
    cwd: ROOT,
    env: { PATH, HOME, TMPDIR, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  let printed = "";
  const ended = once(child, "close").then(([code, signal]): Ending => {
    running.delete(child);
    return { code, signal };
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  return {
    pid: child.pid ?? 0,
    output: () => printed,
    untilPrints: (pattern) => untilPrinted(child, () => printed, pattern),
    ended,
    stop: (signal = "SIGTERM") => {
      child.kill(signal);
      return ended;
    },
  };
}

function untilPrinted(
  child: ChildProcess,
  printed: () => string,
  pattern: RegExp,
): Promise<RegExpMatchArray> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const match = printed().match(pattern);
      if (match) resolve(match);
      return match;
    };
    if (look()) return;
    child.stdout?.on("data", look);
    child.stderr?.on("data", look);
    child.on("close", () => {
      if (!look())
        reject(new Error(`The program ended without printing ${pattern}:\n${printed()}`));
    });
  });
}
