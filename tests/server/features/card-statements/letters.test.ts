import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { requestStatements } from "../../../../server/features/card-statements/requests/service.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { openSmtpMailer } from "../../../../server/mail/smtp-mailer.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createDeputy, createUser } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";
import { startSmtpServer, type TestSmtpServer } from "../../../support/smtp.ts";

describe.each(engines)("letters to owners of cards really sent on %s", (engine) => {
  let deps: TestDeps;
  let server: TestSmtpServer;
  let planId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2027-01-15T07:31:00Z" });
    server = await startSmtpServer();
    planId = await createPlan(deps.db, { title: "Plán A", from_year: 2024, to_year: null });
  });
  afterEach(async () => {
    await server.close();
    await deps.close();
  });

  async function owner(given: Record<string, unknown> = {}, cards = 1): Promise<number> {
    const userId = await createUser(deps.db, given);
    const numbers = Array.from({ length: cards }, (_, n) => ({ number: `${userId}.${n + 1}` }));
    const ids = await createCards(deps, planId, numbers);
    await deps.db("cards").whereIn("id", ids).update({ owner_user_id: userId });
    return userId;
  }

  async function deliver(from: TestDeps = deps, name = "test"): Promise<number> {
    const { mailFrom } = deps.config;
    const mailer = openSmtpMailer({ url: server.url(), from: mailFrom, requiresTls: false });
    const { sent } = await deliverMail({ ...from, mailer }, { owner: name, wait: async () => {} });
    mailer.close();
    return sent;
  }

  test("say how many cards wait and where, name nobody, and can be stopped", async () => {
    await owner({ name: "Alena Horká", email: "alena@osnova.test" }, 3);
    expect(await requestStatements(deps)).toBe(1);
    await deliver();
    const [mail] = server.received;
    const { email } = mail ?? {};
    expect(email?.subject).toBe("Vyjádření ke kartám za rok 2026: Plán A");
    for (const text of [email?.text, email?.html]) {
      expect(text).toContain("Na vyjádření čekají 3 karty.");
      expect(text).toContain(`${deps.config.publicUrl}/cards`);
      expect(text).not.toMatch(/Alena|Podpora pečujících/);
    }
    expect(mail?.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  test("are in the language of the reader", async () => {
    await owner({ email: "ann@osnova.test", language: "en" }, 1);
    await requestStatements(deps);
    await deliver();
    expect(server.received[0]?.email.subject).toBe("Statements of cards for 2026: Plán A");
    expect(server.received[0]?.email.text).toContain("1 card awaits your statement.");
  });

  test("go to the deputy as a deputy", async () => {
    const userId = await owner({ email: "alena@osnova.test" });
    const deputyUserId = await createUser(deps.db, { email: "borek@osnova.test" });
    await createDeputy(deps.db, { userId, deputyUserId, untilOn: "2027-01-31" });
    await requestStatements(deps);
    await deliver();
    expect(server.received.map(({ envelope }) => envelope.to)).toEqual([["borek@osnova.test"]]);
    expect(server.received[0]?.email.text).toContain("v zástupu za gestora karet");
  });

  test("whose answer was lost come again as the same letter, and no third time", async () => {
    await owner({ email: "alena@osnova.test" });
    await requestStatements(deps);
    server.behave({ message: () => "drop" });
    expect(await deliver()).toBe(0);
    server.behave({});
    deps.clock.advance(3_600_000);
    await requestStatements(deps);
    expect(await deliver()).toBe(1);
    deps.clock.advance(3_600_000);
    await requestStatements(deps);
    expect(await deliver()).toBe(0);
    expect(server.received).toHaveLength(2);
    const [first, second] = server.received;
    expect(second?.email.messageId).toBe(first?.email.messageId);
    expect(second?.email.text).toBe(first?.email.text);
  });

  test("are made once by two processes at the same tick", async () => {
    const contents = Array.from({ length: 30 }, (_, n) => ({ number: `1.1.${n + 1}` }));
    const cardIds = await createCards(deps, planId, contents);
    for (const [n, id] of cardIds.entries()) {
      const userId = await createUser(deps.db, { email: `owner${n}@osnova.test` });
      await deps.db("cards").where({ id }).update({ owner_user_id: userId });
    }
    const instance = async (name: string) => {
      const own = { ...deps, db: deps.database.connectAgain() };
      return { made: await requestStatements(own), sent: await deliver(own, name) };
    };
    const [one, other] = await Promise.all([instance("one"), instance("other")]);
    expect((one?.made ?? 0) + (other?.made ?? 0)).toBe(30);
    expect((one?.sent ?? 0) + (other?.sent ?? 0)).toBe(30);
    expect(new Set(server.received.map(({ envelope }) => envelope.to.join())).size).toBe(30);
    expect(server.received).toHaveLength(30);
  });
});
