import type { Draft } from "../drafts/rules.ts";
import type { FieldOrder } from "../labels/habits/rules.ts";
import type { AnnexField } from "../rules.ts";
import type { Section } from "../sections/rules.ts";
import { countWords, likeness, stemsOf, type WordCounts } from "./likeness/rules.ts";

/** Fields of one card that stand in another, as a page break left them. */
export interface Move {
  /** Ordinal of the card that they stand in, and of the one that lacks them. */
  host: number;
  owner: number;
  sections: Section[];
}

export interface Interleaving {
  moves: Move[];
  /** Ordinals of cards that have fields of others of which it is not clear whose, and of those that may be the others. */
  unclear: number[];
}

/** Cards further apart than so many do not share a page. */
const NEAR = 3;

interface Facts {
  drafts: Draft[];
  order: FieldOrder;
  missing: Map<number, Set<AnnexField>>;
}

/** A card that gave fields away may lack others only then: cards in a ring are put right one after another. */
const ROUNDS = 3;

/**
 * Runs of fields that stand in a wrong card: exactly what a near card lacks, and without them the host has each
 * field once and in order. Where two ways are equally good and the words do not tell, none is proposed.
 */
export function findMoves(drafts: Draft[], order: FieldOrder): Interleaving {
  let found: Interleaving = { moves: [], unclear: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = movedDrafts(drafts, found.moves, order);
    const alone = movesIn(now, order, singleWays);
    const { moves, unclear } = alone.moves.length > 0 ? alone : movesIn(now, order, waysToClean);
    found = { moves: [...found.moves, ...moves], unclear };
    if (moves.length === 0) break;
  }
  return found;
}

function movesIn(
  drafts: Draft[],
  order: FieldOrder,
  waysOf: (host: Draft, facts: Facts) => Move[][],
): Interleaving {
  const facts: Facts = { drafts, order, missing: missingFields(drafts) };
  const found: Interleaving = { moves: [], unclear: [] };
  for (const host of drafts) {
    if (isClean(host.sections, order)) continue;
    const ways = waysOf(host, facts);
    const best = clearest(ways, host, facts);
    if (best !== null) found.moves.push(...best);
    else if (ways.length > 1) found.unclear.push(host.ordinal, ...ownersOf(ways));
  }
  return withoutClashes(found);
}

function ownersOf(ways: Move[][]): number[] {
  return [...new Set(ways.flat().map(({ owner }) => owner))];
}

/** Two hosts that offer fields to the same card are no clear case. */
function withoutClashes({ moves, unclear }: Interleaving): Interleaving {
  const clashing = moves.filter((move) =>
    moves.some((other) => other !== move && other.owner === move.owner && sharesField(move, other)),
  );
  return {
    moves: moves.filter((move) => !clashing.includes(move)),
    unclear: [...new Set([...unclear, ...clashing.flatMap(({ host, owner }) => [host, owner])])],
  };
}

function sharesField(one: Move, other: Move): boolean {
  const fields = new Set(one.sections.map(({ field }) => field));
  return other.sections.some(({ field }) => fields.has(field));
}

/** Fields that most cards of the same layout have and this one has not. */
function missingFields(drafts: Draft[]): Map<number, Set<AnnexField>> {
  const missing = new Map<number, Set<AnnexField>>();
  for (const group of groupsByLayout(drafts)) {
    const usual = usualFields(group);
    for (const draft of group) {
      const has = new Set(draft.sections.map(({ field }) => field));
      missing.set(draft.ordinal, new Set(usual.filter((field) => !has.has(field))));
    }
  }
  return missing;
}

function groupsByLayout(drafts: Draft[]): Draft[][] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const layout = draft.number?.layout ?? drafts[0]?.number?.layout ?? "areas";
    const group = groups.get(layout);
    if (group === undefined) groups.set(layout, [draft]);
    else group.push(draft);
  }
  return [...groups.values()];
}

