import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { entryForm } from "./pages.ts";
import { serveProduct, signIn } from "./product.ts";

export interface Durability {
  answers: number;
  /** Answers sent after the log of the database had been flushed to the disk, and nothing written to it since. */
  afterFlush: number;
}

const POSTS = 25;

/** Watches the system calls while log entries are posted; undefined where strace is missing. */
export async function traceDurability(
  dataDir: string,
  today: string,
): Promise<Durability | undefined> {
  if (spawnSync("strace", ["-V"]).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "osnova-trace-"));
  try {
    const calls = ["-ff", "-y", "-s", "48", "-e", "trace=fsync,fdatasync,pwrite64,write,writev"];
    const wrapper = ["strace", ...calls, "-o", join(folder, "calls")];
    const product = await serveProduct(dataDir, wrapper);
    const baseUrl = `http://127.0.0.1:${product.port}`;
    const { cookie, csrf } = await signIn(baseUrl);
    for (let n = 0; n < POSTS; n += 1) {
      const answer = await fetch(`${baseUrl}/projects/1/progress`, {
        ...{ method: "POST", redirect: "manual", body: entryForm(csrf, today) },
        headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      });
      if (answer.status !== 303) throw new Error(`the log entry was answered by ${answer.status}`);
    }
    // strace itself holds signals back while it writes to a file.
    const children = readFileSync(`/proc/${product.pid}/task/${product.pid}/children`, "utf8");
    process.kill(Number(children.trim().split(" ")[0]), "SIGTERM");
    await product.stop();
    return readTrace(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** One file for each thread; the main one runs SQLite and writes the answers. */
function readTrace(folder: string): Durability {
  const traces = readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
  const main = traces.find((text) => text.includes(ANSWER)) ?? "";
  const events = main
    .split("\n")
    .map(eventOf)
    .filter((event) => event !== undefined);
  const answers = events.flatMap((event, index) => (event === "answer" ? [index] : []));
  const afterFlush = answers.filter((index) => events[index - 1] === "flush");
  return { answers: answers.length, afterFlush: afterFlush.length };
}

const ANSWER = "HTTP/1.1 303";

function eventOf(call: string): "write" | "flush" | "answer" | undefined {
  if (/^pwrite64\(\d+<[^>]*-wal>/.test(call)) return "write";
  if (/^f(data)?sync\(\d+<[^>]*-wal>.* = 0$/.test(call)) return "flush";
  return /^writev?\(/.test(call) && call.includes(ANSWER) ? "answer" : undefined;
}
