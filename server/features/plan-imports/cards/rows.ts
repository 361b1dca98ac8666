import type { CardContent } from "../../cards/rules.ts";
import type { Wording } from "../../plans/words.ts";
import { compareTexts, isReplaced, type Piece } from "../differences/rules.ts";
import type { AnnexField, Layout } from "../recognition/rules.ts";
import { type ComparedField, plainText } from "../rules.ts";
import { findingsByField } from "./findings.ts";
import type { CardPage } from "./presenter.ts";
import { linesByField, presentSourceLines } from "./source-lines.ts";
import { understoodOf } from "./understanding.ts";

const FIELDS: Record<Layout, readonly ComparedField[]> = {
  goals: [
    ...(["number", "name", "areaCode", "goals", "targetGroups", "services", "period"] as const),
    ...(["responsible", "funding", "description"] as const),
  ],
  areas: [
    ...(["number", "name", "areaCode", "targetGroups", "services", "period"] as const),
    ...(["responsible", "costs", "funding", "description", "measures"] as const),
  ],
};

const ALL: readonly ComparedField[] = [...new Set([...FIELDS.goals, ...FIELDS.areas])];

/** Fields of the card in the order of its layout; others only where anything is to be said of them. */
export function presentRows(page: CardPage, wording: Wording) {
  const { card, compared, lines } = page;
  const groups = linesByField(lines, card.ordinal);
  const findings = findingsByField(page, wording.texts);
  const { layout } = compared.findings;
  const expected = FIELDS[layout ?? "areas"];
  const fields = [...expected, ...ALL.filter((field) => !expected.includes(field))];
  const rows = fields.map((field) => {
    const own = field === "areaCode" ? undefined : groups.get(field);
    const { warnings, proposals } =
      field === "areaCode" ? { warnings: [], proposals: [] } : findings(field as AnnexField);
    const result = presentResult(field, page, wording);
    return {
      ...{ field, label: wording.texts.planImports.fieldNames[field], result, warnings, proposals },
      lines: presentSourceLines(own ?? [], lines, wording),
      tone: toneOf({ warnings, proposals, isEmpty: result.isEmpty }),
      isExpected: expected.includes(field),
    };
  });
  const others = (groups.get(null) ?? []).filter(({ fate }) => fate !== "heading");
  const whole = findings(null);
  return {
    whole: whole.warnings.length + whole.proposals.length > 0 ? whole : null,
    rows: rows.filter((row) => row.isExpected || hasWords(row)),
    others: others.length > 0 ? presentSourceLines(others, lines, wording) : null,
  };
}

interface Row {
  result: { isEmpty: boolean };
  lines: readonly unknown[];
  warnings: readonly unknown[];
  proposals: readonly unknown[];
}

function hasWords({ result, lines, warnings, proposals }: Row): boolean {
  return !result.isEmpty || lines.length + warnings.length + proposals.length > 0;
}

function toneOf(one: {
  warnings: readonly unknown[];
  proposals: readonly { isDeclined: boolean }[];
  isEmpty: boolean;
}): "blue" | "yellow" | null {
  if (one.proposals.some(({ isDeclined }) => !isDeclined)) return "blue";
  return one.warnings.length > 0 || one.proposals.length > 0 ? "yellow" : null;
}

function presentResult(field: ComparedField, page: CardPage, wording: Wording) {
  const { card, compared, catalogue } = page;
  const text = shownText(field, card.content, compared);
  const before = card.planCard && shownText(field, card.planCard.content, compared);
  const isChanged = card.outcome !== "same" && card.differences.includes(field) && before !== null;
  const pieces: Piece[] | null = isChanged ? compareTexts(before, text) : null;
  const isOther = pieces !== null && isReplaced(pieces);
  const isPlain = pieces === null || isOther;
  return {
    isEmpty: text === "",
    text,
    pieces: isOther ? null : pieces,
    isOther,
    before: isOther ? before : null,
    items: field === "measures" && isPlain ? card.content.measures.map(withSubBullets) : null,
    understood: understoodOf(field, card.content, catalogue, wording),
  };
}

function withSubBullets(measure: string): { text: string; below: string[] } {
  const [text = "", ...below] = measure.split("\n");
  return { text, below: below.map((line) => line.replace(/^[–-]\s*/, "")) };
}

/** A field as a text; an area by its title, measures with their bullets. */
function shownText(
  field: ComparedField,
  content: CardContent,
  { findings, areas }: CardPage["compared"],
): string {
  if (field === "measures") return content.measures.map((one) => `• ${one.trim()}`).join("\n");
  if (field !== "areaCode") return plainText(content[field]);
  const { areaCode } = content;
  const found = [...areas, ...findings.areas].find(({ code }) => code === areaCode);
  return [areaCode ?? "", found?.title ?? ""].join(" ").trim();
}
