import { foldText } from "../../../../values/fold.ts";
import { costIn } from "../../../cards/fields/costs/rules.ts";
import { isPlaceholder } from "../../../cards/placeholders/rules.ts";
import type { CardContent } from "../../../cards/rules.ts";
import { contentWarnings, missingWarnings, numbersIn } from "../checks/rules.ts";
import type { Draft } from "../drafts/rules.ts";
import { type Goal, goalLines, isStraight, straightGoals, untangledGoals } from "../goals/rules.ts";
import { labelWarnings, type Spellings } from "../labels/doubts/rules.ts";
import { gluedParts, type Item, itemsOf, measureText, type Starters } from "../measures/rules.ts";
import { type CardNumber, readCardNumber } from "../numbers/rules.ts";
import type {
  AnnexField,
  AnnexWarning,
  Catalogue,
  Layout,
  RecognisedCard,
  Repair,
} from "../rules.ts";
import type { Reading, Texts } from "../values/contents/rules.ts";

export interface CardFacts {
  draft: Draft;
  read: Texts;
  proposed: CardNumber | null;
  areaCode: string | null;
  layout: Layout;
}

export interface AnnexFacts {
  reading: Reading;
  catalogue: Catalogue;
  starters: Starters;
  spellings: Spellings;
  goalTitles: ReadonlyMap<string, string>;
}

/** A card with what is doubted of it and what is proposed. */
export function cardOf(card: CardFacts, annex: AnnexFacts): RecognisedCard {
  const { draft, read } = card;
  const result: RecognisedCard = {
    ordinal: draft.ordinal,
    content: { ...read.texts, measures: [], areaCode: card.areaCode },
    isPlaceholder: false,
    registrationNumbers: [],
    warnings: [...labelWarnings(draft, annex.spellings, annex.reading.lineOf), ...read.warnings],
    repairs: [...read.repairs],
  };
  setNumber(result, card, annex.reading);
  setGoals(result, card, annex);
  setMeasures(result, card, annex);
  if (card.layout === "goals") setCosts(result.content);
  addChecks(result, card, annex.catalogue);
  return result;
}

function setNumber(
  result: RecognisedCard,
  { draft, read, proposed }: CardFacts,
  { declined, lineOf }: Reading,
): void {
  const written = read.texts.number;
  const line = lineOf(rowOfNumber(draft));
  if (draft.number !== null) {
    result.content.number = draft.number.number;
    result.warnings.push(...numberWarnings(draft.number, written, line));
    return;
  }
  const code = written === "" ? "number-missing" : "number-unusual";
  const warning: AnnexWarning = {
    code,
    field: "number",
    line,
    ...(written !== "" && { params: { text: written } }),
  };
  if (proposed !== null) {
    const id = `number:${line}`;
    propose(result, {
      id,
      kind: "number",
      field: "number",
      lines: [line],
      before: written,
      after: proposed.number,
    });
    warning.repairId = id;
    if (!declined.has(id)) result.content.number = proposed.number;
  }
  result.warnings.push(warning);
}

function rowOfNumber({ sections, headings }: Draft): number {
  const section = sections.find(({ field }) => field === "number");
  const [row] = section?.labelRows ?? headings[0]?.labelRows ?? sections[0]?.labelRows ?? [];
  return row ?? 0;
}

function numberWarnings({ number, canonical }: CardNumber, text: string, line: number) {
  const found = { field: "number", line } as const;
  // It stands on the heading of the card alone.
  if (text === "") return [{ code: "field-missing", ...found }];
  return canonical ? [] : [{ code: "number-normalised", ...found, params: { text, number } }];
}

function propose(result: RecognisedCard, repair: Omit<Repair, "others">): void {
  result.repairs.push({ ...repair, others: [] } as Repair);
}

/** Each goal on a line of its own; put in order where columns were read across. */
function setGoals(
  result: RecognisedCard,
  { draft }: CardFacts,
  { goalTitles, reading }: AnnexFacts,
): void {
  const text = result.content.goals;
  if (text === "") return;
  const straight = straightGoals(text);
  if (straight.goals.length === 0) return;
  const untangled = untangledGoals(text, goalTitles);
  const isInOrder = isStraight(straight) && !isShuffled(straight.goals, untangled, goalTitles);
  if (isInOrder || hasOnlyCodes(straight)) {
    result.content.goals = goalLines(straight.goals);
    return;
  }
  const bits = draft.sections
    .filter(({ field }) => field === "goals")
    .flatMap((section) => section.bits);
  const lines = [...new Set(bits.map(({ row }) => reading.lineOf(row)))];
  const warning: AnnexWarning = { code: "goals-tangled", field: "goals", line: lines[0] ?? 0 };
  if (untangled !== null) {
    const id = `goals:${lines[0] ?? 0}`;
    const after = goalLines(untangled);
    propose(result, { id, kind: "goals", field: "goals", lines, before: text, after });
    warning.repairId = id;
    if (!reading.declined.has(id)) result.content.goals = after;
  }
  result.warnings.push(warning);
}

