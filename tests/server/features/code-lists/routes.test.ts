import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

const LIST = "/admin/rules/code-lists/target-groups";

describe.each(engines)("code lists on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    await seedCatalogues(app.db, app.clock.now());
  });
  afterEach(() => app.close());

  const item = {
    code: "seniors",
    labelCs: "Senioři",
    labelEn: "Older people",
    position: "90",
    validFrom: "",
    validTo: "",
  };
  const stored = (code: string) => app.db("code_list_items").where({ code }).first();
  const edit = async (code: string, fields: Record<string, string>) => {
    const { code: _, ...rest } = item;
    const { id } = await stored(code);
    return admin.post(`${LIST}/${id}`, { ...rest, version: "1", ...fields });
  };

  test("are listed with their numbers of items, and each with its items in the reader's language", async () => {
    const all = await admin.get("/admin/rules/code-lists");
    expect(all.text).toContain("Obce s rozšířenou působností");
    expect(all.text).toContain("25 položek");
    expect((await admin.get(LIST)).text).toContain("Neformální pečující");
    const english = await admin.get("/admin/rules/code-lists/districts?lang=en");
    expect(english.text).toContain("CZ0511");
  });

  test("get a new item, once for each code", async () => {
    expect((await admin.post(LIST, item)).headers.location).toBe(LIST);
    expect((await admin.get(LIST)).text).toContain("Senioři");
    const again = await admin.post(LIST, { ...item, labelCs: "Senioři podruhé" });
    expect(again.status).toBe(422);
    expect(again.text).toContain("Tato hodnota už je použita.");
    expect(again.text).toContain("Senioři podruhé");
  });

  test.each([
    [{ code: "" }, "Vyplňte toto pole."],
    [{ code: "dvě slova" }, "Kód smí mít jen"],
    [{ labelCs: "" }, "Vyplňte toto pole."],
    [{ labelEn: "x".repeat(10_000) }, "nejvýše 300 znaků"],
    [{ position: "první" }, "Zadejte celé číslo."],
    [{ position: "0" }, "alespoň 1"],
    [{ validTo: "31. 2. 2026" }, "Zadejte skutečné datum"],
    [{ validFrom: "2026-02-01", validTo: "2026-01-31" }, "Konec nesmí být před začátkem."],
  ])("refuse an item with %j and keep the rest", async (fields, said) => {
    const answer = await admin.post(LIST, { ...item, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    if (!("labelCs" in fields)) expect(answer.text).toContain("Senioři");
    expect(await stored("seniors")).toBeUndefined();
  });

  test("let an item be renamed and ended, its code staying what it is", async () => {
    const answer = await edit("informal-carers", { validTo: "2026-01-31", code: "carers" });
    expect(answer.status).toBe(303);
    expect(await stored("informal-carers")).toMatchObject({
      label_cs: "Senioři",
      valid_to: "2026-01-31",
      version: 2,
    });
    expect((await admin.get(LIST)).text).toContain("Už neplatí");
    const event = await app.db("audit_events").where({ action: "code-list-item.edited" }).first();
    expect(JSON.parse(event.changes).labelCs).toEqual(["Neformální pečující", "Senioři"]);
  });

  test("show the second of two editors both texts", async () => {
    await edit("informal-carers", { labelCs: "Pečující" });
    const late = await edit("informal-carers", { labelCs: "Pečující osoby" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Mezitím uloženo jiným uživatelem: Pečující");
  });

  test("do not give an item under another list, nor a list that is none", async () => {
    const { id } = await stored("CZ0511");
    expect((await admin.get(`${LIST}/${id}/edit`)).status).toBe(404);
    expect((await admin.post(`${LIST}/${id}`)).status).toBe(404);
    expect((await admin.get("/admin/rules/code-lists/vymyšlený")).status).toBe(404);
    expect((await admin.get("/admin/rules/code-lists/__proto__")).status).toBe(404);
  });
});
