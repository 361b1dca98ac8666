import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDeputy, createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f33";

describe.each(engines)("measures of a card on %s", (engine) => {
  let app: TestApp;
  let founder: Browser;
  let planId: number;
  let cardId: number;
  let measureId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    founder = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    planId = await createPlan(app.db);
    [cardId = 0] = await createCards(app, planId, [{ measures: ["Otevřít půjčovnu"] }]);
    measureId = (await app.db("measures").first("id")).id;
  });
  afterEach(() => app.close());

  const path = () => `/plans/${planId}/cards/${cardId}/measures`;
  const measure = () => app.db("measures").where({ id: measureId }).first();
  const entry = (given = {}) => ({
    text: "Vyškolit lektory",
    state: "planned",
    dueOn: "31. 12. 2026",
    proof: "č. j. 12/2026",
    ...given,
  });
  const press = (browser: Browser, state: string) =>
    browser.post(`${path()}/${measureId}/state`, { state });

  test("are added after those that are there, once", async () => {
    await founder.post(path(), entry({ _submission: SUBMISSION }));
    await founder.post(path(), entry({ _submission: SUBMISSION, position: "1" }));
    expect(
      await app.db("measures").orderBy("position").select("text", "position", "due_on"),
    ).toEqual([
      { text: "Otevřít půjčovnu", position: 1, due_on: null },
      { text: "Vyškolit lektory", position: 2, due_on: "2026-12-31" },
    ]);
  });

  test.each([
    ["without words", { text: " " }, "text"],
    ["of an unknown state", { state: "late" }, "state"],
    ["on a day that is none", { dueOn: "31. 2. 2026" }, "dueOn"],
    ["with an owner nobody knows", { owner: "user-99999" }, "owner"],
    ["with a proof as long as a book", { proof: "x".repeat(501) }, "proof"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await founder.post(path(), entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(await app.db("measures")).toHaveLength(1);
  });

  test("are edited by one at a time, and tell since when they are done", async () => {
    const done = entry({ state: "done", version: "1" });
    expect((await founder.post(`${path()}/${measureId}`, done)).status).toBe(303);
    expect((await founder.post(`${path()}/${measureId}`, done)).status).toBe(409);
    expect(await measure()).toMatchObject({ state: "done", version: 2, proof: "č. j. 12/2026" });
    const { text } = await founder.get(`/plans/${planId}/cards/${cardId}`);
    for (const part of ["splněno od 2. 3. 2026", "č. j. 12/2026", "1 z 1 splněno"])
      expect(text.replaceAll("\u00a0", " ")).toContain(part);
  });

  test("change their state by one press, which the history tells", async () => {
    const answer = await press(founder, "running");
    expect(answer.headers.location).toBe(`/plans/${planId}/cards/${cardId}#measure-${measureId}`);
    expect(await measure()).toMatchObject({ state: "running", version: 2 });
    await press(founder, "running");
    expect(await measure()).toMatchObject({ version: 2 });
    const events = await app.db("audit_events").where({ action: "measure.state-changed" });
    expect(events.map(({ changes }) => JSON.parse(changes))).toEqual([
      { state: ["planned", "running"] },
    ]);
    const page = await founder.get(`/plans/${planId}/cards/${cardId}`);
    expect(page.text).toContain("Stav opatření změněn");
  });

  test("do not take a state that is none", async () => {
    expect((await press(founder, "lost")).status).toBe(422);
    expect(await measure()).toMatchObject({ state: "planned" });
  });

  test("are pressed by the owner of the card, of the measure, and by their deputy, by nobody else", async () => {
    const owner = await createUser(app.db);
    const deputy = await createUser(app.db);
    await createDeputy(app.db, { userId: owner, deputyUserId: deputy });
    const [one, standIn] = [await app.signedInAs(owner), await app.signedInAs(deputy)];
    expect((await press(one, "done")).status).toBe(403);
    expect((await press(standIn, "done")).status).toBe(403);
    await app.db("cards").update({ owner_user_id: owner });
    expect((await press(one, "running")).status).toBe(303);
    expect((await press(standIn, "done")).status).toBe(303);
    const last = await app.db("audit_events").orderBy("id", "desc").first();
    expect(last).toMatchObject({ actor_id: deputy, on_behalf_of_id: owner });
    await app.db("cards").update({ owner_user_id: null });
    await app.db("measures").update({ owner_user_id: owner });
    expect((await press(one, "dropped")).status).toBe(303);
    expect((await one.post(`${path()}/${measureId}`, entry({ version: "9" }))).status).toBe(403);
  });

  test("of a plan that is not in force wait for its editors", async () => {
    const owner = await createUser(app.db);
    await app.db("cards").update({ owner_user_id: owner });
    await app.db("plans").update({ state: "closed" });
    expect((await press(await app.signedInAs(owner), "done")).status).toBe(403);
    expect((await press(founder, "done")).status).toBe(303);
  });

  test("go to the archive with what is known of them, and come back", async () => {
    await press(founder, "done");
    await founder.post(`${path()}/${measureId}/archiving`);
    const page = await founder.get(`/plans/${planId}/cards/${cardId}`);
    expect(page.text).toContain("Opatření v archivu: 1");
    expect((await press(founder, "planned")).status).toBe(409);
    await founder.post(`${path()}/${measureId}/archiving/restoration`);
    expect(await measure()).toMatchObject({ archived_at: null, state: "done" });
  });

  test("of another card are not found", async () => {
    const [other] = await createCards(app, planId, [{ number: "9" }]);
    const address = `/plans/${planId}/cards/${other}/measures/${measureId}`;
    expect((await founder.get(`${address}/edit`)).status).toBe(404);
    expect((await founder.post(`${address}/state`, { state: "done" })).status).toBe(404);
  });
});
