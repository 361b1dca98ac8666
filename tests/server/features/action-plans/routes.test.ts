import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("action plans on %s", (engine) => {
  let house: TestApp;
  let planId: number;
  let cardIds: [number, number];
  let measureIds: [number, number, number];
  let editor: Browser;
  let reader: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    const { db } = house;
    editor = await house.signedInAs(await createUser(db, { is_founder: true, name: "Petr Plán" }));
    reader = await house.signedInAs(await createUser(db));
    planId = await createPlan(db, { title: "Plán A", from_year: 2024, to_year: 2027 });
    cardIds = (await createCards(house, planId, [
      { number: "1.1.1", name: "První karta", measures: ["Poradna", "Terénní tým"] },
      { number: "1.1.2", name: "Druhá karta", measures: ["Denní stacionář"] },
    ])) as [number, number];
    measureIds = (await db("measures").orderBy("id").pluck("id")) as [number, number, number];
  });
  afterEach(() => house.close());

  const list = () => `/plans/${planId}/action-plans`;
  const at = (year = 2026) => `${list()}/${year}`;
  const plans = () => house.db("action_plans").orderBy("year");
  const items = () => house.db("action_plan_items").orderBy("id");
  const living = () => items().whereNull("archived_at");
  const create = (year = "2026", rest: Record<string, string> = {}) =>
    editor.post(list(), { year, note: "", ...rest });
  const choose = (chosen: string[], version: string, browser = editor) =>
    browser.post(`${at()}/items`, { items: chosen, version });

  test("are made for a year of the plan that has none yet", async () => {
    expect((await editor.get(`${list()}/new`)).text).toContain('value="2026"');
    const answer = await create("2026", { note: "Podle usnesení" });
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(at());
    expect(await plans()).toMatchObject([{ year: 2026, state: "draft", note: "Podle usnesení" }]);
    expect((await create()).status).toBe(422);
    expect((await create("2028")).text).toContain("Rok leží mimo období plánu.");
    expect((await create("rok")).status).toBe(422);
    expect(await plans()).toHaveLength(1);
    expect((await reader.get(list())).text).toContain("Akční plán na rok 2026");
  });

  test("take up cards and measures ticked in the tree, and nothing else", async () => {
    await create();
    const tree = (await editor.get(`${at()}/items`)).text;
    for (const word of ["První karta", "Terénní tým", "1.1 Podpora rodin"])
      expect(tree).toContain(word);
    const chosen = [`measure-${measureIds[1]}`, `card-${cardIds[1]}`];
    expect((await choose(chosen, "1")).status).toBe(303);
    expect(await living()).toMatchObject([
      { card_id: cardIds[0], measure_id: measureIds[1] },
      { card_id: cardIds[1], measure_id: null },
    ]);
    const shown = (await reader.get(at())).text;
    expect(shown).toContain("Terénní tým");
    expect(shown).toContain("celá karta");
    expect(shown).not.toContain("Poradna");
    expect((await editor.get(`${at()}/items`)).text).toMatch(
      new RegExp(`value="measure-${measureIds[1]}" checked`),
    );
  });

  test("what is unticked comes back with its task when it is ticked again", async () => {
    await create();
    await choose([`measure-${measureIds[0]}`], "1");
    const [item] = await living();
    const entry = { task: "Otevřít", dueOn: "2026-09-30", result: "", version: "1" };
    expect((await editor.post(`${at()}/items/${item.id}`, entry)).status).toBe(303);
    await choose([`measure-${measureIds[2]}`], "2");
    expect(await living()).toMatchObject([{ measure_id: measureIds[2] }]);
    await choose([`measure-${measureIds[0]}`], "3");
    expect(await living()).toMatchObject([{ id: item.id, task: "Otevřít" }]);
    expect(await items()).toHaveLength(2);
  });

  test("refuse what is not of the plan, and what nobody offered", async () => {
    await create();
    const otherPlan = await createPlan(house.db, { title: "Plán B" });
    const [foreign] = await createCards(house, otherPlan, [{ number: "9.9.9" }]);
    for (const wrong of [`card-${foreign}`, "measure-999999", "card-0", "projekt-1"]) {
      const answer = await choose([`card-${cardIds[0]}`, wrong], "1");
      expect(answer.status).toBe(422);
    }
    expect(await items()).toEqual([]);
  });

  test("of two who choose at once the second is told so and keeps what they ticked", async () => {
    await create();
    await choose([`card-${cardIds[0]}`], "1");
    const answer = await choose([`card-${cardIds[1]}`], "1");
    expect(answer.status).toBe(409);
    expect(answer.text).toMatch(new RegExp(`value="card-${cardIds[1]}" checked`));
    expect(await living()).toMatchObject([{ card_id: cardIds[0] }]);
  });

  test("of two who edit at once the second sees what the first saved beside what they typed", async () => {
    await create();
    const edit = (note: string) => editor.post(at(), { approvedOn: "", note, version: "1" });
    expect((await edit("První")).status).toBe(303);
    const second = await edit("Druhá");
    expect(second.status).toBe(409);
    for (const words of ["První", "Druhá", "Petr Plán"]) expect(second.text).toContain(words);
    expect(await plans()).toMatchObject([{ note: "První", version: 2 }]);
  });

  test("items carry a task, a day of the year and a result", async () => {
    await create();
    await choose([`measure-${measureIds[0]}`], "1");
    const [item] = await living();
    const save = (entry: Record<string, string>) =>
      editor.post(`${at()}/items/${item.id}`, {
        ...{ task: "Otevřít poradnu", dueOn: "2026-02-15", result: "", version: "1" },
        ...entry,
      });
    const outside = await save({ dueOn: "2027-01-01" });
    expect(outside.status).toBe(422);
    expect(outside.text).toContain("Termín musí ležet v roce akčního plánu.");
    expect(outside.text).toContain("Otevřít poradnu");
    expect((await save({ dueOn: "30. 2. 2026" })).status).toBe(422);
    expect((await save({ task: "a".repeat(2_001) })).status).toBe(422);
    expect((await save({ card_id: "7", archived_at: "2026-01-01" })).status).toBe(303);
    expect(await items()).toMatchObject([
      { card_id: cardIds[0], task: "Otevřít poradnu", due_on: "2026-02-15", archived_at: null },
    ]);
    expect((await save({ task: "Jinak" })).status).toBe(409);
    expect((await reader.get(at())).text).toContain('class="late"');
    await save({ result: "Otevřena v lednu", version: "2" });
    expect((await reader.get(at())).text).not.toContain('class="late"');
  });

  test("once approved, only results are added; withdrawn, they are worked on again", async () => {
    await create();
    const approve = (version: string, approvedOn: string) =>
      editor.post(at(), { approvedOn, note: "", version });
    expect((await approve("1", "2026-02-27")).text).toContain("V akčním plánu nic není");
    await choose([`measure-${measureIds[0]}`], "1");
    expect((await approve("2", "2026-03-03")).text).toContain("Datum nesmí být v budoucnosti.");
    expect((await approve("2", "2026-02-27")).status).toBe(303);
    expect(await plans()).toMatchObject([{ state: "approved", approved_on: "2026-02-27" }]);
    expect((await reader.get(at())).text.replaceAll("\u00a0", " ")).toContain(
      "schválen 27. 2. 2026",
    );
    expect((await editor.get(`${at()}/items`)).status).toBe(409);
    expect((await choose([], "3")).status).toBe(409);
    const [item] = await living();
    const page = (await editor.get(`${at()}/items/${item.id}/edit`)).text;
    expect(page).toContain('name="result"');
    expect(page).not.toContain('name="task"');
    const entry = { task: "Podvrženo", dueOn: "2026-12-31", result: "Hotovo", version: "1" };
    expect((await editor.post(`${at()}/items/${item.id}`, entry)).status).toBe(303);
    expect(await living()).toMatchObject([{ task: null, due_on: null, result: "Hotovo" }]);
    expect((await approve("3", "")).status).toBe(303);
    expect(await plans()).toMatchObject([{ state: "draft", approved_on: null }]);
    const actions = await house
      .db("audit_events")
      .where({ object_type: "action-plan" })
      .orderBy("id")
      .pluck("action");
    expect(actions).toEqual([
      "action-plan.created",
      "action-plan.chosen",
      "action-plan.approved",
      "action-plan.item-edited",
      "action-plan.reopened",
    ]);
  });

  test("go on with what the last year left open: tasks, not days and results", async () => {
    await create();
    await choose(measureIds.map((id) => `measure-${id}`).concat(`card-${cardIds[1]}`), "1");
    await house
      .db("action_plan_items")
      .update({ task: "Pokračovat", due_on: "2026-06-30", result: "Začato" });
    await house.db("measures").where({ id: measureIds[0] }).update({ state: "done" });
    await house.db("measures").where({ id: measureIds[1] }).update({ state: "dropped" });
    expect((await editor.get(`${list()}/new`)).text).toContain(
      "Převzít, co zůstalo otevřené z roku 2026",
    );
    await create("2027", { copiesLast: "true" });
    const [, next] = await plans();
    expect(await items().where({ action_plan_id: next.id })).toMatchObject([
      { measure_id: measureIds[2], task: "Pokračovat", due_on: null, result: null },
      { card_id: cardIds[1], measure_id: null, task: "Pokračovat", due_on: null, result: null },
    ]);
    await create("2025", { copiesLast: "true" });
    const [first] = await plans();
    expect(await items().where({ action_plan_id: first.id })).toEqual([]);
  });

  test("what went to the archive since stays until it is unticked", async () => {
    await create();
    await choose([`measure-${measureIds[0]}`, `card-${cardIds[1]}`], "1");
    await house
      .db("measures")
      .where({ id: measureIds[0] })
      .update({ archived_at: "2026-03-01T08:00:00.000Z" });
    const tree = (await editor.get(`${at()}/items`)).text;
    expect(tree).toContain("Vybrané dříve, dnes v archivu");
    expect((await choose([`measure-${measureIds[0]}`, `card-${cardIds[1]}`], "2")).status).toBe(
      303,
    );
    expect(await living()).toHaveLength(2);
    expect((await choose([`card-${cardIds[1]}`], "3")).status).toBe(303);
    expect(await living()).toHaveLength(1);
  });

  test("are read by everybody and changed only by those who edit plans", async () => {
    await create();
    await choose([`card-${cardIds[0]}`], "1");
    const [item] = await living();
    expect((await reader.get(at())).status).toBe(200);
    expect((await reader.get(at())).text).not.toContain("/edit");
    for (const page of [
      `${list()}/new`,
      `${at()}/edit`,
      `${at()}/items`,
      `${at()}/items/${item.id}/edit`,
    ])
      expect((await reader.get(page)).status).toBe(403);
    expect((await reader.post(list(), { year: "2027" })).status).toBe(403);
    expect((await choose([], "2", reader)).status).toBe(403);
    expect(await living()).toHaveLength(1);
  });

  test("of another plan, another year and other items are not found", async () => {
    await create();
    await create("2027");
    await choose([`card-${cardIds[0]}`], "1");
    const [item] = await living();
    const otherPlan = await createPlan(house.db, { title: "Plán B" });
    expect((await editor.get(`/plans/${otherPlan}/action-plans/2026`)).status).toBe(404);
    expect((await editor.get(at(2025))).status).toBe(404);
    expect((await editor.get(`${at(2027)}/items/${item.id}/edit`)).status).toBe(404);
  });

  test("in an archived plan are only read", async () => {
    await create();
    await house.db("plans").update({ archived_at: "2026-03-01T08:00:00.000Z" });
    expect((await editor.get(at())).status).toBe(200);
    expect((await create("2027")).status).toBe(409);
    expect((await choose([`card-${cardIds[0]}`], "1")).status).toBe(409);
    expect((await editor.post(at(), { approvedOn: "", note: "x", version: "1" })).status).toBe(409);
    expect((await editor.get(at())).text).not.toContain("/edit");
  });

  test("are made once however often the form is sent", async () => {
    const _submission = "0b9f6f3a-0c3e-4d35-9d7b-7a1f6f0c1d2e";
    await create("2026", { _submission });
    expect((await create("2026", { _submission })).status).toBe(303);
    expect(await plans()).toHaveLength(1);
  });

  test("a page takes few queries whatever its length", async () => {
    await create();
    const count = async () =>
      (await statementsOf(house.db, async () => void (await reader.get(at())))).length;
    await choose([`card-${cardIds[0]}`], "1");
    const few = await count();
    await choose(
      measureIds.map((id) => `measure-${id}`),
      "2",
    );
    expect(await count()).toBe(few);
  });
});
