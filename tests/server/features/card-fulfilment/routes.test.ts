import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { branchesOf } from "../../../../server/features/card-fulfilment/branches/rules.ts";
import { textsFor } from "../../../../server/texts/index.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createPlan } from "../../../support/plan-factories.ts";
import { openPlan, type PlanWorld } from "../plan-exports/plan-world.ts";

const { states } = textsFor("cs").cardStatements;

describe.each(engines)("the fulfilment of a plan on %s", (engine) => {
  let house: TestApp;
  let world: PlanWorld;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-11-22T09:00:00.000Z" });
    world = await openPlan(house);
  });
  afterEach(() => house.close());

  const textAt = async (year: number | "", browser = world.reader) => {
    const answer = await browser.get(`/plans/${world.planId}/fulfilment?year=${year}`);
    expect(answer.status).toBe(200);
    return answer.text
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/[\s\u00a0]+|&nbsp;/g, " ");
  };

  test("tells what was said, done and drawn by the end of the year asked for", async () => {
    const past = await textAt(2025);
    for (const said of ["k 31. 12. 2025", states.behind, "Řekli jsme své", "400 000 Kč", "45 %"])
      expect(past).toContain(said);
    expect(past).not.toContain("800 000 Kč");
    const running = await textAt("");
    const asked = "ptát se budeme až po konci roku";
    for (const said of ["Rok běží", "k 22. 11. 2026", "800 000 Kč", "70 %", "1 z 2", asked])
      expect(running).toContain(said);
    expect(past).not.toContain(asked);
    expect(running).not.toContain("Řekli jsme své");
  });

  test("sums only projects within the reader's reach and names no other", async () => {
    const text = await textAt(2025);
    expect(text).toContain("1 projekt mimo váš dosah");
    expect(text).not.toContain("Skrytý");
    // A project of two cards is in the sum of their area and of the plan once.
    expect(text).not.toContain("2 000 000 Kč");
    const whole = await textAt(2025, world.head);
    expect(whole).toContain("Skrytý");
    expect(whole).toContain("8 777 777 Kč");
  });

  test("counts a project from the year it begins in, and none that is still prepared", async () => {
    await house.db("projects").where({ id: world.seenId }).update({ starts_on: "2026-02-01" });
    expect(await textAt(2025)).toContain("zatím se nepočítá");
    expect(await textAt(2026)).not.toContain("zatím se nepočítá");
    await house.db("projects").where({ id: world.seenId }).update({ phase: "application" });
    const text = await textAt(2026);
    expect(text).toContain("zatím se nepočítá");
    expect(text).not.toContain("1 000 000 Kč");
  });

  test("is told of years of the plan that have begun, and says so where there is no card", async () => {
    const at = (query: string) => world.reader.get(`/plans/${world.planId}/fulfilment${query}`);
    for (const year of ["2023", "2027", "nic", "02025"])
      expect((await at(`?year=${year}`)).status).toBe(404);
    expect((await at("")).text).toContain('value="2024"');
    const empty = await createPlan(house.db, { from_year: 2030, to_year: 2031 });
    const answer = await world.reader.get(`/plans/${empty}/fulfilment`);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Plán zatím nemá žádnou kartu.");
    expect((await world.reader.get("/plans/999999/fulfilment")).status).toBe(404);
  });

  test("follows a statement as it was corrected, and measures as they are", async () => {
    const first = await house.db("card_statements").first("*");
    const { id, ...said } = first;
    await house
      .db("card_statements")
      .insert({ ...said, corrects_id: id, state: "done", text: "Oprava" });
    await house.db("measures").where({ text: "Otevřít poradnu" }).update({ state: "dropped" });
    const text = await textAt(2025);
    expect(text).toContain("Oprava");
    expect(text).not.toContain("Řekli jsme své");
    expect(text).toContain("0 z 1");
  });
});

describe("the tree of a plan", () => {
  const area = (id: number, parentId: number | null) => ({ id, parentId });
  const card = (id: number, areaId: number | null) => ({ id, areaId });

  test("leaves empty areas out, counts cards within, and keeps those of no living area", () => {
    const areas = [area(1, null), area(2, 1), area(3, 1), area(4, null), area(5, 99)];
    const cards = [card(10, 2), card(11, 1), card(12, 5), card(13, 77), card(14, null)];
    const told = branchesOf(areas, cards).map((branch) => ({
      area: branch.area?.id ?? null,
      depth: branch.depth,
      own: branch.cards.map(({ id }) => id),
      within: branch.within.map(({ id }) => id),
    }));
    expect(told).toEqual([
      { area: 1, depth: 0, own: [11], within: [11, 10] },
      { area: 2, depth: 1, own: [10], within: [10] },
      { area: 5, depth: 0, own: [12], within: [12] },
      { area: null, depth: 0, own: [13, 14], within: [13, 14] },
    ]);
    expect(branchesOf([], [])).toEqual([]);
  });
});
