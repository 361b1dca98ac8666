import fc from "fast-check";
import type { Layout } from "../../../server/features/plan-imports/recognition/rules.ts";
import {
  areaTitle,
  bodies,
  cardName,
  costs,
  measureText,
  paragraph,
  periods,
  SERVICES,
  sources,
  targetGroups,
} from "./vocabulary.ts";

export interface PutGoal {
  code: string;
  title: string;
}

/** What a card says before anybody wrote it down. */
export interface PutCard {
  number: string;
  name: string;
  /** Of the area, the sub-area or the goal that it stands under. */
  areaCode: string;
  goals: PutGoal[];
  targetGroups: string;
  services: { name: string; section: string }[];
  period: string;
  responsible: string;
  costs: string;
  funding: string;
  description: string[];
  measures: string[];
}

export interface PutArea {
  code: string;
  title: string;
  subAreas: { code: string; title: string }[];
}

export interface PutAnnex {
  layout: Layout;
  goals: PutGoal[];
  areas: PutArea[];
  cards: PutCard[];
}

type Rest = Omit<PutCard, "number" | "areaCode" | "goals">;

const rest: fc.Arbitrary<Rest> = fc.record({
  name: cardName,
  targetGroups,
  services: fc.uniqueArray(fc.constantFrom(...SERVICES), {
    ...{ minLength: 1, maxLength: 5, selector: ({ section }) => section },
  }),
  period: periods,
  responsible: bodies,
  costs,
  funding: sources,
  description: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
  measures: fc.uniqueArray(measureText, { minLength: 1, maxLength: 5 }),
});

/** Cards of 2024 and later: areas, sub-areas, numbers of three parts. */
export const annexOfAreas: fc.Arbitrary<PutAnnex> = fc
  .array(
    fc.tuple(
      areaTitle,
      fc.array(fc.tuple(areaTitle, fc.array(rest, { minLength: 1, maxLength: 4 })), {
        ...{ minLength: 1, maxLength: 2 },
      }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((areas) => ({
    layout: "areas",
    goals: [],
    areas: areas.map(([title, subAreas], a) => ({
      code: `${a + 1}`,
      title: `OBLAST ${title.toUpperCase()}`,
      subAreas: subAreas.map(([subTitle], s) => ({ code: `${a + 1}.${s + 1}`, title: subTitle })),
    })),
    cards: areas.flatMap(([, subAreas], a) =>
      subAreas.flatMap(([, cards], s) =>
        cards.map((card, c) => ({
          ...card,
          number: `${a + 1}.${s + 1}.${c + 1}`,
          areaCode: `${a + 1}.${s + 1}`,
          goals: [],
        })),
      ),
    ),
  }));

/** Cards of 2014 to 2017: numbers of two parts, the first of which is that of a goal. */
export const annexOfGoals: fc.Arbitrary<PutAnnex> = fc
  .tuple(
    fc.uniqueArray(cardName, { minLength: 2, maxLength: 4 }),
    fc.array(fc.array(rest, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.nat({ max: 3 }), { minLength: 12, maxLength: 12 }),
  )
  .map(([titles, groups, links]) => {
    const goals = titles.map((title, n) => ({ code: `SC${n + 1}`, title }));
    const linked = (place: number) => {
      const first = goals[(links[place % 12] ?? 0) % goals.length] as PutGoal;
      const second = goals[(links[(place + 5) % 12] ?? 0) % goals.length] as PutGoal;
      return first === second ? [first] : [first, second];
    };
    return {
      layout: "goals",
      goals,
      areas: [],
      cards: groups.flatMap((cards, g) =>
        cards.map((card, c) => ({
          ...card,
          number: `A0${g + 1}-0${c + 1}`,
          areaCode: `SC${g + 1}`,
          goals: linked(g * 4 + c),
          measures: [],
          costs: "",
        })),
      ),
    };
  });

/** What is to be read of a card, as `CardContent` has it. */
export function contentOf(card: PutCard) {
  return {
    number: card.number,
    name: card.name,
    areaCode: card.areaCode,
    goals: card.goals.map(({ code, title }) => `${code} ${title}`).join("\n"),
    targetGroups: card.targetGroups,
    services: card.services.map(({ name, section }) => `${name} (§ ${section})`).join(", "),
    period: card.period,
    responsible: card.responsible,
    costs: card.costs,
    funding: card.funding,
    description: card.description.join("\n"),
    measures: card.measures,
  };
}
