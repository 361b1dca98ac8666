import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

// Monday 2. 3. 2026; a milestone of 23. 3. has its steps 14, 7, 3, 1 and 0 days before it in the days to come.
describe.each(engines)("what other rules would send, on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  let projectId: number;
  let owner: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db, { short_name: "Domov" });
    owner = await createUser(app.db, { name: "Iva Malá" });
    const manager = await createUser(app.db, { name: "Jan Velký" });
    await addMember(app.db, { projectId, userId: owner, role: "coordinator" });
    await addMember(app.db, { projectId, userId: manager, role: "manager" });
    await createMilestone(app.db, projectId, {
      ...{ title: "Plakát na radnici", kind: "task", owner_user_id: owner },
      ...{ due_on: "2026-03-23", remind_on: "2026-03-23", baseline_due_on: "2026-03-23" },
    });
  });
  afterEach(() => app.close());

  const base = "/admin/reminder-rules";
  const narrow = {
    ...{ subject: "milestone:task", programme: "", daysBefore: "10", overdueAfter: "" },
    ...{ recipients: ["owner", "manager"], category: "milestones", isActive: "true" },
    ...{ note: "Jednou stačí." },
  };
  const rows = (scope: object) => app.db("reminder_rules").where(scope);
  const idOf = async (key: string) => (await rows({ key }))[0].id as number;
  const cellsOf = (html: string, heading: string) => {
    const card = html.split("<section").find((part) => part.includes(`>${heading}</h2>`)) ?? "";
    return [...card.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) =>
      [...(row ?? "").matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) =>
        (cell ?? "")
          .replace(/<svg.*?<\/svg>|<[^>]+>/gs, " ")
          .replace(/\s+/g, " ")
          .trim(),
      ),
    );
  };

  test("is shown before anything is saved: by day, by person, reminder by reminder", async () => {
    const page = await admin.post(base, narrow);
    expect(page.status).toBe(200);
    expect(await rows({ kind: "task" })).toEqual([]);
    // Today the step of 30 days is told late; that of 1 day falls on a Sunday and goes on the Friday before it.
    const fewer = ["1", "0", "−1"];
    expect(cellsOf(page.text, "Po dnech")).toEqual([
      ["pondělí 2. 3.", ...fewer],
      ["pondělí 9. 3.", ...fewer],
      ["pátek 13. 3.", "0", "2", "+2"],
      ["pondělí 16. 3.", ...fewer],
      ["pátek 20. 3.", ...fewer],
      ["pondělí 23. 3.", ...fewer],
      ["úterý 24. 3.", ...fewer],
      ["úterý 31. 3.", ...fewer],
    ]);
    expect(cellsOf(page.text, "Po lidech")).toEqual([
      ["Iva Malá", "7", "1", "−6"],
      ["Jan Velký", "0", "1", "+1"],
    ]);
    const differences = cellsOf(page.text, "Co přibude a co odpadne");
    expect(differences).toHaveLength(9);
    expect(differences[0]).toEqual(["2. 3.", "Iva Malá", "Plakát na radnici Domov", "odpadne"]);
    expect(differences).toContainEqual([
      ...["13. 3.", "Jan Velký", "Plakát na radnici Domov", "přibude"],
    ]);
  });

  test("is saved from there, or comes back to be mended with all that was typed", async () => {
    const back = await admin.post(base, { ...narrow, isConfirmed: "true", isReturned: "true" });
    expect(back.status).toBe(200);
    expect(back.text).toContain("Jednou stačí.");
    expect(back.text).toContain('value="10"');
    expect(back.text).toMatch(/value="manager"\s+checked/);
    expect(await rows({ kind: "task" })).toEqual([]);
    expect((await admin.post(base, { ...narrow, isConfirmed: "true" })).status).toBe(303);
    expect(await rows({ kind: "task" })).toHaveLength(1);
  });

  test("carries every field of the form, lists too", async () => {
    const page = await admin.post(base, narrow);
    const hidden = [...page.text.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => `${name}=${value}`,
    );
    for (const [name, value] of Object.entries(narrow))
      for (const one of [value].flat()) expect(hidden).toContain(`${name}=${one}`);
  });

  test("is told apart from no change at all", async () => {
    const { text } = await admin.post(`${base}/${await idOf("milestones")}`, {
      ...{ daysBefore: "30,14,7,3,1,0", overdueAfter: "1", overdueEvery: "7", version: "1" },
      ...{ recipients: "owner", category: "milestones", isActive: "true" },
    });
    expect(text).toContain("přesně totéž co dnes");
    expect(text).not.toContain("Po dnech");
  });

  test("warns of what would fall silent", async () => {
    const id = await idOf("periods");
    const archiving = (await admin.get(`${base}/${id}/archive/new`)).text;
    expect(archiving).toMatch(/nikdo upozorněn: Konce sledovaných období/);
    const off = { daysBefore: "7", recipients: "owner", category: "deadlines", version: "1" };
    const switched = (await admin.post(`${base}/${id}`, off)).text;
    expect(switched).toMatch(/nikdo upozorněn: Konce sledovaných období/);
    const silent = (await admin.post(base, { ...narrow, daysBefore: "" })).text;
    expect(silent).toContain("nebude upozorňovat vůbec");
    expect(silent).not.toMatch(/nikdo upozorněn:/);
  });

  test("says what a rule left in the archive would no longer send", async () => {
    await admin.post(base, { ...narrow, isConfirmed: "true" });
    const [rule] = await rows({ kind: "task" });
    const page = await admin.get(`${base}/${rule.id}/archive/new`);
    expect(cellsOf(page.text, "Po lidech")).toEqual([
      ["Iva Malá", "1", "7", "+6"],
      ["Jan Velký", "1", "0", "−1"],
    ]);
    expect((await rows({ id: rule.id }))[0].archived_at).toBeNull();
  });

  test("is read by as many queries for fifty things as for one", async () => {
    const page = () => admin.post(base, narrow);
    await page();
    const few = (await statementsOf(app.db, page)).length;
    for (let n = 0; n < 49; n += 1)
      await createMilestone(app.db, projectId, {
        ...{ title: `Úkol ${n}`, kind: "task", owner_user_id: owner },
        ...{ due_on: "2026-03-23", remind_on: "2026-03-23", baseline_due_on: "2026-03-23" },
      });
    expect(await statementsOf(app.db, page)).toHaveLength(few);
    const { text } = await page();
    expect(text).toContain("a dalších");
    expect(cellsOf(text, "Co přibude a co odpadne")).toHaveLength(50);
  });
});
