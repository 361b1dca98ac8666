import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  listIndicatorValues,
  listIndicatorValuesInForce,
} from "../../../../db/queries/indicator-values.ts";
import type { Author } from "../../../../server/change.ts";
import {
  type Behaviour,
  EVER,
  figureOf,
  type Moment,
  valuesInForce,
} from "../../../../server/features/indicators/rules.ts";
import {
  correctIndicatorValue,
  recordIndicatorValue,
} from "../../../../server/features/indicators/values/service.ts";
import { addDays, compareDates } from "../../../../server/values/calendar-date.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createIndicator, createProject, createUser } from "../../../support/factories.ts";

const FIRST_DAY = "2026-01-05";

/** One step of a life of an indicator; `target` picks among the values that may be corrected. */
interface Step {
  action: "record" | "correct" | "withdraw";
  daysBack: number;
  amount: number;
  target: number;
  hoursLater: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  action: fc.constantFrom("record", "record", "record", "correct", "correct", "withdraw"),
  daysBack: fc.nat(40),
  amount: fc.integer({ min: 0, max: 500 }),
  target: fc.nat(50),
  hoursLater: fc.integer({ min: 0, max: 24 * 20 }),
});

/** What was entered, kept apart from the product: the book is replayed to any instant. */
interface Line {
  at: string;
  id: number;
  replaces: number | null;
  on: string;
  amount: number | null;
}

function plainFigure(book: Line[], behaviour: Behaviour, { on, asOf }: Moment): number | null {
  const counted = standingLines(book, asOf).filter((line) => line.amount !== null && line.on <= on);
  if (counted.length === 0) return null;
  if (behaviour === "increment") return counted.reduce((sum, line) => sum + (line.amount ?? 0), 0);
  return counted.toSorted((a, b) => compareDates(a.on, b.on)).at(-1)?.amount ?? null;
}

/** What stands in the book at an instant, each correction in place of what it replaces, in the order entered. */
function standingLines(book: Line[], asOf: string): Line[] {
  const standing = new Map<number, Line>();
  for (const line of book.filter(({ at }) => at <= asOf)) {
    if (line.replaces !== null) standing.delete(line.replaces);
    standing.set(line.id, line);
  }
  return [...standing.values()];
}

describe.each(engines)("an indicator's figure on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  let projectId: number;

  beforeEach(async () => {
    deps = await openTestDeps(engine);
    const userId = await createUser(deps.db);
    author = { userId, requestId: null, address: null, submission: null };
    projectId = await createProject(deps.db, { starts_on: "2025-01-01" });
  });
  afterEach(() => deps.close());

  /** Lives through the steps and keeps the book of them. */
  async function live(indicatorId: number, steps: Step[]): Promise<Line[]> {
    const book: Line[] = [];
    deps.clock.set(`${FIRST_DAY}T09:00:00Z`);
    for (const step of steps) {
      deps.clock.advance(step.hoursLater * 3_600_000 + 1);
      const open = standingLines(book, EVER.asOf);
      const chosen = step.action === "record" ? undefined : open[step.target % (open.length || 1)];
      book.push(await take(indicatorId, step, chosen));
    }
    return book;
  }

  async function take(indicatorId: number, step: Step, chosen: Line | undefined): Promise<Line> {
    const on = addDays(deps.clock.today(), -step.daysBack);
    const amount = step.action === "withdraw" && chosen ? null : step.amount;
    const key = { projectId, indicatorId };
    const correction = { validOn: on, value: amount, note: "Přepis z prezenční listiny" };
    const id = chosen
      ? await correctIndicatorValue(deps, author, { ...key, valueId: chosen.id, correction })
      : await recordIndicatorValue(deps, author, { ...key, entry: { validOn: on, value: amount } });
    return { at: deps.clock.now(), id, replaces: chosen?.id ?? null, on, amount };
  }

  test.each(["increment", "state"] as const)(
    "made of %ss equals a plain computation at any two times",
    async (behaviour) => {
      const lives = fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { minLength: 4, maxLength: 8 }),
        async (steps, times) => {
          const measure = { valueType: "number", behaviour } as const;
          const indicatorId = await createIndicator(deps.db, projectId, { behaviour, target: 100 });
          const book = await live(indicatorId, steps);
          const moments = times.map(([day, known]) => ({
            on: addDays(FIRST_DAY, day - 45),
            asOf: `${addDays(FIRST_DAY, known)}T09:00:00.000Z`,
          }));
          const all = await listIndicatorValues(deps.db, { indicatorId });
          for (const moment of [...moments, EVER]) {
            const expected = plainFigure(book, behaviour, moment);
            const stored = await listIndicatorValuesInForce(
              deps.db,
              { projectIds: [projectId] },
              moment,
            );
            const own = stored.filter((value) => value.indicatorId === indicatorId);
            expect(figureOf(measure, own, moment.on).value).toBe(expected);
            expect(figureOf(measure, valuesInForce(all, moment), moment.on).value).toBe(expected);
          }
          const kept = await deps.db("indicators").where({ id: indicatorId }).first("achieved");
          expect(kept.achieved).toBe(plainFigure(book, behaviour, EVER));
        },
      );
      await fc.assert(lives, { seed: 20_260_321, numRuns: 25 });
    },
  );
});
