import { groupedBy } from "../../values/grouped.ts";
import { type Likeness, similarTitles } from "./likeness/rules.ts";

// Two plans beside each other: what of the older one goes on in the newer. All pure.

interface OfYears {
  id: number;
  fromYear: number | null;
  toYear: number | null;
}

/** A plan without years is taken for the newer one; of equals the one that was written earlier is older. */
export function olderFirst<Plan extends OfYears>(one: Plan, other: Plan): [Plan, Plan] {
  const NEVER = 9_999;
  const difference =
    (one.fromYear ?? NEVER) - (other.fromYear ?? NEVER) ||
    (one.toYear ?? NEVER) - (other.toYear ?? NEVER) ||
    one.id - other.id;
  return difference <= 0 ? [one, other] : [other, one];
}

interface CardLike {
  id: number;
  name: string;
}

interface PairLike {
  id: number;
  fromCardId: number;
  toCardId: number;
}

/** What people have said of cards of the two plans. */
interface Said {
  continuations: readonly (PairLike & { note: string | null })[];
  /** Pairs that are offered no more. */
  dismissed: readonly PairLike[];
}

export type OlderState = "continued" | "offered" | "ended";

export interface OlderCard<Card> {
  card: Card;
  state: OlderState;
  continuations: { id: number; card: Card; note: string | null }[];
  /** Cards of the newer plan with titles alike, the most alike first; of what is linked already there are none. */
  offers: { card: Card; scoreBp: number; words: Likeness["words"] }[];
  /** Cards of the newer plan of which a person has said that this one does not go on as them. */
  dismissed: { id: number; card: Card }[];
}

export interface NewerCard<Card> {
  card: Card;
  /** An older card is offered to go on as this one. */
  isOffered: boolean;
}

export interface PlansCompared<Card> {
  older: OlderCard<Card>[];
  /** Cards of the newer plan that continue none. */
  fresh: NewerCard<Card>[];
}

const MOST_OFFERS = 3;

export function comparePlans<Card extends CardLike>(
  older: readonly Card[],
  newer: readonly Card[],
  { continuations, dismissed }: Said,
): PlansCompared<Card> {
  const linkedOf = groupedBy(continuations, ({ fromCardId }) => fromCardId);
  const dismissedOf = groupedBy(dismissed, ({ fromCardId }) => fromCardId);
  const open = older.filter(({ id }) => !linkedOf.has(id));
  const offersOf = groupedBy(offersBetween(open, newer, dismissed), ({ fromId }) => fromId);
  const find = finding(newer);
  const rows = older.map((card): OlderCard<Card> => {
    const linked = find(linkedOf.get(card.id), ({ id, note }) => ({ id, note }));
    const offered = (offersOf.get(card.id) ?? []).slice(0, MOST_OFFERS);
    const offers = find(offered, ({ scoreBp, words }) => ({ scoreBp, words }));
    const away = linked.length > 0 ? [] : find(dismissedOf.get(card.id), ({ id }) => ({ id }));
    const state = stateOf(linked.length, offers.length);
    return { card, continuations: linked, offers, dismissed: away, state };
  });
  const continuing = new Set(continuations.map(({ toCardId }) => toCardId));
  const offered = new Set(rows.flatMap(({ offers }) => offers.map(({ card }) => card.id)));
  return {
    older: rows,
    fresh: newer
      .filter(({ id }) => !continuing.has(id))
      .map((card) => ({ card, isOffered: offered.has(card.id) })),
  };
}

function offersBetween(
  open: readonly CardLike[],
  newer: readonly CardLike[],
  dismissed: readonly PairLike[],
) {
  const away = new Set(dismissed.map(({ fromCardId, toCardId }) => `${fromCardId} ${toCardId}`));
  return similarTitles(open.map(titled), newer.map(titled))
    .filter(({ fromId, toId }) => !away.has(`${fromId} ${toId}`))
    .map(({ toId: toCardId, ...offer }) => ({ ...offer, toCardId }));
}

/** Looks up the cards that something leads to; what leads to none of them is left out. */
function finding<Card extends CardLike>(cards: readonly Card[]) {
  const byId = new Map(cards.map((card) => [card.id, card]));
  return <One extends { toCardId: number }, Kept>(
    all: readonly One[] | undefined,
    keep: (one: One) => Kept,
  ): (Kept & { card: Card })[] =>
    (all ?? []).flatMap((one) => {
      const card = byId.get(one.toCardId);
      return card ? [{ ...keep(one), card }] : [];
    });
}

function stateOf(continuations: number, offers: number): OlderState {
  if (continuations > 0) return "continued";
  return offers > 0 ? "offered" : "ended";
}

function titled({ id, name }: CardLike) {
  return { id, title: name };
}
