import { type Account, accountedLines, enter, type Fate } from "../accounting/rules.ts";
import { placeCards } from "../areas/placing/rules.ts";
import { type AnnexFacts, cardOf, layoutOf, numberOfCard } from "../cards/rules.ts";
import { type Draft, isNumberUnderHeading } from "../drafts/rules.ts";
import { goalTitles } from "../goals/rules.ts";
import { findMoves, type Interleaving, type Move, movedDrafts } from "../interleaving/rules.ts";
import { spellingsOf } from "../labels/doubts/rules.ts";
import { startersOf } from "../measures/rules.ts";
import { gapWarnings, numbersTwice, proposedNumbers } from "../numbers/sequence/rules.ts";
import type { Row } from "../rows/rules.ts";
import type {
  AnnexField,
  Catalogue,
  Layout,
  RecognisedCard,
  Recognition,
  SourceLine,
} from "../rules.ts";
import { structureOf } from "../structure/rules.ts";
import { cutTails, type Tails } from "../tails/rules.ts";
import { namesIn, readTitlePage, type TitlePage } from "../title-page/rules.ts";
import { type Reading, type Texts, textsOf } from "../values/contents/rules.ts";
import { rhythmOf } from "../values/rhythm/rules.ts";

/**
 * Cards that an annex holds and what became of each of its lines. `declined` are ids of repairs that somebody
 * turned down; the others are done in the contents and told with the card.
 */
export function recogniseCards(
  lines: SourceLine[],
  catalogue: Catalogue,
  wish: { declined?: readonly string[] } = {},
): Recognition {
  const account: Account = new Map();
  const { rows, drafts: gathered, order, pageHeaders } = structureOf(lines, account);
  const lineOf = (row: number) => lines[rows[row]?.source ?? 0]?.number ?? 0;
  const reading: Reading = {
    rows,
    lineOf,
    rhythm: rhythmOf(rows, labelRowsOf(gathered.drafts)),
    declined: new Set(wish.declined),
  };
  const tails = cutTails(gathered, reading.rhythm);
  const titlePage = readTitlePage(tails.opening);
  const layout = usualLayout(gathered.drafts);
  const interleaving = findMoves(gathered.drafts, order);
  const moves = interleaving.moves.filter((move) => !reading.declined.has(idOf(move, reading)));
  const drafts = movedDrafts(gathered.drafts, moves, order);
  const annex = { drafts, reading, catalogue, layout, tails };
  const { cards, areas, warnings, foreign } = readCards(annex);
  noteMoves(cards, interleaving, gathered.drafts, reading);
  accountFor({ account, rows, drafts, tails, titlePage, foreign });
  return {
    layout,
    ...plan(titlePage, pageHeaders),
    areas,
    cards,
    lines: accountedLines(lines, account),
    warnings,
  };
}

function labelRowsOf(drafts: Draft[]): Set<number> {
  return new Set(drafts.flatMap(({ sections }) => sections.flatMap(({ labelRows }) => labelRows)));
}

function usualLayout(drafts: Draft[]): Layout | null {
  if (drafts.length === 0) return null;
  const ofGoals = drafts.filter((draft) => layoutOf(draft, "areas") === "goals").length;
  return ofGoals * 2 > drafts.length ? "goals" : "areas";
}

interface Annex {
  drafts: Draft[];
  reading: Reading;
  catalogue: Catalogue;
  layout: Layout | null;
  tails: Tails;
}

function readCards({ drafts, reading, catalogue, layout, tails }: Annex) {
  const reads = drafts.map((draft) => textsOf(draft, reading));
  const headedGoals = new Map(
    tails.headings.flatMap(({ kind, code, title }) =>
      kind === "goal" && code !== null ? [[code, title]] : [],
    ),
  );
  const facts: AnnexFacts = {
    reading,
    catalogue,
    starters: startersOf(reads.map(({ measures }) => measures)),
    spellings: spellingsOf(drafts),
    goalTitles: goalTitles(
      reads.map(({ texts }) => texts.goals),
      headedGoals,
    ),
  };
  const proposed = proposedNumbers(drafts, new Set(tails.headings.map(({ before }) => before)));
  const numbered = drafts.map((draft) => ({
    ...draft,
    number: draft.number ?? proposed.get(draft.ordinal) ?? null,
  }));
  const placing = placeCards(numbered, tails.headings, facts.goalTitles);
  const cards = drafts.map((draft, at) =>
    cardOf(
      {
        draft,
        read: reads[at] as Texts,
        proposed: proposed.get(draft.ordinal) ?? null,
        areaCode: placing.codes.get(draft.ordinal) ?? null,
        layout: layoutOf(draft, layout ?? "areas"),
      },
      facts,
    ),
  );
  for (const card of cards) card.warnings.push(...(placing.doubts.get(card.ordinal) ?? []));
  const numbers = cards.flatMap((card) => numberOfCard(card) ?? []);
  noteTwice(cards);
  const foreign = reads.flatMap((read) => read.foreign);
  return {
    cards,
    areas: placing.areas,
    foreign,
    warnings: [...placing.warnings, ...gapWarnings(numbers)],
  };
}

