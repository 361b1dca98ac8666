import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createParticipation, createPosting } from "../../../support/training-factories.ts";

describe.each(engines)("programme rules on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    await seedCatalogues(app.db, app.clock.now());
  });
  afterEach(() => app.close());

  const newRule = {
    programme: "OPZ+",
    kind: "period-length",
    value: "12",
    validFrom: "1. 7. 2026",
    validTo: "",
    source: "Rozhodnutí č. 1",
    isConfirmed: "true",
  };
  const versions = (kind = "period-length") =>
    app.db("programme_rules").where({ programme: "OPZ+", kind }).orderBy("valid_from");
  const idOf = async (kind: string) => (await versions(kind))[0].id as number;
  const edit = async (kind: string, fields: Record<string, string | string[]>) =>
    admin.post(`/admin/rules/${await idOf(kind)}`, {
      value: "6",
      validFrom: "2021-01-01",
      validTo: "",
      source: "Pravidla",
      version: "1",
      ...fields,
    });

  test("are listed by programme with value, source, and a warning where nobody has confirmed them", async () => {
    const { text } = await admin.get("/admin/rules");
    expect(text).toContain("OPZ+ – Operační program Zaměstnanost plus");
    expect(text).toContain("6 měsíců");
    expect(text).toContain("1 měsíc po konci období, do konce měsíce");
    expect(text).toContain("76,735\u00a0%");
    expect(text).toContain("Nařízení (EU) 2021/1060, čl. 54 písm. a)");
    expect(text).toContain("Ověřte v rozhodnutí");
    expect(text).toContain("Závazné je rozhodnutí o poskytnutí dotace");
  });

  test("of support say at once who has crossed the threshold, but in projects they do not bind", async () => {
    const decided = { decided_on: "2025-01-01" };
    const bound = await createProject(app.db, decided);
    const own = await createProject(app.db, decided);
    await app.db("programme_rules").insert({
      ...{ project_id: own, programme: "OPZ+", kind: "support-threshold", value: "40" },
      ...{ valid_from: "2021-01-01", source: "Rozhodnutí", reason: "Výjimka" },
      created_at: app.clock.now(),
    });
    const people: number[] = [];
    for (const projectId of [bound, own]) {
      const id = await createParticipation(app.db, projectId, { in_person_minutes: 1_500 });
      await createPosting(app.db, id, { minutes: 1_500, valid_on: "2026-02-10" });
      people.push(id);
    }
    const crossedOn = () =>
      app.db("participations").whereIn("id", people).orderBy("id").pluck("threshold_on");
    await edit("support-threshold", { value: "20" });
    expect(await crossedOn()).toEqual(["2026-02-10", null]);
    await edit("support-threshold", { value: "30", version: "2" });
    expect(await crossedOn()).toEqual([null, null]);
  });

  test("take three queries to show", async () => {
    await admin.get("/admin/rules");
    const statements = await statementsOf(app.db, () => admin.get("/admin/rules").expect(200));
    expect(statements).toHaveLength(3);
  });

  test("get a new version from a day on; the one before ends the day before", async () => {
    expect((await admin.post("/admin/rules", newRule)).headers.location).toBe("/admin/rules");
    const [before, after] = await versions();
    expect([before.valid_from, before.valid_to]).toEqual(["2021-01-01", "2026-06-30"]);
    expect([after.valid_from, after.valid_to, after.value]).toEqual(["2026-07-01", null, "12"]);
    const page = await admin.get("/admin/rules");
    expect(page.text).toContain("začne platit");
  });

  test.each([
    [{ programme: "OP Neznámý" }, "Vyberte jednu z nabízených možností."],
    [{ kind: "vymyšlené" }, "Vyberte jednu z nabízených možností."],
    [{ value: "půl roku" }, "Zadejte hodnotu v jednotce pravidla"],
    [{ value: ["6", "7"] }, "Zadejte jedinou hodnotu."],
    [{ validFrom: "31. 2. 2026" }, "Zadejte skutečné datum"],
    [{ validFrom: "2026-07-01", validTo: "2026-06-30" }, "Konec nesmí být před začátkem."],
    [{ validFrom: "2020-01-01" }, "V této době už platí jiná verze"],
    [{ source: "" }, "Vyplňte toto pole."],
    [{ source: "x".repeat(10_000) }, "nejvýše 500 znaků"],
  ])("refuse a new version with %j and keep the rest", async (fields, said) => {
    const answer = await admin.post("/admin/rules", { ...newRule, ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    if (!("source" in fields)) expect(answer.text).toContain("Rozhodnutí č. 1");
    expect(await versions()).toHaveLength(1);
  });

  test("added by a double click are there once", async () => {
    const _submission = randomUUID();
    await admin.post("/admin/rules", { ...newRule, _submission });
    expect((await admin.post("/admin/rules", { ...newRule, _submission })).status).toBe(303);
    expect(await versions()).toHaveLength(2);
  });

  test("are corrected and confirmed where they stand, with history", async () => {
    const answer = await edit("eu-share", { value: "76,5", isConfirmed: "true" });
    expect(answer.status).toBe(303);
    const [rule] = await versions("eu-share");
    expect(rule).toMatchObject({ value: "76.5", source: "Pravidla", version: 2 });
    expect(Boolean(rule.is_confirmed)).toBe(true);
    const form = await admin.get(`/admin/rules/${rule.id}/edit`);
    expect(form.text).toContain('value="76,5"');
    expect(form.text).toContain("Pravidlo upraveno");
    expect(form.text).toContain("76.735");
  });

  test("keep which reading of a month's end binds", async () => {
    await edit("final-report-offset", { value: "3", monthEnd: "same-day" });
    expect((await versions("final-report-offset"))[0].value).toBe(
      "3 months same-day unshifted project-end",
    );
    const { text } = await admin.get("/admin/rules");
    expect(text).toContain("3 měsíce po konci projektu, do téhož dne");
  });

  test("that give a day say what they are counted from, in which unit, and what free days mean", async () => {
    const form = await admin.get(`/admin/rules/${await idOf("retention-years")}/edit`);
    for (const said of ["Rozhodný den", "31. 12. roku poslední platby", "pracovní dny", "10"])
      expect(form.text).toContain(said);
    await edit("retention-years", {
      ...{ value: "12", unit: "years", anchor: "last-payment" },
      ...{ monthEnd: "same-day", weekend: "next-working-day" },
    });
    const [rule] = await versions("retention-years");
    expect(rule.value).toBe("12 years same-day next-working-day last-payment");
    const shown = await admin.get(`/admin/rules/${rule.id}/edit`);
    expect(shown.text).toContain(
      "<ins>12 let po poslední platbě, z volného dne na další pracovní</ins>",
    );
  });

  test.each([
    [{ unit: "fortnights" }, 422],
    [{ anchor: "last-payment" }, 422],
    [{ anchor: "yesterday" }, 422],
    [{ weekend: "never" }, 422],
    [{ monthEnd: ["same-day", "month-end"] }, 422],
    [{ unit: "working-days", value: "1001" }, 422],
    [{ unit: "working-days", value: "1000" }, 303],
  ])("that give a day are refused or taken with %j: %i", async (fields, status) => {
    expect((await edit("interim-report-offset", { value: "1", ...fields })).status).toBe(status);
  });

  test("are chosen before a new version of one is typed, since each asks for something else", async () => {
    const choice = await admin.get("/admin/rules/new");
    expect(choice.text).toContain("Které pravidlo dostane novou verzi");
    expect(choice.text).not.toContain('name="validFrom"');
    const due = await admin.get("/admin/rules/new?programme=OPZ%2B&kind=poster-offset");
    expect(due.text).toContain("Plakát A3");
    expect(due.text).toContain('name="anchor"');
    const share = await admin.get("/admin/rules/new?programme=OPZ%2B&kind=own-share");
    expect(share.text).not.toContain('name="anchor"');
  });

  test("show the second of two editors both texts", async () => {
    await edit("own-share", { value: "10" });
    const late = await edit("own-share", { value: "15" });
    expect(late.status).toBe(409);
    expect(late.text).toContain('value="15"');
    expect(late.text).toContain("Mezitím uloženo jiným uživatelem: 10");
  });

  test("cannot change which rule they are, nor overlap another version", async () => {
    await admin.post("/admin/rules", newRule);
    const over = await edit("period-length", { validTo: "2026-12-31", version: "2" });
    expect([over.status, over.text.includes("jiná verze téhož pravidla")]).toEqual([422, true]);
    await edit("own-share", { kind: "eu-share", programme: "OPZ", value: "7" });
    expect((await versions("own-share"))[0]).toMatchObject({ value: "7", programme: "OPZ+" });
  });

  test("are nobody's but the administrator's, found or not", async () => {
    const other = await app.signedInAs(await createUser(app.db, { is_management: true }));
    const id = await idOf("own-share");
    for (const path of ["", "/new", "/code-lists", `/${id}/edit`, "/999/edit"])
      expect((await other.get(`/admin/rules${path}`)).status).toBe(403);
    expect((await other.post(`/admin/rules/${id}`, {})).status).toBe(403);
    expect((await admin.get("/admin/rules/999/edit")).status).toBe(404);
    expect((await admin.post("/admin/rules/999")).status).toBe(404);
  });
});
