import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

describe.each(engines)("cards of plans in the search on %s", (engine) => {
  let app: TestApp;
  let reader: Browser;
  let planId: number;
  let cardId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    reader = await app.signedInAs(await createUser(app.db));
    planId = await createPlan(app.db);
    [cardId = 0] = await createCards(app, planId, [
      { number: "1.1.1", name: "Sdílená péče", measures: ["Otevřít půjčovnu pomůcek"] },
      { number: "1.1.2", name: "Dostupné bydlení" },
    ]);
  });
  afterEach(() => app.close());

  const found = async (words: string) => {
    const { text } = await reader.get(`/search?q=${encodeURIComponent(words)}`);
    return text.includes(`href="/plans/${planId}/cards/${cardId}"`);
  };

  test.each(["sdilena", "PÉČE sdíl", "pujcovnu", "1.1.1", '"otevrit pujcovnu"'])(
    "are found by %s, whoever asks",
    async (words) => expect(await found(words)).toBe(true),
  );

  test.each(["bydlení", "pujcovnu otevirat", "%", "_", "péč sdílená"])(
    "are not found by %s",
    async (words) => expect(await found(words)).toBe(false),
  );

  test("follow their texts and their measures", async () => {
    const founder = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    const path = `/plans/${planId}/cards/${cardId}`;
    await founder.post(`${path}/measures`, { text: "Kampaň pro pečující", state: "planned" });
    expect(await found("kampan")).toBe(true);
    const { id } = await app.db("measures").where({ text: "Kampaň pro pečující" }).first("id");
    await founder.post(`${path}/measures/${id}/archiving`);
    expect(await found("kampan")).toBe(false);
    await founder.post(path, { number: "1.1.1", name: "Jinak", version: "1" });
    expect(await found("sdilena")).toBe(false);
    expect(await found("jinak pomucek")).toBe(true);
  });

  test("in the archive are found no more, nor those of an archived plan", async () => {
    await app.db("cards").where({ id: cardId }).update({ archived_at: app.clock.now() });
    expect(await found("sdilena")).toBe(false);
    await app.db("cards").update({ archived_at: null });
    await app.db("plans").update({ archived_at: app.clock.now() });
    expect(await found("sdilena")).toBe(false);
  });
});
