import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  compareLinks,
  type LinkDifference,
  type StandingLink,
  type WantedLink,
} from "../../../../server/features/card-links/rules.ts";

const AT = "2026-03-02T07:30:00.000Z";
const NUMBERS = ["N-1", "N-2", "N-3"];
/** The third number is nobody's. */
const BEARERS = new Map([
  ["N-1", 1],
  ["N-2", 2],
]);
const bearerOf = (number: string) => BEARERS.get(number) ?? null;

const place = fc.constantFrom(null, 11, 12);
const number = fc.constantFrom(...NUMBERS);
const state = fc.constantFrom("living", "declined", "gone");

const found = fc.record({ place, number, state }).map((one) => ({
  ...{ origin: "number" as const, measureId: one.place, registrationNumber: one.number },
  ...{ projectId: bearerOf(one.number), state: one.state },
}));
/** By hand a project of the house is linked without its number; only people put such a link away. */
const byHand = fc
  .record({ place, projectId: fc.constantFrom(1, 2), isLiving: fc.boolean() })
  .map((one) => ({
    ...{ origin: "hand" as const, measureId: one.place, registrationNumber: null },
    ...{ projectId: one.projectId, state: one.isLiving ? "living" : "declined" },
  }));

const links: fc.Arbitrary<StandingLink[]> = fc
  .uniqueArray(fc.oneof(found, byHand), {
    selector: ({ measureId, registrationNumber, projectId, origin }) =>
      `${origin} ${measureId} ${registrationNumber ?? projectId}`,
    maxLength: 8,
  })
  .map((all) =>
    all.map(({ state: kept, ...link }, index) => ({
      ...{ ...link, id: index + 1, isDeclined: kept === "declined" },
      archivedAt: kept === "living" ? null : AT,
    })),
  );
const wishes: fc.Arbitrary<WantedLink[]> = fc
  .uniqueArray(fc.record({ place, number }), {
    selector: (one) => `${one.place} ${one.number}`,
    maxLength: 5,
  })
  .map((all) =>
    all.map((one) => ({
      ...{ measureId: one.place, registrationNumber: one.number, projectId: bearerOf(one.number) },
    })),
  );

/** What a link says, told in the words of a reader: a project, or the name of none. */
function saidBy({ registrationNumber, projectId }: Omit<WantedLink, "measureId"> | StandingLink) {
  return registrationNumber ?? NUMBERS.find((one) => bearerOf(one) === projectId);
}

function applied(standing: readonly StandingLink[], difference: LinkDifference): StandingLink[] {
  const { added, returned, gone } = difference;
  return [
    ...standing.map((link) => ({
      ...link,
      ...(returned.includes(link.id) ? { archivedAt: null } : {}),
      ...(gone.includes(link.id) ? { archivedAt: AT } : {}),
    })),
    ...added.map((link, index) => ({
      ...{ ...link, id: 100 + index, origin: "number" as const },
      ...{ isDeclined: false, archivedAt: null },
    })),
  ];
}

describe("what the text of a card makes of its links", () => {
  const settings = { seed: 20_261_122, numRuns: 2_000 };

  test("brings nothing back that people have taken away everywhere in the card", () => {
    fc.assert(
      fc.property(links, wishes, (standing, wanted) => {
        const { added, returned } = compareLinks(standing, wanted);
        const came = [...added, ...standing.filter(({ id }) => returned.includes(id))].map(saidBy);
        for (const said of NUMBERS) {
          const there = standing.filter((link) => saidBy(link) === said);
          const isAway =
            there.some(({ isDeclined }) => isDeclined) &&
            there.every(({ archivedAt }) => archivedAt !== null);
          if (isAway) expect(came).not.toContain(said);
        }
        expect(
          standing.filter(({ id, isDeclined }) => isDeclined && returned.includes(id)),
        ).toEqual([]);
      }),
      settings,
    );
  });

  test("leaves what is linked by hand alone, and doubles none of it", () => {
    fc.assert(
      fc.property(links, wishes, (standing, wanted) => {
        const difference = compareLinks(standing, wanted);
        const byHands = standing.filter(({ origin }) => origin === "hand");
        const after = applied(standing, difference);
        for (const link of byHands) expect(after).toContainEqual(link);
        for (const { measureId, ...want } of difference.added)
          expect(
            standing.filter(
              (link) =>
                !link.archivedAt && link.measureId === measureId && saidBy(link) === saidBy(want),
            ),
          ).toEqual([]);
      }),
      settings,
    );
  });

  test("is done with one reading: the same text again changes nothing", () => {
    fc.assert(
      fc.property(links, wishes, (standing, wanted) => {
        const after = applied(standing, compareLinks(standing, wanted));
        expect(compareLinks(after, wanted)).toEqual({ added: [], returned: [], gone: [] });
      }),
      settings,
    );
  });

  test("says every number that nobody has taken away, once in its place", () => {
    fc.assert(
      fc.property(links, wishes, (standing, wanted) => {
        const after = applied(standing, compareLinks(standing, wanted));
        for (const want of wanted) {
          const there = standing.filter((link) => saidBy(link) === saidBy(want));
          if (there.some(({ isDeclined }) => isDeclined)) continue;
          expect(
            after.filter(
              (link) =>
                !link.archivedAt &&
                link.measureId === want.measureId &&
                saidBy(link) === saidBy(want),
            ).length,
          ).toBeGreaterThan(0);
        }
      }),
      settings,
    );
  });
});
