import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createBody, createContact, createEvent } from "../../../support/training-factories.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";

describe.each(engines)("minutes of a meeting on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  let eventId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-12T07:30:00Z" });
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
    eventId = await createEvent(app.db, projectId, {
      title: "Kulatý stůl",
      counts_as_support: false,
    });
  });
  afterEach(() => app.close());

  const page = (id = eventId) => `/projects/${projectId}/events/${id}/minutes`;
  const manager = () => app.signedInAs(managerId);
  const version = async (id = eventId) =>
    String((await app.db("events").where({ id }).first()).version);
  const save = async (fields: Record<string, string>, id = eventId) =>
    (await manager()).post(page(id), { version: await version(id), ...fields });
  const bodyWithMembers = async () => {
    const bodyId = await createBody(app.db, projectId, { name: "Koordinační skupina" });
    const member = { body_id: bodyId, created_at: "2026-01-01T00:00:00.000Z" };
    const contact_id = await createContact(app.db, { name: "Eva Členská" });
    await insert(app.db, "body_members", { ...member, contact_id, since_on: "2026-01-01" });
    const left = await createContact(app.db, { name: "Ota Odešlý" });
    const span = { since_on: "2025-01-01", until_on: "2025-12-31" };
    await insert(app.db, "body_members", { ...member, contact_id: left, ...span });
    return bodyId;
  };

  test("hold agenda, attendance, conclusions and tasks that somebody owes", async () => {
    const bodyId = await bodyWithMembers();
    const sent = {
      bodyId: String(bodyId),
      guests: "Karel Host, Město Liberec",
      conclusions: "Síť se rozšíří.",
      item1Title: "Bydlení",
      item1Minutes: "Obce představily záměry.",
      item1Conclusion: "Záměry se podpoří.",
      item1Task: "Sepsat záměry obcí",
      item1TaskOwner: `user-${managerId}`,
      item1TaskOn: "30. 4. 2026",
      item2Title: "Různé",
      _submission: SUBMISSION,
    };
    expect((await save(sent)).status).toBe(303);
    await save(sent);
    expect(await app.db("milestones")).toMatchObject([
      {
        title: "Sepsat záměry obcí",
        kind: "task",
        origin: "minutes",
        due_on: "2026-04-30",
        owner_user_id: managerId,
      },
    ]);
    const { text } = await (await manager()).get(page());
    for (const shown of ["Karel Host (Město Liberec)", "Eva Členská", "Záměry se podpoří."])
      expect(text).toContain(shown);
    expect(text).not.toContain("Ota Odešlý");
    expect(text.indexOf("1. Bydlení")).toBeLessThan(text.indexOf("2. Různé"));
    expect((await (await manager()).get("/agenda")).text).toContain("Sepsat záměry obcí");
  });

  test("change who was there; a member taken out does not come back at once", async () => {
    await save({ bodyId: String(await bodyWithMembers()), guests: "Karel Host" });
    const attendees = await app.db("event_attendees").orderBy("id");
    const [eva, karel] = attendees;
    const { body_id } = await app.db("events").where({ id: eventId }).first();
    await save({
      bodyId: String(body_id),
      attendee1Id: String(eva.id),
      attendee1State: "removed",
      attendee2Id: String(karel.id),
      attendee2State: "excused",
    });
    expect(await app.db("event_attendees")).toMatchObject([{ id: karel.id, state: "excused" }]);
  });

  test("put items in the order typed and drop an emptied one, keeping its task", async () => {
    await save({
      item1Title: "První",
      item1Task: "Úkol z prvního",
      item1TaskOn: "1. 4. 2026",
      item2Title: "Druhý",
    });
    const [first, second] = await app.db("event_agenda_items").orderBy("id");
    await save({
      item1Id: String(first.id),
      item1Title: "První",
      item1Position: "5",
      item2Id: String(second.id),
      item2Title: "Druhý",
      item2Position: "1",
    });
    const { text } = await (await manager()).get(page());
    expect(text.indexOf("1. Druhý")).toBeGreaterThan(0);
    await save({ item1Id: String(first.id), item1Title: "" });
    expect(await app.db("event_agenda_items").select("title")).toEqual([{ title: "Druhý" }]);
    expect((await (await manager()).get(page())).text).toContain("Úkol z prvního");
  });

  test.each([
    [{ item1Title: "", item1Minutes: "Zápis bez názvu" }, "Vyplňte toto pole."],
    [{ item1Title: "Bod", item1Task: "Úkol bez termínu" }, "Zadejte termín úkolu."],
    [{ item1Title: "Bod bez úkolu", item1TaskOn: "1. 4. 2026" }, "Napište úkol"],
    [
      { item1Title: "Bod", item1Task: "Úkol", item1TaskOn: "31. 2. 2026" },
      "Zadejte skutečné datum",
    ],
    [{ bodyId: "999999", conclusions: "Závěr zůstane" }, "Vyberte jednu z nabízených možností."],
    [
      { person: "user-999999", conclusions: "Závěr zůstane" },
      "Vyberte jednu z nabízených možností.",
    ],
  ])("keep what was typed when something is wrong: %o", async (fields, message) => {
    const answer = await save(fields as Record<string, string>);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    for (const typed of Object.values(fields).filter((text) => text.length > 12))
      expect(answer.text).toContain(typed);
    expect(await app.db("event_agenda_items")).toEqual([]);
  });

  test("tell the second of two writers what the first one saved, and keep both", async () => {
    const opened = await version();
    await save({ conclusions: "První znění" });
    const answer = await save({ version: opened, conclusions: "Druhé znění" });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain("Druhé znění");
    expect(answer.text).toContain("První znění");
  });

  test("do not give a task to somebody outside the project", async () => {
    const stranger = await createUser(app.db);
    const answer = await save({
      item1Title: "Bod",
      item1Task: "Úkol",
      item1TaskOn: "1. 4. 2026",
      item1TaskOwner: `user-${stranger}`,
    });
    expect(answer.status).toBe(422);
    expect(await app.db("milestones")).toEqual([]);
  });

  test("take over unfinished tasks of earlier meetings of the body, each once", async () => {
    const bodyId = String(await bodyWithMembers());
    const task = { item1Title: "Bydlení", item1Task: "Svolat obce", item1TaskOn: "1. 4. 2026" };
    await save({ bodyId, ...task });
    const next = await createEvent(app.db, projectId, {
      starts_on: "2026-04-10",
      ends_on: "2026-04-10",
    });
    await save({ bodyId }, next);
    const browser = await manager();
    expect((await browser.get(page(next))).text).toContain("Převzít nesplněné úkoly z minula (1)");
    await browser.post(`${page(next)}/carried-tasks`);
    await browser.post(`${page(next)}/carried-tasks`);
    const items = await app.db("event_agenda_items").where({ event_id: next });
    expect(items).toHaveLength(1);
    expect(items[0].title).toContain("Kontrola úkolu: Svolat obce");
  });

  test("of a confidential meeting are read by its coordinator only", async () => {
    const hidden = await createEvent(app.db, projectId, {
      title: "Kanárek",
      is_confidential: true,
      owner_user_id: managerId,
    });
    await save({ conclusions: "Důvěrný závěr" }, hidden);
    expect((await (await manager()).get(page(hidden))).text).toContain("Důvěrný závěr");
    const other = await createUser(app.db);
    await addMember(app.db, { projectId, userId: other, role: "coordinator" });
    const answer = await (await app.signedInAs(other)).get(page(hidden));
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("Důvěrný závěr");
  });

  test("are read in the same number of questions however long they are", async () => {
    await save({ item1Title: "Bod" });
    const browser = await manager();
    const count = async () =>
      (await statementsOf(app.db, async () => void (await browser.get(page())))).length;
    const few = await count();
    await save({ item2Title: "Druhý", item3Title: "Třetí", guests: "Eva Hostová\nIvan Host" });
    expect(await count()).toBe(few);
    expect(few).toBeLessThanOrEqual(11);
  });

  test("are written by those who may edit events, of events of their project", async () => {
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId, userId: reader, role: "reader" });
    const browser = await app.signedInAs(reader);
    expect((await browser.get(page())).status).toBe(200);
    expect((await browser.post(page(), { version: "1" })).status).toBe(403);
    const foreign = await createEvent(app.db, await createProject(app.db));
    expect((await (await manager()).get(page(foreign))).status).toBe(404);
  });
});
