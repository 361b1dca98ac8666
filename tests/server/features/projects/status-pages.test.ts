import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";

const NONCE = "0b6f6c9e-6a53-4c5e-9c7a-1f0f3a2b4c5d";

describe.each(engines)("status and spend of a project on %s", (engine) => {
  let app: TestApp;
  let project: number;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    project = await createProject(app.db, { total_halere: 1_000_000_00 });
    const userId = await createUser(app.db, { name: "Alena Dvořáková" });
    await addMember(app.db, { projectId: project, userId });
    manager = await app.signedInAs(userId);
  });
  afterEach(() => app.close());

  const memberAs = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId: project, userId, role });
    return app.signedInAs(userId);
  };
  const status = {
    health: "at-risk",
    sentence: "Zpožďuje se výběr dodavatele.",
    decisionNeeded: "Schválit posun kampaně.",
    validOn: "2026-03-01",
  };

  test("a status is recorded with its author and shown as the current one", async () => {
    const answer = await manager.post(`/projects/${project}/status`, status);
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(`/projects/${project}`);
    const page = await manager.get(`/projects/${project}/status`);
    for (const part of ["Ohroženo", "Alena Dvořáková", status.sentence, status.decisionNeeded])
      expect(page.text).toContain(part);
    expect(page.text).toContain("platný stav");
  });

  test("a status of March entered in May leaves March as it was known", async () => {
    await manager.post(`/projects/${project}/status`, status);
    const { id } = await app.db("project_statuses").first("id");
    const address = `/projects/${project}/status/${id}/correction`;
    expect((await manager.get(address)).text).toContain("Zpožďuje se výběr dodavatele.");
    await manager.post(address, { ...status, health: "off-track" });
    const rows = await app.db("project_statuses").orderBy("id");
    expect(rows.map((row) => [row.health, row.corrects_id])).toEqual([
      ["at-risk", null],
      ["off-track", id],
    ]);
    const totals = await app.db("project_totals").where({ project_id: project }).first();
    expect(totals.health).toBe("off-track");
    expect((await manager.get(`/projects/${project}/status`)).text).toContain("opraveno");
    expect((await manager.get(address)).status).toBe(404);
    expect((await manager.post(address, status)).status).toBe(404);
  });

  test.each([
    ["health", { health: "" }, "Vyberte jednu z nabízených možností."],
    ["sentence", { sentence: "  " }, "Vyplňte toto pole."],
    ["sentence", { sentence: "x".repeat(10_000) }, "nejvýše 600 znaků"],
    ["validOn", { validOn: "2026-03-03" }, "Datum nesmí být v budoucnosti."],
    ["validOn", { validOn: "31. 2. 2026" }, "Zadejte skutečné datum"],
    ["decisionNeeded", { decisionNeeded: ["a", "b"] }, "Zadejte jedinou hodnotu."],
  ])("a status with wrong %s (%j) is not recorded", async (field, typed, message) => {
    const answer = await manager.post(`/projects/${project}/status`, { ...status, ...typed });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain(message);
    expect(await app.db("project_statuses")).toHaveLength(0);
  });

  test("the spend so far is declared, corrected and withdrawn", async () => {
    const spend = { spent: "250 000,50", validOn: "2026-02-28", note: "ŽoP č. 4" };
    expect((await manager.post(`/projects/${project}/spend`, spend)).status).toBe(303);
    const page = await manager.get(`/projects/${project}/spend`);
    expect(page.text).toContain("250\u00a0000,50\u00a0Kč");
    expect(page.text).toContain("25\u00a0%");
    const { id } = await app.db("project_spends").first("id");
    const address = `/projects/${project}/spend/${id}/correction`;
    expect((await manager.get(address)).text).toContain('value="250000,50"');
    await manager.post(address, { ...spend, spent: "" });
    const totals = await app.db("project_totals").where({ project_id: project }).first();
    expect(totals).toMatchObject({ spent_halere: null, spent_on: null });
    expect((await manager.get(`/projects/${project}/spend`)).text).toContain("zrušení údaje");
  });

  test.each([
    ["spent", { spent: "" }, "Vyplňte toto pole."],
    ["spent", { spent: "-5" }, "Zadejte částku"],
    ["spent", { spent: "dvě" }, "Zadejte částku"],
    ["validOn", { validOn: "2026-03-03" }, "Datum nesmí být v budoucnosti."],
  ])("a spend with wrong %s (%j) is not declared", async (field, typed, message) => {
    const spend = { spent: "100", validOn: "2026-02-28", ...typed };
    const answer = await manager.post(`/projects/${project}/spend`, spend);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain(message);
    expect(await app.db("project_spends")).toHaveLength(0);
  });

  test("a double click records once", async () => {
    await manager.post(`/projects/${project}/status`, { ...status, _submission: NONCE });
    await manager.post(`/projects/${project}/status`, { ...status, _submission: NONCE });
    expect(await app.db("project_statuses")).toHaveLength(1);
  });

  test("the finance officer declares the spend and not the status, a reader neither, a stranger sees nothing", async () => {
    const spend = { spent: "100", validOn: "2026-02-28" };
    const finance = await memberAs("finance");
    expect((await finance.post(`/projects/${project}/spend`, spend)).status).toBe(303);
    expect((await finance.post(`/projects/${project}/status`, status)).status).toBe(403);
    const reader = await memberAs("reader");
    expect((await reader.get(`/projects/${project}/status`)).status).toBe(200);
    expect((await reader.get(`/projects/${project}/status/new`)).status).toBe(403);
    expect((await reader.post(`/projects/${project}/spend`, spend)).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`/projects/${project}/status`)).status).toBe(404);
    expect((await stranger.post(`/projects/${project}/status`, status)).status).toBe(404);
  });

  test("a statement of another project cannot be corrected from this one", async () => {
    const foreign = await createProject(app.db);
    const recorded = { recorded_at: app.clock.now(), valid_on: "2026-03-01", project_id: foreign };
    const [{ id: statusId }] = await app
      .db("project_statuses")
      .insert({ ...recorded, health: "on-track", sentence: "Cizí" })
      .returning("id");
    const [{ id: spendId }] = await app
      .db("project_spends")
      .insert({ ...recorded, spent_halere: 1 })
      .returning("id");
    const pages = [`status/${statusId}/correction`, `spend/${spendId}/correction`];
    for (const page of pages) {
      expect((await manager.get(`/projects/${project}/${page}`)).status).toBe(404);
      expect((await manager.post(`/projects/${project}/${page}`, status)).status).not.toBe(303);
    }
    expect(await app.db("project_statuses")).toHaveLength(1);
  });
});
