import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export interface ServedProcess {
  pid: number;
  port: number;
  /** From the start of the process to its first answer. */
  firstAnswerMs: number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});

/** Starts a program that serves on the loopback port of its environment and waits until it answers. */
export async function serve(
  command: string[],
  env: Record<string, string>,
  path = "/healthz",
): Promise<ServedProcess> {
  const port = await freePort();
  const { PATH = "", HOME = "" } = process.env;
  const [program = "", ...args] = command;
  const began = performance.now();
  const child = spawn(program, args, {
    env: { PATH, HOME, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.add(child);
  const ended = once(child, "close").then(() => void running.delete(child));
  while (!(await answers(port, path))) {
    if (child.exitCode !== null) throw new Error(`${command.join(" ")} ended before it answered`);
    if (performance.now() - began > 30_000) throw new Error(`${command.join(" ")} does not answer`);
    await pause(4);
  }
  const firstAnswerMs = performance.now() - began;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { pid: child.pid ?? 0, port, firstAnswerMs, stop };
}

async function answers(port: number, path: string): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}${path}`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Below the ports that the system gives away, so that no other program gets it in between. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const server = createServer().listen(port, "127.0.0.1");
    const isFree = await once(server, "listening").then(
      () => true,
      () => false,
    );
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}
