import { costIn } from "../../../../cards/fields/costs/rules.ts";
import { endsOpen } from "../../areas/rules.ts";
import type { Row } from "../../rows/rules.ts";
import type { AnnexField } from "../../rules.ts";
import type { Bit } from "../../sections/rules.ts";
import { joinLine } from "../joining/rules.ts";
import { isMeantBreak, type Rhythm } from "../rhythm/rules.ts";

export interface ShortValue {
  text: string;
  doubts: { text: string; row: number }[];
  /** Rows that cannot belong to it. */
  foreign: number[];
}

/** A value of one line, wrapped or not. What evidently does not go on with it is left out. */
export function shortValue(
  field: AnnexField,
  bits: Bit[],
  rows: Row[],
  rhythm: Rhythm,
): ShortValue {
  const value: ShortValue = { text: "", doubts: [], foreign: [] };
  bits.forEach((bit, at) => {
    const text = bit.text.replaceAll("\t", " ");
    const before = bits[at - 1];
    if (
      value.foreign.length > 0 ||
      (before !== undefined && isForeign({ field, value, bit, before, rows, rhythm }))
    ) {
      value.foreign.push(bit.row);
      return;
    }
    const joined = joinLine(value.text, text, rhythm);
    value.text = joined.text;
    if (joined.doubtful !== null) value.doubts.push({ text: joined.doubtful, row: bit.row });
  });
  value.text = withoutStrayBracket(
    value.text.replace(/^(?:[\u2022\u25aa\uf0b7]\s*|[.,;:\u2013\u2014-]\s+)/u, ""),
  );
  return value;
}

interface Place {
  field: AnnexField;
  value: ShortValue;
  bit: Bit;
  before: Bit;
  rows: Row[];
  rhythm: Rhythm;
}

const LABEL_LIKE = /^\p{Lu}[^:.,]{2,40}:(?:\s|$)/u;
const ABBREVIATION_AT_END = /(?:\b(?:p|o|s|r|z|u|a|j)\.|\b(?:apod|atd|aj|ad|popr|resp)\.)$/iu;

/** It begins anew, and as no value of this field does: with a label of its own, or as prose. */
function isForeign({ field, value, bit, before, rows, rhythm }: Place): boolean {
  const { text } = bit;
  if (!bit.beginsLine || goesOn(value.text, text)) return false;
  if (beginsAnother(field, value.text, text)) return true;
  const row = rows[bit.row] as Row;
  const apart = row.gap > rhythm.usualGap;
  if (!apart && !isMeantBreak(rhythm, rows[before.row]?.text ?? "", text)) return false;
  if (field === "period" || field === "number") return text.split(" ").length > 5;
  return isProse(text);
}

function goesOn(value: string, text: string): boolean {
  return /^[\p{Ll}(]|\u00a7|CZ\./u.test(text) || endsOpen(value);
}

/** A label that no field of cards has; not where the value itself is made of such lines, or of amounts. */
function beginsAnother(field: AnnexField, value: string, text: string): boolean {
  if (!LABEL_LIKE.test(text) || LABEL_LIKE.test(value)) return false;
  const isMoney = field === "costs" || field === "funding";
  return !isMoney || costIn(text).kind === "text";
}

function isProse(text: string): boolean {
  if (ABBREVIATION_AT_END.test(text)) return false;
  return text.split(" ").length > 5 && (/[.!?]$/.test(text) || /\p{Ll}{3}[.!?] \p{Lu}/u.test(text));
}

/** Left by a label that stood in brackets with its value. */
function withoutStrayBracket(text: string): string {
  if (!text.endsWith(")")) return text;
  const opened = text.split("(").length;
  return text.split(")").length > opened ? text.slice(0, -1).trim() : text;
}
