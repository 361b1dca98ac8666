import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ownProgram } from "../own-program.ts";
import { turnsOf } from "../values/turns.ts";
import { type TableFault, tableFaults, UnreadableTable } from "./faults.ts";
import { LIMITS } from "./limits.ts";
import type { Reading, Wish } from "./read-table.ts";

export interface ReadRow {
  number: number;
  /** JSON of the cells, as it is kept. */
  cells: string;
}

export interface ReadTable {
  reading: Reading;
  rows: ReadRow[];
}

/** A third one waits for its turn. */
const turns = turnsOf(2);
const MOST_TEXT = 100_000_000;

/**
 * Reads a file of a stranger in a process of its own: little memory, little time, none of our environment.
 * Whatever it does there, others are served meanwhile.
 * @throws UnreadableTable also when the process had to be ended
 */
export function readTableApart(path: string, wish: Wish): Promise<ReadTable> {
  return turns.take(() => runReader({ ...wish, path }));
}

async function runReader(wish: Wish & { path: string }): Promise<ReadTable> {
  const memory = `--max-old-space-size=${LIMITS.memoryMegabytes}`;
  const { file, loader } = ownProgram("server/commands/read-table");
  const child = spawn(process.execPath, [memory, ...loader, file, JSON.stringify(wish)], {
    env: {},
    stdio: ["ignore", "pipe", "ignore"],
  });
  let fault: TableFault = "tableTooLarge";
  const timer = setTimeout(() => {
    fault = "tableTookTooLong";
    child.kill("SIGKILL");
  }, LIMITS.seconds * 1_000);
  try {
    const rows: ReadRow[] = [];
    let length = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      length += line.length;
      if (length > MOST_TEXT) throw new UnreadableTable("tableTooLarge");
      if (line.startsWith("! ")) throw new UnreadableTable(faultOf(line.slice(2)));
      if (line.startsWith("= ")) return { reading: JSON.parse(line.slice(2)) as Reading, rows };
      const blank = line.indexOf(" ");
      rows.push({ number: Number(line.slice(0, blank)), cells: line.slice(blank + 1) });
    }
    // It ended without a word: out of memory or out of time.
    throw new UnreadableTable(fault);
  } finally {
    clearTimeout(timer);
    child.kill("SIGKILL");
  }
}

function faultOf(text: string): TableFault {
  return tableFaults.find((one) => one === text) ?? "fileNotWhatItSays";
}
