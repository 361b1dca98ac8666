import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findBreaker } from "../../../../db/queries/mail-breakers.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { mailHealth } from "../../../../server/features/mails/ledger/service.ts";
import { gatherDigests, planReminders } from "../../../../server/features/reminders/service.ts";
import { openSmtpMailer } from "../../../../server/mail/smtp-mailer.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { type SmtpBehaviour, startSmtpServer, type TestSmtpServer } from "../../../support/smtp.ts";

const PEOPLE = ["ada@kraj.test", "bela@kraj.test", "cyril@kraj.test"];
const HOUR = 3_600_000;
const quick = { connectMs: 500, greetingMs: 300, socketMs: 300, totalMs: 900 };

/** Longer than anything else a test does: such a try ends when the server goes away. */
const patient = { ...quick, socketMs: 60_000, totalMs: 60_000 };

function mailerFor(server: Pick<TestSmtpServer, "url">, timeouts = quick) {
  return openSmtpMailer({
    url: server.url(),
    from: "Osnova <osnova@kraj.test>",
    requiresTls: false,
    timeouts,
  });
}

/** Three people, each with a digest that is due. */
async function digestsFor(deps: Pick<TestDeps, "db" | "clock">): Promise<number> {
  const projectId = await createProject(deps.db);
  for (const [place, email] of PEOPLE.entries()) {
    const userId = await createUser(deps.db, { email });
    await addMember(deps.db, { projectId, userId, role: place === 0 ? "manager" : "coordinator" });
    await createMilestone(deps.db, projectId, { owner_user_id: userId, due_on: "2026-03-09" });
  }
  await planReminders(deps);
  await gatherDigests(deps);
  return projectId;
}

