import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../../server/change.ts";
import { closePortfolio } from "../../../../../server/features/months/closing/portfolio.ts";
import { closeMonth, reopenMonth } from "../../../../../server/features/months/closing/service.ts";
import { reportMonth } from "../../../../../server/features/months/reporting/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createProject,
  createUser,
  insert,
} from "../../../../support/factories.ts";
import { statementsOf } from "../../../../support/queries.ts";
import { createEvent } from "../../../../support/training-factories.ts";

describe.each(engines)("the summary of all projects on %s", (engine) => {
  let house: TestApp;
  let head: Browser;
  let projectId: number;
  let indicatorId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-03T08:00:00.000Z" });
    head = await house.signedInAs(await createUser(house.db, { is_management: true }));
    projectId = await createProject(house.db, { short_name: "Rodiny", total_halere: 1_000_00 });
    indicatorId = await createIndicator(house.db, projectId, { target: 20 });
  });
  afterEach(() => house.close());

  const value = (value: number, valid_on: string) =>
    insert(house.db, "indicator_values", {
      ...{ indicator_id: indicatorId, value, valid_on, recorded_at: house.clock.now() },
    });
  const text = async (path: string) => {
    const answer = await head.get(path);
    expect(answer.status).toBe(200);
    return answer.text.replace(/[\s\u00a0]+/g, " ");
  };
  const resolution = (title: string) =>
    insert(house.db, "resolutions", {
      ...{ project_id: projectId, number: 1, title, decided_by: "Rada kraje" },
      ...{ submit_by: "2026-04-20", created_at: house.clock.now() },
    });

  test("says whether it is closed and which version it is", async () => {
    await value(4, "2026-02-10");
    expect(await text("/summaries/2026-02")).toContain(
      "Neuzavřeno, hodnoty jsou k 3. 3. 2026 9:00.",
    );
    await closePortfolio(house, system, "2026-02");
    expect(await text("/summaries/2026-02")).toContain("Uzavřeno 3. 3. 2026 9:00, verze 1.");
  });

  test("shows a closed month as it was told then, whatever was frozen after it", async () => {
    await value(4, "2026-02-10");
    await closePortfolio(house, system, "2026-02");
    const told = house.clock.now();
    house.clock.advance(60_000);
    const [first] = await house.db("month_figures").select();
    const { id: _id, ...row } = first;
    await house.db("month_figures").insert({
      ...{ ...row, revision: 2, as_of: house.clock.now() },
      headline: row.headline.replace('"indicatorsBp":2000', '"indicatorsBp":3000'),
    });
    const now = await text("/summaries/2026-02");
    expect(now).toContain("verze 2.");
    expect(now).toContain("30 %");
    const then = await text(`/summaries/2026-02?asOf=${told}`);
    expect(then).toContain("verze 1.");
    expect(then).toContain("20 %");
    expect(then).not.toContain("30 %");
  });

  test("takes no notice of an instant before all time", async () => {
    for (const instant of ["0000-01-01T00:00:00Z", "0001-01-01T00:00:00Z", "1999-12-31T23:59:59Z"])
      expect(await text(`/summaries/2026-02?asOf=${instant}`)).toContain("Rodiny");
  });

  test("is a further version only for whoever sees the project that was frozen anew", async () => {
    const other = await createProject(house.db, { short_name: "Senioři" });
    const member = await createUser(house.db);
    await addMember(house.db, { projectId: other, userId: member, role: "reader" });
    await closePortfolio(house, system, "2026-02");
    house.clock.advance(60_000);
    await reopenMonth(house, system, { projectId, month: "2026-02", reason: "Překlep" });
    await closeMonth(house, system, { projectId, month: "2026-02" });
    expect(await text("/summaries/2026-02")).toContain("verze 2.");
    head = await house.signedInAs(member);
    expect(await text("/summaries/2026-02")).toContain("Uzavřeno 3. 3. 2026 9:00, verze 1.");
  });

  test("compares with the month before, or with any earlier one", async () => {
    await value(4, "2026-01-10");
    await reportMonth(house, "2026-01");
    await value(2, "2026-02-10");
    await reportMonth(house, "2026-02");
    house.clock.set("2026-04-02T08:00:00.000Z");
    head = await house.signedInAs(await createUser(house.db, { is_management: true }));
    await value(6, "2026-03-10");
    await closePortfolio(house, system, "2026-03");
    const usual = await text("/summaries/2026-03");
    expect(usual).toContain("+30 p. b.");
    expect(usual).toContain("proti měsíci únor 2026");
    const asked = await text("/summaries/2026-03?against=2026-01");
    expect(asked).toContain("+40 p. b.");
    expect(asked).toContain("proti měsíci leden 2026");
    expect(await text("/summaries/2026-03?against=2026-05")).toContain("+30 p. b.");
  });

  test("holds what waits for a decision, of managers and of resolutions, in an open month and a closed one", async () => {
    await resolution("Dodatek smlouvy");
    await house
      .db("project_totals")
      .where({ project_id: projectId })
      .update({ decision_needed: "Povolit změnu termínu", health: "on-track" });
    await insert(house.db, "project_statuses", {
      ...{ project_id: projectId, health: "on-track", sentence: "Jde to." },
      ...{ decision_needed: "Povolit změnu termínu", valid_on: "2026-02-20" },
      recorded_at: "2026-02-20T08:00:00.000Z",
    });
    await closePortfolio(house, system, "2026-02");
    for (const month of ["2026-03", "2026-02"]) {
      const page = await text(`/summaries/${month}`);
      expect(page).toContain("Povolit změnu termínu");
      expect(page).toContain("Rada kraje: Dodatek smlouvy, předložit do 20. 4. 2026");
    }
  });

  test("tells five figures of the region, of a closed month and of the running one", async () => {
    const held = {
      state: "closed",
      starts_on: "2026-02-10",
      ends_on: "2026-02-10",
      head_count: 14,
    };
    await createEvent(house.db, projectId, held);
    await closePortfolio(house, system, "2026-02");
    const page = await text("/summaries/2026-02");
    const tiles = [...page.matchAll(/tile__label">([^<]+)<\/p> <p class="tile__value">([^<]+)</g)];
    expect(tiles.map(([, label, figure]) => [label, figure])).toEqual([
      ["Projekty v realizaci", "1"],
      ["Vyčerpáno", "neuvedeno"],
      ["Osoby nad prahem podpory", "neuvedeno"],
      ["Po termínu", "0"],
      ["Uskutečněné akce", "1"],
    ]);
    expect(page).toContain("14 osob");
    await createEvent(house.db, projectId, {
      ...held,
      starts_on: "2026-03-02",
      ends_on: "2026-03-02",
    });
    expect(await text("/summaries/2026-03")).toMatch(
      /Uskutečněné akce<\/p> <p class="tile__value">1</,
    );
  });

  test("holds open projects among those that have closed the month", async () => {
    await value(4, "2026-02-10");
    await reportMonth(house, "2026-02");
    await createProject(house.db, { short_name: "Později" });
    const page = await text("/summaries/2026-02");
    expect(page).toContain("Neuzavřeno: uložený měsíc má 0 z 2 projektů");
    expect(page).toContain("Později");
    expect(page).toContain("Rodiny");
  });

  test("puts a year on one page, in as many queries for many projects as for one", async () => {
    await value(4, "2026-01-10");
    await reportMonth(house, "2026-01");
    await closePortfolio(house, system, "2026-02");
    const page = await text("/summaries/years/2026");
    expect(page).toContain("Rodiny");
    expect(page).toContain(`/projects/${projectId}/months/2026-02`);
    expect(page).toContain("uzavřeno");
    const ask = async () =>
      (await statementsOf(house.db, () => text("/summaries/years/2026"))).length;
    const one = await ask();
    for (let n = 0; n < 6; n += 1) await createProject(house.db);
    await reportMonth(house, "2026-01");
    expect(await ask()).toBe(one);
    expect(one).toBe(3);
    expect(await text("/summaries/years/2024")).toContain("není vykázaný žádný měsíc");
    expect((await head.get("/summaries/years/x")).status).toBe(404);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get("/summaries/years/2026")).text).not.toContain("Rodiny");
  });

  test("shows months that were stored before summaries told of events", async () => {
    await reportMonth(house, "2026-02");
    const [row] = await house.db("month_figures").select();
    const without = (json: string) => {
      const { details: _details, ...rest } = JSON.parse(json);
      return JSON.stringify(rest);
    };
    const { id: _id, ...older } = row;
    const stripped = { headline: without(row.headline), facts: without(row.facts) };
    await house.db("month_figures").insert({ ...older, ...stripped, revision: 2 });
    expect(await text("/summaries/2026-02")).toContain("Rodiny");
    expect(await text("/summaries/2026-02/sheets")).toContain("Rodiny");
    expect(await text("/summaries/years/2026")).toContain("Rodiny");
    expect(await text(`/projects/${projectId}/months/2026-02`)).toContain("Únor 2026");
  });
});
