import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createContact,
  createEvent,
  createEventKind,
  createRegistration,
} from "../../../support/training-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("events on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let coordinatorId: number;
  let kindId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    coordinatorId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: coordinatorId, role: "coordinator" });
    kindId = await createEventKind(app.db, { code: "workshop-x", label_cs: "Dílna" });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/events`;
  const coordinator = () => app.signedInAs(coordinatorId);
  const withRole = async (role: string) => {
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role });
    return app.signedInAs(userId);
  };
  const stored = (id: number) => app.db("events").where({ id }).first();
  const training = (given = {}) => createEvent(app.db, projectId, { kind_id: kindId, ...given });
  const entry = (given = {}) => ({
    kindId: String(kindId),
    title: "Krizová intervence",
    closing: "signed-sheet",
    countsAsSupport: "true",
    ...given,
  });
  const idOf = (answer: { headers: Record<string, string> }) =>
    Number(/events\/(\d+)/.exec(answer.headers.location ?? "")?.[1]);

  describe("a new event", () => {
    test("begins with the choice of a kind, which proposes what it counts as", async () => {
      await createEventKind(app.db, {
        code: "peer-x",
        label_cs: "Peer",
        is_confidential: true,
        closing: "head-count",
        counts_as_support: false,
      });
      const browser = await coordinator();
      expect((await browser.get(`${list()}/new`)).text).toContain("kind=peer-x");
      const { text } = await browser.get(`${list()}/new?kind=peer-x`);
      expect(text).toMatch(/name="isConfidential"[^>]* checked/);
      expect(text).not.toMatch(/name="countsAsSupport"[^>]* checked/);
      expect(text).toMatch(/value="head-count" selected/);
      expect(text).toContain(`value="user-${coordinatorId}" selected`);
    });

    test("is saved with its days, whose support follows from their length", async () => {
      const contactId = await createContact(app.db, { name: "Petr Malý" });
      await createActivity(app.db, projectId, { owner_contact_id: contactId });
      const answer = await (await coordinator()).post(
        list(),
        entry({
          session1HeldOn: "10. 3. 2026",
          session1StartsAt: "9",
          session1EndsAt: "13:00",
          session2HeldOn: "2026-03-12",
          session2StartsAt: "9:00",
          session2EndsAt: "12:00",
          hourMinutes: "45",
          lecturerIds: String(contactId),
          newLecturers: "Mgr. Eva Tichá, supervizorka, eva@centrum.test",
        }),
      );
      expect(answer.status).toBe(303);
      const id = idOf(answer);
      expect(await stored(id)).toMatchObject({
        title: "Krizová intervence",
        starts_on: "2026-03-10",
        ends_on: "2026-03-12",
        state: "planned",
      });
      const sessions = await app.db("event_sessions").where({ event_id: id }).orderBy("held_on");
      expect(sessions.map((one) => [one.starts_at, one.ends_at, one.support_minutes])).toEqual([
        ["09:00", "13:00", 225],
        ["09:00", "12:00", 180],
      ]);
      const lecturers = await app
        .db("event_lecturers as l")
        .join("contacts as c", "c.id", "l.contact_id")
        .where("l.event_id", id)
        .orderBy("c.name")
        .select("c.name", "c.function", "c.email");
      expect(lecturers).toEqual([
        { name: "Mgr. Eva Tichá", function: "supervizorka", email: "eva@centrum.test" },
        { name: "Petr Malý", function: null, email: null },
      ]);
    });

    test.each([
      ["without a title", { title: "" }, "title"],
      ["with a capacity of nought", { capacity: "0" }, "capacity"],
      ["with a kind nobody offers", { kindId: "999999" }, "kindId"],
      ["with an activity of another project", { activityId: "999999" }, "activityId"],
      ["with a day that has no hours", { session1HeldOn: "2026-03-10" }, "session1StartsAt"],
      [
        "with a day ending before it starts",
        { session1HeldOn: "2026-03-10", session1StartsAt: "13", session1EndsAt: "9" },
        "session1EndsAt",
      ],
      ["with a lecturer nobody knows", { lecturerIds: "999999" }, "lecturerIds"],
      ["with a lecturer without a name", { newLecturers: ", lektor" }, "newLecturers"],
      ["confidential but nobody's", { isConfidential: "true" }, "owner"],
      ["with a link that is none", { onlineUrl: "javascript:alert(1)" }, "onlineUrl"],
    ])("is refused %s, and what was typed stays", async (_case, given, field) => {
      const sent = entry({ goal: "Co chceme", ...given });
      const answer = await (await coordinator()).post(list(), sent);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("Co chceme");
      expect(answer.text).toContain(`href="#${field}"`);
      expect(await app.db("events").first()).toBeUndefined();
    });

    test("is made once however often the form is sent, and columns nobody offers are ignored", async () => {
      const browser = await coordinator();
      const sent = entry({ _submission: SUBMISSION, state: "closed", project_id: "1" });
      const first = await browser.post(list(), sent);
      const second = await browser.post(list(), sent);
      expect(second.headers.location).toBe(first.headers.location);
      expect(await app.db("events").select("state", "project_id")).toEqual([
        { state: "planned", project_id: projectId },
      ]);
    });

    test("is not for those who only read, and not for strangers", async () => {
      expect((await (await withRole("reader")).post(list(), entry())).status).toBe(403);
      const stranger = await app.signedInAs(await createUser(app.db));
      expect((await stranger.post(list(), entry())).status).toBe(404);
    });
  });

  describe("an edit", () => {
    test("changes the event and tells the history what changed", async () => {
      const id = await training({ title: "Školení" });
      const browser = await coordinator();
      const sent = entry({ version: "1", title: "Školení pečujících", capacity: "20" });
      expect((await browser.post(`${list()}/${id}`, sent)).status).toBe(303);
      expect(await stored(id)).toMatchObject({
        title: "Školení pečujících",
        capacity: 20,
        version: 2,
      });
      const { text } = await browser.get(`${list()}/${id}`);
      expect(text).toContain("Akce upravena");
      expect(text).toContain("Školení pečujících");
    });

    test("of two editors the second sees what the first has saved", async () => {
      const id = await training();
      const browser = await coordinator();
      await browser.post(`${list()}/${id}`, entry({ version: "1", title: "První znění" }));
      const second = await browser.post(`${list()}/${id}`, entry({ version: "1", title: "Druhé" }));
      expect(second.status).toBe(409);
      expect(second.text).toContain("První znění");
      expect(await stored(id)).toMatchObject({ title: "První znění" });
    });

    test("of an event of another project is as impossible as of a missing one", async () => {
      const foreign = await createEvent(app.db, await createProject(app.db));
      const browser = await coordinator();
      expect((await browser.get(`${list()}/${foreign}`)).status).toBe(404);
      expect((await browser.post(`${list()}/${foreign}`, entry({ version: "1" }))).status).toBe(
        404,
      );
    });
  });

  describe("the list", () => {
    test("filters by state, kind, activity and days", async () => {
      const activity_id = await createActivity(app.db, projectId);
      const other = await createEventKind(app.db);
      await training({ title: "Jarní", activity_id });
      await training({
        title: "Letní",
        starts_on: "2026-07-01",
        ends_on: "2026-07-02",
        kind_id: other,
      });
      await training({ title: "Zimní", starts_on: "2026-02-01", ends_on: "2026-02-02" });
      await training({ title: "Zrušená", state: "cancelled" });
      const browser = await coordinator();
      const shown = async (query: string) => {
        const { text } = await browser.get(`${list()}?${query}`);
        return ["Jarní", "Letní", "Zimní", "Zrušená"].filter((title) =>
          text.includes(`>${title}</a>`),
        );
      };
      expect(await shown("")).toEqual(["Jarní", "Letní", "Zimní"]);
      expect(await shown("state=to-close")).toEqual(["Zimní"]);
      expect(await shown("state=cancelled")).toEqual(["Zrušená"]);
      expect(await shown(`kind=${other}`)).toEqual(["Letní"]);
      expect(await shown(`activity=${activity_id}`)).toEqual(["Jarní"]);
      expect(await shown("from=2026-03-01&to=2026-03-31")).toEqual(["Jarní"]);
      expect(await shown("state=all&activity=none")).toEqual(["Letní", "Zimní", "Zrušená"]);
    });

    test("says how many come and that they are too many", async () => {
      const id = await training({ capacity: 1 });
      await createRegistration(app.db, id);
      await createRegistration(app.db, id);
      await createRegistration(app.db, id, { state: "declined" });
      const { text } = await (await coordinator()).get(list());
      expect(text).toContain("2/1");
      expect(text).toContain("nad kapacitu");
    });

    test("asks the same number of queries however many events there are", async () => {
      const browser = await coordinator();
      await training();
      const few = await statementsOf(app.db, () => browser.get(list()));
      for (let index = 0; index < 5; index += 1) await training();
      const many = await statementsOf(app.db, () => browser.get(list()));
      expect(many.length).toBe(few.length);
      expect(many.length).toBeLessThanOrEqual(8);
    });

    test("downloads as a workbook", async () => {
      await training();
      const answer = await (await coordinator()).get(`${list()}?format=xlsx`);
      expect(answer.headers["content-type"]).toContain("spreadsheetml");
    });
  });
});
