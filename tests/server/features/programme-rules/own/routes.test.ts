import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../../db/seeds/catalogues.ts";
import { ruleKinds } from "../../../../../server/features/programme-rules/rules.ts";
import { postSupport } from "../../../../../server/features/support/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createPeriod,
  createProject,
  createUser,
} from "../../../../support/factories.ts";
import { statementsOf } from "../../../../support/queries.ts";
import { createParticipation } from "../../../../support/training-factories.ts";

describe.each(engines)("rules of a project on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db, {
      starts_on: "2025-01-01",
      ends_on: "2026-12-31",
      decided_on: "2024-11-20",
    });
    const userId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId });
    manager = await app.signedInAs(userId);
  });
  afterEach(() => app.close());

  const entry = {
    value: "2",
    monthEnd: "same-day",
    reason: "Rozhodnutí dává na zprávu dva měsíce.",
    source: "Rozhodnutí č. j. 12/2024, čl. III",
    isConfirmed: "true",
    version: "0",
  };
  const list = (id = projectId) => `/projects/${id}/rules`;
  const set = (fields: Record<string, string | string[]> = {}, kind = "interim-report-offset") =>
    manager.post(`${list()}/${kind}`, { ...entry, ...fields });
  const remove = (kind = "interim-report-offset") => manager.post(`${list()}/${kind}/removal`);
  const ownRules = () => app.db("programme_rules").whereNotNull("project_id").orderBy("id");
  const page = async () => (await manager.get(list())).text.replaceAll("\u00a0", " ");

  test("are those of its programme on the day of decision, each with its source", async () => {
    const text = await page();
    expect(text).toContain("Platí pravidla programu OPZ+ ke dni rozhodnutí 20. 11. 2024.");
    expect(text).toContain("1 měsíc po konci období, do konce měsíce");
    expect(text).toContain("program, verze od 1. 1. 2021");
    expect(text).toContain("Nařízení (EU) 2021/1060, čl. 54 písm. a)");
    expect(text).toContain("Ověřte v rozhodnutí");
    expect(text.match(/Nastavit jinak<\/a>/g)).toHaveLength(Object.keys(ruleKinds).length);
  });

  test("take one query of their own to show", async () => {
    await manager.get(list());
    const statements = await statementsOf(app.db, () => manager.get(list()).expect(200));
    expect(statements.filter((sql) => sql.includes("programme_rules"))).toHaveLength(1);
    expect(statements).toHaveLength(3);
  });

  test("may be set otherwise with a reason, which is shown with what it stands instead of", async () => {
    expect((await set()).headers.location).toBe(list());
    expect(await ownRules()).toMatchObject([
      {
        project_id: projectId,
        programme: "OPZ+",
        value: "2 months same-day unshifted period-end",
        reason: entry.reason,
      },
    ]);
    const text = await page();
    expect(text).toContain("2 měsíce po konci období, do téhož dne");
    expect(text).toContain("místo 1 měsíc po konci období, do konce měsíce");
    expect(text).toContain("vlastní pravidlo projektu");
    expect(text).toContain("Důvod: Rozhodnutí dává na zprávu dva měsíce.");
    expect(text).toContain("Rozhodnutí č. j. 12/2024, čl. III");
    const form = await manager.get(`${list()}/interim-report-offset/edit`);
    expect(form.text).toContain("Nastaveno vlastní pravidlo projektu");
    expect(form.text).toContain("<ins>Průběžná zpráva a žádost o platbu</ins>");
    expect(form.text).toContain("<ins>2 měsíce po konci období, do téhož dne</ins>");
    expect(form.text.replaceAll("\u00a0", " ")).toContain(
      "Program: 1 měsíc po konci období, do konce měsíce (verze od 1. 1. 2021).",
    );
    expect((await manager.get(`/projects/${projectId}/history`)).text).toContain(
      "Nastaveno vlastní pravidlo projektu",
    );
  });

  test("go back to the programme's, also twice, and may be set again", async () => {
    await set();
    expect((await remove()).status).toBe(303);
    expect((await remove()).status).toBe(303);
    expect(await page()).not.toContain("vlastní pravidlo projektu<");
    const form = await manager.get(`${list()}/interim-report-offset/edit`);
    expect(form.text).toContain("Návrat k pravidlu programu");
    expect(form.text).toContain('name="version" value="2"');
    expect((await set({ version: "2", value: "3" })).status).toBe(303);
    expect(await ownRules()).toMatchObject([
      { value: "3 months same-day unshifted period-end", archived_at: null },
    ]);
    const events = await app.db("audit_events").where({ object_type: "own-rule" }).orderBy("id");
    expect(events.map(({ action }) => action)).toEqual([
      "own-rule.created",
      "own-rule.removed",
      "own-rule.created",
    ]);
  });

  test.each([
    ["letters", { value: "brzy" }, "Zadejte hodnotu v jednotce pravidla"],
    ["no value", { value: "" }, "Vyplňte toto pole."],
    ["two values", { value: ["1", "2"] }, "Zadejte jedinou hodnotu."],
    ["no reason", { reason: "" }, "Vyplňte toto pole."],
    ["ten thousand characters", { reason: "x".repeat(10_000) }, "nejvýše 500 znaků"],
    ["no source", { source: "" }, "Vyplňte toto pole."],
    ["no edition", { version: "-1" }, "Vyplňte toto pole."],
  ])("are refused with %s, and the rest is kept", async (_case, fields, said) => {
    const answer = await set(fields);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    const kept = "source" in fields ? entry.reason : entry.source;
    expect(answer.text).toContain(kept);
    expect(await ownRules()).toHaveLength(0);
  });

  test("show the second of two editors both texts", async () => {
    await set();
    const late = await set({ value: "4" });
    expect(late.status).toBe(409);
    expect(late.text).toContain('value="4"');
    expect(late.text).toContain("Mezitím uloženo jiným uživatelem: 2");
    await remove();
    const later = await set({ version: "1" });
    expect(later.status).toBe(409);
    expect(later.text).toContain("Mezitím uloženo jiným uživatelem: 1");
    expect(await ownRules()).toMatchObject([
      { value: "2 months same-day unshifted period-end", version: 2 },
    ]);
  });

  test("sent by a double click are set once", async () => {
    const _submission = randomUUID();
    await set({ _submission });
    expect((await set({ _submission })).status).toBe(303);
    expect(await ownRules()).toMatchObject([{ version: 1 }]);
  });

  test("take nothing but what the form asks for", async () => {
    await set({ kind: "own-share", programme: "OPZ", project_id: "1", valid_from: "1990-01-01" });
    expect(await ownRules()).toMatchObject([
      { kind: "interim-report-offset", programme: "OPZ+", project_id: projectId },
    ]);
  });

  test("are read by every reader and changed by managers; strangers find nothing", async () => {
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId, userId: reader, role: "reader" });
    const browser = await app.signedInAs(reader);
    const seen = await browser.get(list());
    expect([seen.status, seen.text.includes("Nastavit jinak")]).toEqual([200, false]);
    const edit = `${list()}/own-share/edit`;
    expect((await browser.get(edit)).status).toBe(403);
    expect((await browser.post(`${list()}/own-share`, entry)).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    for (const path of [list(), edit]) expect((await stranger.get(path)).status).toBe(404);
    expect((await manager.get(`${list()}/no-such-rule/edit`)).status).toBe(404);
  });

  test("leave the programme's own pages as they are", async () => {
    await set();
    const admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    const { text } = await admin.get("/admin/rules");
    expect(text).not.toContain("Rozhodnutí č. j. 12/2024");
    const [rule] = await ownRules();
    expect((await admin.get(`/admin/rules/${rule.id}/edit`)).status).toBe(404);
    const version = { programme: "OPZ+", kind: "interim-report-offset", validFrom: "1. 1. 2030" };
    const added = { ...version, value: "1", monthEnd: "same-day", source: "Pravidla" };
    expect((await admin.post("/admin/rules", added)).status).toBe(303);
    expect((await ownRules())[0].valid_to).toBeNull();
  });

  test("have a reason exactly where they are a project's own, and one of a kind", async () => {
    const rule = { programme: "OPZ+", kind: "own-share", valid_from: "2021-01-01", value: "5" };
    const row = { ...rule, source: "Rozhodnutí", created_at: app.clock.now() };
    const insert = (given: object) => app.db("programme_rules").insert({ ...row, ...given });
    await expect(insert({ project_id: projectId })).rejects.toThrow(/reason_where_own/);
    await expect(insert({ reason: "Proto." })).rejects.toThrow(/reason_where_own/);
    await insert({ project_id: projectId, reason: "Proto." });
    await expect(insert({ project_id: projectId, reason: "Ještě." })).rejects.toThrow(
      /project_kind_uq|programme_rules\.project_id/,
    );
  });

  test("of another project say nothing here", async () => {
    const other = await createProject(app.db, { decided_on: "2024-11-20" });
    await app.db("programme_rules").insert({
      project_id: other,
      programme: "OPZ+",
      kind: "interim-report-offset",
      valid_from: "2024-11-20",
      value: "9 months same-day unshifted period-end",
      reason: "Jen tam.",
      source: "Jejich rozhodnutí",
      created_at: app.clock.now(),
    });
    expect(await page()).not.toContain("9 měsíců");
  });

  describe("that give the days of reports", () => {
    const duties = async () => {
      await createPeriod(app.db, projectId, { starts_on: "2025-01-01", ends_on: "2025-06-30" });
      await manager.post(`/projects/${projectId}/duties/settlement`, { duties: "1-report" });
      return () => app.db("milestones").where({ kind: "report" }).first();
    };

    test("show which days no longer follow, and move them only when asked", async () => {
      const report = await duties();
      expect((await report()).due_on).toBe("2025-07-31");
      await set({ monthEnd: "month-end" });
      expect((await report()).due_on).toBe("2025-07-31");
      const periods = await manager.get(`/projects/${projectId}/periods`);
      expect(periods.text).toContain("Jeden termín už neodpovídá pravidlu");
      expect(periods.text).toContain("Vlastní pravidlo projektu: Rozhodnutí dává na zprávu");
      const { id } = await report();
      await manager.post(`/projects/${projectId}/duties/settlement`, { moveIds: String(id) });
      const [own] = await ownRules();
      expect(await report()).toMatchObject({ due_on: "2025-08-31", programme_rule_id: own.id });
      const shown = await manager.get(`/projects/${projectId}/milestones/${id}`);
      expect(shown.text).toContain("podle vlastního pravidla projektu");
      expect(shown.text).toContain("Zdroj: Rozhodnutí č. j. 12/2024, čl. III");
    });

    test("propose the length of periods", async () => {
      await set({ value: "12" }, "period-length");
      const form = await manager.get(`/projects/${projectId}/periods/generation/new`);
      expect(form.text).toContain('value="12"');
    });
  });

  test("of support decide anew who has crossed the threshold, and again when they are taken back", async () => {
    const participationId = await createParticipation(app.db, projectId);
    const posting = { participationId, form: "in-person", minutes: 600 } as const;
    const days = ["2026-01-12", "2026-01-13", "2026-01-14"];
    await app.db.transaction((trx) =>
      postSupport(
        trx,
        days.map((validOn) => ({ ...posting, validOn })),
        { at: app.clock.now(), userId: null },
      ),
    );
    const crossedOn = async () =>
      (await app.db("participations").where({ id: participationId }).first()).threshold_on;
    expect(await crossedOn()).toBeNull();
    await set({ value: "20" }, "support-threshold");
    expect(await crossedOn()).toBe("2026-01-13");
    await remove("support-threshold");
    expect(await crossedOn()).toBeNull();
  });

  test("go along into a copy, to be checked against its own decision", async () => {
    await set();
    await set({}, "transfer-threshold");
    await remove("transfer-threshold");
    const founder = await createUser(app.db, { is_founder: true });
    await addMember(app.db, { projectId, userId: founder });
    const browser = await app.signedInAs(founder);
    const copy = { title: "Další", shortName: "Další", startsOn: "2027-01-01", step: "save" };
    const { headers } = await browser.post(`/projects/${projectId}/copy`, copy);
    const copyId = Number(/\d+$/.exec(headers.location ?? "")?.[0]);
    const copied = (await ownRules()).filter((rule) => rule.project_id === copyId);
    expect(copied).toMatchObject([
      { value: "2 months same-day unshifted period-end", reason: entry.reason, version: 1 },
    ]);
    expect(Boolean(copied[0].is_confirmed)).toBe(false);
  });
});
