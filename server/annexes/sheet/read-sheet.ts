import type { SourceLine } from "../../features/plan-imports/recognition/rules.ts";
import type { Encoding } from "../../values/text-encoding.ts";
import { UnreadableAnnex } from "../faults.ts";
import { lineTaker } from "../source-lines.ts";
import { type Grid, gridOfText, gridsOfWorkbook } from "./grid.ts";
import { linesOfGrid } from "./lines.ts";

/** @throws UnreadableAnnex or UnreadableTable */
export function readWorkbookFile(file: Buffer): { lines: SourceLine[]; encoding: null } {
  return { lines: linesOf(gridsOfWorkbook(file)), encoding: null };
}

/** @throws UnreadableAnnex or UnreadableTable */
export function readCsvFile(file: Buffer): { lines: SourceLine[]; encoding: Encoding | null } {
  const { grid, encoding } = gridOfText(file);
  return { lines: linesOf([grid]), encoding };
}

function linesOf(grids: readonly Grid[]): SourceLine[] {
  const { take, lines } = lineTaker();
  for (const grid of grids) for (const { text, ...told } of linesOfGrid(grid)) take(text, told);
  if (lines.every(({ text }) => text === "")) throw new UnreadableAnnex("fileEmpty");
  return lines;
}
