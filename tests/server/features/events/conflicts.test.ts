import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listClashes } from "../../../../db/queries/event-conflicts.ts";
import { conflictsOf, overlap } from "../../../../server/features/events/conflicts/rules.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import {
  createContact,
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "../../../support/training-factories.ts";

type Row = Record<string, unknown>;

const project = { startsOn: "2025-01-01", endsOn: "2027-12-31" };
const session = (given = {}) => ({
  heldOn: "2026-03-10",
  startsAt: "09:00",
  endsAt: "12:00",
  capacity: null,
  registered: 0,
  activityStartsOn: null,
  activityEndsOn: null,
  ...given,
});

describe("what is odd about a session", () => {
  const found = (given: object, others: object[] = []) => {
    const one = session(given);
    return conflictsOf(one, [one, ...others.map(session)], project);
  };

  test.each([
    ["nothing, on a working day within the dates", {}, []],
    ["a public holiday", { heldOn: "2026-04-06" }, ["holiday"]],
    ["a weekend", { heldOn: "2026-03-14" }, ["weekend"]],
    ["a day after the project", { heldOn: "2028-01-03" }, ["outside-project"]],
    ["a day before the activity", { activityStartsOn: "2026-03-11" }, ["outside-activity"]],
    ["more people than places", { capacity: 2, registered: 3 }, ["over-capacity"]],
    ["more hours than a day holds", { startsAt: "08:00", endsAt: "18:01" }, ["long-day"]],
  ])("%s", (_what, given, expected) => {
    expect(found(given)).toEqual(expected);
  });

  test("hours of one day are taken together, and times of one event may not overlap", () => {
    expect(found({}, [{ startsAt: "11:00", endsAt: "19:00" }])).toEqual([
      "long-day",
      "own-overlap",
    ]);
    expect(found({}, [{ startsAt: "12:00", endsAt: "15:00" }])).toEqual([]);
  });
});

describe.each(engines)("conflicts on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "reader" });
  });
  afterEach(() => app.close());

  const page = async () =>
    (await (await app.signedInAs(userId)).get(`/projects/${projectId}/events/conflicts`)).text;
  const at = async (given: Row, hours: Row, inProject = projectId) => {
    const id = await createEvent(app.db, inProject, given);
    await createSession(app.db, id, hours);
    return id;
  };
  const morning = { starts_at: "09:00", ends_at: "12:00" };
  const noon = { starts_at: "11:00", ends_at: "14:00" };

  test("a room taken twice is told once, also when another project takes it", async () => {
    const room = { place: "Zasedačka č. 2", place_folded: "zasedacka c. 2" };
    await at({ title: "První", ...room }, morning);
    await at({ title: "Druhá", place: "ZASEDAČKA Č. 2", place_folded: room.place_folded }, noon);
    await at({ title: "Po ní", ...room }, { starts_at: "14:00", ends_at: "15:00" });
    const text = await page();
    expect(text.match(/Místo je obsazené dvakrát: /g)).toHaveLength(1);
    await at({ title: "Tajný záměr", ...room }, noon, await createProject(app.db));
    const both = await page();
    expect(both).toContain("akce jiného projektu");
    expect(both).not.toContain("Tajný záměr");
  });

  test("a lecturer cannot be at two places, and a cancelled event takes nobody", async () => {
    const contact_id = await createContact(app.db, { name: "Petr Malý" });
    const first = await at({ title: "První" }, morning);
    const second = await at({ title: "Druhá" }, noon);
    for (const event_id of [first, second])
      await app.db("event_lecturers").insert({ event_id, contact_id });
    expect(await page()).toContain("Lektor je na dvou akcích: Petr Malý");
    await app.db("events").where({ id: second }).update({ state: "cancelled" });
    expect(await page()).not.toContain("Petr Malý");
  });

  test("participants are counted, and named to whoever may read personal data, which is put down", async () => {
    const first = await at({}, morning);
    const second = await at({}, noon);
    for (const surname of ["Klausová", "Skrytá"]) {
      const participant_id = await createParticipant(app.db, { surname });
      await createRegistration(app.db, first, { participant_id });
      await createRegistration(app.db, second, { participant_id });
    }
    const text = await page();
    expect(text).toContain("2 účastníci na dvou akcích současně");
    expect(text).not.toMatch(/Klausová|Skrytá/);
    expect(await app.db("personal_data_accesses")).toEqual([]);
    await app.db("memberships").where({ user_id: userId }).update({ role: "coordinator" });
    expect(await page()).toContain("na dvou akcích současně: Klausová Alena, Skrytá Alena");
    const [access, ...others] = await app.db("personal_data_accesses");
    expect([access.action, access.person_count, others]).toEqual(["view", 2, []]);
    await app.db("events").where({ id: second }).update({ is_confidential: true });
    expect(await page()).not.toMatch(/Klausová|Skrytá/);
    expect(await app.db("personal_data_accesses")).toHaveLength(1);
  });

  test("a day in which somebody gets more support than it holds, and a code claimed elsewhere", async () => {
    const participant_id = await createParticipant(app.db);
    const long = { starts_at: "08:00", ends_at: "13:00", support_minutes: 301 };
    const first = await at({ support_code: "P-7" }, long);
    const second = await at({}, { ...long, starts_at: "13:00", ends_at: "18:01" });
    for (const eventId of [first, second])
      await createRegistration(app.db, eventId, { participant_id });
    await at({ support_code: "P-7" }, { held_on: "2026-05-05" }, await createProject(app.db));
    const text = await page();
    expect(text).toContain("1 účastník s více než 10 h podpory v jednom dni");
    expect(text).toContain("Podpora P-7 je vykázaná i v jiném projektu");
  });

  test("are shown on the page of the event, which can be saved all the same", async () => {
    const id = await at({}, { held_on: "2026-03-14" });
    const { text } = await (await app.signedInAs(userId)).get(
      `/projects/${projectId}/events/${id}`,
    );
    expect(text).toContain("Den připadá na víkend");
  });

  test("overlapping is the same for the database and for the rule", async () => {
    const minute = fc.integer({ min: 0, max: 1438 });
    const time = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    const random = fc.record({
      heldOn: fc.constantFrom("2026-03-10", "2026-03-11"),
      from: minute,
      length: fc.integer({ min: 1, max: 300 }),
    });
    const [drawn = []] = fc.sample(fc.array(random, { minLength: 25, maxLength: 25 }), {
      seed: 7,
      numRuns: 1,
    });
    const sessions: { heldOn: string; startsAt: string; endsAt: string; eventId: number }[] = [];
    for (const { heldOn, from, length } of drawn) {
      const one = { heldOn, startsAt: time(from), endsAt: time(Math.min(1439, from + length)) };
      const row = { held_on: heldOn, starts_at: one.startsAt, ends_at: one.endsAt };
      sessions.push({ ...one, eventId: await at({ place_folded: "sal" }, row) });
    }
    const pairs = sessions.flatMap((one, index) =>
      sessions
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `${one.eventId}-${other.eventId}`),
    );
    const clashes = await listClashes(app.db, { projectId });
    const found = clashes.map(({ eventId, otherEventId }) => `${eventId}-${otherEventId}`);
    expect(pairs.length).toBeGreaterThan(10);
    expect(found.toSorted()).toEqual(pairs.toSorted());
  });
});
