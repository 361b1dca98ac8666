import type { Draft } from "../../drafts/rules.ts";
import type { AnnexWarning } from "../../rules.ts";
import { type CardNumber, readCardNumber, withOrder } from "../rules.ts";

/** Ordinal → the number that a card without one has by its neighbours. `headed` are cards before which an area begins. */
export function proposedNumbers(
  drafts: Draft[],
  headed: ReadonlySet<number>,
): Map<number, CardNumber> {
  const proposed = new Map<number, CardNumber>();
  const used = new Set(drafts.flatMap(({ number }) => (number === null ? [] : [number.number])));
  drafts.forEach((draft, at) => {
    if (draft.number !== null) return;
    const next = drafts[at + 1];
    const last = headed.has(draft.ordinal) ? null : numberOf(drafts[at - 1], proposed);
    const number = numberBetween(last, next?.number ?? null, next === undefined);
    if (number === null || used.has(number.number)) return;
    used.add(number.number);
    proposed.set(draft.ordinal, number);
  });
  return proposed;
}

function numberOf(
  draft: Draft | undefined,
  proposed: ReadonlyMap<number, CardNumber>,
): CardNumber | null {
  return draft === undefined ? null : (draft.number ?? proposed.get(draft.ordinal) ?? null);
}

function numberBetween(
  last: CardNumber | null,
  next: CardNumber | null,
  isLast: boolean,
): CardNumber | null {
  if (last !== null && next !== null && last.prefix === next.prefix) {
    return next.order === last.order + 2 ? numbered(last, last.order + 1) : null;
  }
  if (next !== null && next.order === 2) return numbered(next, 1);
  const closesArea = isLast || (next !== null && next.order === 1);
  return last !== null && closesArea ? numbered(last, last.order + 1) : null;
}

function numbered(like: CardNumber, order: number): CardNumber | null {
  return readCardNumber(withOrder(like, order));
}

/** Numbers left out between the first and the last of an area. */
export function gapWarnings(numbers: CardNumber[]): AnnexWarning[] {
  const orders = new Map<string, { like: CardNumber; had: Set<number> }>();
  for (const number of numbers) {
    const known = orders.get(number.prefix);
    if (known === undefined)
      orders.set(number.prefix, { like: number, had: new Set([number.order]) });
    else known.had.add(number.order);
  }
  return [...orders.values()].flatMap(({ like, had }) => {
    const last = Math.min(Math.max(...had), MOST_IN_AREA);
    const missing = Array.from({ length: last }, (_, at) => at + 1).filter(
      (order) => !had.has(order),
    );
    return missing.map((order) => ({
      code: "number-gap",
      params: { number: withOrder(like, order) },
    }));
  });
}

/** A higher number is a misprint, not a hundred cards that are lost. */
const MOST_IN_AREA = 99;

export function numbersTwice(numbers: { ordinal: number; number: string }[]): Set<number> {
  const first = new Map<string, number>();
  const twice = new Set<number>();
  for (const { ordinal, number } of numbers) {
    const known = first.get(number);
    if (number === "") continue;
    if (known === undefined) first.set(number, ordinal);
    else twice.add(known).add(ordinal);
  }
  return twice;
}
