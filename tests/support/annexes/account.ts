import type {
  AccountedLine,
  Recognition,
} from "../../../server/features/plan-imports/recognition/rules.ts";
import type { WrittenLine } from "./writing.ts";

/** Lines of a source that were lost, changed, counted twice, or of which no fate is told. */
export function unaccounted(recognition: Recognition, lines: readonly string[]): string[] {
  const ordinals = new Set(recognition.cards.map(({ ordinal }) => ordinal));
  const wrong = lines.flatMap((text, index) => {
    const line = recognition.lines[index];
    const isThere = line?.number === index + 1 && line.text === text;
    return isThere && hasFate(line, ordinals) ? [] : [`${index + 1}: ${text}`];
  });
  return recognition.lines.length === lines.length ? wrong : ["another number of lines", ...wrong];
}

function hasFate(line: AccountedLine, ordinals: ReadonlySet<number>): boolean {
  const isOfCard = line.card !== undefined && ordinals.has(line.card) && line.field !== undefined;
  const ways: Record<AccountedLine["fate"], boolean> = {
    field: isOfCard,
    heading: true,
    noise: Boolean(line.reason),
    unrecognised: true,
  };
  return ways[line.fate];
}

/** Lines that went to another card or field than they were written for. */
export function misplaced({ lines }: Recognition, written: readonly WrittenLine[]): string[] {
  return written.flatMap(({ text, card, field }, index) => {
    const line = lines[index];
    if (card === undefined || text.trim() === "") return [];
    const isRight = line?.fate === "field" && line.card === card + 1 && line.field === field;
    return isRight ? [] : [`${index + 1}: ${text} → ${line?.fate} ${line?.card} ${line?.field}`];
  });
}

/** Words of one text that the other has less often. */
export function lostWords(before: string, after: string): string[] {
  const left = countsOf(after);
  return wordsOf(before).filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
}

export function allTexts(cards: readonly { content: object }[]): string {
  return cards.map(({ content }) => JSON.stringify(Object.values(content))).join(" ");
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function wordsOf(text: string): string[] {
  return text.replace(/\\n/g, " ").match(/[\p{L}\d]+/gu) ?? [];
}
