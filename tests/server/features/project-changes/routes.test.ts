import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createBudgetLine, createBudgetVersion } from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("pages of a project's changes on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let base: string;
  type Browser = Awaited<ReturnType<TestApp["signedInAs"]>>;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db, { total_halere: 1_000_00 });
    base = `/projects/${projectId}/changes`;
    manager = await memberOf("manager");
    const sums = { eligible_halere: 1_000_00, direct_halere: 1_000_00 };
    const { versionId } = await createBudgetVersion(app.db, projectId, sums);
    const line = { code: "1", category: "eligible", is_leaf: false, amount_halere: 1_000_00 };
    await createBudgetLine(app.db, { projectId, versionId }, line);
  });
  afterEach(() => app.close());

  async function memberOf(role: string): Promise<Browser> {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  }
  const request = (given: object = {}) => ({
    kind: "substantial",
    title: "Prodloužení projektu",
    reason: "Veřejná zakázka se protáhla",
    effectiveOn: "2026-06-01",
    ...given,
  });
  async function begun(given: object = {}): Promise<string> {
    const answer = await manager.post(base, request(given));
    expect(answer.status).toBe(303);
    return answer.headers.location ?? "";
  }
  const idOf = (address: string) => Number(address.split("/").pop());
  const versionOf = async (address: string) =>
    (
      await app
        .db("project_changes")
        .where({ id: idOf(address) })
        .first("version")
    ).version;
  async function step(address: string, noun: string, fields: object): Promise<number> {
    const version = String(await versionOf(address));
    return (await manager.post(`${address}/${noun}`, { version, ...fields })).status;
  }

  test("a request is begun, filled in, announced and approved from its page", async () => {
    const activityId = await createActivity(app.db, projectId, { goal: "Sto lidí" });
    const address = await begun({ hasBudget: "true" });
    const choice = await manager.get(`${address}/items/new`);
    expect(choice.text).toContain(`${address}/items/activity/${activityId}/edit`);
    const form = await manager.get(`${address}/items/activity/${activityId}/edit`);
    expect(form.text).toContain("Dnes: Sto lidí");
    const { title } = await app.db("activities").where({ id: activityId }).first("title");
    const saved = await manager.post(`${address}/items/activity/${activityId}`, {
      ...{ title, goal: "Dvě stě lidí", description: "", outputs: "", startsOn: "", endsOn: "" },
    });
    expect(saved.headers.location).toBe(address);
    const page = await manager.get(address);
    expect(page.text).toMatch(/Sto lidí[\s\S]*Dvě stě lidí/);
    expect(page.text).toContain("připravovaná");
    expect(await step(address, "announcement", { announcedOn: "2026-03-01" })).toBe(303);
    expect(
      await step(address, "approval", { effectiveOn: "2026-03-01", decidedOn: "2026-03-02" }),
    ).toBe(303);
    const after = await manager.get(address);
    expect(after.text).toContain("schválená");
    expect(after.text).toContain("Změna schválena");
    expect((await app.db("activities").where({ id: activityId }).first("goal")).goal).toBe(
      "Dvě stě lidí",
    );
    const list = await manager.get(base);
    expect(list.text).toContain("Prodloužení projektu");
    expect(list.text).toContain("Žádost o změnu č. 1");
  });

  test("the list comes as a workbook, where a title is never a formula", async () => {
    const title = '=HYPERLINK("http://zlo.test")';
    const address = await begun({ title, hasBudget: "true" });
    const activityId = await createActivity(app.db, projectId);
    await manager.post(`${address}/items/activity/${activityId}`, { title: "Jinak" });
    const reader = await memberOf("reader");
    expect((await reader.get(base)).text).toContain(`${base}?format=xlsx`);
    const file = await reader.get(`${base}?format=xlsx`).responseType("blob");
    expect(file.headers["content-disposition"]).toContain("zmeny-projektu.xlsx");
    const [heads, draft, decision, ...others] = await readSheet(file.body);
    expect(heads?.slice(4, 6)).toEqual(["Navrhovaná účinnost", "Účinnost od"]);
    expect(draft).toEqual([
      ...["Žádost o změnu č. 1", title, "podstatná", "připravovaná", new Date("2026-06-01")],
      ...[null, null, null, "Veřejná zakázka se protáhla", 1, 1000, 0],
    ]);
    expect(decision?.slice(2, 5)).toEqual(["rozhodnutí o poskytnutí dotace", "schválená", null]);
    expect(decision?.slice(-3)).toEqual([0, 1000, null]);
    expect(others).toEqual([]);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`${base}?format=xlsx`)).status).toBe(404);
  });

  test("what is wrong is said at the field, and what was typed stays", async () => {
    const refused = await manager.post(base, request({ title: "", effectiveOn: "31. 2. 2026" }));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("31. 2. 2026");
    expect(refused.text).toContain("Veřejná zakázka se protáhla");
    expect((await manager.post(base, request({ kind: "decision" }))).status).toBe(422);
    const address = await begun();
    expect(await step(address, "announcement", { announcedOn: "2026-03-03" })).toBe(422);
    expect(await step(address, "rejection", { decidedOn: "2026-03-01", note: "" })).toBe(422);
    expect(await step(address, "approval", { effectiveOn: "", decidedOn: "2026-03-01" })).toBe(422);
  });

  test("a form sent twice begins one change", async () => {
    const _submission = "3f0f8c5e-6f70-4d9e-9d39-0f2f4b6c1a11";
    const first = await manager.post(base, request({ _submission }));
    const second = await manager.post(base, request({ _submission }));
    expect(second.headers.location).toBe(first.headers.location);
    expect(await app.db("project_changes").where({ kind: "substantial" })).toHaveLength(1);
  });

  test("the second of two editors sees what the first one saved", async () => {
    const address = await begun();
    const version = String(await versionOf(address));
    const first = await manager.post(address, request({ version, title: "První" }));
    expect(first.status).toBe(303);
    const second = await manager.post(address, request({ version, title: "Druhý" }));
    expect(second.status).toBe(409);
    expect(second.text).toContain("První");
    expect(second.text).toContain("Druhý");
  });

  test("a column that no form has changes nothing", async () => {
    const address = await begun({ state: "approved", number: "7", created_by: "1" });
    expect(
      await app
        .db("project_changes")
        .where({ id: idOf(address) })
        .first(),
    ).toMatchObject({
      ...{ state: "draft", number: 1 },
    });
  });

  test("only managers approve, coordinators and readers only look", async () => {
    const address = await begun();
    const [finance, coordinator] = [await memberOf("finance"), await memberOf("coordinator")];
    expect((await finance.get(`${address}/announcement/new`)).status).toBe(200);
    await step(address, "announcement", { announcedOn: "2026-03-01" });
    expect((await finance.get(`${address}/approval/new`)).status).toBe(403);
    expect((await coordinator.get(address)).status).toBe(200);
    expect((await coordinator.post(base, request())).status).toBe(403);
    const page = await finance.get(address);
    expect(page.text).not.toContain(`${address}/approval/new`);
  });

  test("strangers and changes of other projects are missing", async () => {
    const address = await begun();
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(base)).status).toBe(404);
    const other = await createProject(app.db);
    await addMember(app.db, { projectId: other, userId: await ownerId(), role: "manager" });
    const foreign = `/projects/${other}/changes/${idOf(address)}`;
    expect((await manager.get(foreign)).status).toBe(404);
    const elsewhere = await createActivity(app.db, other);
    expect((await manager.get(`${address}/items/activity/${elsewhere}/edit`)).status).toBe(404);
    expect((await manager.get(`${address}/items/users/1/edit`)).status).toBe(404);
  });

  const ownerId = async () =>
    (await app.db("memberships").where({ project_id: projectId, role: "manager" }).first("user_id"))
      .user_id;

  test("an approval shows what moved meanwhile and asks to confirm it", async () => {
    const activityId = await createActivity(app.db, projectId, { goal: "Sto lidí" });
    const address = await begun();
    const { title } = await app.db("activities").where({ id: activityId }).first("title");
    await manager.post(`${address}/items/activity/${activityId}`, { title, goal: "Dvě stě" });
    await step(address, "announcement", { announcedOn: "2026-03-01" });
    await app.db("activities").where({ id: activityId }).update({ goal: "Sto padesát" });
    expect((await manager.get(address)).text).toContain("Mezitím změněno na: Sto padesát");
    const form = await manager.get(`${address}/approval/new`);
    expect(form.text).toContain("dnes je „Sto padesát“");
    const days = { effectiveOn: "2026-03-01", decidedOn: "2026-03-01" };
    expect(await step(address, "approval", days)).toBe(422);
    const seen = /name="seen"[^>]*value="([0-9a-f]{64})"/.exec(form.text)?.[1] ?? "";
    expect(await step(address, "approval", { ...days, seen, isConfirmed: "true" })).toBe(303);
  });

  test("the list and the page of a change ask a fixed number of questions", async () => {
    const address = await begun({ hasBudget: "true" });
    for (let n = 0; n < 3; n += 1) {
      const activityId = await createActivity(app.db, projectId, { number: String(n + 5) });
      const fields = { title: "Jinak", goal: "Jinak" };
      await manager.post(`${address}/items/activity/${activityId}`, fields);
    }
    const own = (statements: string[]) =>
      statements.filter((one) =>
        /project_change|budget_|activities|indicators|milestones/.test(one),
      );
    const list = own(await statementsOf(app.db, () => manager.get(base)));
    const page = own(await statementsOf(app.db, () => manager.get(address)));
    expect(list.length).toBeLessThanOrEqual(2);
    expect(page.length).toBeLessThanOrEqual(10);
  });
});
