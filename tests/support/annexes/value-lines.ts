import type { AnnexField } from "../../../server/features/plan-imports/recognition/rules.ts";
import { contentOf, type PutAnnex, type PutCard } from "./content.ts";
import type { Defect, Style } from "./writing.ts";

/** What a field says, in the lines that one hand writes it in. */
export function valueLines(
  annex: PutAnnex,
  look: Style,
  card: number,
  field: AnnexField,
  mine: readonly Defect[],
): string[] {
  const content = contentOf(annex.cards[card] as PutCard);
  const has = (kind: Defect["kind"]) => mine.find((one) => one.kind === kind);
  if (field === "measures") return bulletLines(content.measures, look, has, openingsOf(annex));
  if (field === "number") return [oddNumber(content.number, has("odd-number"))];
  if (field === "description") return paragraphLines(content.description.split("\n"), look);
  if (field === "goals") return [content.goals.replaceAll("\n", " ")];
  return wrapped(content[field], look.width);
}

function oddNumber(number: string, defect: Defect | undefined): string {
  if (!defect) return number;
  const ways = number.startsWith("A")
    ? [
        number.replace("A0", "AO"),
        number.replace("A", "A ").replace("-", " – "),
        number.replaceAll("0", ""),
      ]
    : [`${number}.`, number.replaceAll(".", ". "), number.replaceAll(".", " . ")];
  return ways[defect.twist % ways.length] ?? number;
}

function bulletLines(
  measures: readonly string[],
  { bullet, width }: Style,
  has: (kind: Defect["kind"]) => Defect | undefined,
  openings: ReadonlyMap<string, number>,
): string[] {
  const glued = has("glued-bullets");
  const inLine = has("bullets-in-line");
  if (inLine && bullet === "•") return [measures.map((text) => `• ${text}`).join(" ")];
  const chosen = glued && measures.length > 2 ? 1 + (glued.twist % (measures.length - 2)) : -1;
  // Only what begins other measures too can be known for the beginning of one.
  const isKnown = (openings.get(openingOf(measures[chosen] ?? "")) ?? 0) > 2;
  const at = isKnown ? chosen : -1;
  return measures.flatMap((text, index) => {
    if (index === at) return [];
    const further = index + 1 === at ? ` ${measures[at]}` : "";
    return wrapped(`${bullet} ${text}${further}`, width);
  });
}

function openingOf(measure: string): string {
  return measure.split(" ", 1)[0] ?? "";
}

function openingsOf({ cards }: PutAnnex): Map<string, number> {
  const counts = new Map<string, number>();
  for (const opening of cards.flatMap(({ measures }) => measures.map(openingOf)))
    counts.set(opening, (counts.get(opening) ?? 0) + 1);
  return counts;
}

function paragraphLines(paragraphs: readonly string[], { width, isDoubleSpaced }: Style): string[] {
  if (isDoubleSpaced) return wrapped(paragraphs.join(" "), width);
  return paragraphs.flatMap((text, index) => [...(index > 0 ? [""] : []), ...wrapped(text, width)]);
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
