import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createDay, createHost, createTrainee } from "../../../support/internship-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createInternship } from "../../../support/training-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("internships on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-09T07:30:00Z" });
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/internships`;
  const page = (id: number) => `${list()}/${id}`;
  const manager = () => app.signedInAs(managerId);
  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const stored = (id: number) => app.db("internships").where({ id }).first();
  /** A running internship with one trainee and one host. */
  const running = async (given = {}) => {
    const internshipId = await createInternship(app.db, projectId, { state: "running", ...given });
    const person = { first_name: "Božena", surname: "Kanárková" };
    const trainee = await createTrainee(app.db, { projectId, internshipId }, person);
    const hostId = await createHost(app.db, internshipId);
    return { internshipId, hostId, ...trainee };
  };

  describe("the list", () => {
    test("tells state, people and hours without a name", async () => {
      const { internshipId, traineeId, hostId } = await running({ planned_minutes: 2400 });
      await createDay(app.db, { internshipId, traineeId, hostId });
      const { text } = await (await withRole("reader")).get(list());
      expect(text).toContain("probíhá");
      expect(text).toContain("8 z 40 h");
      expect(text).not.toContain("Kanárková");
      expect(text).not.toContain("Nová stáž");
    });

    test("is filtered by state and days, and exported", async () => {
      await createInternship(app.db, projectId, { title: "Jarní" });
      await createInternship(app.db, projectId, {
        title: "Podzimní",
        state: "agreed",
        starts_on: "2026-10-01",
        ends_on: "2026-10-05",
      });
      const browser = await manager();
      const shown = async (query: string) => {
        const { text } = await browser.get(`${list()}?${query}`);
        return ["Jarní", "Podzimní"].filter((title) => text.includes(`>${title}</a>`));
      };
      expect(await shown("")).toHaveLength(2);
      expect(await shown("state=agreed")).toEqual(["Podzimní"]);
      expect(await shown("from=2026-06-01")).toEqual(["Podzimní"]);
      expect(await shown("to=2026-06-01&state=nonsense")).toEqual(["Jarní"]);
      expect((await browser.get(`${list()}?state=finished`)).text).toContain("Zrušit filtr");
      const sheet = await browser.get(`${list()}?format=xlsx`);
      expect(sheet.headers["content-type"]).toContain("spreadsheetml");
    });

    test("costs the same statements however long it is", async () => {
      const browser = await manager();
      await running();
      const count = async () =>
        (await statementsOf(app.db, async () => void (await browser.get(list())))).length;
      const few = await count();
      for (let number = 0; number < 55; number += 1) await running();
      expect(await count()).toBe(few);
      expect(few).toBeLessThanOrEqual(7);
      expect((await browser.get(`${list()}?page=2`)).status).toBe(200);
      expect((await browser.get(`${list()}?page=9`)).status).toBe(303);
    });
  });

  describe("the form", () => {
    const entry = {
      title: "Stáž v centru duševního zdraví",
      startsOn: "1. 4. 2026",
      endsOn: "30. 4. 2026",
      plannedHours: "37:30",
      plannedCosts: "12 500",
      countsAsSupport: "true",
    };

    test("writes an internship down once, however often it is sent", async () => {
      const browser = await manager();
      const sent = { ...entry, _submission: SUBMISSION, state: "report-accepted" };
      const first = await browser.post(list(), sent);
      expect((await browser.post(list(), sent)).headers.location).toBe(first.headers.location);
      expect(await app.db("internships")).toMatchObject([
        {
          starts_on: "2026-04-01",
          planned_minutes: 2250,
          planned_costs_halere: expect.anything(),
          state: "planned",
        },
      ]);
    });

    test.each([
      ["title", "", "Vyplňte toto pole."],
      ["endsOn", "31. 3. 2026", "Konec nesmí být před začátkem."],
      ["startsOn", "31. 2. 2026", "Zadejte skutečné datum"],
      ["plannedHours", "hodně", "Zadejte hodiny, např. 7,5 nebo 7:30."],
      ["activityId", "999999", "Vyberte jednu z nabízených možností."],
    ])("keeps what was typed when %s is wrong", async (field, value, message) => {
      const answer = await (await manager()).post(list(), { ...entry, [field]: value });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(message);
      expect(answer.text).toContain(field === "title" ? "37:30" : entry.title);
      expect(await app.db("internships")).toHaveLength(0);
    });

    test("shows the second of two editors what the first one saved", async () => {
      const id = await createInternship(app.db, projectId);
      const browser = await manager();
      await browser.post(page(id), { ...entry, title: "První znění", version: "1" });
      const answer = await browser.post(page(id), { ...entry, title: "Druhé znění", version: "1" });
      expect(answer.status).toBe(409);
      expect(answer.text).toContain("Druhé znění");
      expect(answer.text).toContain("První znění");
      expect((await stored(id)).title).toBe("První znění");
    });

    test("does not leave days behind outside the new dates", async () => {
      const { internshipId, traineeId, hostId } = await running();
      await createDay(app.db, { internshipId, traineeId, hostId });
      const sent = { ...entry, version: "1" };
      const answer = await (await manager()).post(page(internshipId), sent);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("zůstaly zapsané dny");
    });

    test("is closed to readers, strangers and the internships of others", async () => {
      const id = await createInternship(app.db, projectId);
      expect((await (await withRole("reader")).get(`${list()}/new`)).status).toBe(403);
      expect((await (await withRole("finance")).post(page(id), entry)).status).toBe(403);
      const stranger = await app.signedInAs(await createUser(app.db));
      expect((await stranger.get(page(id))).status).toBe(404);
      const foreign = await createInternship(app.db, await createProject(app.db));
      expect((await (await manager()).get(page(foreign))).status).toBe(404);
    });
  });

  describe("the page", () => {
    test("names trainees to those who may read names, and puts it down", async () => {
      const { internshipId, traineeId, hostId } = await running();
      await createDay(app.db, { internshipId, traineeId, hostId }, { diary: "Tajný zápis" });
      const { text } = await (await manager()).get(page(internshipId));
      expect(text).toContain("Kanárková Božena");
      expect(text).toContain("Tajný zápis");
      expect(await app.db("personal_data_accesses")).toMatchObject([
        { user_id: managerId, action: "view", person_count: 1, project_id: projectId },
      ]);
    });

    test.each(["reader", "finance"])("shows a %s counts only", async (role) => {
      const { internshipId, traineeId, hostId } = await running();
      await createDay(app.db, { internshipId, traineeId, hostId }, { diary: "Tajný zápis" });
      const { text } = await (await withRole(role)).get(page(internshipId));
      expect(text).toContain("1 stážista");
      expect(text).not.toContain("Kanárková");
      expect(text).not.toContain("Tajný zápis");
      expect(await app.db("personal_data_accesses")).toEqual([]);
    });

    test("asks the same number of questions however many days it has", async () => {
      const { internshipId, traineeId, hostId } = await running({ ends_on: "2026-03-31" });
      const browser = await manager();
      const count = async () =>
        (await statementsOf(app.db, async () => void (await browser.get(page(internshipId)))))
          .length;
      const few = await count();
      for (const day of ["02", "03", "04", "05"])
        await createDay(
          app.db,
          { internshipId, traineeId, hostId },
          { worked_on: `2026-03-${day}` },
        );
      expect(await count()).toBe(few);
      expect(few).toBeLessThanOrEqual(11);
    });
  });

  describe("the way from plan to report", () => {
    const step = async (id: number, to: string, reason = "") => {
      const { version } = await stored(id);
      return (await manager()).post(`${page(id)}/state`, { to, reason, version: String(version) });
    };

    test("goes on step by step and back with a reason", async () => {
      const { internshipId: id } = await running({ state: "planned" });
      for (const to of ["agreed", "running", "finished", "report-accepted"]) {
        expect((await step(id, to)).status).toBe(303);
        expect((await stored(id)).state).toBe(to);
      }
      expect((await step(id, "finished")).status).toBe(422);
      expect((await step(id, "finished", "Chybí podpis")).status).toBe(303);
      expect((await step(id, "planned", "Omyl")).status).toBe(409);
    });

    test("is not agreed without anybody to go and anywhere to go to", async () => {
      const id = await createInternship(app.db, projectId);
      const answer = await step(id, "agreed");
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("Nejdřív přidejte");
    });

    test("has its report accepted once all hours are confirmed", async () => {
      const { internshipId, traineeId, hostId } = await running({ state: "finished" });
      await createDay(app.db, { internshipId, traineeId, hostId });
      expect((await step(internshipId, "report-accepted")).status).toBe(422);
    });

    test("is cancelled with a reason, and not once somebody worked", async () => {
      const { internshipId: idle } = await running();
      expect((await step(idle, "cancelled")).status).toBe(422);
      expect((await step(idle, "cancelled", "Nemoc v zařízení")).status).toBe(303);
      const { internshipId, traineeId, hostId } = await running();
      await createDay(app.db, { internshipId, traineeId, hostId });
      expect((await step(internshipId, "cancelled", "Nemoc")).status).toBe(422);
    });

    test("goes to the archive and back within thirty days", async () => {
      const id = await createInternship(app.db, projectId, { title: "Odložená" });
      const browser = await manager();
      await browser.post(`${page(id)}/archive`);
      expect((await browser.get(list())).text).not.toContain("Odložená");
      expect((await browser.get(`${list()}?state=archived`)).text).toContain("Odložená");
      expect((await browser.post(`${page(id)}/archive/restoration`)).status).toBe(303);
      expect((await stored(id)).archived_at).toBeNull();
    });
  });

  test("nothing personal gets into the history", async () => {
    const id = await createInternship(app.db, projectId);
    const browser = await manager();
    await browser.post(`${page(id)}/trainees`, { firstName: "Kanár", surname: "Žlutý" });
    await browser.post(`${page(id)}/hosts`, { name: "Domov", mentorName: "Ivan Modrý" });
    const lines = await app.db("audit_events").select("changes");
    expect(lines.length).toBeGreaterThan(2);
    expect(JSON.stringify(lines)).not.toMatch(/Kanár|Žlutý|Modrý/);
  });
});
