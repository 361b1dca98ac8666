import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type {
  Catalogue,
  Recognition,
  SourceLine,
} from "../features/plan-imports/recognition/rules.ts";
import { ownProgram } from "../own-program.ts";
import type { Encoding } from "../values/text-encoding.ts";
import { turnsOf } from "../values/turns.ts";
import { projectRoot } from "../web/folders.ts";
import { type AnnexFault, annexFaults, UnreadableAnnex } from "./faults.ts";
import { LIMITS } from "./limits.ts";

/** A file of a stranger by the name they gave it, a text that was pasted, or lines that were kept. */
export type AnnexSource =
  | { path: string; name: string }
  | { text: string }
  | { lines: SourceLine[] };

export interface AnnexOrder {
  source: AnnexSource;
  catalogue: Catalogue;
  /** Ids of repairs that people turned down. */
  declined?: readonly string[];
}

export interface ReadAnnex {
  /** Of a text, as it was guessed. */
  encoding: Encoding | null;
  /** All lines of the source are in it, each with its fate. */
  recognition: Recognition;
}

/** What is wrong with the file, or with us. */
export type Answer = ReadAnnex | { fault: string } | { failed: string };

/** A third one waits for its turn. */
const turns = turnsOf(2);
const MOST_BYTES = 100_000_000;
/** Whoever stops us stops the reader as well; that says nothing of the file. */
const FROM_OUTSIDE: readonly unknown[] = ["SIGTERM", "SIGINT", "SIGHUP"];

/**
 * Reads an annex and recognises its cards in a process of its own: little memory, little time, none of our
 * environment. Whatever it does there, others are served meanwhile.
 * @throws UnreadableAnnex also when the process had to be ended, and when no card was found
 */
export function readAnnexApart(
  order: AnnexOrder,
  { seconds = LIMITS.seconds }: { seconds?: number } = {},
): Promise<ReadAnnex> {
  return turns.take(() => runReader(order, seconds));
}

async function runReader(order: AnnexOrder, seconds: number): Promise<ReadAnnex> {
  const memory = `--max-old-space-size=${LIMITS.memoryMegabytes}`;
  const { file, loader } = ownProgram("server/commands/read-annex");
  const child = spawn(process.execPath, [memory, ...loader, file, String(process.pid)], {
    // A command may be called from anywhere; the loader is found from our root.
    cwd: projectRoot,
    env: {},
    stdio: ["pipe", "pipe", "ignore"],
  });
  let fault: AnnexFault = "annexTooLarge";
  const timer = setTimeout(() => {
    fault = "annexTookTooLong";
    child.kill("SIGKILL");
  }, seconds * 1_000);
  try {
    // It may be gone before it has heard everything; what matters is what it said.
    child.stdin.on("error", () => {});
    child.stdin.end(JSON.stringify(order));
    const answer = parsedAnswer(await everything(child.stdout));
    if (answer === undefined) await checkWhoEnded(child);
    // It was ended without a word: out of memory or out of time.
    if (answer === undefined) throw new UnreadableAnnex(fault);
    if ("failed" in answer) throw new Error(answer.failed);
    if ("fault" in answer) throw new UnreadableAnnex(faultOf(answer.fault));
    return answer;
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
}

/** @throws Error when it ended by itself, or was stopped together with us */
async function checkWhoEnded(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  if (child.exitCode !== null) throw new Error("the reader of annexes failed");
  if (FROM_OUTSIDE.includes(child.signalCode)) throw new Error("the reader of annexes was stopped");
}

async function everything(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > MOST_BYTES) throw new UnreadableAnnex("annexTooLarge");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** A line break ends the answer, so that half of one is none. */
function parsedAnswer(text: string): Answer | undefined {
  return text.endsWith("\n") ? (JSON.parse(text) as Answer) : undefined;
}

function faultOf(text: string): AnnexFault {
  return annexFaults.find((one) => one === text) ?? "fileNotWhatItSays";
}