/** Each code has words behind it, but those of another title. */
function isShuffled(
  goals: Goal[],
  untangled: Goal[] | null,
  titles: ReadonlyMap<string, string>,
): boolean {
  if (untangled === null) return false;
  const isKnown = ({ code, title }: Goal) => foldText(titles.get(code) ?? "") === foldText(title);
  return !goals.every(isKnown) && untangled.every(isKnown);
}

function hasOnlyCodes({ lead, goals }: ReturnType<typeof straightGoals>): boolean {
  return lead === "" && goals.every(({ title }) => title === "");
}

function setMeasures(result: RecognisedCard, { read }: CardFacts, annex: AnnexFacts): void {
  const { items, foreign, isUnsigned, unsigned, empty } = itemsOf(read.measures, annex.starters);
  const { lineOf } = annex.reading;
  read.foreign.push(...foreign);
  const first = read.measures[0]?.rows[0];
  if (isUnsigned && items.length > 0 && first !== undefined) {
    result.warnings.push({
      code: "measures-without-signs",
      field: "measures",
      line: lineOf(first),
    });
  }
  for (const row of unsigned)
    result.warnings.push({ code: "measure-without-sign", field: "measures", line: lineOf(row) });
  for (const row of empty)
    result.warnings.push({ code: "measure-empty", field: "measures", line: lineOf(row) });
  const sign = read.measures.find(({ kind }) => kind === "item")?.sign ?? null;
  const begun = new Map<number, number>();
  for (const item of items) {
    // Several may begin in one line; what stands elsewhere does not change the name of a repair.
    const row = item.rows[0] ?? -1;
    const place = begun.get(row) ?? 0;
    begun.set(row, place + 1);
    result.content.measures.push(...separated(result, item, place, sign, annex));
  }
}

function separated(
  result: RecognisedCard,
  item: Item,
  at: number,
  sign: string | null,
  { starters, reading }: AnnexFacts,
): string[] {
  const parts = gluedParts(item.text, starters, sign);
  if (parts === null) return [measureText(item)];
  const lines = item.rows.map(reading.lineOf);
  const id = `measures:${lines[0]}-${at + 1}`;
  propose(result, {
    id,
    kind: "measures",
    field: "measures",
    lines,
    before: item.text,
    after: parts.join("\n"),
  });
  result.warnings.push({
    code: "measures-glued",
    field: "measures",
    line: lines[0] ?? 0,
    repairId: id,
  });
  if (reading.declined.has(id)) return [measureText(item)];
  return [...parts.slice(0, -1), measureText({ ...item, text: parts.at(-1) as string })];
}

const OF_MONEY = /financ|naklad|rozpoc|bezplat|zdarma|koruna|penez/;

/** The form with goals has cost and sources in one field: its text is the cost too where it speaks of one. */
function setCosts(content: CardContent): void {
  if (content.costs !== "" || content.funding === "") return;
  const cost = costIn(content.funding);
  const speaks =
    cost.kind !== "text" || cost.doubts.length > 0 || OF_MONEY.test(foldText(content.funding));
  if (speaks && cost.kind !== "missing") content.costs = content.funding;
}

function addChecks(
  result: RecognisedCard,
  { draft, layout }: CardFacts,
  catalogue: Catalogue,
): void {
  const { content, warnings } = result;
  result.isPlaceholder = isPlaceholder(content);
  const labelled = new Set(draft.sections.map(({ field }) => field as AnnexField));
  if (result.isPlaceholder) warnings.push({ code: "placeholder" });
  else warnings.push(...missingWarnings(content, layout, labelled));
  const numbers = numbersIn(content);
  result.registrationNumbers = numbers.found;
  warnings.push(...numbers.warnings, ...contentWarnings(content, layout, catalogue));
}

export function layoutOf(draft: Draft, usual: Layout): Layout {
  if (draft.number !== null) return draft.number.layout;
  return draft.sections.some(({ field }) => field === "goals") ? "goals" : usual;
}

/** Canonical number as a number of a card, for texts that were repaired. */
export function numberOfCard(card: RecognisedCard): CardNumber | null {
  return readCardNumber(card.content.number);
}
