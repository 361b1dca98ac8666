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

interface ContinuationLike {
  id: number;
  fromCardId: number;
  toCardId: number;
  note: string | null;
}

export type OlderState = "continued" | "offered" | "ended";

export interface OlderCard<Card> {
  card: Card;
  state: OlderState;
  continuations: { id: number; card: Card; note: string | null }[];
  /** Cards of the newer plan with titles alike, the most alike first; of what is linked already there are none. */
  offers: { card: Card; scoreBp: number; words: Likeness["words"] }[];
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
  continuations: readonly ContinuationLike[],
): PlansCompared<Card> {
  const newerById = new Map(newer.map((card) => [card.id, card]));
  const linkedOf = groupedBy(continuations, ({ fromCardId }) => fromCardId);
  const open = older.filter(({ id }) => !linkedOf.has(id));
  const likenesses = similarTitles(open.map(titled), newer.map(titled));
  const offersOf = groupedBy(likenesses, ({ fromId }) => fromId);
  const rows = older.map((card): OlderCard<Card> => {
    const linked = (linkedOf.get(card.id) ?? []).flatMap(({ id, toCardId, note }) => {
      const to = newerById.get(toCardId);
      return to ? [{ id, card: to, note }] : [];
    });
    const offers = (offersOf.get(card.id) ?? []).slice(0, MOST_OFFERS).flatMap((offer) => {
      const to = newerById.get(offer.toId);
      return to ? [{ card: to, scoreBp: offer.scoreBp, words: offer.words }] : [];
    });
    return { card, continuations: linked, offers, state: stateOf(linked.length, offers.length) };
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

function stateOf(continuations: number, offers: number): OlderState {
  if (continuations > 0) return "continued";
  return offers > 0 ? "offered" : "ended";
}

function titled({ id, name }: CardLike) {
  return { id, title: name };
}
