import type { ChosenMark } from "../labels/choosing/rules.ts";
import type { Row } from "../rows/rules.ts";
import type { AnnexField } from "../rules.ts";

/** A stretch of a row. */
export interface Bit {
  row: number;
  text: string;
  /** It begins its line: not what stands behind a label or in a further cell. */
  beginsLine: boolean;
}

/** What lies between two labels: a label with its value, a heading of a card with what follows, or the beginning. */
export interface Section {
  field: AnnexField | "card" | null;
  mark: ChosenMark | null;
  bits: Bit[];
  /** Rows of the label itself. */
  labelRows: number[];
}

/** Cuts the rows at the labels; every row is in at least one section. */
export function sectionsOf(rows: Row[], marks: ChosenMark[]): Section[] {
  const sections: Section[] = [{ field: null, mark: null, bits: [], labelRows: [] }];
  let row = 0;
  let at = 0;
  for (const mark of marks) {
    addBits(rows, sections.at(-1) as Section, { row, at }, { row: mark.row, at: mark.start });
    sections.push(sectionOf(rows, mark));
    row = mark.endRow;
    at = mark.keepsWords ? mark.start : mark.end;
  }
  addBits(rows, sections.at(-1) as Section, { row, at }, { row: rows.length, at: 0 });
  return sections;
}

interface Place {
  row: number;
  at: number;
}

function addBits(rows: Row[], section: Section, from: Place, to: Place): void {
  for (let row = from.row; row <= to.row && row < rows.length; row += 1) {
    const text = (rows[row] as Row).text;
    const start = row === from.row ? from.at : 0;
    const bit = text.slice(start, row === to.row ? to.at : undefined).trim();
    if (bit !== "") section.bits.push({ row, text: bit, beginsLine: start === 0 });
  }
}

function sectionOf(rows: Row[], mark: ChosenMark): Section {
  const labelRows: number[] = [];
  const bits: Bit[] = [];
  for (let row = mark.row; row <= mark.endRow; row += 1) {
    labelRows.push(row);
    // A label broken over lines in the left column of a table leaves the value's first lines to its right.
    const beside =
      row < mark.endRow
        ? cellsBeside((rows[row] as Row).text, row === mark.row ? mark.start : 0)
        : "";
    if (beside !== "") bits.push({ row, text: beside, beginsLine: false });
  }
  return { field: mark.field, mark, bits, labelRows };
}

function cellsBeside(text: string, from: number): string {
  const tab = text.indexOf("\t", from);
  return tab < 0 ? "" : text.slice(tab + 1).trim();
}
