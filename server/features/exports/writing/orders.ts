import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { TablePaper } from "./paper.ts";
import type { WorkbookOrder } from "./workbook.ts";

/** What the writing process is asked for, once. */
export type Order =
  | { kind: "workbook"; workbook: WorkbookOrder }
  | { kind: "paper"; paper: TablePaper };

export type Answer = { file: Uint8Array } | { failed: string };

/** Each kind of file loads only what it is made by. */
export async function fulfil(order: Order): Promise<Uint8Array> {
  if (order.kind === "workbook") {
    const { writeWorkbook } = await import("./workbook.ts");
    return writeWorkbook(order.workbook);
  }
  const { drawTable } = await import("./draw.ts");
  const [regular, bold] = await Promise.all([
    readFile(FONTS.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf")),
    readFile(FONTS.resolve("@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf")),
  ]);
  return drawTable(order.paper, { regular, bold });
}

const FONTS = createRequire(import.meta.url);
