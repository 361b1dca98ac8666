import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../../server/features/mails/delivery/service.ts";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../../support/factories.ts";
import {
  createEvent,
  createEventKind,
  createSession,
} from "../../../../support/training-factories.ts";

describe.each(engines)("news of events on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: number;
  let eva: number;
  let guest: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db, { short_name: "Rodiny" });
    manager = await createUser(app.db, { name: "Petr Malý" });
    eva = await createUser(app.db, { name: "Eva Dvořáková" });
    guest = await createUser(app.db, { name: "Ivan Host" });
    await addMember(app.db, { projectId, userId: manager });
    await addMember(app.db, { projectId, userId: eva, role: "coordinator" });
    await addMember(app.db, { projectId, userId: guest, role: "reader" });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/events`;
  const told = () =>
    app.db("notifications").orderBy("recipient_user_id").select({
      kind: "kind",
      id: "object_id",
      whom: "recipient_user_id",
      params: "params",
    });

  async function meeting(given: object = {}) {
    const event = { title: "Porada", owner_user_id: eva, state: "confirmed", ...given };
    const id = await createEvent(app.db, projectId, event);
    const sessionId = await createSession(app.db, id);
    await insert(app.db, "event_attendees", { event_id: id, user_id: guest });
    return { id, sessionId };
  }
  async function move(
    { id, sessionId }: { id: number; sessionId: number },
    day: object,
    by = manager,
  ) {
    const browser = await app.signedInAs(by);
    const session = {
      ...{
        version: "1",
        heldOn: "2026-03-12",
        startsAt: "9:00",
        endsAt: "15:00",
        form: "in-person",
      },
      ...{ hourMinutes: "60", supportMinutes: "", place: "", topic: "", ...day },
    };
    const answer = await browser.post(`${list()}/${id}/sessions/${sessionId}`, session);
    expect(answer.status).toBe(303);
  }

  test("whoever is to coordinate an event is told by whoever said so", async () => {
    const kindId = await createEventKind(app.db);
    const browser = await app.signedInAs(manager);
    const event = {
      ...{ kindId: String(kindId), title: "Kurz", language: "cs", closing: "signed-sheet" },
      ...{ owner: `user-${eva}`, countsAsSupport: "true" },
    };
    expect((await browser.post(list(), event)).status).toBe(303);
    expect(await told()).toMatchObject([{ kind: "assigned", whom: eva }]);
  });

  test("a series made for a coordinator is told in one mail", async () => {
    const { id } = await meeting();
    const browser = await app.signedInAs(manager);
    const series = {
      every: "1",
      count: "3",
      until: "",
      skipsHolidays: "true",
      isConfirmed: "true",
    };
    const answer = await browser.post(`${list()}/${id}/series`, series);
    expect(answer.status).toBe(303);
    expect((await told()).map(({ whom }) => whom)).toEqual([eva, eva, eva]);
    expect(await app.db("outgoing_mails").where({ template: "notification" })).toHaveLength(1);
  });

  test("another day is told to the coordinator; guests have the letter of the event", async () => {
    const event = await meeting();
    await move(event, {});
    const params = JSON.stringify({ from: "2026-03-10" });
    expect(await told()).toEqual([{ kind: "event-moved", id: event.id, whom: eva, params }]);
  });

  test("guests with an account are told where the event sends no letters", async () => {
    await move(await meeting({ sends_mails: false }), { heldOn: "2026-03-10", startsAt: "10:00" });
    expect((await told()).map(({ whom }) => whom)).toEqual([eva, guest]);
  });

  test("a confidential event is told to its guests without its title", async () => {
    await move(await meeting({ is_confidential: true }), {}, eva);
    expect((await told()).map(({ whom }) => whom)).toEqual([guest]);
    await deliverMail(app, { owner: "test", wait: async () => {} });
    const [sent] = app.mailer.sent;
    expect(sent?.subject).toContain("Změna termínu akce");
    expect(`${sent?.subject} ${sent?.text}`).not.toContain("Porada");
  });

  test("a guest who was invited before it became confidential has its letter instead", async () => {
    const event = await meeting({ is_confidential: true });
    await app.db("outgoing_mails").insert({
      ...{ kind: "participant", template: "event-invitation", state: "sent", dedupe_key: "x" },
      ...{ recipient_user_id: guest, subject_type: "event", subject_id: event.id, params: "{}" },
      ...{ created_at: "2026-03-01T08:00:00.000Z", due_at: "2026-03-01T08:00:00.000Z" },
      next_attempt_at: "2026-03-01T08:00:00.000Z",
    });
    await move(event, {}, eva);
    expect(await told()).toEqual([]);
    expect(await app.db("outgoing_mails").where({ template: "event-change" })).toHaveLength(1);
  });

  test("another topic or place is no move, nor is what is over", async () => {
    const event = await meeting();
    await move(event, { heldOn: "2026-03-10", topic: "Rozpočet", place: "Sál" });
    const past = await meeting({ starts_on: "2026-02-01", ends_on: "2026-02-01" });
    await app.db("event_sessions").where({ id: past.sessionId }).update({ held_on: "2026-02-01" });
    await move(past, { heldOn: "2026-02-02" });
    expect(await told()).toEqual([]);
  });

  test("a cancelled event is told, unless it is renewed before the news leaves", async () => {
    app.clock.set("2026-03-06T18:30:00Z");
    const { id } = await meeting();
    const browser = await app.signedInAs(manager);
    const reason = { version: "1", reason: "lektor onemocněl" };
    expect((await browser.post(`${list()}/${id}/cancellation`, reason)).status).toBe(303);
    expect(await told()).toMatchObject([{ kind: "event-cancelled", whom: eva }]);
    expect((await browser.post(`${list()}/${id}/renewal`, {})).status).toBe(303);
    app.clock.set("2026-03-09T06:00:00Z");
    await deliverMail(app, { owner: "test", wait: async () => {} });
    const own = app.db("outgoing_mails").where({ template: "notification" });
    expect(await own.select("state", "reason")).toEqual([
      { state: "cancelled", reason: "restored" },
    ]);
  });
});
