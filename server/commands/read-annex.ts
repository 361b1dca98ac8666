import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { UnreadableAnnex } from "../annexes/faults.ts";
import { LIMITS } from "../annexes/limits.ts";
import { readAnnex } from "../annexes/read-annex.ts";
import type { AnnexOrder, Answer } from "../annexes/reading.ts";
import { readText } from "../annexes/text.ts";
import { recogniseAnnex } from "../features/plan-imports/recognition/lines-apart/rules.ts";

/**
 * The process in which an annex of a stranger is read and recognised: `annexes/reading.ts` starts it with
 * little memory, tells it who it is, and ends it when it takes too long. Hears an order, says an answer,
 * each as JSON.
 */
keepWatch(Number(process.argv[2]));
// What a library has to say of a file is no answer.
for (const method of ["log", "info", "warn", "error"] as const) console[method] = () => {};

const heard: Buffer[] = [];
for await (const chunk of process.stdin) heard.push(chunk as Buffer);
const answer = await answerTo(JSON.parse(Buffer.concat(heard).toString("utf8")) as AnnexOrder);
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));

async function answerTo(order: AnnexOrder): Promise<Answer> {
  const source = await linesOf(order.source).catch(asFault);
  if ("fault" in source) return source;
  try {
    const declined = [...(order.declined ?? [])];
    const recognition = recogniseAnnex(source.lines, order.catalogue, { declined });
    if (recognition.cards.length === 0) return { fault: "annexWithoutCards" };
    return { encoding: source.encoding, recognition };
  } catch (error) {
    return { failed: (error as Error).stack ?? String(error) };
  }
}

function asFault(error: unknown): { fault: string } {
  return { fault: error instanceof UnreadableAnnex ? error.fault : "fileNotWhatItSays" };
}

async function linesOf(source: AnnexOrder["source"]) {
  if ("lines" in source) return { lines: source.lines, encoding: null };
  if ("text" in source) return { lines: readText(source.text), encoding: null };
  return readAnnex(readFileSync(source.path), source.name);
}

/**
 * Memory outside of JavaScript has no limit of its own, and whoever is busy unpacking cannot look at a clock,
 * nor see that the process that would end it is gone.
 */
function keepWatch(starterPid: number): void {
  const most = LIMITS.residentMegabytes * 2 ** 20;
  const watch = `setInterval(() => {
    if (process.memoryUsage.rss() > ${most} || process.ppid !== ${starterPid})
      process.kill(process.pid, "SIGKILL");
  }, 20)`;
  new Worker(watch, { eval: true, execArgv: [] }).unref();
}
