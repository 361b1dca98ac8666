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

/** Texts that no field of any card holds any more; what stood twice may stand once. */
export function lostTexts(
  texts: readonly string[],
  cards: readonly { content: object }[],
): string[] {
  const kept = cards
    .flatMap(({ content }) => Object.values(content).flat())
    .map((text) => plain(String(text)))
    .join(" | ");
  return texts.filter((text) => !kept.includes(plain(text)));
}

function plain(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
