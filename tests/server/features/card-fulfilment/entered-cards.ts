import { change, system } from "../../../../server/change.ts";
import type { CardContent } from "../../../../server/features/cards/rules.ts";
import { writeCards } from "../../../../server/features/cards/service.ts";
import { writeAreas } from "../../../../server/features/plans/areas/service.ts";
import type { TestDeps } from "../../../support/deps.ts";

/** Two areas, the first of them with a sub-area, and these cards in them; ids in their order. */
export async function enterCards(
  deps: TestDeps,
  planId: number,
  cards: readonly CardContent[],
): Promise<number[]> {
  return change(deps, system, async (one) => {
    await writeAreas(one, planId, [
      { code: "1", title: "Rodiny a děti", parentCode: null, kind: "area" },
      { code: "1.1", title: "Podpora rodin", parentCode: "1", kind: "sub-area" },
      { code: "2", title: "Senioři", parentCode: null, kind: "area" },
    ]);
    return writeCards(one, planId, cards);
  });
}
