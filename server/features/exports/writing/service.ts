import { fork } from "node:child_process";
import { ownProgram } from "../../../own-program.ts";
import { turnsOf } from "../../../values/turns.ts";
import { projectRoot } from "../../../web/folders.ts";
import { fulfil } from "./fulfil.ts";
import type { Answer, Order } from "./orders.ts";

const LONGEST_MS = 60_000;
const MEMORY_MEGABYTES = 384;
/** Files are written one after another, so that memory stays within bounds. */
const turns = turnsOf(1);

/** So few rows are written sooner than a process starts. */
const FEW_ROWS = 300;

/** Writes a workbook or draws a paper, in a process of its own unless it is soon done. */
export async function writeFile(order: Order): Promise<Buffer> {
  const isSoon = order.kind === "workbook" && order.workbook.table.rows.length <= FEW_ROWS;
  return isSoon ? Buffer.from(await fulfil(order)) : turns.take(() => write(order));
}

function write(order: Order): Promise<Buffer> {
  const { file, loader } = ownProgram("server/commands/write-export");
  // It needs nothing of our environment, least of all our keys.
  const child = fork(file, {
    cwd: projectRoot,
    env: {},
    execArgv: [`--max-old-space-size=${MEMORY_MEGABYTES}`, ...loader],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const tooLong = setTimeout(() => child.kill("SIGKILL"), LONGEST_MS);
  return new Promise<Buffer>((done, fail) => {
    child.once("error", fail);
    child.once("exit", (code) =>
      fail(new Error(`writing ended with ${code} and without an answer`)),
    );
    child.once("message", (answer: Answer) => {
      if ("failed" in answer) fail(new Error(`writing failed: ${answer.failed}`));
      else done(Buffer.from(answer.file));
    });
    child.send(order, (error) => {
      if (error) fail(error);
    });
  }).finally(() => clearTimeout(tooLong));
}
