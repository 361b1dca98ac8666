import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f31";

describe.each(engines)("strategic plans on %s", (engine) => {
  let app: TestApp;
  let founder: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    founder = await app.signedInAs(
      await createUser(app.db, { is_founder: true, name: "Eva Malá" }),
    );
  });
  afterEach(() => app.close());

  const reader = async () => app.signedInAs(await createUser(app.db));
  const entry = (given = {}) => ({
    title: "Plán rozvoje sociálních služeb 2027+",
    region: "Kraj Pod Horou",
    fromYear: "2027",
    toYear: "",
    state: "draft",
    asksOn: "31. 1.",
    ...given,
  });

  test("are created once, however often the form is sent", async () => {
    await founder.post("/plans", entry({ _submission: SUBMISSION }));
    await founder.post("/plans", entry({ _submission: SUBMISSION, archivedAt: "x", version: "7" }));
    expect(
      await app.db("plans").select("title", "from_year", "to_year", "asks_on", "version"),
    ).toEqual([
      { title: entry().title, from_year: 2027, to_year: null, asks_on: "01-31", version: 1 },
    ]);
    const { text } = await founder.get("/plans");
    expect(text).toContain("Plán rozvoje sociálních služeb 2027+");
    expect(text).toContain("od 2027");
  });

  test.each([
    ["without a title", { title: " " }, "title"],
    ["ending before they begin", { toYear: "2020" }, "toYear"],
    ["with a year that is none", { fromYear: "dva" }, "fromYear"],
    ["asking on a day that no year has", { asksOn: "31. 2." }, "asksOn"],
    ["asking on a day that only some years have", { asksOn: "29. 2." }, "asksOn"],
    ["of an unknown state", { state: "lost" }, "state"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await founder.post("/plans", entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain("Kraj Pod Horou");
    expect(await app.db("plans").first()).toBeUndefined();
  });

  test("without cards offer nothing to be chosen from", async () => {
    const planId = await createPlan(app.db, { state: "draft", from_year: 2027, to_year: null });
    for (const page of ["statements", "fulfilment"]) {
      const { status, text } = await founder.get(`/plans/${planId}/${page}`);
      expect([status, text.includes('name="year"')]).toEqual([200, false]);
    }
    await createCards(app, planId, [{}]);
    expect((await founder.get(`/plans/${planId}/fulfilment`)).text).toContain('name="year"');
  });

  test("are edited by one at a time", async () => {
    const id = await createPlan(app.db);
    const change = (title: string) => founder.post(`/plans/${id}`, entry({ title, version: "1" }));
    expect((await change("První")).status).toBe(303);
    const second = await change("Druhý");
    expect(second.status).toBe(409);
    expect(second.text).toContain("První");
    expect(await app.db("plans").first("title", "version")).toEqual({ title: "První", version: 2 });
    expect((await founder.get(`/plans/${id}/edit`)).text).toContain("31. 1.");
  });

  test("are read by everybody, changed by none but their editors", async () => {
    const id = await createPlan(app.db);
    const other = await reader();
    expect((await other.get(`/plans/${id}`)).status).toBe(200);
    expect((await other.get(`/plans/${id}`)).text).not.toContain(`/plans/${id}/edit`);
    expect((await other.post("/plans", entry())).status).toBe(403);
    expect((await other.post(`/plans/${id}/archiving`)).status).toBe(403);
    expect((await other.get(`/plans/${id + 1}`)).status).toBe(404);
    expect((await app.visitor().get(`/plans/${id + 1}`)).status).toBe(303);
  });

  test("in the archive are read only, and come back", async () => {
    const id = await createPlan(app.db);
    await createCards(app, id, [{}]);
    expect((await founder.post(`/plans/${id}/archiving`)).status).toBe(303);
    expect((await founder.get("/plans")).text).not.toContain(`href="/plans/${id}"`);
    expect((await founder.get("/plans?state=archived")).text).toContain(`href="/plans/${id}"`);
    const page = await (await reader()).get(`/plans/${id}`);
    expect(page.text).toContain("Podpora pečujících");
    expect(page.text).toContain("Plán je v archivu.");
    expect((await founder.get(`/plans/${id}/cards/new`)).status).toBe(409);
    const card = { number: "5", name: "Nová" };
    expect((await founder.post(`/plans/${id}/cards`, card)).status).toBe(409);
    expect((await founder.post(`/plans/${id}`, entry({ version: "2" }))).status).toBe(409);
    await founder.post(`/plans/${id}/archiving/restoration`);
    expect((await founder.get(`/plans/${id}/cards/new`)).status).toBe(200);
  });

  test("tell what became of them, their areas and cards", async () => {
    const id = await createPlan(app.db);
    const [cardId] = await createCards(app, id, [{ number: "1.1.1", name: "Ranná péče" }]);
    await founder.post(`/plans/${id}`, entry({ version: "1", region: "Jinde", fromYear: "2023" }));
    await founder.post(`/plans/${id}/cards/${cardId}/archiving`);
    const { text } = await (await reader()).get(`/plans/${id}/history`);
    for (const part of ["Plán upraven", "Eva Malá", "Jinde", "Oblast založena: 1", ">2023<"])
      expect(text).toContain(part);
    for (const part of ["Karta založena", "Karta přesunuta do archivu"])
      expect(text).toContain(`${part}: 1.1.1 Ranná péče`);
    expect(text).toContain(`href="/plans/${id}/cards/${cardId}"`);
  });
});

