import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { createCard, createMeasure } from "../../../support/cards.ts";
import { engines } from "../../../support/databases.ts";
import { createDeputy, createUser, insert } from "../../../support/factories.ts";
import { createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const AT = "2026-03-02T07:30:00.000Z";
const NOTHING = "Neodpovídáte za žádnou kartu";

describe.each(engines)("what owners of cards have to do, on %s", (engine) => {
  let house: TestApp;
  let ownerId: number;
  let owner: Browser;
  let planId: number;
  let cardId: number;
  let actionPlanId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: AT });
    const { db } = house;
    ownerId = await createUser(db, { name: "Alena Horká" });
    owner = await house.signedInAs(ownerId);
    planId = await createPlan(db, { from_year: 2024, to_year: 2027 });
    cardId = await createCard(db, planId, { number: "1.1.1", owner_user_id: ownerId });
    actionPlanId = await insert(db, "action_plans", {
      ...{ plan_id: planId, year: 2026, state: "approved", approved_on: "2026-02-01" },
      created_at: AT,
    });
  });
  afterEach(() => house.close());

  const item = (given: Record<string, unknown> = {}) =>
    insert(house.db, "action_plan_items", {
      ...{ action_plan_id: actionPlanId, card_id: cardId, task: "Najít prostory" },
      ...{ created_at: AT, ...given },
    });
  const page = async (browser = owner) =>
    (await browser.get("/cards")).text.replaceAll("\u00a0", " ").replace(/\s+/g, " ");

  test("stands by the day on the page of their cards, what is late as such", async () => {
    const measureId = await createMeasure(house.db, cardId, { text: "Vyškolit lektory" });
    await item({ task: "Sehnat auto", due_on: "2026-10-31" });
    await item({ task: "Vypsat výběr", due_on: "2026-02-28", measure_id: measureId });
    await item({ task: null });
    await createMeasure(house.db, cardId, { text: "Otevřít poradnu", due_on: "2026-05-31" });
    const text = await page();
    const places = ["Vypsat výběr", "Otevřít poradnu", "Sehnat auto", "celá karta"].map((what) =>
      text.indexOf(what),
    );
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain("Vyškolit lektory");
    expect(text).toContain(`href="/plans/${planId}/action-plans/2026"`);
    expect(text).toContain("v roce 2026");
    expect(text.match(/class="late"/g)).toHaveLength(1);
    expect(text).toMatch(/class="late">.{1,200}28\. 2\. 2026/);
  });

  test("is told once of a measure that an action plan took up", async () => {
    const measureId = await createMeasure(house.db, cardId, { due_on: "2026-05-31" });
    await item({ task: null, measure_id: measureId });
    expect((await page()).match(/Rozšířit kapacitu/g)).toHaveLength(1);
  });

  test("is over with a result, with a measure done, and when its plan is no longer followed", async () => {
    const { db } = house;
    const measureId = await createMeasure(db, cardId, { due_on: "2026-05-31" });
    await item({ measure_id: measureId });
    const shows = async () => (await page()).includes("Co má být hotové");
    expect(await shows()).toBe(true);
    const steps: [string, number, Record<string, unknown>, Record<string, unknown>][] = [
      ["measures", measureId, { state: "done" }, { state: "running" }],
      ["measures", measureId, { archived_at: AT }, { archived_at: null }],
      ["cards", cardId, { archived_at: AT }, { archived_at: null }],
      ["plans", planId, { state: "closed" }, { state: "in-force" }],
      ["plans", planId, { archived_at: AT }, { archived_at: null }],
    ];
    for (const [table, id, over, back] of steps) {
      await db(table).where({ id }).update(over);
      expect([table, over, await shows()]).toEqual([table, over, false]);
      await db(table).where({ id }).update(back);
      expect(await shows()).toBe(true);
    }
    await db("measures").update({ due_on: null });
    const ofItem: [string, Record<string, unknown>, Record<string, unknown>][] = [
      ["action_plan_items", { result: "Hotovo" }, { result: null }],
      ["action_plan_items", { archived_at: AT }, { archived_at: null }],
      ["action_plans", { state: "draft", approved_on: null }, { state: "approved" }],
      ["action_plans", { archived_at: AT }, { archived_at: null }],
    ];
    for (const [table, over, back] of ofItem) {
      await db(table).update(over);
      expect([table, over, await shows()]).toEqual([table, over, false]);
      await db(table).update(back);
      expect(await shows()).toBe(true);
    }
  });

  test("is of whoever answers for the measure, otherwise for its card", async () => {
    const { db } = house;
    const otherId = await createUser(db);
    const other = await house.signedInAs(otherId);
    const measureId = await createMeasure(db, cardId, { owner_user_id: otherId });
    await item({ task: "Cizí úkol", measure_id: measureId });
    expect(await page(other)).toContain("Cizí úkol");
    expect(await page(other)).not.toContain("Čekají na vyjádření");
    expect(await page()).not.toContain("Cizí úkol");
    const contactId = await insert(db, "contacts", { name: "Obec", sort_key: "o", created_at: AT });
    const nobodys = { owner_user_id: null, owner_contact_id: contactId };
    await db("measures").where({ id: measureId }).update(nobodys);
    expect(await page()).not.toContain("Cizí úkol");
    expect(await page(other)).toContain(NOTHING);
  });

  test("is seen by their deputy, with whose it is, and by no stranger", async () => {
    await item();
    const deputyUserId = await createUser(house.db);
    await createDeputy(house.db, { userId: ownerId, deputyUserId, untilOn: "2026-12-31" });
    const deputy = await house.signedInAs(deputyUserId);
    expect(await page(deputy)).toMatch(/Najít prostory.{1,120}v zástupu: Alena Horká/);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect(await page(stranger)).toContain(NOTHING);
  });

  test("takes as many queries for a hundred as for one", async () => {
    await item();
    const count = async () => (await statementsOf(house.db, () => owner.get("/cards"))).length;
    await count();
    const one = await count();
    for (let n = 0; n < 99; n += 1) await item();
    expect(await count()).toBe(one);
  });
});
