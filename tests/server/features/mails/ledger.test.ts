import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { upsertBreaker } from "../../../../db/queries/mail-breakers.ts";
import { endSessionsAndHoldMail } from "../../../../db/queries/restored-rows.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { queueMail } from "../../../../server/features/mails/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the ledger for administrators on %s", (engine) => {
  let house: TestApp;
  let admin: Browser;
  let userId: number;
  let projectId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-02T06:30:00Z" });
    userId = await createUser(house.db, { name: "Eva Dvořáková", email: "eva@kraj.test" });
    projectId = await createProject(house.db, { short_name: "Rodiny" });
    await addMember(house.db, { projectId, userId });
    await createMilestone(house.db, projectId, { title: "Metodika", due_on: "2026-03-09" });
    await planReminders(house);
    await gatherDigests(house);
    admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
  });
  afterEach(() => house.close());

  const mail = () => house.db("outgoing_mails").orderBy("id").first();
  const deliver = () => deliverMail(house, { owner: "test", wait: async () => {} });
  const page = async (path: string) => (await admin.get(path)).text;

  test("lists mails with their recipient and state, filtered by the address", async () => {
    expect(await page("/admin/mail")).toContain("Eva Dvořáková");
    expect(await page("/admin/mail")).toContain("ve frontě");
    expect(await page("/admin/mail?state=sent")).toContain("Tomuto výběru neodpovídá");
    await deliver();
    expect(await page("/admin/mail?state=sent&kind=digest")).toContain("eva@kraj.test");
  });

  test("a failed one tells why and can be sent again", async () => {
    const answer = "550 no such user";
    house.mailer.answerWith({ outcome: "permanent", phase: "rcpt", code: "550", answer });
    await deliver();
    const { id } = await mail();
    const shown = await page(`/admin/mail/${id}`);
    expect(shown).toContain("server adresu nebo zprávu odmítl");
    expect(shown).toContain("550 no such user");
    expect(await page("/admin/mail")).toContain("se za poslední týden nepodařilo odeslat");
    expect((await admin.post(`/admin/mail/${id}/retry`)).status).toBe(303);
    house.mailer.answerWith({ outcome: "ok", phase: null, code: "250", answer: null });
    expect(await deliver()).toMatchObject({ sent: 1 });
    expect((await admin.post(`/admin/mail/${id}/retry`)).status).toBe(409);
  });

  test("each looks as it will, its graphic form behind a policy that lets nothing run", async () => {
    const { id } = await mail();
    expect(await page(`/admin/mail/${id}`)).toContain("Metodika");
    const letter = await admin.get(`/admin/mail/${id}/letter`);
    expect(letter.text).toContain("Metodika");
    expect(letter.headers["content-security-policy"]).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    );
    await house.db("milestones").update({ done_on: "2026-03-02" });
    expect(await page(`/admin/mail/${id}`)).toContain("vše bylo mezitím splněno");
    expect((await admin.get(`/admin/mail/${id}/letter`)).status).toBe(404);
  });

  test("mails about accounts keep their links to themselves", async () => {
    const id = await house.db.transaction((trx) =>
      queueMail(trx, {
        kind: "account",
        template: "invitation",
        dedupeKey: "invitation:1",
        recipientUserId: userId,
        at: house.clock.now(),
      }),
    );
    expect(await page(`/admin/mail/${id}`)).toContain("proto se její znění nezobrazuje");
    expect((await admin.get(`/admin/mail/${id}/letter`)).status).toBe(404);
  });

  test("held mails wait until somebody releases them", async () => {
    await house.db.transaction((trx) => endSessionsAndHoldMail(trx, house.clock.now()));
    admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
    expect(await deliver()).toMatchObject({ sent: 0 });
    expect(await page("/admin/mail")).toContain("čeká po obnově ze zálohy");
    expect(await page("/admin/mail")).toContain("po obnově ze zálohy čeká na uvolnění");
    expect((await admin.post("/admin/mail/release")).status).toBe(303);
    expect(await page("/admin/mail")).not.toContain("čeká na uvolnění");
    expect(await deliver()).toMatchObject({ sent: 1 });
  });

  test("sending can be paused and resumed, and a silent server is announced", async () => {
    await admin.post("/admin/mail/pause", { paused: "true" });
    expect(await deliver()).toMatchObject({ sent: 0 });
    expect(await page("/admin/mail")).toContain("Odesílání pošty je pozastaveno.");
    await admin.post("/admin/mail/pause", { paused: "false" });
    await upsertBreaker(house.db, {
      failures: 2,
      openUntil: "2026-03-02T06:35:00.000Z",
      lastError: "ECONNREFUSED",
    });
    expect(await page("/admin/mail")).toContain("Poštovní server neodpovídá");
    const actions = await house.db("audit_events").orderBy("id").select("action");
    expect(actions.map((event) => event.action)).toEqual(["mail.paused", "mail.resumed"]);
  });

  test("the next thirty days are those the planner will bring, and nothing is written", async () => {
    await createMilestone(house.db, projectId, { title: "Plakát", due_on: "2026-03-20" });
    const before = await house.db("reminder_occurrences").count({ count: "*" });
    const shown = await page("/admin/mail/preview?days=30");
    // Today's digest has been made: what was added after it is told by the next one.
    const days = ["3. 3. 2026", "6. 3. 2026", "9. 3. 2026", "10. 3. 2026", "13. 3. 2026"];
    const places = days.map((day) => shown.indexOf(day.replaceAll(" ", "\u00a0")));
    expect(Math.min(...places)).toBeGreaterThan(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(shown).not.toContain("středa 4.");
    expect(await house.db("reminder_occurrences").count({ count: "*" })).toEqual(before);
  });

  test("those of one person, of some days: by id, never by name", async () => {
    const petr = await createUser(house.db, { name: "Petr Malý" });
    await addMember(house.db, { projectId, userId: petr, role: "coordinator" });
    await createMilestone(house.db, projectId, { owner_user_id: petr, due_on: "2026-03-09" });
    house.clock.set("2026-03-03T06:30:00Z");
    await planReminders(house);
    await gatherDigests(house);
    admin = await house.signedInAs(await createUser(house.db, { is_administrator: true }));
    const ofPetr = await page(`/admin/mail?recipient=user-${petr}`);
    expect(ofPetr).toContain("Petr Malý");
    expect(ofPetr).not.toContain("eva@kraj.test");
    expect(await page("/admin/mail?from=2026-03-03")).not.toContain("eva@kraj.test");
    expect(await page("/admin/mail?until=2026-03-02")).toContain("eva@kraj.test");
    expect(await page("/admin/mail?recipient=Eva&from=nikdy")).toContain("eva@kraj.test");
  });

  test("all that have failed in a week may be tried again at once, what no longer holds may not", async () => {
    house.mailer.answerWith({ outcome: "permanent", phase: "rcpt", code: "550", answer: "550" });
    await deliver();
    const expired = { state: "failed", reason: "expired", dedupe_key: "x", message_id: null };
    const { id, ...row } = await mail();
    await house.db("outgoing_mails").insert({ ...row, ...expired });
    expect(await page("/admin/mail?state=failed")).toContain("Zkusit znovu všechny");
    expect((await admin.post("/admin/mail/retries")).status).toBe(303);
    const states = await house.db("outgoing_mails").orderBy("id").select("id", "state");
    expect(states.map(({ state }) => state)).toEqual(["pending", "failed"]);
    expect(states[0]?.id).toBe(id);
  });

  test("mails that nobody tries are announced on the first page, too", async () => {
    house.clock.advance(14 * 60_000);
    expect(await page("/admin/mail")).not.toContain("Pošta neodchází");
    house.clock.advance(2 * 60_000);
    expect(await page("/admin/mail")).toContain("Pošta neodchází od");
    expect(await page("/")).toContain("Pošta neodchází od");
    await deliver();
    expect(await page("/")).not.toContain("Pošta neodchází");
  });

  test("is for administrators alone", async () => {
    const { id } = await mail();
    const other = await house.signedInAs(userId);
    for (const path of ["", `/${id}`, `/${id}/letter`, "/preview"])
      expect((await other.get(`/admin/mail${path}`)).status).toBe(403);
    for (const path of [`/${id}/retry`, "/release", "/pause"])
      expect((await other.post(`/admin/mail${path}`)).status).toBe(403);
    expect((await admin.get("/admin/mail/999")).status).toBe(404);
  });

  test("asks the database as often for one mail as for many", async () => {
    const few = await statementsOf(house.db, () => page("/admin/mail"));
    for (let n = 0; n < 60; n += 1) {
      const someone = await createUser(house.db);
      await createMilestone(house.db, projectId, { owner_user_id: someone, due_on: "2026-03-09" });
    }
    await planReminders(house);
    await gatherDigests(house);
    const many = await statementsOf(house.db, () => page("/admin/mail"));
    expect(many).toHaveLength(few.length);
  });
});
