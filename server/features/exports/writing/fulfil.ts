import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Order } from "./orders.ts";

/** Each kind of file loads only what it is made by. */
export async function fulfil(order: Order): Promise<Uint8Array> {
  if (order.kind === "workbook") {
    const { writeWorkbook } = await import("./workbook.ts");
    return writeWorkbook(order.workbook);
  }
  if (order.kind === "sheets") {
    const { writeSheets } = await import("./sheets.ts");
    return writeSheets(order.sheets);
  }
  if (order.kind === "document") return fulfilDocument(order);
  const { drawTable } = await import("./draw.ts");
  return drawTable(order.paper, await fonts());
}

async function fulfilDocument({
  format,
  paper,
}: Extract<Order, { kind: "document" }>): Promise<Uint8Array> {
  if (format === "docx") {
    const { writeDocument } = await import("./documents/word.ts");
    return writeDocument(paper);
  }
  const { drawDocument } = await import("./documents/draw.ts");
  return drawDocument(paper, await fonts());
}

async function fonts() {
  const [regular, bold] = await Promise.all([
    readFile(FONTS.resolve("@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf")),
    readFile(FONTS.resolve("@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf")),
  ]);
  return { regular, bold };
}

const FONTS = createRequire(import.meta.url);
