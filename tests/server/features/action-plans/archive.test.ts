import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { system } from "../../../../server/change.ts";
import { archiveActionPlan } from "../../../../server/features/action-plans/archive/service.ts";
import { createActionPlan } from "../../../../server/features/action-plans/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

describe.each(engines)("the archive of action plans on %s", (engine) => {
  let house: TestApp;
  let planId: number;
  let cardId: number;
  let editorId: number;
  let editor: Browser;
  let reader: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    const { db } = house;
    editorId = await createUser(db, { is_founder: true, name: "Petr Plán" });
    editor = await house.signedInAs(editorId);
    reader = await house.signedInAs(await createUser(db));
    planId = await createPlan(db, { title: "Plán A", from_year: 2024, to_year: 2027 });
    [cardId] = (await createCards(house, planId, [
      { number: "1.1.1", name: "První karta", measures: ["Poradna"] },
    ])) as [number];
    await editor.post(list(), { year: "2026", note: "" });
    await editor.post(`${at()}/items`, { items: [`card-${cardId}`], version: "1" });
  });
  afterEach(() => house.close());

  const list = () => `/plans/${planId}/action-plans`;
  const at = (year = 2026) => `${list()}/${year}`;
  const plans = () => house.db("action_plans").orderBy("id");
  const archive = (browser = editor) => browser.post(`${at()}/archiving`);
  const restorationOf = (id: number) => `${list()}/archived/${id}/restoration`;
  const first = async () => (await plans())[0] as { id: number; archived_at: string | null };
  const approve = (version: string, approvedOn = "2026-02-27") =>
    editor.post(at(), { approvedOn, note: "", version });
  const histories = () =>
    house.db("audit_events").where({ object_type: "action-plan" }).orderBy("id").pluck("action");

  test("a draft of a wrong year goes there and comes back with what was chosen", async () => {
    expect((await editor.get(at())).text).toContain(`action="${at()}/archiving"`);
    const answer = await archive();
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe(list());
    expect((await editor.get(at())).status).toBe(404);
    const page = (await editor.get(list())).text;
    expect(page).toContain("Akční plány v archivu (1)");
    expect(page).toContain("Obnovit akční plán na rok 2026");
    expect(page).toContain("Plán zatím nemá žádný akční plán.");
    const { id } = await first();
    const back = await editor.post(restorationOf(id));
    expect(back.status).toBe(303);
    expect(back.headers.location).toBe(at());
    const shown = (await reader.get(at())).text;
    expect(shown).toContain("První karta");
    expect(await histories()).toEqual([
      "action-plan.created",
      "action-plan.chosen",
      "action-plan.archived",
      "action-plan.restored",
    ]);
  });

  test("its year may get another one, and then it waits until that one goes as well", async () => {
    await archive();
    expect((await editor.post(list(), { year: "2026", note: "Znovu" })).status).toBe(303);
    expect((await editor.get(at())).text).not.toContain("První karta");
    const { id } = await first();
    const refused = await editor.post(restorationOf(id));
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Na tento rok už je jiný akční plán.");
    expect(await plans()).toMatchObject([{ id }, { archived_at: null, note: "Znovu" }]);
    await archive();
    expect((await editor.post(restorationOf(id))).status).toBe(303);
    expect((await reader.get(at())).text).toContain("První karta");
  });

  test("what the last year left open is not taken over from one that is there", async () => {
    await archive();
    expect((await editor.get(`${list()}/new`)).text).not.toContain("copiesLast");
    await editor.post(list(), { year: "2027", note: "", copiesLast: "true" });
    expect((await editor.get(at(2027))).text).not.toContain("První karta");
  });

  test("an approved one does not go there, unless its approval is withdrawn", async () => {
    await approve("2");
    expect((await editor.get(at())).text).not.toContain("/archiving");
    const refused = await archive();
    expect(refused.status).toBe(409);
    expect(refused.text).toContain("Schválený akční plán do archivu nepatří.");
    expect(refused.text).toContain(`href="${at()}"`);
    expect(await first()).toMatchObject({ archived_at: null });
    await approve("3", "");
    expect((await archive()).status).toBe(303);
  });

  test("whoever sends a form of it late is told that it is gone", async () => {
    const [item] = await house.db("action_plan_items");
    await archive();
    const entry = { task: "Pozdě", dueOn: "", result: "", version: "1" };
    expect((await editor.post(`${at()}/items/${item.id}`, entry)).status).toBe(404);
    expect((await editor.post(`${at()}/items`, { items: [], version: "2" })).status).toBe(404);
    expect((await approve("2")).status).toBe(404);
    expect(await house.db("action_plan_items")).toMatchObject([{ task: null, archived_at: null }]);
  });

  test("of two who press at once one does it, once", async () => {
    const [one, two] = await Promise.all([archive(), archive()]);
    expect([one.status, two.status].sort()).not.toContain(500);
    expect((await histories()).filter((action) => action === "action-plan.archived")).toHaveLength(
      1,
    );
    const { id } = await first();
    const back = await Promise.all([
      editor.post(restorationOf(id)),
      editor.post(restorationOf(id)),
    ]);
    expect(back.map(({ status }) => status)).toEqual([303, 303]);
    expect((await histories()).filter((action) => action === "action-plan.restored")).toHaveLength(
      1,
    );
  });

  test("a year has one at most, when another one is made while it comes back", async () => {
    await archive();
    const { id } = await first();
    const [back, made] = await Promise.all([
      editor.post(restorationOf(id)),
      editor.post(list(), { year: "2026", note: "" }),
    ]);
    expect([
      [303, 422],
      [409, 303],
    ]).toContainEqual([back.status, made.status]);
    expect(await plans().whereNull("archived_at")).toHaveLength(1);
  });

  test("it waits for a year, not for the same one of another process", async () => {
    const other = { db: await house.database.connectAgain(), clock: house.clock };
    const author = { ...system, userId: editorId };
    const entry = { year: 2026, note: null, copiesLast: false };
    const { id } = await first();
    const ends = await Promise.allSettled([
      archiveActionPlan(house, author, { planId, id }),
      createActionPlan(other, author, planId, entry),
    ]);
    expect(ends[0]?.status).toBe("fulfilled");
    expect((await plans().whereNull("archived_at")).length).toBeLessThanOrEqual(1);
  });

  test("belongs to those who edit plans, and to its plan", async () => {
    expect((await reader.get(at())).text).not.toContain("/archiving");
    expect((await archive(reader)).status).toBe(403);
    await archive();
    const { id } = await first();
    expect((await reader.get(list())).text).not.toContain("v archivu");
    expect((await reader.post(restorationOf(id))).status).toBe(403);
    const otherPlan = await createPlan(house.db, { title: "Plán B" });
    const foreign = `/plans/${otherPlan}/action-plans/archived/${id}/restoration`;
    expect((await editor.post(foreign)).status).toBe(404);
    expect((await editor.post(restorationOf(999_999))).status).toBe(404);
    expect((await editor.post(`${list()}/archived/rok/restoration`)).status).toBe(404);
    await house.db("plans").where({ id: planId }).update({ archived_at: "2026-03-01T08:00:00Z" });
    expect((await editor.post(restorationOf(id))).status).toBe(409);
    expect(await first()).not.toMatchObject({ archived_at: null });
  });

  test("history of the plan names the year, with a way only to what is still there", async () => {
    const page = async () => (await editor.get(`/plans/${planId}/history`)).text;
    expect(await page()).toContain("Výběr karet a opatření změněn: 2026");
    expect(await page()).toContain(`href="${at()}"`);
    await archive();
    expect(await page()).toContain("Akční plán přesunut do archivu: 2026");
    expect(await page()).not.toContain(`href="${at()}"`);
  });

  test("a step that is not possible leads back to the card or the plan it was of", async () => {
    await house.db("plans").where({ id: planId }).update({ archived_at: "2026-03-01T08:00:00Z" });
    const ofPlan = await editor.get(`/plans/${planId}/edit`);
    expect(ofPlan.status).toBe(409);
    expect(ofPlan.text).toContain(`href="/plans/${planId}">Plán A</a>`);
    const ofCard = await editor.get(`/plans/${planId}/cards/${cardId}/edit`);
    expect(ofCard.status).toBe(409);
    expect(ofCard.text).toContain(`href="/plans/${planId}/cards/${cardId}">Karta 1.1.1</a>`);
  });
});
