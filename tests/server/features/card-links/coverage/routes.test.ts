import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { change, system } from "../../../../../server/change.ts";
import { writeCards } from "../../../../../server/features/cards/service.ts";
import { writeAreas } from "../../../../../server/features/plans/areas/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../../support/app.ts";
import { createCardLink } from "../../../../support/cards.ts";
import { engines } from "../../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../../support/factories.ts";
import { cardContent, createCards, createPlan } from "../../../../support/plan-factories.ts";
import { statementsOf } from "../../../../support/queries.ts";

describe.each(engines)("the page of coverage on %s", (engine) => {
  let house: TestApp;
  let reader: Browser;
  let planId: number;
  let projectId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    const userId = await createUser(house.db);
    reader = await house.signedInAs(userId);
    projectId = await createProject(house.db, { short_name: "Duševní zdraví" });
    await addMember(house.db, { projectId, userId, role: "reader" });
    planId = await createPlan(house.db);
    await change(house, system, (one) =>
      writeAreas(one, planId, [
        { code: "2", title: "Senioři", parentCode: null, kind: "area" },
        { code: "3", title: "Bydlení", parentCode: null, kind: "area" },
      ]),
    );
  });
  afterEach(() => house.close());

  const page = async (query = "") => {
    const { status, text } = await reader.get(`/plans/${planId}/coverage${query}`);
    expect(status).toBe(200);
    return text.replace(/\s+/g, " ");
  };
  /** What the picture says aloud. */
  const bars = (html: string) =>
    [...html.matchAll(/coverage-bar" role="img" aria-label="([^"]*)"/g)].map(([, label]) => label);
  /** Cards of the list, by their numbers. */
  const listed = (html: string) =>
    [...html.matchAll(/<span class="count">([\d.]+)<\/span> <a [^>]*>Podpora/g)].map(
      ([, number]) => number,
    );

  async function fill(): Promise<number[]> {
    const ids = await createCards(house, planId, [
      { number: "1.1.1" },
      { number: "1.1.2" },
      { number: "2.1.1", areaCode: "2" },
      { number: "3.1.1", areaCode: "3" },
      { number: "9", areaCode: null },
    ]);
    await createCardLink(house.db, ids[0] as number, { project_id: projectId });
    await createCardLink(house.db, ids[2] as number, { project_name: "Nový dům" });
    return ids;
  }

  test("counts the cards of each area by what covers them, and of the whole plan", async () => {
    await fill();
    expect(bars(await page())).toEqual([
      "1 Rodiny a děti: běžící projekt 1, bez projektu 1",
      "1.1 Podpora rodin: běžící projekt 1, bez projektu 1",
      "2 Senioři: jen jmenovaný projekt 1",
      "3 Bydlení: bez projektu 1",
      "Karty mimo oblasti: bez projektu 1",
      "Celý plán: běžící projekt 1, jen jmenovaný projekt 1, bez projektu 3",
    ]);
  });

  test("names above the picture the areas in which no card has a project", async () => {
    await fill();
    const [, above] = /coverage__bare">(.*?)<\/ul>/.exec(await page()) ?? [];
    expect(above).toContain("2 Senioři");
    expect(above).toContain("3 Bydlení");
    expect(above).not.toContain("Rodiny");
  });

  test("lists cards without a project first; others by what covers them and by the area", async () => {
    await fill();
    expect(listed(await page())).toEqual(["1.1.2", "3.1.1", "9"]);
    expect(listed(await page("?state=named"))).toEqual(["2.1.1"]);
    const running = await page("?state=running");
    expect(listed(running)).toEqual(["1.1.1"]);
    expect(running).toContain("Duševní zdraví");
    expect(listed(await page("?state=all"))).toHaveLength(5);
    const { id } = await house.db("plan_areas").where({ code: "3" }).first("id");
    expect(listed(await page(`?group=area-${id}`))).toEqual(["3.1.1"]);
    expect(listed(await page("?group=none&state=all"))).toEqual(["9"]);
  });

  test("an address that makes no sense shows the page as it begins", async () => {
    await fill();
    const odd = await page("?by=moon&group=area-0&state=x&page=y");
    expect(listed(odd)).toEqual(["1.1.2", "3.1.1", "9"]);
  });

  test("by target groups a card counts in each of them, which is said", async () => {
    await createCards(house, planId, [
      { number: "1.1.1", targetGroups: "senioři, rodiny s dětmi" },
      { number: "1.1.2", targetGroups: "senioři" },
      { number: "1.1.3" },
    ]);
    const html = await page("?by=target-group");
    expect(bars(html)).toEqual([
      "senioři: bez projektu 2",
      "rodiny s dětmi: bez projektu 1",
      "Karty bez cílové skupiny: bez projektu 1",
      "Celý plán: bez projektu 3",
    ]);
    expect(html).toContain("Karta může patřit do více skupin");
  });

  test("a plan of strategic goals is put together by them", async () => {
    planId = await createPlan(house.db, { title: "Plán 2014–2017" });
    await change(house, system, async (one) => {
      await writeAreas(one, planId, [
        { code: "SC1", title: "Dostupnost", parentCode: null, kind: "goal" },
        { code: "SC2", title: "Kvalita", parentCode: null, kind: "goal" },
      ]);
      await writeCards(one, planId, [
        cardContent({ number: "A01-01", goals: "SC1 Dostupnost\nSC2 Kvalita" }),
      ]);
    });
    expect(bars(await page())).toEqual([
      "SC1 Dostupnost: bez projektu 1",
      "SC2 Kvalita: bez projektu 1",
      "Celý plán: bez projektu 1",
    ]);
  });

  test("counts a project out of reach and does not name it", async () => {
    const [cardId] = await fill();
    const hidden = await createProject(house.db, { short_name: "Tajný záměr", phase: "submitted" });
    await createCardLink(house.db, cardId as number, { project_id: hidden });
    await createCardLink(house.db, cardId as number, { project_id: hidden, note: "podruhé" });
    const html = await page("?state=all");
    expect(html).toContain("1 projekt mimo váš dosah");
    expect(html).not.toContain("Tajný");
    expect(html).not.toContain(`/projects/${hidden}`);
  });

  test("a plan without cards says so; an archived one stays readable", async () => {
    expect(await page()).toContain("Plán zatím nemá žádnou kartu");
    await house.db("plans").update({ archived_at: house.clock.now() });
    await page();
  });

  test("asks the database as much for thirty cards as for one", async () => {
    const visit = () => statementsOf(house.db, () => page("?by=service&state=all"));
    await createCards(house, planId, [{ number: "1.1.1", services: "Osobní asistence (§ 39)" }]);
    const one = await visit();
    const many = Array.from({ length: 30 }, (_, n) => ({ number: `1.2.${n}` }));
    for (const id of await createCards(house, planId, many))
      await createCardLink(house.db, id, { project_id: projectId });
    const all = await visit();
    expect(all).toHaveLength(one.length);
    // The session, the plan, and four of the page.
    expect(all.length).toBeLessThanOrEqual(6);
  });
});
