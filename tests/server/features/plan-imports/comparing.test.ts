import { describe, expect, test } from "vitest";
import type { CardContent } from "../../../../server/features/cards/rules.ts";
import {
  type Comparison,
  compareCards,
  isToWrite,
} from "../../../../server/features/plan-imports/comparing/rules.ts";
import type { Repair } from "../../../../server/features/plan-imports/recognition/rules.ts";
import type { ReviewedCard } from "../../../../server/features/plan-imports/rules.ts";
import { cardContent } from "../../../support/plan-factories.ts";

const REPAIR: Repair = {
  ...{ id: "r1", kind: "measures-split", others: [], lines: [3] },
  ...{ before: "jedno Druhé", after: "jedno\nDruhé" },
};

function card(ordinal: number, given: Partial<CardContent> = {}, more: Partial<ReviewedCard> = {}) {
  const content = cardContent({ number: `1.1.${ordinal}`, ...given });
  const rest = { isPlaceholder: false, registrationNumbers: [], warnings: [], repairs: [] };
  const recognised = { ordinal, content, ...rest };
  return { ordinal, recognised, edited: null, decision: null, version: 1, ...more };
}

function withProposal(ordinal: number, more: Partial<ReviewedCard> = {}): ReviewedCard {
  const plain = card(ordinal, {}, more);
  return { ...plain, recognised: { ...plain.recognised, repairs: [REPAIR] } };
}

function compare(cards: readonly ReviewedCard[], given: Partial<Comparison> = {}) {
  const nothing = { planCards: [], earlier: new Map(), declined: new Set<string>() };
  return compareCards(cards, { ...nothing, ...given });
}

const inPlan = (given: Partial<CardContent> = {}) => ({
  ...{ id: 7, version: 1 },
  content: cardContent({ number: "1.1.1", ...given }),
});

describe("what comes of a card", () => {
  test("a number that the plan does not have is a new card", () => {
    expect(compare([card(1)])[0]).toMatchObject({ outcome: "new", block: null, cardId: null });
  });

  test("one that says the same is not written", () => {
    const [same] = compare([card(1)], { planCards: [inPlan()] });
    expect(same).toMatchObject({ outcome: "same", cardId: 7, differences: [] });
    expect(same && isToWrite(same)).toBe(false);
  });

  test("blanks at the ends of a text make no difference", () => {
    const planCards = [inPlan({ description: " Text.\r\nDruhý. " })];
    expect(compare([card(1, { description: "Text.\nDruhý." })], { planCards })[0]?.outcome).toBe(
      "same",
    );
  });

  test("fields that differ are named, measures and area among them", () => {
    const given = { costs: "1 mil. Kč", areaCode: "1.1", measures: ["Jedno", "Druhé"] };
    const planCards = [inPlan({ areaCode: "1.2", measures: ["Druhé", "Jedno"] })];
    expect(compare([card(1, given)], { planCards })[0]).toMatchObject({
      outcome: "changed",
      differences: ["areaCode", "costs", "measures"],
    });
  });

  test("a plan changed by hand since is not changed back by what the annex has said before", () => {
    const earlier = new Map([
      ["1.1.1", [{ content: cardContent({ number: "1.1.1" }), cardId: 7, isSkipped: false }]],
    ]);
    const planCards = [inPlan({ name: "Jinak" })];
    expect(compare([card(1)], { planCards, earlier })[0]).toMatchObject({
      ...{ outcome: "same", isChangedByHand: true },
    });
    expect(compare([card(1, { costs: "nově" })], { planCards, earlier })[0]?.outcome).toBe(
      "changed",
    );
  });
});

describe("an annex read again", () => {
  const saying = (
    given: Partial<CardContent>,
    more: { cardId?: number; isSkipped?: boolean } = {},
  ) => ({
    ...{ content: cardContent({ number: "1.1.1", ...given }), cardId: 7, isSkipped: false },
    ...more,
  });
  const earlier = new Map([
    ["1.1.1", [saying({}), saying({ name: "Dvojče" }, { isSkipped: true })]],
  ]);

  test("finds its card by what came of it, though its number was put right", () => {
    const planCards = [{ id: 7, version: 2, content: cardContent({ number: "1.1.9" }) }];
    expect(compare([card(1)], { planCards, earlier })[0]).toMatchObject({
      ...{ outcome: "same", cardId: 7, isChangedByHand: true },
    });
  });

  test("does not bring back a card that was put into the archive", () => {
    expect(compare([card(1)], { earlier })[0]).toMatchObject({ outcome: "same", cardId: null });
  });

  test("of a number that stood there twice each twin is known by its words", () => {
    const twins = [card(1), card(2, { number: "1.1.1", name: "Dvojče" }, { decision: "skipped" })];
    const planCards = [
      { id: 7, version: 1, content: cardContent({ number: "1.1.1", name: "Jinak" }) },
    ];
    expect(compare(twins, { planCards, earlier }).map(isToWrite)).toEqual([false, false]);
  });
});

describe("what has to be settled first", () => {
  test("a proposal of a card that nobody has looked at", () => {
    expect(compare([withProposal(1)])[0]?.block).toBe("undecided");
    expect(compare([withProposal(1, { decision: "accepted" })])[0]?.block).toBeNull();
    expect(compare([withProposal(1)], { declined: new Set(["r1"]) })[0]?.block).toBeNull();
    expect(compare([withProposal(1)], { planCards: [inPlan()] })[0]?.block).toBeNull();
  });

  test("a number missing or twice, until the card is left out", () => {
    expect(compare([card(1, { number: "" })])[0]?.block).toBe("number");
    expect(compare([card(1, { number: "" }, { decision: "skipped" })])[0]?.block).toBeNull();
    const twins = [card(1, { number: "2.1.1" }), card(2, { number: "2.1.1" })];
    expect(compare(twins).map(({ block }) => block)).toEqual(["duplicate", "duplicate"]);
    const one = [
      card(1, { number: "2.1.1" }),
      card(2, { number: "2.1.1" }, { decision: "skipped" }),
    ];
    expect(compare(one).map(({ block }) => block)).toEqual([null, null]);
  });

  test("what a person made of a card counts, not what was recognised", () => {
    const edited = cardContent({ number: "9.9.9" });
    const twins = [card(1), card(2, { number: "1.1.1" }, { edited, decision: "edited" })];
    expect(compare(twins).map(({ outcome }) => outcome)).toEqual(["new", "new"]);
  });
});