describe.each(engines)("areas of a plan on %s, by hand", (engine) => {
  let app: TestApp;
  let founder: Browser;
  let planId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    founder = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    planId = await createPlan(app.db);
    await createCards(app, planId, []);
  });
  afterEach(() => app.close());

  const area = (code: string) => app.db("plan_areas").where({ plan_id: planId, code }).first();
  const entry = (given = {}) => ({
    kind: "area",
    code: "2",
    title: "Senioři",
    parentId: "",
    ...given,
  });
  const path = () => `/plans/${planId}/areas`;

  test("are founded, with a parent or without", async () => {
    expect((await founder.post(path(), entry())).status).toBe(303);
    const { id } = await area("2");
    const sub = entry({ kind: "sub-area", code: "2.1", title: "Doma", parentId: String(id) });
    await founder.post(path(), sub);
    expect(await area("2.1")).toMatchObject({ parent_id: id, kind: "sub-area", title: "Doma" });
    expect((await founder.get(`/plans/${planId}`)).text).toContain("Senioři");
  });

  test.each([
    ["with a code that is taken", { code: "1.1" }, "code"],
    ["without a title", { title: "" }, "title"],
    ["of an unknown kind", { kind: "county" }, "kind"],
    ["in an area of another plan", { parentId: "99999" }, "parentId"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await founder.post(path(), entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(await area("2")).toBeUndefined();
  });

  test("cannot lie within themselves, at no depth", async () => {
    const [top, sub] = [await area("1"), await area("1.1")];
    for (const parentId of [top.id, sub.id]) {
      const given = { code: "1", version: "1", parentId: String(parentId) };
      const answer = await founder.post(`${path()}/${top.id}`, entry(given));
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('href="#parentId"');
    }
  });

  test("are edited by one at a time", async () => {
    const { id } = await area("1");
    const change = (title: string) =>
      founder.post(`${path()}/${id}`, entry({ code: "1", title, version: "1" }));
    expect((await change("Rodiny")).status).toBe(303);
    expect((await change("Děti")).status).toBe(409);
    expect(await area("1")).toMatchObject({ title: "Rodiny", version: 2 });
    expect(
      (await app.db("audit_events").where({ action: "plan-area.edited" }).first()).changes,
    ).toContain("Rodiny");
  });

  test("go to the archive only when nothing is in them", async () => {
    await createCards(app, planId, [{}]);
    const [top, sub] = [await area("1"), await area("1.1")];
    expect((await founder.post(`${path()}/${top.id}/archiving`)).status).toBe(409);
    expect((await founder.post(`${path()}/${sub.id}/archiving`)).status).toBe(409);
    await app.db("cards").update({ archived_at: app.clock.now() });
    expect((await founder.post(`${path()}/${sub.id}/archiving`)).status).toBe(303);
    expect((await founder.post(`${path()}/${top.id}/archiving`)).status).toBe(303);
    expect((await area("1")).archived_at).not.toBeNull();
  });

  test("come back from the archive when one of their code is founded again", async () => {
    const { id } = await area("1.1");
    await founder.post(`${path()}/${id}/archiving`);
    const given = entry({ kind: "sub-area", code: "1.1", title: "Pomoc rodinám" });
    expect((await founder.post(path(), given)).status).toBe(303);
    expect(await area("1.1")).toMatchObject({ id, title: "Pomoc rodinám", archived_at: null });
    expect((await founder.post(path(), given)).status).toBe(422);
  });

  test("of another plan are nowhere to be found", async () => {
    const { id } = await area("1");
    const other = await createPlan(app.db);
    expect((await founder.get(`/plans/${other}/areas/${id}/edit`)).status).toBe(404);
    expect((await founder.post(`/plans/${other}/areas/${id}/archiving`)).status).toBe(404);
  });
});
