import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MonthFacts } from "../../../../server/features/months/figures/facts.ts";
import {
  figuresOfProjects,
  projectFigures,
} from "../../../../server/features/months/figures/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  createActivity,
  createIndicator,
  createMilestone,
  createPeriod,
  createProject,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { plainFigures, type StoredHistory } from "./plain-figures.ts";

const day = (n: number) => new Date(Date.UTC(2026, 0, 10 + n)).toISOString().slice(0, 10);
const instant = (n: number) => `${day(n)}T12:00:00.000Z`;
const DAYS = 150;

describe.each(engines)("the figures of a month on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db, { total_halere: 100_000_00 });
  });
  afterEach(() => deps.close());

  const insert = async (table: string, row: object): Promise<number> =>
    (await deps.db(table).insert(row).returning("id"))[0].id;
  const figures = async (on: string, asOf: string) =>
    (await projectFigures(deps.db, projectId, { on, asOf })) as MonthFacts;

  test("a value of March entered in May counts from May on, in March", async () => {
    const indicator_id = await createIndicator(deps.db, projectId, { target: 20 });
    const value = (value: number, valid_on: string, recorded_at: string) =>
      insert("indicator_values", { indicator_id, value, valid_on, recorded_at });
    await value(4, "2026-02-10", "2026-02-10T10:00:00.000Z");
    await value(5, "2026-03-12", "2026-03-12T10:00:00.000Z");
    await value(3, "2026-03-20", "2026-05-05T10:00:00.000Z");
    const reported = await figures("2026-03-31", "2026-04-03T06:00:00.000Z");
    const today = await figures("2026-03-31", "2026-05-06T06:00:00.000Z");
    expect(reported.indicators[0]).toMatchObject({ achieved: 9, inMonth: 5, previous: 4 });
    expect(today.indicators[0]).toMatchObject({ achieved: 12, inMonth: 8, previous: 4 });
    expect([reported.totals.indicatorsBp, today.totals.indicatorsBp]).toEqual([4_500, 6_000]);
  });

  test("tell the state in force, the decision that is needed and what was spent, with the month before", async () => {
    const recorded_at = "2026-02-01T10:00:00.000Z";
    const status = { project_id: projectId, sentence: "Jde to.", recorded_at };
    await insert("project_statuses", { ...status, health: "on-track", valid_on: "2026-01-31" });
    await insert("project_statuses", {
      ...{ ...status, health: "at-risk", valid_on: "2026-03-10" },
      ...{ decision_needed: "Schválit přesun.", recorded_at: "2026-03-10T10:00:00.000Z" },
    });
    const spend = { project_id: projectId, recorded_at };
    await insert("project_spends", { ...spend, spent_halere: 10_000_00, valid_on: "2026-01-31" });
    const march = await figures("2026-03-31", "2026-04-01T00:00:00.000Z");
    expect(march.status).toMatchObject({
      health: "at-risk",
      decisionNeeded: "Schválit přesun.",
      on: "2026-03-10",
    });
    expect(march.totals).toMatchObject({ health: "at-risk", spentHalere: 10_000_00 });
    expect(march.previous).toMatchObject({ health: "on-track", spentHalere: 10_000_00 });
  });

  test("tell what was done from the log, as it was written by then", async () => {
    const activity_id = await createActivity(deps.db, projectId, { number: "4" });
    const written = (happened_on: string, body: string, created_at: string) =>
      insert("log_entries", { project_id: projectId, happened_on, body, created_at });
    const id = await written("2026-03-05", "První setkání", "2026-03-05T10:00:00.000Z");
    await insert("log_entry_activities", { log_entry_id: id, activity_id });
    await written("2026-03-30", "Dopsáno později", "2026-04-20T10:00:00.000Z");
    await written("2026-02-28", "Únor", "2026-03-01T10:00:00.000Z");
    const reported = await figures("2026-03-31", "2026-04-03T06:00:00.000Z");
    expect(reported.log).toMatchObject({
      count: 1,
      entries: [{ excerpt: "První setkání", activities: ["KA4"], on: "2026-03-05" }],
    });
    expect((await figures("2026-03-31", "2026-05-03T06:00:00.000Z")).log.count).toBe(2);
  });

  test("tell finished and missed milestones and the next thirty days, with ends of periods", async () => {
    const due = (title: string, due_on: string, more: object = {}) =>
      createMilestone(deps.db, projectId, { title, due_on, ...more });
    const late = await due("Pozdě", "2026-03-10");
    await insert("milestone_states", {
      ...{ milestone_id: late, state: "done", valid_on: "2026-03-15" },
      recorded_at: "2026-04-10T10:00:00.000Z",
    });
    await due("Zmeškáno posledního", "2026-03-31");
    await due("Zrušeno", "2026-03-01", { cancelled_on: "2026-03-02" });
    await due("Brzy", "2026-04-30");
    await due("Daleko", "2026-05-02");
    await createPeriod(deps.db, projectId, { starts_on: "2026-01-01", ends_on: "2026-04-15" });
    const titles = (rows: { title: string | null }[]) => rows.map(({ title }) => title);
    const reported = await figures("2026-03-31", "2026-04-03T06:00:00.000Z");
    expect(titles(reported.finished)).toEqual([]);
    expect(titles(reported.missed)).toEqual(["Pozdě", "Zmeškáno posledního"]);
    expect(titles(reported.ahead)).toEqual([null, "Brzy"]);
    const today = await figures("2026-03-31", "2026-04-12T06:00:00.000Z");
    expect(titles(today.finished)).toEqual(["Pozdě"]);
    expect(titles(today.missed)).toEqual(["Zmeškáno posledního"]);
    const stillRunning = await figures("2026-03-31", "2026-03-31T12:00:00.000Z");
    expect(titles(stillRunning.missed)).toEqual(["Pozdě"]);
  });

  test("at any day and any knowledge are those of an independent plain computation", async () => {
    const history = await storeHistory();
    const days = fc.tuple(fc.nat(DAYS), fc.nat(DAYS));
    await fc.assert(
      fc.asyncProperty(days, async ([on, known]) => {
        const moment = { on: day(on), asOf: instant(known) };
        const facts = await figures(moment.on, moment.asOf);
        expect(simple(facts)).toEqual(plainFigures(history, moment));
      }),
      { seed: 42, numRuns: 40 },
    );
  });

  /** Some of everything, with corrections that come late, out of a fixed seed. */
  async function storeHistory(): Promise<StoredHistory> {
    const pick = numbers(7);
    const indicatorIds = [
      await createIndicator(deps.db, projectId, { target: 90 }),
      await createIndicator(deps.db, projectId, { target: 50, behaviour: "state" }),
    ];
    const activityIds = [
      await createActivity(deps.db, projectId, { share_bp: 3_000 }),
      await createActivity(deps.db, projectId, { share_bp: 7_000 }),
    ];
    const history: StoredHistory = { values: [], percents: [], milestones: [], spends: [] };
    for (let n = 0; n < 40; n += 1) {
      const [valid, place] = [pick(DAYS), pick(2)];
      const stamp = { valid_on: day(valid), recorded_at: instant(valid + pick(30)) };
      const value = { ...stamp, indicator_id: indicatorIds[place], value: pick(9) };
      const id = await insert("indicator_values", value);
      history.values.push({ id, ...value, place, corrects_id: null });
      if (n % 4 === 0) {
        const corrected = { ...value, value: pick(9), recorded_at: instant(valid + 30 + pick(30)) };
        const row = { ...corrected, corrects_id: id };
        history.values.push({ id: await insert("indicator_values", row), ...row, place });
      }
      const percent = { ...stamp, activity_id: activityIds[place], percent: pick(101) };
      history.percents.push({ id: await insert("activity_progress", percent), ...percent, place });
      const spend = { ...stamp, project_id: projectId, spent_halere: pick(1_000) };
      history.spends.push({ id: await insert("project_spends", spend), ...spend });
    }
    await storeMilestones(history, pick);
    return history;
  }

  /** Two of three are done some time, told at once or later. */
  async function storeMilestones(history: StoredHistory, pick: (limit: number) => number) {
    for (let n = 0; n < 12; n += 1) {
      const due = pick(DAYS);
      const id = await createMilestone(deps.db, projectId, { due_on: day(due) });
      const done = due + pick(40) - 20;
      const stamp = { valid_on: day(done), recorded_at: instant(done + pick(20)) };
      const isDone = n % 3 > 0;
      if (isDone) await insert("milestone_states", { milestone_id: id, state: "done", ...stamp });
      history.milestones.push({ id, due_on: day(due), ...(isDone ? stamp : {}) });
    }
  }

  test("of many projects take as many queries as of one", async () => {
    const ids = [projectId];
    for (let n = 0; n < 12; n += 1) {
      const id = await createProject(deps.db);
      await createIndicator(deps.db, id, { target: 5 });
      await createMilestone(deps.db, id);
      ids.push(id);
    }
    const moment = { on: "2026-03-31", asOf: "2026-04-03T06:00:00.000Z" };
    const ask = (some: number[]) =>
      statementsOf(deps.db, () => figuresOfProjects(deps.db, some, moment));
    expect(await ask(ids)).toHaveLength((await ask([projectId])).length);
    const together = await figuresOfProjects(deps.db, ids, moment);
    for (const id of ids)
      expect(together.get(id)).toEqual(await projectFigures(deps.db, id, moment));
  });
});

function simple(facts: MonthFacts) {
  return {
    achieved: facts.indicators.map(({ achieved }) => achieved),
    inMonth: facts.indicators.map(({ inMonth }) => inMonth),
    previous: facts.indicators.map(({ previous }) => previous),
    physicalBp: facts.totals.physicalBp,
    previousPhysicalBp: facts.previous.physicalBp,
    spent: facts.totals.spentHalere,
    finished: facts.finished.map(({ id }) => id).toSorted((a, b) => a - b),
    missed: facts.missed.map(({ id }) => id).toSorted((a, b) => a - b),
    ahead: facts.ahead.map(({ id }) => id).toSorted((a, b) => a - b),
  };
}

/** Numbers below a limit, the same in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * limit);
  };
}
