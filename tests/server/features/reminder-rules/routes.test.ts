import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("reminder rules on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    await seedCatalogues(app.db, app.clock.now());
  });
  afterEach(() => app.close());

  const base = "/admin/reminder-rules";
  const narrow = {
    subject: "milestone:publicity",
    programme: "OPZ+",
    daysBefore: "7, 30; 14",
    overdueAfter: "2",
    overdueEvery: "5",
    recipients: ["coordinator", "owner"],
    category: "milestones",
    escalateManagerAfter: "3",
    escalateSummaryAfter: "",
    note: "Plakát hlídá koordinátor.",
    isActive: "true",
    isConfirmed: "true",
  };
  const rulesOf = (scope: object) => app.db("reminder_rules").where(scope).orderBy("id");
  const made = { kind: "publicity", programme: "OPZ+" };
  const idOf = async (key: string) => (await rulesOf({ key }))[0].id as number;
  const edit = async (key: string, fields: Record<string, string | string[]>) =>
    admin.post(`${base}/${await idOf(key)}`, {
      ...{ daysBefore: "30,14,7,3,1,0", overdueAfter: "1", overdueEvery: "7" },
      ...{ recipients: "owner", category: "milestones", isActive: "true" },
      ...{ version: "1", isConfirmed: "true", ...fields },
    });

  test("are shown by what they are about, the narrower below the general", async () => {
    const { text } = await admin.get(base);
    expect(text).toContain("30, 14, 7, 3, 1 dní předem, v den termínu");
    expect(text).toContain("1. den po termínu, potom každých 7 dní");
    expect(text).toContain("po 3 pracovních dnech projektovému manažerovi");
    expect(text).toContain("po 2 dnech čekání, potom každých 5 dní");
    const places = ["Milníky a vše, co má termín", "Milníky: zpráva o realizaci", "Začátky akcí"];
    const found = places.map((place) => text.indexOf(place));
    expect(found).toEqual(found.toSorted((one, other) => one - other));
    expect(Math.min(...found)).toBeGreaterThan(0);
  });

  test("take four queries to show, the session among them", async () => {
    await admin.get(base);
    const statements = await statementsOf(app.db, () => admin.get(base).expect(200));
    expect(statements).toHaveLength(4);
  });

  test("of the same matter added by two at once are one, and the second is told beside the field", async () => {
    const add = async () => {
      const one = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
      return () => one.post(base, narrow);
    };
    const posts = await Promise.all([add(), add(), add()]);
    const answers = await Promise.all(posts.map((post) => post()));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
    expect(await rulesOf(made)).toHaveLength(1);
  });

  test("stand among the rules in the navigation, their categories too", async () => {
    for (const address of [base, "/admin/notification-categories/events/edit"]) {
      const { text } = await admin.get(address);
      expect(text).toMatch(/href="\/admin\/rules" aria-current="page"/);
    }
  });

  test("say what nobody is reminded of", async () => {
    await app.db("reminder_rules").where({ key: "periods" }).update({ is_active: false });
    expect((await admin.get(base)).text).toMatch(/Bez pravidla[^<]*Konce sledovaných období/);
  });

  test("are begun by what they are about, with what has held until now", async () => {
    const choice = await admin.get(`${base}/new?from=milestone`);
    expect(choice.text).toContain("Čeho se bude nové pravidlo týkat");
    expect(choice.text).not.toContain('name="daysBefore"');
    const form = await admin.get(`${base}/new?subject=milestone%3Areport&programme=OPZ%2B`);
    expect(form.text).toContain('value="30, 14, 7, 3, 1, 0"');
    expect(form.text).toMatch(/value="manager"\s+checked/);
  });

  test("of what waits ask for no days before, of what passes by its day for none after", async () => {
    const waiting = (await admin.get(`${base}/new?subject=waiting-report`)).text;
    expect(waiting).not.toContain('name="daysBefore"');
    expect(waiting).toContain('name="overdueAfter"');
    const passing = (await admin.get(`${base}/new?subject=event`)).text;
    expect(passing).toContain('name="daysBefore"');
    for (const field of ["overdueAfter", "overdueEvery", "escalateManagerAfter"])
      expect(passing).not.toContain(`name="${field}"`);
  });

  test("are added for one kind and one programme", async () => {
    expect((await admin.post(base, narrow)).headers.location).toBe(base);
    const [rule] = await rulesOf(made);
    expect(rule).toMatchObject({
      ...{ object_type: "milestone", days_before: "30,14,7", overdue_after: 2, overdue_every: 5 },
      ...{ recipients: "owner,coordinator", category: "milestones", escalate_manager_after: 3 },
      ...{ escalate_summary_after: null, note: "Plakát hlídá koordinátor.", version: 1 },
    });
    const { text } = await admin.get(base);
    expect(text).toContain("Milníky: publicita");
    expect(text).toContain("jen program OPZ+");
  });

  test.each([
    [{ subject: "vymyšlené" }, "Vyberte jednu z nabízených možností."],
    [{ subject: "period:report" }, "Vyberte jednu z nabízených možností."],
    [{ programme: "OP Neznámý" }, "Vyberte jednu z nabízených možností."],
    [{ daysBefore: "týden" }, "Zadejte nejvýše 12 celých čísel"],
    [{ daysBefore: "30, 366" }, "Zadejte nejvýše 12 celých čísel"],
    [{ daysBefore: "-7" }, "Zadejte nejvýše 12 celých čísel"],
    [{ overdueAfter: "0" }, "Zadejte hodnotu alespoň 1."],
    [{ overdueAfter: "1,5" }, "Zadejte celé číslo."],
    [{ overdueAfter: "" }, "Doplňte, kolik dní po termínu"],
    [{ overdueEvery: ["1", "2"] }, "Zadejte jedinou hodnotu."],
    [{ recipients: "" }, "Vyplňte toto pole."],
    [{ recipients: ["owner", "everybody"] }, "Vyberte jednu z nabízených možností."],
    [{ category: "summary" }, "Vyberte jednu z nabízených možností."],
    [{ escalateManagerAfter: "251" }, "Zadejte hodnotu nejvýše 250."],
    [{ note: "x".repeat(10_000) }, "nejvýše 500 znaků"],
  ])("refuse %j and keep the rest", async (fields, said) => {
    const answer = await admin.post(base, { ...narrow, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    if (!("note" in fields)) expect(answer.text).toContain("Plakát hlídá koordinátor.");
    expect(await rulesOf(made)).toEqual([]);
  });

  test("take no days that make no sense of the thing, whatever is posted", async () => {
    await admin.post(base, { ...narrow, subject: "event", version: "7", id: "1" });
    const [event] = await rulesOf({ object_type: "event", programme: "OPZ+" });
    expect(event).toMatchObject({
      ...{ days_before: "30,14,7", overdue_after: null, escalate_manager_after: null, version: 1 },
    });
    await admin.post(base, { ...narrow, subject: "waiting-change" });
    const [waiting] = await rulesOf({ object_type: "waiting-change", programme: "OPZ+" });
    expect(waiting).toMatchObject({ days_before: "", overdue_after: 2 });
  });

  test("are one for each matter", async () => {
    await admin.post(base, narrow);
    const second = await admin.post(base, narrow);
    expect(second.status).toBe(422);
    expect(second.text).toContain("Pro tento výběr už pravidlo je.");
    expect(await rulesOf(made)).toHaveLength(1);
  });

  test("added by a double click are there once", async () => {
    const _submission = randomUUID();
    await admin.post(base, { ...narrow, _submission });
    expect((await admin.post(base, { ...narrow, _submission })).status).toBe(303);
    expect(await rulesOf(made)).toHaveLength(1);
  });

  test("are edited with a history, what they are about stays", async () => {
    const posted = { daysBefore: "10", recipients: ["owner", "finance"], subject: "event" };
    expect((await edit("milestones", posted)).status).toBe(303);
    const [rule] = await rulesOf({ key: "milestones" });
    expect(rule).toMatchObject({ object_type: "milestone", days_before: "10", version: 2 });
    const form = await admin.get(`${base}/${rule.id}/edit`);
    expect(form.text).toContain("Pravidlo upraveno");
    expect(form.text).toContain("finanční manažer");
  });

  test("show the second of two editors both texts", async () => {
    await edit("milestones", { daysBefore: "10" });
    const late = await edit("milestones", { daysBefore: "20" });
    expect(late.status).toBe(409);
    expect(late.text).toContain('value="20"');
    expect(late.text).toContain("Mezitím uloženo jiným uživatelem: 10");
  });

  test("go to the archive and come back, unless another has taken their place", async () => {
    await admin.post(base, narrow);
    const { id } = (await rulesOf(made))[0];
    await admin.post(`${base}/${id}/archive`, {});
    expect((await rulesOf(made))[0].archived_at).not.toBeNull();
    expect((await admin.get(base)).text).toContain("Archivovaná pravidla");
    expect((await admin.get(`${base}/${id}/edit`)).status).toBe(409);
    expect((await admin.post(`${base}/${id}`, { ...narrow, version: "2" })).status).toBe(409);
    await admin.post(base, narrow);
    const refused = await admin.post(`${base}/${id}/archive/restoration`, {});
    expect([refused.status, refused.text.includes("jiné pravidlo")]).toEqual([409, true]);
    const newer = (await rulesOf(made))[1].id;
    await admin.post(`${base}/${newer}/archive`, {});
    await admin.post(`${base}/${id}/archive/restoration`, {});
    expect((await rulesOf(made)).map(({ archived_at }) => archived_at === null)).toEqual([
      true,
      false,
    ]);
  });

  test("are nobody's but the administrator's, found or not", async () => {
    const other = await app.signedInAs(await createUser(app.db, { is_management: true }));
    const id = await idOf("milestones");
    for (const path of ["", "/new", `/${id}/edit`, "/999999/edit"])
      expect((await other.get(base + path)).status).toBe(403);
    for (const path of ["", `/${id}`, `/${id}/archive`, `/${id}/archive/restoration`])
      expect((await other.post(base + path, narrow)).status).toBe(403);
    expect((await admin.get(`${base}/999999/edit`)).status).toBe(404);
    expect((await admin.post(`${base}/999999/archive`)).status).toBe(404);
  });
});
