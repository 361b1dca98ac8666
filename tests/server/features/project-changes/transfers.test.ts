import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

type Browser = Awaited<ReturnType<TestApp["signedInAs"]>>;

describe.each(engines)("versions and transfers of a budget on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let base: string;
  let manager: Browser;
  let travel: number;
  let services: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db);
    base = `/projects/${projectId}/budget`;
    manager = await memberOf("manager");
    const versionId = await decision();
    const at = { projectId, versionId };
    const chapter = (code: string, halere: number, parent?: number, name = "Kapitola") =>
      createBudgetLine(app.db, at, {
        ...{ code, name, is_leaf: false, amount_halere: halere, parent_line_id: parent ?? null },
        category: code === "1" ? "eligible" : "direct",
      });
    const root = await chapter("1", 10_000_00);
    const direct = await chapter("1.1", 10_000_00, root);
    const travels = await chapter("1.1.4", 4_000_00, direct, "Cestovné");
    const bought = await chapter("1.1.6", 6_000_00, direct, "Nákup služeb");
    travel = await createBudgetLine(app.db, at, {
      ...{ code: "1.1.4.1", name: "Jízdné", parent_line_id: travels, amount_halere: 4_000_00 },
      ...{ unit: "cesta", unit_price_halere: 400_00, units_e4: 100_000 },
    });
    services = await createBudgetLine(app.db, at, {
      ...{ code: "1.1.6.1", name: "Lektor", parent_line_id: bought, amount_halere: 6_000_00 },
      ...{ unit: "hodina", unit_price_halere: 600_00, units_e4: 100_000 },
    });
    const locked = { locked_at: "2026-01-05T08:00:00.000Z" };
    await app.db("budget_versions").where({ id: versionId }).update(locked);
  });
  afterEach(() => app.close());

  async function decision(): Promise<number> {
    const sums = { eligible_halere: 10_000_00, direct_halere: 10_000_00 };
    return (await createBudgetVersion(app.db, projectId, sums)).versionId;
  }
  async function memberOf(role: string): Promise<Browser> {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  }
  async function begin(kind = "insubstantial"): Promise<string> {
    const fields = { kind, title: "Přesun do služeb", hasBudget: "true" };
    const answer = await manager.post(`/projects/${projectId}/changes`, fields);
    return answer.headers.location ?? "";
  }
  const threshold = (value: string) =>
    app.db("programme_rules").insert({
      ...{ programme: "OPZ+", kind: "transfer-threshold", valid_from: "2021-01-01", value },
      ...{ source: "Pravidla", created_at: "2026-01-05T08:00:00.000Z" },
    });
  const row = (given: object = {}) => ({
    transfer1From: String(travel),
    transfer1To: String(services),
    transfer1Amount: "1 200",
    ...given,
  });
  const lineOf = (code: string) =>
    app
      .db("budget_line_versions as l")
      .join("budget_versions as v", "v.id", "l.budget_version_id")
      .where({ "v.project_id": projectId, "v.number": 2, "l.code": code })
      .first("l.unit_price_halere", "l.units_e4", "l.amount_halere");

  test("an amount both lines can take is transferred with the sums of their chapters", async () => {
    const address = await begin();
    const preview = await manager.post(`${base}/transfers`, row());
    expect(preview.status).toBe(200);
    expect(preview.text).toContain("120000:units:units");
    expect(preview.text).toContain("zůstávají 10\u00a0000,00\u00a0Kč");
    expect(await lineOf("1.1.4.1")).toMatchObject({ amount_halere: 4_000_00 });
    const confirmed = row({ isConfirmed: "true", transfer1Choice: "120000:units:units" });
    const saved = await manager.post(`${base}/transfers`, confirmed);
    expect(saved.headers.location).toBe(address);
    expect(await lineOf("1.1.4.1")).toEqual({
      ...{ unit_price_halere: 400_00, units_e4: 70_000, amount_halere: 2_800_00 },
    });
    expect(await lineOf("1.1.6.1")).toEqual({
      ...{ unit_price_halere: 600_00, units_e4: 120_000, amount_halere: 7_200_00 },
    });
    expect(await lineOf("1.1.4")).toMatchObject({ amount_halere: 2_800_00 });
    expect(await lineOf("1.1.6")).toMatchObject({ amount_halere: 7_200_00 });
    expect(await lineOf("1")).toMatchObject({ amount_halere: 10_000_00 });
    const page = await manager.get(address);
    expect(page.text).toContain("Přesunuta částka mezi položkami");
    expect(page.text).toContain("1.1.4.1 → 1.1.6.1: 1200,00");
  });

  test("an amount that does not come out is offered as the nearest ones, by units or price", async () => {
    await begin();
    const preview = await manager.post(`${base}/transfers`, row({ transfer1Amount: "1000,07" }));
    expect(preview.text).toContain("100000:price:price");
    expect(preview.text).toContain("o 0,07\u00a0Kč méně");
    expect(preview.text).toContain("cena 400,00\u00a0Kč → 300,00\u00a0Kč");
    const wrong = row({ isConfirmed: "true", transfer1Choice: "100007:units:units" });
    const refused = await manager.post(`${base}/transfers`, wrong);
    expect(refused.status).toBe(422);
    expect(await lineOf("1.1.4.1")).toMatchObject({ amount_halere: 4_000_00 });
  });

  test("more than the line has, the same line and nothing at all are refused at their fields", async () => {
    await begin();
    const tooMuch = await manager.post(`${base}/transfers`, row({ transfer1Amount: "4000,01" }));
    expect(tooMuch.status).toBe(422);
    expect(tooMuch.text).toContain("Tolik v položce není.");
    expect(tooMuch.text).toContain("4000,01");
    const same = await manager.post(`${base}/transfers`, row({ transfer1To: String(travel) }));
    expect(same.text).toContain("Vyberte dvě různé položky.");
    expect((await manager.post(`${base}/transfers`, {})).status).toBe(422);
    const ambiguous = await manager.post(`${base}/transfers`, row({ transfer1Amount: "2.200" }));
    expect(ambiguous.status).toBe(422);
  });

  test("beyond the programme's threshold it says that the change would be substantial", async () => {
    await begin();
    await threshold("12");
    const within = await manager.post(`${base}/transfers`, row());
    expect(within.text).toContain("Hranice podstatné změny je 12\u00a0%");
    const beyond = await manager.post(`${base}/transfers`, row({ transfer1Amount: "2 400" }));
    expect(beyond.text).toContain("byla by to podstatná změna");
  });

  test("without a draft there is nothing to transfer in", async () => {
    expect((await manager.get(`${base}/transfers`)).status).toBe(409);
    expect((await manager.post(`${base}/transfers`, row())).status).toBe(409);
  });

  test("coordinators do not transfer, strangers find nothing", async () => {
    await begin();
    const coordinator = await memberOf("coordinator");
    expect((await coordinator.get(`${base}/transfers`)).status).toBe(403);
    expect((await coordinator.post(`${base}/transfers`, row())).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`${base}/transfers`)).status).toBe(404);
    expect((await stranger.get(`${base}/versions`)).status).toBe(404);
  });

  test("versions stand beside each other with what differs, line by line and by chapter", async () => {
    await begin();
    const transfer = row({ isConfirmed: "true", transfer1Choice: "120000:units:units" });
    await manager.post(`${base}/transfers`, transfer);
    const page = await manager.get(`${base}/versions`);
    expect(page.text).toContain("Verze 1 a Verze 2.");
    expect(page.text).toContain("přesunuto 1\u00a0200,00\u00a0Kč, tj. 12\u00a0%");
    expect(page.text).toMatch(
      /1\.1\.4\.1 Jízdné[\s\S]*Kč \/ cesta[\s\S]*>10<\/del><br>\s*7<[\s\S]*-1\u00a0200,00/,
    );
    expect(page.text).toContain("1.1.6 Nákup služeb");
    expect(page.text).not.toContain(">1.1 Kapitola<");
    const whole = await manager.get(`${base}/versions?lines=all`);
    expect(whole.text).toContain("1.1 Kapitola");
    const nonsense = await manager.get(`${base}/versions?from=x&to=999999`);
    expect(nonsense.status).toBe(200);
  });

  test("the pages of versions and transfers ask a fixed number of questions", async () => {
    await begin();
    await threshold("20");
    const own = (statements: string[]) =>
      statements.filter((one) => /budget_|project_change|programme_rules/.test(one)).length;
    expect(own(await statementsOf(app.db, () => manager.get(`${base}/versions`)))).toBe(4);
    expect(own(await statementsOf(app.db, () => manager.get(`${base}/transfers`)))).toBe(5);
  });
});
