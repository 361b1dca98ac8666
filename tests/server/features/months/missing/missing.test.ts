import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { missingInMonth } from "../../../../../server/features/months/missing/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import {
  createIndicator,
  createMilestone,
  createProject,
  createUser,
} from "../../../../support/factories.ts";
import { createExpenditure } from "../../../../support/money-factories.ts";
import { statementsOf } from "../../../../support/queries.ts";
import {
  createEvent,
  createRegistration,
  createSession,
} from "../../../../support/training-factories.ts";

describe.each(engines)("what a month lacks on %s", (engine) => {
  let deps: TestDeps;
  let project_id: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-04-02T08:00:00.000Z" });
    project_id = await createProject(deps.db);
    await deps
      .db("document_requirements")
      .update({ valid_to: "2020-01-01", valid_from: "2019-01-01" });
  });
  afterEach(() => deps.close());

  const insert = async (table: string, row: object): Promise<number> =>
    (await deps.db(table).insert(row).returning("id"))[0].id;
  const recorded = (valid_on: string) => ({ valid_on, recorded_at: `${valid_on}T10:00:00.000Z` });
  const lacks = async (month = "2026-03") => {
    const found = await missingInMonth(deps, { projectIds: [project_id], month });
    return Object.fromEntries(
      (found.get(project_id) ?? []).map(({ kind, count }) => [kind, count]),
    );
  };
  const status = (valid_on: string) =>
    insert("project_statuses", {
      ...{ project_id, health: "on-track", sentence: "Jde to." },
      ...recorded(valid_on),
    });
  const entry = (happened_on: string, more: object = {}) =>
    insert("log_entries", {
      ...{ project_id, happened_on, body: "Setkání", created_at: `${happened_on}T10:00:00.000Z` },
      ...more,
    });
  const spend = (valid_on: string) =>
    insert("project_spends", { project_id, spent_halere: 1, ...recorded(valid_on) });

  test("is its status, its log and its spending while nobody has entered any in it", async () => {
    await status("2026-02-28");
    await entry("2026-04-01");
    await spend("2026-02-10");
    expect(await lacks()).toEqual({ status: 1, log: 1, spending: 1 });
    await status("2026-03-31");
    const written = await entry("2026-03-01");
    await spend("2026-03-15");
    expect(await lacks()).toEqual({});
    await deps.db("log_entries").where({ id: written }).update({ archived_at: deps.clock.now() });
    expect(await lacks()).toEqual({ log: 1 });
  });

  test("spending is known of a project that records expenditures; one only ordered is to be decided", async () => {
    await status("2026-03-31");
    await entry("2026-03-01");
    await createExpenditure(deps.db, project_id, { state: "ordered", valid_on: "2026-03-05" });
    expect(await lacks()).toEqual({ spending: 1, expenditures: 1 });
    await createExpenditure(deps.db, project_id, { state: "recorded", valid_on: "2026-01-05" });
    await createExpenditure(deps.db, project_id, { state: "planned", valid_on: "2026-04-01" });
    expect(await lacks()).toEqual({ expenditures: 1 });
  });

  describe("besides what is in order", () => {
    beforeEach(async () => {
      await status("2026-03-31");
      await entry("2026-03-01");
      await spend("2026-03-15");
    });

    test("is a committed indicator without a value of the month, unless it is computed", async () => {
      const indicator_id = await createIndicator(deps.db, project_id);
      await createIndicator(deps.db, project_id, { is_committed: false });
      await createIndicator(deps.db, project_id, {
        origin: "computed",
        computation: "persons-over-threshold",
      });
      const value = (value: number | null, valid_on: string, more: object = {}) =>
        insert("indicator_values", { indicator_id, value, ...recorded(valid_on), ...more });
      await value(4, "2026-02-10");
      expect(await lacks()).toEqual({ indicators: 1 });
      const entered = await value(0, "2026-03-10");
      expect(await lacks()).toEqual({});
      await value(1, "2026-02-11", { corrects_id: entered });
      expect(await lacks()).toEqual({ indicators: 1 });
    });

    test("is an event that is over and not closed, and its sessions without attendance", async () => {
      const event = await createEvent(deps.db, project_id);
      const session_id = await createSession(deps.db, event);
      const registration_id = await createRegistration(deps.db, event);
      await createRegistration(deps.db, event, { state: "invited" });
      await createEvent(deps.db, project_id, { starts_on: "2026-04-01", ends_on: "2026-04-01" });
      await createEvent(deps.db, project_id, { state: "cancelled" });
      expect(await lacks()).toEqual({ events: 1, attendance: 1 });
      await insert("attendances", {
        ...{ registration_id, session_id, state: "excused" },
        recorded_at: deps.clock.now(),
      });
      expect(await lacks()).toEqual({ events: 1 });
      await deps.db("events").where({ id: event }).update({ state: "closed" });
      expect(await lacks()).toEqual({});
    });

    test("is an approved timesheet of everybody paid directly who worked in it", async () => {
      const user_id = await createUser(deps.db);
      const at = { created_at: deps.clock.now() };
      const position = (funding: string) =>
        insert("positions", {
          ...{ project_id, name: "Metodik", contract: "employment", funding, ...at },
        });
      const assignment = async (funding: string, starts_on: string, ends_on: string | null) =>
        insert("staff_assignments", {
          ...{
            project_id,
            position_id: await position(funding),
            user_id,
            starts_on,
            ends_on,
            ...at,
          },
        });
      const assignment_id = await assignment("direct", "2026-03-31", null);
      await assignment("direct", "2025-01-01", "2026-02-28");
      await assignment("flat-rate", "2025-01-01", null);
      expect(await lacks()).toEqual({ timesheets: 1 });
      const sheet = await insert("timesheets", {
        ...{ project_id, assignment_id, month: "2026-03", state: "submitted", ...at },
      });
      expect(await lacks()).toEqual({ timesheets: 1 });
      await deps.db("timesheets").where({ id: sheet }).update({ state: "approved" });
      expect(await lacks()).toEqual({});
    });

    test("is what is overdue by its end and a risk whose review did not take place", async () => {
      await createMilestone(deps.db, project_id, { due_on: "2026-03-31" });
      await createMilestone(deps.db, project_id, { due_on: "2026-04-01" });
      await createMilestone(deps.db, project_id, { due_on: "2026-03-01", done_on: "2026-03-20" });
      await insert("risks", {
        ...{ project_id, number: 1, title: "Odejde garant", probability: 3, impact: 4 },
        ...{ assessed_on: "2026-01-01", next_review_on: "2026-03-15" },
        created_at: deps.clock.now(),
      });
      expect(await lacks()).toEqual({ overdue: 1, risks: 1 });
      expect(await lacks("2026-04")).toMatchObject({ overdue: 2, risks: 1 });
    });

    test("is a paper that is owed", async () => {
      await deps.db("document_requirements").insert({
        ...{ code: "poster", subject: "project", name_cs: "Plakát", name_en: "Poster" },
        ...{ category: "publicity", valid_from: "2021-01-01", position: 99 },
        created_at: deps.clock.now(),
      });
      expect(await lacks()).toEqual({ documents: 1 });
    });
  });

  test("costs as many statements for many projects as for one", async () => {
    const ask = (projectIds: number[]) =>
      statementsOf(deps.db, () => missingInMonth(deps, { projectIds, month: "2026-03" }));
    const one = (await ask([project_id])).length;
    const many = [project_id];
    for (let n = 0; n < 10; n += 1) many.push(await createProject(deps.db));
    expect((await ask(many)).length).toBe(one);
    expect(one).toBe(11);
    expect(await missingInMonth(deps, { projectIds: [], month: "2026-03" })).toEqual(new Map());
  });
});
