import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createParticipant, createParticipation } from "../../../support/training-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("the registry of participants on %s", (engine) => {
  let app: TestApp;
  let own: number;
  let foreign: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    own = await createProject(app.db, { short_name: "Náš projekt" });
    foreign = await createProject(app.db, { short_name: "Cizí projekt" });
    userId = await createUser(app.db);
    await addMember(app.db, { projectId: own, userId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const coordinator = () => app.signedInAs(userId);
  const person = async (given: Record<string, unknown>, ...projects: number[]) => {
    const id = await createParticipant(app.db, given);
    for (const projectId of projects)
      await createParticipation(app.db, projectId, { participant_id: id, in_person_minutes: 90 });
    return id;
  };
  const accesses = () => app.db("personal_data_accesses").orderBy("id");

  test("is open and shown to whoever reads names in some project, and to nobody else", async () => {
    const browser = await coordinator();
    expect((await browser.get("/participants")).status).toBe(200);
    expect((await browser.get("/")).text).toContain('href="/participants"');
    for (const columns of [{ is_administrator: true }, { is_management: true }, {}]) {
      const other = await app.signedInAs(await createUser(app.db, columns));
      for (const address of ["/participants", "/participants/duplicates", "/participants/merges"])
        expect((await other.get(address)).status).toBe(403);
      expect((await other.post("/participants/search", { q: "a" })).status).toBe(403);
      expect((await other.get("/")).text).not.toContain('href="/participants"');
    }
  });

  test("finds people of all one's projects with their hours, and of no other", async () => {
    await person({ surname: "Nováková" }, own);
    await person({ surname: "Novotná" }, foreign);
    await person({ surname: "Novák" }, own, foreign);
    const { text } = await (await coordinator()).post("/participants/search", { q: "nov" });
    expect(text).toContain("Novák Alena");
    expect(text).toContain("Nováková Alena");
    expect(text).not.toContain("Novotná");
    expect(text).not.toContain("Cizí projekt");
    expect(text).toContain("1,5\u00a0h");
    expect(await accesses()).toMatchObject([
      { action: "search", person_count: 2, project_id: null },
    ]);
  });

  test("lists nobody until somebody is looked for", async () => {
    await person({ surname: "Nováková" }, own);
    const { text } = await (await coordinator()).get("/participants");
    expect(text).not.toContain("Nováková");
    expect(text).toContain("Zadejte jméno, příjmení nebo kód účastníka.");
    expect(await accesses()).toEqual([]);
  });

  test("is asked in a fixed number of statements", async () => {
    await person({ surname: "Nováková" }, own);
    const browser = await coordinator();
    const search = () => browser.post("/participants/search", { q: "nov" });
    await search();
    const few = await statementsOf(app.db, search);
    for (let n = 0; n < 10; n += 1) await person({ surname: `Nová ${n}` }, own);
    expect((await statementsOf(app.db, search)).length).toBe(few.length);
    expect(few.length).toBeLessThanOrEqual(5);
  });

  describe("duplicates", () => {
    const same = { surname: "Žďárská", born_on: "1980-05-01" };

    test("are told apart: the same whole name first, then the same surname and day of birth", async () => {
      await person({ ...same, first_name: "Alenka", surname: "Bílá" }, own);
      await person({ ...same, first_name: "Alena", surname: "Bílá" }, own);
      await person(same, own);
      await person({ ...same, surname: "ZDARSKA" }, own);
      await person({ ...same, surname: "Jiná" }, own);
      const { text } = await (await coordinator()).get("/participants/duplicates");
      const order = [
        "stejné jméno i datum narození",
        "Žďárská Alena",
        "stejné příjmení a datum",
        "Bílá Alenka",
      ];
      const places = order.map((words) => text.indexOf(words));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places[0]).toBeGreaterThan(0);
      expect(text).not.toContain("Jiná");
      expect(await accesses()).toMatchObject([{ action: "view", person_count: 4 }]);
    });

    test("are merged after a preview, once, and taken back", async () => {
      const kept = await person(same, own);
      const merged = await person(same, own);
      const browser = await coordinator();
      const preview = await browser.get(`/participants/merges/new?kept=${kept}&merged=${merged}`);
      expect(preview.status).toBe(200);
      expect(preview.text).toContain("V projektu Náš projekt mají účast obě");
      const fields = { kept: String(kept), merged: String(merged), _submission: SUBMISSION };
      for (let n = 0; n < 2; n += 1)
        expect((await browser.post("/participants/merges", fields)).status).toBe(303);
      const [{ id }] = await app.db("participant_merges");
      expect(await app.db("participant_merges")).toHaveLength(1);
      expect((await browser.get("/participants/merges")).text).toContain("Žďárská Alena");
      expect((await browser.post(`/participants/merges/${id}/reversal`)).status).toBe(303);
      const row = await app.db("participants").where({ id: merged }).first();
      expect(row.merged_into_id).toBeNull();
      expect((await browser.post(`/participants/merges/${id}/reversal`)).status).toBe(404);
    });

    test("are left to those who see all projects of both", async () => {
      const kept = await person(same, own);
      const merged = await person(same, own, foreign);
      const stranger = await person(same, foreign);
      const browser = await coordinator();
      const asked = (ids: string) => browser.get(`/participants/merges/new?${ids}`);
      expect((await asked(`kept=${kept}&merged=${merged}`)).status).toBe(409);
      expect((await asked(`kept=${kept}&merged=${stranger}`)).status).toBe(404);
      expect((await asked(`kept=${kept}&merged=abc`)).status).toBe(422);
      const fields = { kept: String(kept), merged: String(merged) };
      expect((await browser.post("/participants/merges", fields)).status).toBe(409);
      expect(await app.db("participant_merges")).toEqual([]);
    });
  });
});
