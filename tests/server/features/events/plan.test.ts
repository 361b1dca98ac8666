import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createEvent, createSession } from "../../../support/training-factories.ts";

describe.each(engines)("the activity plan on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  let eventId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId, role: "coordinator" });
    const given = { title: "Krizová intervence", place: "Jihlava", owner_user_id: userId };
    eventId = await createEvent(app.db, projectId, { ...given, capacity: 15 });
    await createSession(app.db, eventId);
  });
  afterEach(() => app.close());

  const path = () => `/projects/${projectId}/activity-plan`;
  const browser = () => app.signedInAs(userId);
  const report = async (given: object = {}) =>
    (await browser()).post(`${path()}/reports`, {
      eventIds: String(eventId),
      reportedOn: "2026-03-02",
      ...given,
    });

  test("is made of events, with what the form of IS KP21+ asks for", async () => {
    const { text } = await (await browser()).get(path());
    for (const cell of ["Krizová intervence", "10. 3. 2026 9:00–15:00", "Jihlava", "Jana Nová"])
      expect(text.replaceAll("\u00a0", " ")).toContain(cell);
    expect(text).toContain("nenahlášeno");
  });

  test("warns on itself and on the event when what was reported has moved", async () => {
    expect((await report()).status).toBe(303);
    const page = async (address: string) =>
      (await (await browser()).get(address)).text.replaceAll("\u00a0", " ");
    expect(await page(path())).not.toContain("změnil");
    await app.db("event_sessions").update({ held_on: "2026-03-12" });
    await app.db("events").update({ place: "Brno" });
    for (const address of [path(), `/projects/${projectId}/events/${eventId}`]) {
      const text = await page(address);
      expect(text).toContain("10. 3. 2026 9:00–15:00 → 12. 3. 2026 9:00–15:00");
      expect(text).toContain("Jihlava → Brno");
    }
    await app.db("events").update({ state: "cancelled" });
    expect(await page(path())).toContain("Nahlášená akce byla zrušena.");
    expect((await report()).status).toBe(303);
  });

  test("refuses to note what nobody chose, a day to come, and an event of another project", async () => {
    const foreign = await createEvent(app.db, await createProject(app.db));
    expect((await report({ eventIds: [] })).status).toBe(422);
    expect((await report({ reportedOn: "2026-03-03" })).status).toBe(422);
    expect((await report({ eventIds: String(foreign) })).status).toBe(422);
    expect(await app.db("events").whereNotNull("reported_on").first()).toBeUndefined();
  });

  test("downloads as a workbook", async () => {
    const answer = await (await browser()).get(`${path()}?format=xlsx`);
    expect(answer.headers["content-type"]).toContain("spreadsheetml");
  });
});
