import type { Row } from "../../rows/rules.ts";
import type { Bit } from "../../sections/rules.ts";
import { joinLine } from "../joining/rules.ts";
import type { Rhythm } from "../rhythm/rules.ts";

export interface ShortValue {
  text: string;
  doubts: { text: string; row: number }[];
  /** Rows that cannot belong to it. */
  foreign: number[];
}

/** A value of one line, wrapped or not. */
export function shortValue(bits: Bit[], _rows: Row[], rhythm: Rhythm): ShortValue {
  const value: ShortValue = { text: "", doubts: [], foreign: [] };
  for (const bit of bits) {
    const joined = joinLine(value.text, bit.text.replaceAll("\t", " "), rhythm);
    value.text = joined.text;
    if (joined.doubtful !== null) value.doubts.push({ text: joined.doubtful, row: bit.row });
  }
  return value;
}
