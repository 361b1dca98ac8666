import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { MonthDetails } from "../../../../server/features/months/figures/details/facts.ts";
import { headlineOf } from "../../../../server/features/months/figures/rules.ts";
import { projectFigures } from "../../../../server/features/months/figures/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createPeriod, createProject, insert } from "../../../support/factories.ts";
import {
  createAttendance,
  createEvent,
  createParticipation,
  createPosting,
  createRegistration,
  createSession,
  createSupportRules,
} from "../../../support/training-factories.ts";

const MARCH = "2026-03-31";
const APRIL_3 = "2026-04-03T06:00:00.000Z";

describe.each(engines)("what a month tells beyond its figures on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db, { total_halere: 100_000_01 });
  });
  afterEach(() => deps.close());

  const facts = async (on = MARCH, asOf = APRIL_3) => {
    const found = await projectFigures(deps.db, projectId, { on, asOf });
    if (!found) throw new Error("the project has figures");
    return found;
  };
  const details = async (on?: string, asOf?: string) =>
    (await facts(on, asOf)).details as MonthDetails;

  test("events held in the month with how many were there and for how long; a confidential one without its title", async () => {
    await createSupportRules(deps.db);
    const held = { state: "closed", starts_on: "2026-03-10", ends_on: "2026-03-10" };
    const course = await createEvent(deps.db, projectId, { ...held, title: "Kurz" });
    const participation = await createParticipation(deps.db, projectId);
    const { participant_id } = await deps.db("participations").where({ id: participation }).first();
    const registrationId = await createRegistration(deps.db, course, { participant_id });
    for (const hours of ["09:00", "13:00"]) {
      const sessionId = await createSession(deps.db, course, {
        starts_at: hours,
        ends_at: hours === "09:00" ? "12:00" : "16:00",
      });
      await createAttendance(deps.db, { sessionId, registrationId });
      await createPosting(deps.db, participation, { session_id: sessionId, minutes: 180 });
    }
    const hidden = { ...held, is_confidential: true, title: "Setkání PEER", head_count: 7 };
    await createEvent(deps.db, projectId, { ...hidden, ends_on: "2026-03-12" });
    await createEvent(deps.db, projectId, { ...held, state: "planned" });
    await createEvent(deps.db, projectId, { ...held, ends_on: "2026-02-28" });
    const found = await details();
    expect(found.events).toMatchObject([
      { title: "Kurz", persons: 1, minutes: 360 },
      { title: null, persons: 7, minutes: 0 },
    ]);
    expect(found.support).toEqual({
      ...{ persons: 1, overThreshold: 0, crossedInMonth: 0 },
      ...{ personsInMonth: 1, minutesInMonth: 360 },
    });
  });

  test("who crossed the threshold of support, in the month and before it, as it was known then", async () => {
    await createSupportRules(deps.db);
    for (const valid_on of ["2026-02-10", "2026-03-10", "2026-04-10"]) {
      const person = await createParticipation(deps.db, projectId);
      await createPosting(deps.db, person, { minutes: 41 * 60, valid_on });
    }
    const late = await createParticipation(deps.db, projectId);
    const recorded_at = "2026-05-01T08:00:00.000Z";
    const hours = { minutes: 41 * 60, valid_on: "2026-03-20", recorded_at };
    await createPosting(deps.db, late, hours);
    expect((await details()).support).toMatchObject({ overThreshold: 2, crossedInMonth: 1 });
    const known = await details(MARCH, "2026-05-02T08:00:00.000Z");
    expect(known.support).toMatchObject({ overThreshold: 3, crossedInMonth: 2 });
  });

  test("open risks, the worst first, as they were assessed by then", async () => {
    const at = { created_at: "2026-01-05T08:00:00.000Z" };
    const risk = (number: number, title: string) =>
      insert(deps.db, "risks", {
        ...{ project_id: projectId, number, title, probability: 1, impact: 1, ...at },
        assessed_on: "2026-01-05",
      });
    const assess = (risk_id: number, probability: number, impact: number, more: object = {}) =>
      insert(deps.db, "risk_assessments", {
        ...{ risk_id, probability, impact, state: "open" },
        ...{ valid_on: "2026-02-10", recorded_at: "2026-02-10T08:00:00.000Z", ...more },
      });
    const small = await risk(1, "Nemoc lektora");
    const great = await risk(2, "Nedostatek zájemců");
    const gone = await risk(3, "Bez prostor");
    await assess(small, 2, 2);
    await assess(great, 3, 3);
    await assess(great, 4, 4, { valid_on: "2026-03-05", recorded_at: "2026-03-05T08:00:00.000Z" });
    await assess(gone, 5, 5, { state: "closed" });
    await assess(small, 5, 5, { valid_on: "2026-03-20", recorded_at: "2026-04-10T08:00:00.000Z" });
    expect((await details()).risks).toMatchObject([
      { title: "Nedostatek zájemců", probability: 4, impact: 4, previousScore: 9 },
      { title: "Nemoc lektora", probability: 2, impact: 2, previousScore: null },
    ]);
  });

  test("resolutions that wait for whoever decides", async () => {
    const resolution = (number: number, title: string, more: object = {}) =>
      insert(deps.db, "resolutions", {
        ...{ project_id: projectId, number, title, decided_by: "Rada kraje" },
        ...{ submit_by: "2026-04-20", created_at: "2026-03-01T08:00:00.000Z", ...more },
      });
    await resolution(1, "Dodatek smlouvy", { submit_by: "2026-04-10", submitted_on: "2026-03-30" });
    await resolution(2, "Přijato v dubnu", { state: "adopted", decided_on: "2026-04-01" });
    await resolution(3, "Přijato v březnu", { state: "adopted", decided_on: "2026-03-15" });
    await resolution(4, "Stažené", { state: "withdrawn" });
    const found = await facts();
    expect(found.details?.resolutions).toMatchObject([
      { title: "Dodatek smlouvy", isSubmitted: true, submitBy: "2026-04-10" },
      { title: "Přijato v dubnu", isSubmitted: false },
    ]);
    expect(headlineOf(found).details?.resolutions).toHaveLength(2);
  });

  test("the plan of periods that have ended", async () => {
    const [first, second] = [
      await createPeriod(deps.db, projectId, { starts_on: "2025-10-01", ends_on: "2026-03-31" }),
      await createPeriod(deps.db, projectId, {
        number: 2,
        starts_on: "2026-04-01",
        ends_on: "2026-09-30",
      }),
    ];
    const source_id = await source("eu", 850_000, 0);
    const plan = (period_id: number, amount_halere: number, recorded_at: string) =>
      insert(deps.db, "drawdown_plans", {
        ...{ project_id: projectId, period_id, source_id, amount_halere, recorded_at },
        valid_on: recorded_at.slice(0, 10),
      });
    await plan(first, 500_00, "2026-01-05T08:00:00.000Z");
    await plan(first, 700_00, "2026-02-05T08:00:00.000Z");
    await plan(second, 900_00, "2026-02-05T08:00:00.000Z");
    expect((await details()).plannedHalere).toBe(700_00);
    expect((await details("2026-02-28")).plannedHalere).toBeNull();
  });

  function source(kind: string, share_ppm: number | null, position: number): Promise<number> {
    return insert(deps.db, "project_sources", {
      ...{ project_id: projectId, kind, name: kind, share_ppm, position },
    });
  }

  test("sources split every sum to the haléř, and nothing where no share is known", async () => {
    await source("eu", 767_350, 0);
    await source("state", 182_650, 1);
    await source("region", 50_000, 2);
    const spend = (spent_halere: number, valid_on: string) =>
      insert(deps.db, "project_spends", {
        ...{ project_id: projectId, spent_halere, valid_on },
        recorded_at: `${valid_on}T08:00:00.000Z`,
      });
    const amount = fc.integer({ min: 0, max: 9_999_999 });
    await fc.assert(
      fc.asyncProperty(amount, amount, async (before, more) => {
        await deps.db("project_spends").delete();
        await spend(before, "2026-02-28");
        await spend(before + more, "2026-03-20");
        const { sources } = await details();
        const sum = (of: (row: (typeof sources)[number]) => number | null) =>
          sources.reduce((total, row) => total + (of(row) ?? Number.NaN), 0);
        expect(sum((row) => row.totalHalere)).toBe(100_000_01);
        expect(sum((row) => row.previouslyHalere)).toBe(before);
        expect(sum((row) => row.inMonthHalere)).toBe(more);
        expect(sum((row) => row.soFarHalere)).toBe(before + more);
      }),
      { seed: 5, numRuns: 10 },
    );
    await deps.db("project_sources").update({ share_ppm: null });
    expect((await details()).sources[0]).toMatchObject({ totalHalere: null, soFarHalere: null });
  });
});
