import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reach } from "../../../../db/queries/reach.ts";
import { loadFulfilment } from "../../../../server/features/card-fulfilment/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createIndicator,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { cardContent, createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { enterCards } from "./entered-cards.ts";

const AT = "2026-01-05T08:00:00.000Z";
const YEARS = [2024, 2025, 2026];

interface World {
  projects: {
    total: number | null;
    spends: { year: number; halere: number }[];
    values: { year: number; value: number }[];
    target: number | null;
    startYear: number;
    phase: string;
    isMember: boolean;
  }[];
  /** Card and project, maybe more than once. */
  links: { card: number; project: number }[];
}

const halere = fc.integer({ min: 0, max: 10 ** 13 });
const year = fc.constantFrom(...YEARS);
const worlds: fc.Arbitrary<World> = fc.record({
  projects: fc.array(
    fc.record({
      total: fc.option(halere),
      spends: fc.uniqueArray(fc.record({ year, halere }), {
        selector: (spend) => spend.year,
        maxLength: 3,
      }),
      values: fc.array(fc.record({ year, value: fc.nat(500) }), { maxLength: 4 }),
      target: fc.option(fc.integer({ min: 1, max: 900 })),
      startYear: fc.constantFrom(2022, 2025),
      phase: fc.constantFrom("running", "running", "finished", "application"),
      isMember: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  links: fc.array(fc.record({ card: fc.nat(4), project: fc.nat(4) }), { maxLength: 14 }),
});

/** Two areas, the first of them with a sub-area; and a card under none. */
const AREA_OF_CARD = ["1", "1.1", "1.1", "2", null];

describe.each(engines)("sums of a plan's fulfilment on %s", (engine) => {
  let deps: TestDeps;
  let userId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-11-22T09:00:00.000Z" });
    userId = await createUser(deps.db);
  });
  afterEach(() => deps.close());

  const reachOf = (seesEverything: boolean): Reach => ({
    ...{ userId, userIds: [userId], seesEverything, isAuditor: false },
  });

  async function enterProject(one: World["projects"][number]): Promise<number> {
    const { db } = deps;
    const id = await createProject(db, {
      ...{ total_halere: one.total, starts_on: `${one.startYear}-01-01`, ends_on: "2027-12-31" },
      phase: one.phase,
    });
    for (const { year, halere } of one.spends)
      await insert(db, "project_spends", {
        ...{ project_id: id, spent_halere: halere, valid_on: `${year}-06-30`, recorded_at: AT },
      });
    const indicatorId = await createIndicator(db, id, { code: "600000", target: one.target });
    for (const { year, value } of one.values)
      await insert(db, "indicator_values", {
        ...{ indicator_id: indicatorId, value, valid_on: `${year}-05-01`, recorded_at: AT },
      });
    if (one.isMember) await addMember(db, { projectId: id, userId, role: "reader" });
    return id;
  }

  async function enter({ projects, links }: World) {
    const { db } = deps;
    const planId = await createPlan(db);
    const cardIds = await enterCards(
      deps,
      planId,
      AREA_OF_CARD.map((areaCode, at) => cardContent({ number: `K${at}`, areaCode })),
    );
    const projectIds: number[] = [];
    for (const one of projects) projectIds.push(await enterProject(one));
    for (const { card, project } of links)
      if (project < projectIds.length)
        await insert(db, "card_links", {
          ...{ card_id: cardIds[card], project_id: projectIds[project], origin: "hand" },
          created_at: AT,
        });
    return { planId, cardIds, projectIds };
  }

  /** The same said plainly: which projects hang on any of these cards, and what is known of them by then. */
  function plain(world: World, cards: readonly number[], year: number, seesAll: boolean) {
    const linked = world.projects.filter((_project, at) =>
      world.links.some((link) => link.project === at && cards.includes(link.card)),
    );
    const seen = linked.filter(({ isMember }) => seesAll || isMember);
    const counted = seen.filter(
      ({ phase, startYear }) => phase !== "application" && startYear <= year,
    );
    const latest = (spends: { year: number; halere: number }[]) =>
      spends
        .filter((spend) => spend.year <= year)
        .toSorted((a, b) => a.year - b.year)
        .at(-1);
    const add = (numbers: (number | null | undefined)[]) =>
      Number(numbers.reduce((sum: bigint, one) => sum + BigInt(one ?? 0), 0n));
    const valuesOf = ({ values }: World["projects"][number]) =>
      values.filter((one) => one.year <= year).map(({ value }) => value);
    const hasValue = counted.some((one) => valuesOf(one).length > 0);
    return {
      money: {
        projects: counted.length,
        total: add(counted.map(({ total }) => total)),
        spent: add(counted.map(({ spends }) => latest(spends)?.halere)),
        claimed: 0,
        withoutTotal: counted.filter(({ total }) => total === null).length,
        withoutSpent: counted.filter(({ spends }) => latest(spends) === undefined).length,
      },
      outside: linked.length - seen.length,
      indicators:
        counted.length === 0
          ? []
          : [
              {
                projects: counted.length,
                target: counted.every(({ target }) => target === null)
                  ? null
                  : add(counted.map(({ target }) => target)),
                achieved: hasValue ? add(counted.flatMap(valuesOf)) : null,
              },
            ],
    };
  }

  test("are those of a plain computation: each project once in an area and once in the whole", async () => {
    await fc.assert(
      fc.asyncProperty(worlds, year, fc.boolean(), async (world, year, seesAll) => {
        const { planId, projectIds } = await enter(world);
        const on = year === 2026 ? "2026-11-22" : `${year}-12-31`;
        const moment = { on, asOf: deps.clock.now() };
        const told = await loadFulfilment(deps.db, {
          ...{ planId, year, moment, reach: reachOf(seesAll) },
        });
        const whole = plain(world, [0, 1, 2, 3, 4], year, seesAll);
        expect(told.sums.money).toEqual(whole.money);
        expect(told.sums.outside).toBe(whole.outside);
        expect(told.indicators).toEqual(
          whole.indicators.map((one) => expect.objectContaining(one)),
        );
        const areas = new Map(told.branches.map((one) => [one.area?.code ?? null, one.sums]));
        for (const [area, cards] of [
          ["1", [0, 1, 2]],
          ["1.1", [1, 2]],
          ["2", [3]],
          [null, [4]],
        ] as const) {
          const { money, outside } = plain(world, cards, year, seesAll);
          expect(areas.get(area)).toMatchObject({ money, outside, cards: cards.length });
        }
        const names = told.projects.map(({ id }) => id);
        expect(names).toHaveLength(new Set(names).size);
        for (const id of names)
          expect(seesAll || world.projects[projectIds.indexOf(id)]?.isMember).toBe(true);
      }),
      { seed: 20_261_126, numRuns: engine === "sqlite" ? 40 : 15 },
    );
  }, 120_000);

  test("cost as many statements for many cards and projects as for one", async () => {
    const one = { total: 1, spends: [], values: [], target: 1, startYear: 2022, isMember: true };
    const project = { ...one, phase: "running" };
    const small = await enter({ projects: [project], links: [{ card: 0, project: 0 }] });
    const large = await enter({
      projects: [project, project, project],
      links: [0, 1, 2, 3, 4].flatMap((card) => [0, 1, 2].map((at) => ({ card, project: at }))),
    });
    const moment = { on: "2026-11-22", asOf: deps.clock.now() };
    const reach = reachOf(false);
    const load = (planId: number) =>
      statementsOf(deps.db, () => loadFulfilment(deps.db, { planId, year: 2026, moment, reach }));
    const few = await load(small.planId);
    expect(await load(large.planId)).toHaveLength(few.length);
    expect(few.length).toBeLessThanOrEqual(16);
  });
});
