import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Connection } from "../../../../../db/connection.ts";
import { type Author, system } from "../../../../../server/change.ts";
import { deliverMail } from "../../../../../server/features/mails/delivery/service.ts";
import { closePortfolio } from "../../../../../server/features/months/closing/portfolio.ts";
import {
  closeMonth,
  mendMonth,
  reopenMonth,
} from "../../../../../server/features/months/closing/service.ts";
import type { MonthFacts } from "../../../../../server/features/months/figures/facts.ts";
import { reportDueMonths } from "../../../../../server/features/months/reporting/service.ts";
import { engines } from "../../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../../support/deps.ts";
import { createIndicator, createProject, createUser } from "../../../../support/factories.ts";

const MARCH = "2026-03";

describe.each(engines)("the close of a month on %s", (engine) => {
  let deps: TestDeps;
  let author: Author;
  let projectId: number;
  let indicator_id: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-04-01T08:00:00.000Z" });
    const userId = await createUser(deps.db);
    author = { ...system, userId };
    await createUser(deps.db, { is_management: true, email: "vedeni@kraj.test" });
    projectId = await createProject(deps.db, { short_name: "Rodiny" });
    indicator_id = await createIndicator(deps.db, projectId, { target: 20 });
  });
  afterEach(() => deps.close());

  const of = () => ({ projectId, month: MARCH });
  const value = (value: number, valid_on: string, more: object = {}) =>
    deps
      .db("indicator_values")
      .insert({ indicator_id, value, valid_on, recorded_at: deps.clock.now(), ...more });
  const revisions = async () =>
    (
      await deps.db("month_figures").where({ month: MARCH }).orderBy(["project_id", "revision"])
    ).map((row) => ({ ...row, facts: JSON.parse(row.facts) as MonthFacts }));
  const achieved = async () =>
    (await revisions()).map(({ facts }) => facts.indicators[0]?.achieved);
  const acts = () => deps.db("month_acts").orderBy("id").pluck("act");
  const mails = () => deps.db("outgoing_mails").pluck("dedupe_key");
  const portfolio = () => deps.db("portfolio_months").where({ month: MARCH }).first();

  test("freezes the figures as they are known, with the act and a line in the history", async () => {
    await value(9, "2026-03-12");
    expect(await closeMonth(deps, author, of())).toEqual({ projectId, revision: 1 });
    const [row, ...others] = await revisions();
    expect(others).toEqual([]);
    expect(row).toMatchObject({ state: "frozen", revision: 1, as_of: deps.clock.now() });
    expect(row?.facts.indicators[0]).toMatchObject({ achieved: 9, byMonth: { "2026-03": 9 } });
    const [act] = await deps.db("month_acts");
    expect(act).toMatchObject({ act: "closed", revision: 1, recorded_by: author.userId });
    const [line] = await deps.db("audit_events").where({ action: "month.closed" });
    expect(line).toMatchObject({ project_id: projectId, actor_id: author.userId });
    deps.clock.advanceDays(20);
    await value(3, "2026-03-20");
    expect(await revisions()).toEqual([row]);
  });

  test("waits until the month is over, for a project that ran in it, and happens once", async () => {
    deps.clock.set("2026-03-31T12:00:00.000Z");
    await expect(closeMonth(deps, author, of())).rejects.toThrow("monthRunning");
    deps.clock.set("2026-04-01T08:00:00.000Z");
    await closeMonth(deps, author, of());
    await expect(closeMonth(deps, author, of())).rejects.toThrow("monthClosed");
    const over = await createProject(deps.db, { starts_on: "2024-01-01", ends_on: "2026-02-28" });
    await expect(closeMonth(deps, author, { projectId: over, month: MARCH })).rejects.toThrow(
      "month not found",
    );
    expect(await acts()).toEqual(["closed"]);
  });

  test("of two who close at once one does, over connections of their own too", async () => {
    const other = { ...deps, db: deps.database.connectAgain() as Connection };
    const both = await Promise.allSettled([
      closeMonth(deps, author, of()),
      closeMonth(other, author, of()),
      closeMonth(deps, author, of()),
    ]);
    const outcomes = both.map(({ status }) => status).sort();
    expect(outcomes).toEqual(["fulfilled", "rejected", "rejected"]);
    expect(await achieved()).toHaveLength(1);
    expect(await acts()).toEqual(["closed"]);
  });

  test("is mended by a further revision until the summary was mailed, then no more", async () => {
    await value(9, "2026-03-12");
    await closeMonth(deps, author, of());
    deps.clock.advance(60_000);
    expect(await mendMonth(deps, author, of())).toEqual({ projectId, revision: 1 });
    await value(3, "2026-03-20");
    expect(await mendMonth(deps, author, of())).toEqual({ projectId, revision: 2 });
    expect(await achieved()).toEqual([9, 12]);
    expect(await acts()).toEqual(["closed", "mended"]);
    deps.clock.advance(60_000);
    await closePortfolio(deps, author, MARCH);
    expect(await mails()).toHaveLength(1);
    deps.clock.advance(60_000);
    await value(1, "2026-03-21");
    await expect(mendMonth(deps, author, of())).rejects.toThrow("monthMailed");
    expect(await achieved()).toEqual([9, 12]);
  });

  test("is not mended by figures that were read before those that stand", async () => {
    await closeMonth(deps, author, of());
    deps.clock.advance(60_000);
    const early = deps.clock.now();
    deps.clock.advance(60_000);
    await value(3, "2026-03-20");
    await mendMonth(deps, author, of());
    // Somebody who had begun to read before, and comes to write after.
    let asked = 0;
    const clock = { ...deps.clock, now: () => (asked++ === 0 ? early : deps.clock.now()) };
    expect(await mendMonth({ ...deps, clock }, author, of())).toEqual({ projectId, revision: 2 });
    expect(await achieved()).toEqual([null, 3]);
  });

  test("is taken back with a reason, and closed again as a further revision beside the first", async () => {
    await expect(reopenMonth(deps, author, { ...of(), reason: "?" })).rejects.toThrow(
      "monthNotClosed",
    );
    await value(9, "2026-03-12");
    await closePortfolio(deps, author, MARCH);
    deps.clock.advanceDays(3);
    await value(3, "2026-03-20");
    await reopenMonth(deps, author, { ...of(), reason: "Chyběla listina" });
    await expect(mendMonth(deps, author, of())).rejects.toThrow("monthMailed");
    expect(await closeMonth(deps, author, of())).toEqual({ projectId, revision: 2 });
    expect(await achieved()).toEqual([9, 12]);
    expect(await acts()).toEqual(["closed", "reopened", "closed"]);
    const reopened = await deps.db("month_acts").where({ act: "reopened" }).first();
    expect(reopened).toMatchObject({ reason: "Chyběla listina", revision: 1 });
    expect(await mails()).toHaveLength(1);
  });

  test("of all projects closes those that are open, mails the summary and stays closed", async () => {
    await createProject(deps.db, { phase: "application" });
    const late = await createProject(deps.db, { short_name: "Azyl" });
    await closeMonth(deps, author, of());
    deps.clock.advance(60_000);
    expect(await closePortfolio(deps, author, MARCH)).toEqual({ projects: 1, mails: 1 });
    expect((await revisions()).map((row) => [row.project_id, row.revision])).toEqual([
      [projectId, 1],
      [late, 1],
    ]);
    const at = deps.clock.now();
    const month = await portfolio();
    expect(month).toMatchObject({ closed_at: at, closed_by: author.userId, mailed_at: at });
    expect(Boolean(month.was_closed_when_mailed)).toBe(true);
    await expect(closePortfolio(deps, author, MARCH)).rejects.toThrow("portfolioMonthClosed");
    deps.clock.set("2026-04-07T06:00:00.000Z");
    await reportDueMonths(deps);
    expect(await mails()).toHaveLength(1);
    expect(await revisions()).toHaveLength(2);
  });

  test("of all projects by two at once happens once", async () => {
    for (let n = 0; n < 25; n += 1) await createProject(deps.db);
    const other = { ...deps, db: deps.database.connectAgain() as Connection };
    const both = await Promise.allSettled([
      closePortfolio(deps, author, MARCH),
      closePortfolio(other, author, MARCH),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await revisions()).toHaveLength(26);
    expect(await acts()).toHaveLength(26);
    expect(await mails()).toHaveLength(1);
  });

  test("not done by the third working day is told so; the close that follows is mailed no more", async () => {
    deps.clock.set("2026-04-07T06:00:00.000Z");
    await reportDueMonths(deps);
    expect(Boolean((await portfolio()).was_closed_when_mailed)).toBe(false);
    expect((await portfolio()).closed_at).toBeNull();
    deps.clock.advanceDays(1);
    expect(await closeMonth(deps, author, of())).toEqual({ projectId, revision: 2 });
    expect((await revisions()).map(({ state }) => state)).toEqual(["reported", "frozen"]);
    expect(await closePortfolio(deps, author, MARCH)).toEqual({ projects: 0, mails: 0 });
    expect(Boolean((await portfolio()).was_closed_when_mailed)).toBe(false);
    expect(await mails()).toHaveLength(1);
  });

  test("read before the summary left and frozen after it is refused, for it was not told", async () => {
    deps.clock.set("2026-04-07T06:00:00.000Z");
    let asked = 0;
    // The clock of the closer runs a second behind.
    const clock = {
      ...deps.clock,
      now: () => (asked++ === 0 ? "2026-04-07T05:59:59.000Z" : deps.clock.now()),
    };
    await reportDueMonths(deps);
    await expect(closeMonth({ ...deps, clock }, author, of())).rejects.toThrow("monthBeingMailed");
    deps.clock.advance(1_000);
    expect(await closeMonth(deps, author, of())).toMatchObject({ revision: 2 });
  });

  test("frozen between the mailing and its sending is not what the mail tells", async () => {
    await deps.db("project_statuses").insert({
      ...{ project_id: projectId, health: "at-risk", sentence: "Chybí lektor." },
      ...{ valid_on: "2026-03-20", recorded_at: deps.clock.now() },
    });
    deps.clock.set("2026-04-07T06:00:00.000Z");
    await reportDueMonths(deps);
    deps.clock.advance(60_000);
    await deps.db("project_statuses").insert({
      ...{ project_id: projectId, health: "on-track", sentence: "Lektor je." },
      ...{ valid_on: "2026-03-21", recorded_at: deps.clock.now() },
    });
    await closeMonth(deps, author, of());
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    const [mail] = deps.mailer.sent;
    expect(mail?.subject).toContain("0 ve skluzu, 1 ohroženo (neuzavřeno)");
    expect(mail?.text).toContain("Chybí lektor.");
    expect(mail?.text).not.toContain("Lektor je.");
  });

  test("by every project is the close of all, on the third working day at the latest", async () => {
    await closeMonth(deps, author, of());
    deps.clock.set("2026-04-07T06:00:00.000Z");
    await reportDueMonths(deps);
    expect(await portfolio()).toMatchObject({ closed_at: deps.clock.now(), closed_by: null });
    expect(Boolean((await portfolio()).was_closed_when_mailed)).toBe(true);
    expect(await mails()).toHaveLength(1);
  });

  test("beside the report of the third working day leaves one set of figures of each kind", async () => {
    deps.clock.set("2026-04-07T06:00:00.000Z");
    const other = { ...deps, db: deps.database.connectAgain() as Connection };
    await Promise.all([closeMonth(deps, author, of()), reportDueMonths(other)]);
    const kept = await revisions();
    const last = kept.at(-1);
    expect(last?.state).toBe("frozen");
    expect((await deps.db("month_acts").first()).revision).toBe(last?.revision);
    expect(await mails()).toHaveLength(1);
  });

  test("cannot be undone behind the product's back", async () => {
    await closeMonth(deps, author, of());
    await expect(deps.db("month_figures").update({ facts: "{}" })).rejects.toThrow(/append-only/);
    await expect(deps.db("month_figures").delete()).rejects.toThrow(/append-only/);
    await expect(deps.db("month_acts").delete()).rejects.toThrow(/append-only/);
  });
});
