import { describe, expect, test } from "vitest";
import type { Recognition } from "../../../../../server/features/plan-imports/recognition/rules.ts";
import {
  annexOf,
  areasCard,
  cardIn,
  codesOf,
  declining,
} from "../../../../support/annexes/plain-cards.ts";

const topics: Record<string, string> = {
  "1.1.1": "půjčovna zdravotních pomůcek",
  "1.1.2": "terénní doprava seniorů",
  "1.1.3": "noclehárna pro ženy",
  "1.1.4": "poradna pro dlužníky",
  "1.1.5": "dílna pro mladé",
};

/** A card in pieces: its beginning up to the period, and the rest. */
function pieces(number: string) {
  const topic = topics[number] ?? "";
  const card = areasCard(number, {
    name: `Název aktivity: Rozvoj – ${topic}`,
    responsible: `Odpovědnost za realizaci: spolek ${topic}`,
    description: `Popis aktivity a její výstupy\nVznikne ${topic} ve městě.`,
    measures: `Opatření vedoucí k naplnění\n• Otevře se ${topic}\n• Zapojí se obce`,
  });
  const lines = card.split("\n");
  const cut = (label: string) => lines.findIndex((line) => line.startsWith(label));
  const at = cut("Odpovědnost");
  return {
    whole: card,
    head: lines.slice(0, at).join("\n"),
    tail: lines.slice(at).join("\n"),
    before: (label: string) => lines.slice(0, cut(label)).join("\n"),
    from: (label: string) => lines.slice(cut(label)).join("\n"),
  };
}

function contents({ cards }: Recognition) {
  return cards.map(({ content }) => content);
}

const numbers = Object.keys(topics);
const straight = contents(annexOf(...numbers.map((number) => pieces(number).whole)));
const [one, two, three, four, five] = numbers.map((number) => pieces(number)) as [
  ReturnType<typeof pieces>,
  ReturnType<typeof pieces>,
  ReturnType<typeof pieces>,
  ReturnType<typeof pieces>,
  ReturnType<typeof pieces>,
];

describe("cards that a page break put into each other", () => {
  test.each([
    [
      "in the middle of the next",
      [
        one.whole,
        two.head,
        three.before("Dotčené"),
        two.tail,
        three.from("Dotčené"),
        four.whole,
        five.whole,
      ],
    ],
    [
      "at the beginning of the next",
      [
        one.whole,
        two.head,
        three.before("Název"),
        two.tail,
        three.from("Název"),
        four.whole,
        five.whole,
      ],
    ],
    [
      "in the middle of the one before",
      [
        one.before("Doba"),
        two.tail,
        one.from("Doba"),
        two.head,
        three.whole,
        four.whole,
        five.whole,
      ],
    ],
    [
      "in the middle of the one after the next",
      [
        one.whole,
        two.head,
        three.whole,
        four.before("Dotčené"),
        two.tail,
        four.from("Dotčené"),
        five.whole,
      ],
    ],
    [
      "twice in one annex",
      [
        one.head,
        two.before("Dotčené"),
        one.tail,
        two.from("Dotčené"),
        three.whole,
        four.head,
        five.before("Cílové"),
        four.tail,
        five.from("Cílové"),
      ],
    ],
    [
      "at the end of the next, as their words tell",
      [one.whole, two.head, three.head, two.tail, three.tail, four.whole, five.whole],
    ],
  ])("are put right: %s", (_where, parts) => {
    const annex = annexOf(...parts);
    expect(contents(annex)).toEqual(straight);
    expect(annex.lines.filter(({ fate }) => fate === "unrecognised")).toEqual([]);
  });

  test("in a ring of three are put right", () => {
    const parts = [
      one.before("Zdroje"),
      two.before("Cílové"),
      one.from("Zdroje"),
      two.from("Cílové").replace(two.tail, ""),
      three.before("Název"),
      two.tail,
      three.from("Název"),
      four.whole,
      five.whole,
    ];
    expect(contents(annexOf(...parts))).toEqual(straight);
  });

  const mixed = [
    one.whole,
    two.head,
    three.before("Dotčené"),
    two.tail,
    three.from("Dotčené"),
    four.whole,
    five.whole,
  ];

  test("are a proposal told with both, under the same name", () => {
    const annex = annexOf(...mixed);
    const [owner, host] = [cardIn(annex, "1.1.2"), cardIn(annex, "1.1.3")];
    expect(codesOf(owner)).toContain("fields-in-another");
    expect(codesOf(host)).toContain("fields-of-another");
    expect(owner.repairs).toMatchObject([
      { kind: "fields", others: [3], before: "", id: host.repairs[0]?.id },
    ]);
    expect(host.repairs).toMatchObject([{ kind: "fields", others: [2], after: "" }]);
  });

  test("stay where they stand when that is declined, with nothing lost", () => {
    const ids = cardIn(annexOf(...mixed), "1.1.2").repairs.map(({ id }) => id);
    const annex = declining(ids, ...mixed);
    const host = cardIn(annex, "1.1.3");
    expect(cardIn(annex, "1.1.2").content).toMatchObject({ responsible: "", measures: [] });
    expect(host.content.responsible).toBe(
      "spolek terénní doprava seniorů\nspolek noclehárna pro ženy",
    );
    expect(host.content.measures).toHaveLength(4);
    expect(codesOf(host)).toContain("field-twice");
    expect(host.repairs.map(({ id }) => id)).toEqual(ids);
  });

  test("are left alone where two ways are as good and no word tells", () => {
    const bare =
      "Odpovědnost za realizaci: LK\nPředpokládané náklady: 3 mil. Kč\nZdroje financování: EU\nPopis aktivity a její výstupy\nVznik.\nOpatření vedoucí k naplnění\n• Nákup";
    const annex = annexOf(
      one.whole,
      two.head,
      three.head,
      bare,
      bare.replace("LK", "obce"),
      four.whole,
      five.whole,
    );
    expect(cardIn(annex, "1.1.2").repairs).toEqual([]);
    expect(codesOf(cardIn(annex, "1.1.2"))).toContain("fields-interleaved");
    expect(codesOf(cardIn(annex, "1.1.3"))).toContain("fields-interleaved");
  });
});
