import type { Connection } from "../../db/connection.ts";
import { type Author, change, system } from "../../server/change.ts";
import type { Clock } from "../../server/clock.ts";
import type { CardContent } from "../../server/features/cards/rules.ts";
import { writeCards } from "../../server/features/cards/service.ts";
import { writeAreas } from "../../server/features/plans/areas/service.ts";
import { insert } from "./factories.ts";

const CREATED_AT = "2026-01-05T08:00:00.000Z";

type Row = Record<string, unknown>;

export async function createPlan(db: Connection, given: Row = {}): Promise<number> {
  return insert(db, "plans", {
    title: "Plán rozvoje sociálních služeb 2024–2026",
    sort_key: "plan",
    region: "Kraj Pod Horou",
    from_year: 2024,
    to_year: 2026,
    state: "in-force",
    created_at: CREATED_AT,
    ...given,
  });
}

/** What a card says; whatever is not given is empty. */
export function cardContent(given: Partial<CardContent> = {}): CardContent {
  return {
    number: "1.1.1",
    name: "Podpora pečujících",
    areaCode: null,
    goals: "",
    targetGroups: "",
    services: "",
    period: "",
    responsible: "",
    costs: "",
    funding: "",
    description: "",
    measures: [],
    ...given,
  };
}

/** An area, a sub-area, and cards in the sub-area unless they say otherwise; ids in their order. */
export async function createCards(
  deps: { db: Connection; clock: Clock },
  planId: number,
  contents: readonly Partial<CardContent>[],
  author: Author = system,
): Promise<number[]> {
  return change(deps, author, async (one) => {
    await writeAreas(one, planId, [
      { code: "1", title: "Rodiny a děti", parentCode: null, kind: "area" },
      { code: "1.1", title: "Podpora rodin", parentCode: "1", kind: "sub-area" },
    ]);
    const cards = contents.map((given) => cardContent({ areaCode: "1.1", ...given }));
    return writeCards(one, planId, cards);
  });
}
