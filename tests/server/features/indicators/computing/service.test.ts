import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Author } from "../../../../../server/change.ts";
import type { Computation } from "../../../../../server/features/indicators/computing/rules.ts";
import {
  listCountedFacts,
  refreshComputedIndicators,
} from "../../../../../server/features/indicators/computing/service.ts";
import {
  createIndicator,
  editIndicator,
} from "../../../../../server/features/indicators/service.ts";
import { recordIndicatorValue } from "../../../../../server/features/indicators/values/service.ts";
import { projectFigures } from "../../../../../server/features/months/figures/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import {
  createActivity,
  createProject,
  createUser,
  insert,
} from "../../../../support/factories.ts";
import { statementsOf } from "../../../../support/queries.ts";
import {
  createAttendance,
  createEvent,
  createParticipation,
  createPosting,
  createRegistration,
  createSession,
  createSupportRules,
} from "../../../../support/training-factories.ts";

describe.each(engines)("computed indicators on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  let projectId: number;

  beforeEach(async () => {
    deps = await openTestDeps(engine);
    const userId = await createUser(deps.db);
    author = { userId, requestId: null, address: null, submission: null };
    projectId = await createProject(deps.db);
    await createSupportRules(deps.db);
  });
  afterEach(() => deps.close());

  const computed = (computation: Computation, given = {}) =>
    createIndicator(deps, author, {
      ...{ projectId, name: "Celkový počet účastníků", unit: "osoby", target: 10, computation },
      ...given,
    });
  const stored = (id: number) =>
    deps.db("indicators").where({ id }).first("achieved", "achieved_on", "origin", "computation");
  const refresh = () => deps.db.transaction((trx) => refreshComputedIndicators(trx, projectId));

  /** Somebody over the threshold since a day, with a complete record. */
  async function somebodyOver(on: string, given = {}): Promise<number> {
    const id = await createParticipation(deps.db, projectId, given);
    await createPosting(deps.db, id, { minutes: 1_200, valid_on: "2026-01-10" });
    await createPosting(deps.db, id, { minutes: 1_200, valid_on: on });
    const recorded_at = "2026-01-05T08:00:00.000Z";
    const record = { participation_id: id, is_complete: true, recorded_at };
    await insert(deps.db, "participation_completions", record);
    return id;
  }

  test("count what there is when they are created, and keep figure and totals true", async () => {
    await somebodyOver("2026-02-10");
    const id = await computed("persons-over-threshold");
    expect(await stored(id)).toMatchObject({
      achieved: 1,
      achieved_on: "2026-02-10",
      origin: "computed",
    });
    await somebodyOver("2026-02-20");
    await refresh();
    expect(await stored(id)).toMatchObject({ achieved: 2, achieved_on: "2026-02-20" });
    const totals = await deps.db("project_totals").where({ project_id: projectId }).first();
    expect(totals).toMatchObject({ indicators_bp: 2_000, indicators_with_target: 1 });
  });

  test("tell a month as it was and as it was known", async () => {
    deps.clock.set("2026-01-05T08:00:00Z");
    await computed("persons-over-threshold");
    const id = await somebodyOver("2026-01-20");
    await createPosting(deps.db, id, {
      minutes: 0,
      valid_on: "2026-01-20",
      recorded_at: "2026-02-25T08:00:00.000Z",
      corrects_id: await lastPosting(),
    });
    const january = async (asOf: string) => {
      const facts = await projectFigures(deps.db, projectId, { on: "2026-01-31", asOf });
      return facts?.indicators[0];
    };
    expect(await january("2026-02-01T08:00:00.000Z")).toMatchObject({ achieved: 1, inMonth: 1 });
    expect(await january("2026-03-01T08:00:00.000Z")).toMatchObject({ achieved: null, inMonth: 0 });
  });

  async function lastPosting(): Promise<number> {
    return (await deps.db("support_postings").max({ id: "id" }))[0]?.id;
  }

  test("add what is entered by hand, which needs a source", async () => {
    await somebodyOver("2026-02-10");
    const indicatorId = await computed("persons-over-threshold");
    const entry = { validOn: "2026-01-31", value: 5, isOpening: true };
    const value = { projectId, indicatorId };
    const refused = recordIndicatorValue(deps, author, { ...value, entry });
    await expect(refused).rejects.toMatchObject({ errors: { note: "sourceRequired" } });
    await recordIndicatorValue(deps, author, {
      ...value,
      entry: { ...entry, note: "Stav ke dni převzetí" },
    });
    expect(await stored(indicatorId)).toMatchObject({ achieved: 6, achieved_on: "2026-02-10" });
  });

  test("become declared again with what was entered by hand", async () => {
    await somebodyOver("2026-02-10");
    const indicatorId = await computed("persons-over-threshold");
    const { id: _id, ...row } =
      (await deps.db("indicators").where({ id: indicatorId }).first()) ?? {};
    await editIndicator(deps, author, {
      projectId,
      indicatorId,
      version: row.version,
      formOf: () => ({}),
      fields: {
        activityId: null,
        definitionId: null,
        code: null,
        name: row.name,
        definition: null,
        unit: row.unit,
        kind: "output",
        valueType: "number",
        behaviour: "increment",
        direction: "up",
        decimals: 0,
        baseline: null,
        isCommitted: true,
        computation: null,
        evidenceSource: null,
        ownerUserId: null,
        target: 10,
        targetText: null,
        targetOn: null,
      },
    });
    expect(await stored(indicatorId)).toMatchObject({ achieved: null, origin: "declared" });
  });

  test("count exits, outputs, events and attendances of merged persons once", async () => {
    const activityId = await createActivity(deps.db, projectId);
    const [first, second] = [await somebodyOver("2026-02-10"), await somebodyOver("2026-02-11")];
    await deps.db("participations").where({ id: second }).update({ merged_into_id: first });
    const recorded_at = "2026-02-15T08:00:00.000Z";
    for (const participation_id of [first, second])
      await insert(deps.db, "participation_exits", {
        ...{ participation_id, codes: "SPUKV", valid_on: "2026-02-15", recorded_at },
      });
    const eventId = await createEvent(deps.db, projectId, {
      ...{ activity_id: activityId, state: "held", ends_on: "2026-02-11", head_count: 3 },
    });
    for (const held_on of ["2026-02-10", "2026-02-11"])
      await attend(eventId, await createSession(deps.db, eventId, { held_on }));
    const figures = [];
    for (const computation of ["exits-with-qualification", "events-held", "attendances"] as const)
      figures.push(await stored(await computed(computation, { activityId })));
    expect(figures).toMatchObject([
      { achieved: 1, achieved_on: "2026-02-15" },
      { achieved: 1, achieved_on: "2026-02-11" },
      { achieved: 4, achieved_on: "2026-02-11" },
    ]);
  });

  async function attend(eventId: number, sessionId: number): Promise<void> {
    const known = await deps.db("registrations").where({ event_id: eventId }).first("id");
    const registrationId = known?.id ?? (await createRegistration(deps.db, eventId));
    await createAttendance(deps.db, { sessionId, registrationId });
  }

  test("of a hundred projects take as many statements as of one", async () => {
    const indicators: Parameters<typeof listCountedFacts>[1][number][] = [];
    for (let index = 0; index < 3; index += 1) {
      const other = await createProject(deps.db);
      indicators.push({
        ...{ id: index, projectId: other, activityId: null },
        computation: "persons-supported" as const,
      });
    }
    const moment = { on: "2026-03-01", asOf: "2026-03-01T08:00:00.000Z" };
    const count = (of: typeof indicators) =>
      statementsOf(deps.db, () => listCountedFacts(deps.db, of, moment));
    expect(await count(indicators)).toHaveLength((await count(indicators.slice(0, 1))).length);
    expect(await count(indicators)).toHaveLength(2);
  });
});
