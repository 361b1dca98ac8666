import { readFileSync, writeSync } from "node:fs";
import { UnreadableTable } from "../tables/faults.ts";
import { readTable, type Wish } from "../tables/read-table.ts";

/**
 * The process in which a file of a stranger is read: `tables/reading.ts` starts it with little memory and
 * ends it when it takes too long. Prints a line for each row, then how the file was read, or why it was not.
 */
const wish = JSON.parse(process.argv[2] ?? "{}") as Wish & { path: string };
let lines: string[] = [];

try {
  const reading = readTable(readFileSync(wish.path), wish, ({ number, cells }) => {
    lines.push(`${number} ${JSON.stringify(cells)}\n`);
    if (lines.length === 200) print();
  });
  lines.push(`= ${JSON.stringify(reading)}\n`);
} catch (error) {
  lines.push(`! ${error instanceof UnreadableTable ? error.fault : "fileNotWhatItSays"}\n`);
}
print();

/** The whole text, though a pipe takes it by parts. */
function print(): void {
  let rest = Buffer.from(lines.join(""));
  lines = [];
  while (rest.length > 0) rest = rest.subarray(written(rest));
}

function written(bytes: Buffer): number {
  try {
    return writeSync(1, bytes);
  } catch (error) {
    if ((error as { code?: string }).code === "EAGAIN") return 0;
    throw error;
  }
}
