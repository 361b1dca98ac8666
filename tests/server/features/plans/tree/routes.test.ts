import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { insertMissingTerms } from "../../../../../db/queries/plan-terms.ts";
import { insertMissingServices } from "../../../../../db/queries/social-services.ts";
import { planTerms } from "../../../../../db/seeds/plan-terms.ts";
import { socialServices } from "../../../../../db/seeds/social-services.ts";
import { type Browser, openTestApp, type TestApp } from "../../../../support/app.ts";
import { createCardLink } from "../../../../support/cards.ts";
import { engines } from "../../../../support/databases.ts";
import { createProject, createUser } from "../../../../support/factories.ts";
import { createCards, createPlan } from "../../../../support/plan-factories.ts";
import { statementsOf } from "../../../../support/queries.ts";

describe.each(engines)("the tree of a plan on %s", (engine) => {
  let app: TestApp;
  let reader: Browser;
  let readerId: number;
  let planId: number;
  let ids: number[];
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    await app.db.transaction(async (trx) => {
      await insertMissingServices(trx, socialServices, app.clock.now());
      await insertMissingTerms(trx, planTerms, app.clock.now());
    });
    readerId = await createUser(app.db, { name: "Jana Nová" });
    reader = await app.signedInAs(readerId);
    planId = await createPlan(app.db);
    ids = await createCards(app, planId, [
      {
        ...{ number: "1.1.1", name: "Odlehčení", targetGroups: "S, OZP", funding: "EU, LK" },
        ...{ services: "Odlehčovací služby (§ 44)", period: "2024–2025", responsible: "LK" },
        measures: ["Půjčovna pomůcek", "Kurzy"],
      },
      { number: "1.1.2", name: "Bydlení", targetGroups: "S", period: "2026+", funding: "obce" },
      { number: "9.9.9", name: "Bez oblasti", areaCode: null, description: "Žluťoučký kůň" },
    ]);
  });
  afterEach(() => app.close());

  const tree = async (query = "") => (await reader.get(`/plans/${planId}${query}`)).text;
  const shown = async (query = "") => {
    const text = await tree(query);
    return ["1.1.1", "1.1.2", "9.9.9"].filter((number) =>
      text.includes(`<span class="plan-tree__number">${number}</span>`),
    );
  };
  const term = async (code: string, kind: string) =>
    (await app.db("plan_terms").where({ code, kind }).first("id")).id;

  test("shows areas, what is in them, and last what stands outside", async () => {
    const text = await tree();
    const places = ["Rodiny a děti", "Podpora rodin", "Odlehčení", "Bydlení", "Karty mimo oblasti"];
    const order = [...places, "Bez oblasti"].map((part) => text.lastIndexOf(part));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(Math.min(...order)).toBeGreaterThan(0);
  });

  test("is narrowed by each of its filters", async () => {
    const { id: service } = await app.db("social_services").where({ section: "44" }).first("id");
    await app.db("cards").where({ id: ids[1] }).update({ owner_user_id: readerId });
    await createCardLink(app.db, ids[0] as number, {
      project_id: await createProject(app.db, {
        ...{ phase: "running", starts_on: "2025-01-01", ends_on: "2027-12-31" },
      }),
    });
    const found: [string, string[]][] = [
      ["", ["1.1.1", "1.1.2", "9.9.9"]],
      [`?group=${await term("seniors", "target-group")}`, ["1.1.1", "1.1.2"]],
      [`?group=${await term("disabled", "target-group")}`, ["1.1.1"]],
      [`?service=${service}`, ["1.1.1"]],
      ["?year=2026", ["1.1.2", "9.9.9"]],
      ["?year=2024", ["1.1.1", "9.9.9"]],
      ["?coverage=running", ["1.1.1"]],
      ["?coverage=none", ["1.1.2", "9.9.9"]],
      ["?owner=mine", ["1.1.2"]],
      ["?owner=nobody", ["1.1.1", "9.9.9"]],
      [`?owner=user-${readerId}`, ["1.1.2"]],
      ["?q=zlutoucky+KUN", ["9.9.9"]],
      ["?q=pujcovna+odlehceni", ["1.1.1"]],
      ["?q=nikde", []],
      ["?q=kun&owner=mine", []],
      ["?group=x&year=5&coverage=maybe&owner=someone", ["1.1.1", "1.1.2", "9.9.9"]],
    ];
    for (const [query, numbers] of found)
      expect([query, await shown(query)]).toEqual([query, numbers]);
    expect(await tree("?q=nikde")).toContain("Tomuto výběru žádná karta neodpovídá.");
  });

  test("offers what the cards speak of, with how many there are", async () => {
    const text = await tree();
    expect(text).toContain("Senioři (2)");
    expect(text).toContain("§ 44 Odlehčovací služby (1)");
    expect(text).not.toContain("§ 57");
    const narrowed = await tree("?owner=mine");
    expect(narrowed).not.toContain("Senioři (");
  });

  test("never names a project that its reader does not see", async () => {
    const projectId = await createProject(app.db, { short_name: "Tajný projekt" });
    await createCardLink(app.db, ids[0] as number, { project_id: projectId });
    expect(await tree()).not.toContain("Tajný projekt");
    const card = await reader.get(`/plans/${planId}/cards/${ids[0]}`);
    expect(card.text).not.toContain("Tajný projekt");
  });

  test("takes the same number of statements however many cards there are", async () => {
    const before = (await statementsOf(app.db, () => tree())).length;
    const more = Array.from({ length: 60 }, (_, index) => ({
      number: `2.${index}`,
      measures: ["a"],
    }));
    await createCards(app, planId, more);
    const after = (await statementsOf(app.db, () => tree())).length;
    expect(after).toBe(before);
    expect(after).toBeLessThanOrEqual(13);
  });

  test("is a workbook with what is shown, amounts as numbers", async () => {
    await createCards(app, planId, [{ number: "1.1.3", costs: "2,5–3 mil. Kč ročně" }]);
    const address = `/plans/${planId}?format=xlsx&q=mil`;
    const [sheet] = await readXlsxFile((await reader.get(address).responseType("blob")).body);
    const rows = (sheet as { data: unknown[][] }).data;
    expect(rows).toHaveLength(2);
    expect(rows[1]).toEqual(
      expect.arrayContaining(["1.1.3", "1.1 Podpora rodin", 2_500_000, 3_000_000]),
    );
  });
});