function noteTwice(cards: RecognisedCard[]): void {
  const twice = numbersTwice(
    cards.map(({ ordinal, content }) => ({ ordinal, number: content.number })),
  );
  for (const card of cards) {
    if (!twice.has(card.ordinal)) continue;
    card.warnings.push({
      code: "number-twice",
      field: "number",
      params: { number: card.content.number },
    });
  }
}

function rowsOfMove({ sections }: Move): number[] {
  return sections.flatMap(({ labelRows, bits }) => [...labelRows, ...bits.map(({ row }) => row)]);
}

function idOf(move: Move, { lineOf }: Reading): string {
  const rows = rowsOfMove(move);
  return `fields:${lineOf(Math.min(...rows))}-${lineOf(Math.max(...rows))}`;
}

/** Told with both cards: with the one that the fields go to and with the one that they stand in. */
function noteMoves(
  cards: RecognisedCard[],
  { moves, unclear }: Interleaving,
  drafts: Draft[],
  reading: Reading,
): void {
  for (const move of moves) {
    const rows = [...new Set(rowsOfMove(move))];
    const text = rows.map((row) => reading.rows[row]?.text ?? "").join("\n");
    const lines = [...new Set(rows.map(reading.lineOf))];
    const repair = { id: idOf(move, reading), kind: "fields", lines };
    const warning = { line: lines[0] ?? 0, repairId: repair.id };
    const numberOf = (ordinal: number) => drafts[ordinal - 1]?.number?.number ?? String(ordinal);
    const [owner, host] = [cards[move.owner - 1], cards[move.host - 1]];
    owner?.repairs.push({ ...repair, others: [move.host], before: "", after: text });
    host?.repairs.push({ ...repair, others: [move.owner], before: text, after: "" });
    const inAnother = { code: "fields-in-another", params: { number: numberOf(move.host) } };
    const ofAnother = { code: "fields-of-another", params: { number: numberOf(move.owner) } };
    owner?.warnings.push({ ...inAnother, ...warning });
    host?.warnings.push({ ...ofAnother, ...warning });
  }
  for (const ordinal of unclear) cards[ordinal - 1]?.warnings.push({ code: "fields-interleaved" });
}

interface Accounting {
  account: Account;
  rows: Row[];
  drafts: Draft[];
  tails: Tails;
  titlePage: TitlePage;
  foreign: number[];
}

function accountFor({ account, rows, drafts, tails, titlePage, foreign }: Accounting): void {
  const left = new Set([...foreign, ...tails.loose]);
  const put = (all: number[], fate: Fate) => {
    for (const row of all) enter(account, rows[row]?.source ?? 0, fate);
  };
  put([...titlePage.rows, ...tails.headings.flatMap((heading) => heading.rows)], {
    fate: "heading",
  });
  for (const { ordinal: card, headings, sections } of drafts) {
    const under = headings.flatMap(({ bits }) => bits).filter(isNumberUnderHeading);
    put(
      headings.flatMap(({ labelRows }) => labelRows),
      { fate: "heading", card },
    );
    put(
      under.map(({ row }) => row),
      { fate: "field", card, field: "number" },
    );
    for (const { field, labelRows, bits } of sections) {
      const own = [...labelRows, ...bits.map(({ row }) => row)].filter((row) => !left.has(row));
      put(own, { fate: "field", card, field: field as AnnexField });
    }
  }
  put([...left], { fate: "unrecognised" });
}

function plan(titlePage: TitlePage, pageHeaders: string[]) {
  const fromHeaders = namesIn(pageHeaders);
  return {
    title: titlePage.title ?? fromHeaders.title,
    region: titlePage.region ?? fromHeaders.region,
    fromYear: titlePage.fromYear ?? fromHeaders.fromYear,
    toYear: titlePage.fromYear === null ? fromHeaders.toYear : titlePage.toYear,
  };
}
