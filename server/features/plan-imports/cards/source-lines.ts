import type { Wording } from "../../plans/words.ts";
import { shownText } from "../lines/rules.ts";
import type { AccountedLine, AnnexField } from "../recognition/rules.ts";

/** Lines of a card by the field that they became a part of; the rest under null. Blank ones are left out. */
export function linesByField(
  lines: readonly AccountedLine[],
  ordinal: number,
): Map<AnnexField | null, AccountedLine[]> {
  const groups = new Map<AnnexField | null, AccountedLine[]>();
  for (const line of lines) {
    if (line.card !== ordinal || line.text.trim() === "") continue;
    const field = line.fate === "field" ? (line.field ?? null) : null;
    const group = groups.get(field);
    if (group) group.push(line);
    else groups.set(field, [line]);
  }
  return groups;
}

/** Numbered as in the source; where lines of something else lie between, there is a gap. */
export function presentSourceLines(
  lines: readonly AccountedLine[],
  all: readonly AccountedLine[],
  wording: Wording,
) {
  return lines.map((line, at) => {
    const before = lines[at - 1];
    const hasGap = before !== undefined && isApart(before, line, all);
    return { ...presentLine(line, wording), hasGap };
  });
}

function presentLine(line: AccountedLine, { texts, formats }: Wording) {
  const { planImports: words } = texts;
  const { text, clippedAt } = shownText(line.text);
  const number = formats.number(line.number);
  const page = line.page === null ? "" : `, ${words.card.page(formats.number(line.page))}`;
  return {
    number,
    label: `${words.card.lineNumber(number)}${page}`,
    text: text.trim(),
    clipped: clippedAt === null ? null : words.card.clipped(formats.number(clippedAt)),
    note: noteOf(line, words),
    isUnrecognised: line.fate === "unrecognised",
  };
}

/** Why it is in no field. */
function noteOf(
  { fate, reason }: AccountedLine,
  { reasons, fates }: Wording["texts"]["planImports"],
): string | null {
  if (fate === "field") return null;
  return (fate === "noise" && reasons[reason ?? ""]) || fates[fate];
}

function isApart(
  before: AccountedLine,
  line: AccountedLine,
  all: readonly AccountedLine[],
): boolean {
  for (let number = before.number + 1; number < line.number; number += 1)
    if ((all[number - 1]?.text ?? "").trim() !== "") return true;
  return false;
}
