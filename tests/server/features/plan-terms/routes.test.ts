import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

describe.each(engines)("words of plans on %s", (engine) => {
  let house: TestApp;
  let admin: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine);
    await seedCatalogues(house.db, house.clock.now());
    admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
  });
  afterEach(() => house.close());

  const list = "/admin/plan-terms";
  const termAt = (kind: string, code: string) =>
    house.db("plan_terms").where({ kind, code }).first();
  const entry = (given: Record<string, string> = {}) => ({
    ...{ labelCs: "Senioři", labelEn: "Seniors", synonyms: "S", position: "1", version: "1" },
    ...given,
  });

  test("are listed by kind, with how many cards say them", async () => {
    await createCards(house, await createPlan(house.db), [
      { targetGroups: "OZP", funding: "LK, EU" },
    ]);
    const { text } = await admin.get(list);
    for (const kind of ["Cílové skupiny", "Odpovědné subjekty", "Zdroje financování"])
      expect(text).toContain(kind);
    expect(text).toMatch(/Osoby se zdravotním postižením<\/a>[\s\S]*?class="number">1</);
  });

  test("are kept by administrators only", async () => {
    const founder = await house.signedInAs(await createUser(house.db, { is_founder: true }));
    expect((await founder.get(list)).status).toBe(403);
    expect((await founder.post(list, entry())).status).toBe(403);
  });

  test("taken newly, cards written before are understood by them at once", async () => {
    await createCards(house, await createPlan(house.db), [{ targetGroups: "Dříve narození" }]);
    const named = () => house.db("card_terms").where({ kind: "target-group" }).pluck("term_id");
    expect(await named()).toEqual([null]);
    const { id } = await termAt("target-group", "seniors");
    const answer = await admin.post(`${list}/${id}`, entry({ synonyms: "S\ndříve narození" }));
    expect(answer.status).toBe(303);
    expect(await named()).toEqual([id]);
  });

  test("may be the same in two kinds, not in one", async () => {
    const fresh = entry({ kind: "source", code: "fund", labelCs: "Senioři", synonyms: "S" });
    expect((await admin.post(list, fresh)).status).toBe(303);
    const twice = await admin.post(list, { ...fresh, kind: "target-group" });
    expect(twice.status).toBe(422);
    expect(twice.text).toContain("už patří k jiné položce");
    expect((await admin.post(list, { ...fresh, labelCs: "Jiný", synonyms: "" })).status).toBe(422);
  });

  test.each([
    ["kind", { kind: "other" }],
    ["code", { code: "Velká Písmena" }],
    ["labelCs", { labelCs: "" }],
    ["position", { position: "jedna" }],
  ])("with a wrong %s are refused and what was typed stays", async (field, wrong) => {
    const answer = await admin.post(list, {
      ...entry({ kind: "body", code: "new", labelCs: "Nový", labelEn: "Typed", synonyms: "" }),
      ...wrong,
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain('value="Typed"');
  });

  test("are archived and brought back; of two editors the second is told", async () => {
    const { id } = await termAt("target-group", "seniors");
    expect((await admin.post(`${list}/${id}/archiving`, { version: "1" })).status).toBe(303);
    expect((await admin.post(`${list}/${id}`, entry())).status).toBe(409);
    expect((await admin.post(`${list}/${id}/archiving`, { version: "2" })).status).toBe(303);
    expect((await termAt("target-group", "seniors")).archived_at).toBeNull();
    expect((await admin.get(`${list}/999999/edit`)).status).toBe(404);
  });
});