/** Fields that at least half of the cards have. */
function usualFields(drafts: Draft[]): AnnexField[] {
  const counts = new Map<AnnexField, number>();
  for (const draft of drafts) {
    for (const field of new Set(draft.sections.map((section) => section.field as AnnexField))) {
      counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  return [...counts].filter(([, count]) => count * 2 >= drafts.length).map(([field]) => field);
}

/** Each field once and in the order of the annex. */
function isClean(sections: Section[], order: FieldOrder): boolean {
  let last = -1;
  for (const { field } of sections) {
    const place = order.get(field as AnnexField) ?? 0;
    if (place <= last) return false;
    last = place;
  }
  return true;
}

/** One run that leaves the host clean, exactly what its owner lacks before all. */
function singleWays(host: Draft, facts: Facts): Move[][] {
  const single = runsOf(host, facts)
    .filter((run) => leavesClean(host, [run], facts.order))
    .map((run) => [run]);
  const exact = single.filter(([run]) => run !== undefined && isExact(run, facts));
  return exact.length > 0 ? exact : single;
}

/** One run, or two of two cards. */
function waysToClean(host: Draft, facts: Facts): Move[][] {
  const single = singleWays(host, facts);
  if (single.length > 0) return single;
  const runs = runsOf(host, facts);
  const pairs = runs.flatMap((one, at) =>
    runs.slice(at + 1).map((other): [Move, Move] => [one, other]),
  );
  return pairs.filter(
    ([one, other]) => one.owner !== other.owner && leavesClean(host, [one, other], facts.order),
  );
}

function isExact({ owner, sections }: Move, { missing }: Facts): boolean {
  return missing.get(owner)?.size === sections.length;
}

function leavesClean(host: Draft, runs: Move[], order: FieldOrder): boolean {
  const taken = runs.flatMap(({ sections }) => sections);
  if (new Set(taken).size < taken.length) return false;
  return isClean(
    host.sections.filter((section) => !taken.includes(section)),
    order,
  );
}

function runsOf(host: Draft, facts: Facts): Move[] {
  const near = facts.drafts.slice(Math.max(0, host.ordinal - 1 - NEAR), host.ordinal + NEAR);
  return near
    .filter((owner) => owner !== host)
    .flatMap((owner) => runsLackedBy(owner, host, facts));
}

/** The longest runs of sections of the host that the owner lacks, and those exactly as many as it lacks. */
function runsLackedBy(owner: Draft, host: Draft, { missing, order }: Facts): Move[] {
  const lacks = missing.get(owner.ordinal) ?? new Set();
  const runs: Move[] = [];
  for (let from = 0; from < host.sections.length; from += 1) {
    for (let to = from; to < host.sections.length; to += 1) {
      const field = host.sections[to]?.field as AnnexField;
      const sections = host.sections.slice(from, to + 1);
      if (field === "number" || !lacks.has(field) || !isClean(sections, order)) break;
      runs.push({ host: host.ordinal, owner: owner.ordinal, sections });
    }
  }
  return runs;
}

/** The only way, or the one that stands out: by nearness, then by what the texts are about. */
function clearest(ways: Move[][], host: Draft, facts: Facts): Move[] | null {
  if (ways.length <= 1) return ways[0] ?? null;
  const nearest = Math.min(...ways.map((way) => distanceOf(way)));
  const near = ways.filter((way) => distanceOf(way) === nearest);
  return near.length === 1 ? (near[0] ?? null) : byWords(near, host, facts);
}

function distanceOf(way: Move[]): number {
  return way.reduce((sum, { host, owner }) => sum + Math.abs(host - owner), 0);
}

/** Words are weighed by how many of the cards about have them. */
const CARDS_COMPARED = 10;

/** So many times better has the best way to be. */
const CLEARLY = 1.5;

function byWords(ways: Move[][], host: Draft, { drafts }: Facts): Move[] | null {
  const near = drafts.slice(
    Math.max(0, host.ordinal - 1 - CARDS_COMPARED),
    host.ordinal + CARDS_COMPARED,
  );
  const counts = countWords(near.map((draft) => stemsOf(draft.sections)));
  const scored = ways
    .map((way) => ({
      way,
      score: way.reduce((sum, move) => sum + scoreOf(move, host, drafts, counts), 0),
    }))
    .sort((a, b) => b.score - a.score);
  const [best, second] = scored;
  if (best === undefined || second === undefined || best.score <= 0) return null;
  return best.score >= Math.max(0, second.score) * CLEARLY + 1 ? best.way : null;
}

/** How much more the run is about its owner than about the host that would be left. */
function scoreOf(move: Move, host: Draft, drafts: Draft[], counts: WordCounts): number {
  const run = stemsOf(move.sections);
  const owner = stemsOf(drafts[move.owner - 1]?.sections ?? []);
  const rest = stemsOf(
    host.sections.filter(({ field }) => !move.sections.some((section) => section.field === field)),
  );
  return likeness(run, owner, counts, drafts.length) - likeness(run, rest, counts, drafts.length);
}

/** The drafts with the moves done. */
export function movedDrafts(drafts: Draft[], moves: Move[], order: FieldOrder): Draft[] {
  return drafts.map((draft) => {
    const away = moves
      .filter(({ host }) => host === draft.ordinal)
      .flatMap(({ sections }) => sections);
    const here = moves
      .filter(({ owner }) => owner === draft.ordinal)
      .flatMap(({ sections }) => sections);
    if (away.length === 0 && here.length === 0) return draft;
    const sections = [...draft.sections.filter((section) => !away.includes(section)), ...here];
    const place = ({ field }: Section) => order.get(field as AnnexField) ?? 0;
    return { ...draft, sections: sections.sort((a, b) => place(a) - place(b)) };
  });
}