describe.each(engines)("three digests and a mail server with a fault on %s", (engine) => {
  let deps: TestDeps;
  let server: TestSmtpServer;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2026-03-02T06:30:00Z" });
    server = await startSmtpServer();
    await digestsFor(deps);
  });
  afterEach(async () => {
    await server.close();
    await deps.close();
  });

  const deliver = async (at: Pick<TestSmtpServer, "url"> = server) => {
    const mailer = mailerFor(at);
    const report = await deliverMail({ ...deps, mailer }, { owner: "test", wait: async () => {} });
    mailer.close();
    return report;
  };
  const states = async () => {
    const rows = await deps.db("outgoing_mails").orderBy("id").select("state", "attempts");
    return rows.map(({ state, attempts }) => `${state} ${attempts}`);
  };
  const copiesTo = (address: string) =>
    server.received.filter(({ envelope }) => envelope.to.includes(address));
  const outcomes = () => deps.db("delivery_attempts").orderBy("id").pluck("outcome");

  const unreachable: [string, SmtpBehaviour][] = [
    ["says 421 at the door", { greeting: () => 421 }],
    ["is silent at the door", { greeting: () => "silence" }],
    ["cuts the connection", { greeting: () => "drop" }],
    ["says 421 to the recipient", { recipient: () => 421 }],
    ["is silent to the recipient", { recipient: () => "silence" }],
  ];
  test.each(unreachable)(
    "that %s holds everything back, and no mail loses a try",
    async (_, fault) => {
      server.behave(fault);
      expect(await deliver()).toMatchObject({ sent: 0, postponed: 1 });
      expect(await states()).toEqual(["pending 0", "pending 0", "pending 0"]);
      expect((await findBreaker(deps.db)).openUntil).toBe("2026-03-02T06:31:00.000Z");
      expect(await deliver()).toMatchObject({ sent: 0, postponed: 0 });
      server.behave({});
      deps.clock.advance(60_000);
      expect(await deliver()).toMatchObject({ sent: 3 });
      expect(server.received).toHaveLength(3);
      expect(await findBreaker(deps.db)).toMatchObject({ openUntil: null, failures: 0 });
    },
  );

  test("that does not let us in, is closed or has a certificate nobody signed: the same", async () => {
    server.behave({ auth: () => 535 });
    const unsigned = await startSmtpServer({}, { startTls: true });
    const as = { user: "osnova", password: "jiné" };
    const closed = { url: () => "smtp://127.0.0.1:1" };
    for (const [at, says] of [
      [{ url: () => server.url(as) }, /535/],
      [closed, /ECONNREFUSED/],
      [unsigned, /certificate/],
    ] as const) {
      expect(await deliver(at)).toMatchObject({ sent: 0, postponed: 1 });
      expect((await findBreaker(deps.db)).lastError).toMatch(says);
      deps.clock.advance(HOUR);
    }
    expect(await states()).toEqual(["pending 0", "pending 0", "pending 0"]);
    expect((await mailHealth(deps)).failures).toBe(3);
    server.behave({});
    expect(await deliver()).toMatchObject({ sent: 3 });
    await unsigned.close();
    expect(unsigned.received).toEqual([]);
  });

  test("that asks for patience three times gets each mail once, and the others do not wait", async () => {
    let refusals = 0;
    server.behave({
      recipient: (address) => (address === PEOPLE[1] && refusals++ < 3 ? 451 : "accept"),
    });
    expect(await deliver()).toMatchObject({ sent: 2, postponed: 1 });
    for (let hour = 0; hour < 3; hour += 1) {
      deps.clock.advance(HOUR);
      await deliver();
    }
    expect(await states()).toEqual(["sent 1", "sent 4", "sent 1"]);
    expect(server.received).toHaveLength(3);
  });

  test("that knows one of them no more fails that one at once, and says so to administrators", async () => {
    server.behave({ recipient: (address) => (address === PEOPLE[0] ? 550 : "accept") });
    expect(await deliver()).toMatchObject({ sent: 2, failed: 1 });
    deps.clock.advance(24 * HOUR);
    server.behave({});
    expect(await deliver()).toMatchObject({ sent: 0, failed: 0 });
    expect(await states()).toEqual(["failed 1", "sent 1", "sent 1"]);
    const failed = await deps.db("outgoing_mails").where({ state: "failed" }).first();
    expect(failed).toMatchObject({ reason: "refused", last_code: "550" });
    expect((await mailHealth(deps)).failedThisWeek).toBe(1);
  });

  test.each([["drop"], ["silence"]] as const)(
    "that took a message and did not answer (%s) gets it again, the same to the byte, on record",
    async (lost) => {
      let isLost = false;
      server.behave({
        message: ({ envelope }) => {
          if (isLost || envelope.to[0] !== PEOPLE[2]) return "accept";
          isLost = true;
          return lost;
        },
      });
      expect(await deliver()).toMatchObject({ sent: 2, postponed: 1 });
      expect(await states()).toEqual(["sent 1", "sent 1", "uncertain 1"]);
      deps.clock.advance(HOUR);
      await deps.db("milestones").update({ title: "Jiný název" });
      expect(await deliver()).toMatchObject({ sent: 1 });
      const [first, second, ...more] = copiesTo(String(PEOPLE[2]));
      expect(more).toEqual([]);
      expect(second?.raw).toBe(first?.raw);
      expect((await outcomes()).filter((outcome) => outcome === "ambiguous")).toHaveLength(1);
      expect(copiesTo(String(PEOPLE[0]))).toHaveLength(1);
    },
  );

  test("whoever is given up on after three days is told of as failed, with every try on record", async () => {
    server.behave({ message: () => 451 });
    for (let hour = 0; hour <= 90; hour += 1) {
      await deliver();
      deps.clock.advance(HOUR);
    }
    const rows = await deps.db("outgoing_mails").select("state", "reason");
    expect(rows).toEqual(PEOPLE.map(() => ({ state: "failed", reason: "gave-up" })));
    expect(new Set(await outcomes())).toEqual(new Set(["temporary"]));
  }, 60_000);
});

describe.each(engines)("pages and a mail server that does not answer on %s", (engine) => {
  let house: TestApp;
  let server: TestSmtpServer;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: "2026-03-02T06:30:00Z" });
    server = await startSmtpServer({ message: () => "silence" });
  });
  afterEach(() => house.close());

  test("do not wait for each other: pages are read and written while a try hangs", async () => {
    const projectId = await digestsFor(house);
    const [{ id }] = await house.db("users").where({ email: PEOPLE[0] }).select("id");
    const browser = await house.signedInAs(id);
    let hasEnded = false;
    const mailer = mailerFor(server, patient);
    const delivery = deliverMail(
      { ...house, mailer },
      { owner: "test", wait: async () => {}, isStopping: () => server.received.length > 0 },
    ).finally(() => {
      hasEnded = true;
    });
    while (server.received.length === 0) await browser.get("/agenda");
    expect((await browser.get(`/projects/${projectId}`)).status).toBe(200);
    const written = await browser.post(`/projects/${projectId}/progress`, {
      body: "Proběhla schůzka",
      happenedOn: "2026-03-02",
    });
    expect([written.status, hasEnded]).toEqual([303, false]);
    await server.close();
    await delivery;
    mailer.close();
  });
});
