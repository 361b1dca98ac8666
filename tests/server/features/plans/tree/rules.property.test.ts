import fc from "fast-check";
import { expect, test } from "vitest";
import { coverageStates } from "../../../../../server/features/card-links/rules.ts";
import {
  type Asked,
  countValues,
  type Filtered,
  isShown,
} from "../../../../../server/features/plans/tree/rules.ts";
import { treeSchema } from "../../../../../server/features/plans/tree/schema.ts";

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 });
const year = fc.option(fc.integer({ min: 2024, max: 2028 }), { nil: null });
const cards = fc
  .array(
    fc.record({
      ...{ groups: ids, services: ids, sources: ids, bodies: ids, fromYear: year, toYear: year },
      coverage: fc.constantFrom(...coverageStates),
      owner: fc.constantFrom("", "user-1", "user-2", "contact-1"),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((card, id): Filtered => ({ ...card, id })));
const chosen = fc.constantFrom("", "1", "2", "4");
const asked = fc
  .record({
    ...{ group: chosen, service: chosen, source: chosen, body: chosen },
    year: fc.constantFrom("", "2024", "2026", "2030"),
    coverage: fc.constantFrom("", ...coverageStates),
    owner: fc.constantFrom("", "mine", "nobody", "user-2", "contact-1"),
  })
  .map(
    (query): Asked => ({
      ...{ view: treeSchema.parse(query), mine: new Set(["user-1"]), found: null },
    }),
  );

/** Written apart from the rule it checks. */
function plainly(card: Filtered, { view }: Asked): boolean {
  const has = (list: readonly number[], wanted: string) =>
    wanted === "" || list.some((id) => String(id) === wanted);
  const owners: Record<string, string> = { mine: "user-1", nobody: "" };
  return [
    has(card.groups, view.group),
    has(card.services, view.service),
    has(card.sources, view.source),
    has(card.bodies, view.body),
    ["", card.coverage].includes(view.coverage),
    view.year === "" || !(Number(view.year) < (card.fromYear ?? 0)),
    view.year === "" || !(Number(view.year) > (card.toYear ?? 9999)),
    view.owner === "" || card.owner === (owners[view.owner] ?? view.owner),
  ].every(Boolean);
}

test("a card is shown when it meets every filter", () => {
  fc.assert(
    fc.property(cards, asked, (all, view) => {
      for (const card of all) expect(isShown(card, view)).toBe(plainly(card, view));
    }),
    { seed: 11, numRuns: 400 },
  );
});

test("a choice says how many cards it would show", () => {
  fc.assert(
    fc.property(cards, asked, (all, view) => {
      const counts = countValues(all, view, "group", ({ groups }) => groups);
      for (const group of ["1", "2", "3", "4"]) {
        const chosenNow = { ...view, view: { ...view.view, group } };
        const shown = all.filter((card) => plainly(card, chosenNow)).length;
        expect(counts.get(group) ?? 0).toBe(shown);
      }
    }),
    { seed: 12, numRuns: 300 },
  );
});
