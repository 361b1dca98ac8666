import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { remindOfCardsJob } from "../../../../jobs/remind-of-cards.ts";
import { answer } from "../../../../server/features/card-statements/service.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createUser, insert } from "../../../support/factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

const RUN = { owner: "test", isStopping: () => false };

describe.each(engines)("owners of cards are asked for the past year on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  let ownerId: number;
  let cardIds: number[];
  beforeEach(async () => {
    deps = await openTestDeps(engine, { at: "2027-01-04T06:30:00Z" });
    const { db } = deps;
    ownerId = await createUser(db, { name: "Alena Horká", email: "alena@osnova.test" });
    planId = await createPlan(db, { title: "Plán A", from_year: 2024, to_year: 2030 });
    cardIds = await createCards(deps, planId, [{ number: "1.1.1" }, { number: "1.1.2" }]);
    await db("cards").update({ owner_user_id: ownerId });
  });
  afterEach(() => deps.close());

  /** The clock ticks at 7:30 of that day: what is due is made and what may leave leaves. */
  async function morning(day: string): Promise<string[]> {
    deps.clock.set(`${day}T06:31:00Z`);
    if (((await remindOfCardsJob.dueKey) as (of: TestDeps) => string | undefined)(deps))
      await remindOfCardsJob.run(deps, RUN);
    const before = deps.mailer.sent.length;
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    return deps.mailer.sent.slice(before).map(({ to, subject }) => `${to.address}: ${subject}`);
  }

  /** What came on each day of a span on which anything came. */
  async function span(from: string, to: string): Promise<Record<string, string[]>> {
    const came: Record<string, string[]> = {};
    for (
      let at = Date.parse(`${from}T12:00:00Z`);
      at <= Date.parse(`${to}T12:00:00Z`);
      at += 86_400_000
    ) {
      const day = new Date(at).toISOString().slice(0, 10);
      const mails = await morning(day);
      if (mails.length > 0) came[day] = mails;
    }
    return came;
  }

  async function answered(cardId: number, at?: string): Promise<void> {
    if (at) deps.clock.set(at);
    const author = { userId: ownerId, requestId: null, address: null, submission: null };
    const entry = { state: "as-planned" as const, text: "Hotovo", nextSteps: null, version: 0 };
    await answer(deps, author, { planId, cardId, year: 2026 }, entry);
  }

  const FIRST = "alena@osnova.test: Vyjádření ke kartám za rok 2026: Plán A";
  const AGAIN = "alena@osnova.test: Připomínáme vyjádření ke kartám za rok 2026: Plán A";

  test("over a whole year: once on the day of the plan and three times again", async () => {
    expect(await span("2027-01-04", "2027-12-31")).toEqual({
      "2027-01-15": [FIRST],
      "2027-01-29": [AGAIN],
      "2027-02-12": [AGAIN],
      "2027-02-26": [AGAIN],
    });
    const [mail] = deps.mailer.sent;
    expect(mail?.text).toContain("Na vyjádření čekají 2 karty.");
    expect(mail?.text).toContain("/cards");
    expect(mail?.text).not.toContain("Podpora pečujících");
    expect(mail?.text).not.toContain("Alena");
  });

  test("until all was said; what was said of one card leaves the other", async () => {
    expect(await morning("2027-01-15")).toEqual([FIRST]);
    await answered(cardIds[0] as number);
    expect(await morning("2027-01-29")).toEqual([AGAIN]);
    expect(deps.mailer.sent.at(-1)?.text).toContain("Na vyjádření čeká 1 karta.");
    await answered(cardIds[1] as number);
    expect(await span("2027-01-30", "2027-04-30")).toEqual({});
  });

  test("a letter that waits for its hour is dropped when all is said meanwhile", async () => {
    deps.clock.set("2027-01-15T00:00:00Z");
    await remindOfCardsJob.run(deps, RUN);
    for (const id of cardIds) await answered(id);
    expect(await morning("2027-01-15")).toEqual([]);
    expect(await deps.db("outgoing_mails").pluck("reason")).toEqual(["done"]);
  });

  test("a letter leaves at the hour at which its reader wants them", async () => {
    await deps.db("users").where({ id: ownerId }).update({ digest_at: "09:00" });
    expect(await morning("2027-01-15")).toEqual([]);
    deps.clock.set("2027-01-15T08:00:00Z");
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    expect(deps.mailer.sent).toHaveLength(1);
  });

  test("however often the job runs, each letter is made once", async () => {
    deps.clock.set("2027-01-15T06:31:00Z");
    await Promise.all([remindOfCardsJob.run(deps, RUN), remindOfCardsJob.run(deps, RUN)]);
    await remindOfCardsJob.run(deps, RUN);
    expect(await deps.db("outgoing_mails")).toHaveLength(1);
  });

  test("after an outage the last letter that was missed stands for those before it", async () => {
    expect(await span("2027-02-13", "2027-12-31")).toEqual({
      "2027-02-15": [AGAIN],
      "2027-02-26": [AGAIN],
    });
  });

  test("not for what was held up longer than a quarter of a year", async () => {
    expect(await span("2027-04-16", "2027-12-31")).toEqual({});
  });

  test("a mail server that was silent for weeks brings one letter, not all", async () => {
    for (const day of ["2027-01-15", "2027-01-29"]) {
      deps.clock.set(`${day}T06:31:00Z`);
      await remindOfCardsJob.run(deps, RUN);
    }
    await deliverMail(deps, { owner: "test", wait: async () => {} });
    expect(deps.mailer.sent.map(({ subject }) => subject)).toEqual([
      AGAIN.split(": ").slice(1).join(": "),
    ]);
    expect(await deps.db("outgoing_mails").orderBy("id").pluck("state")).toEqual([
      "cancelled",
      "sent",
    ]);
  });

  test("weekends and holidays wait for the next working day", async () => {
    await deps.db("plans").update({ asks_on: "12-24" });
    await deps.db("cards").update({ from_year: 2024 });
    const came = await span("2026-12-20", "2027-02-15");
    expect(Object.keys(came)).toEqual(["2026-12-28", "2027-01-07", "2027-01-21", "2027-02-04"]);
  });

  test("a plan that asks on 29 February asks on 28 February of a common year", async () => {
    await deps.db("plans").update({ asks_on: "02-29" });
    // 28 February 2027 is a Sunday.
    expect(Object.keys(await span("2027-02-20", "2027-03-05"))).toEqual(["2027-03-01"]);
    expect(Object.keys(await span("2028-02-20", "2028-03-05"))).toEqual(["2028-02-29"]);
  });

  test("whoever is away has their deputy asked instead, who is not asked for them again", async () => {
    const deputyId = await createUser(deps.db, { name: "Bořek Dub", email: "borek@osnova.test" });
    await insert(deps.db, "deputies", {
      user_id: ownerId,
      deputy_user_id: deputyId,
      from_on: "2027-01-10",
      until_on: "2027-01-20",
      created_at: "2027-01-04T06:30:00.000Z",
    });
    const came = await span("2027-01-15", "2027-01-29");
    expect(came).toEqual({
      "2027-01-15": ["borek@osnova.test: Vyjádření ke kartám za rok 2026: Plán A"],
      "2027-01-29": [AGAIN],
    });
    expect(deps.mailer.sent[0]?.text).toContain("v zástupu");
    expect(deps.mailer.sent[0]?.text).not.toContain("Alena");
    expect(deps.mailer.sent[1]?.text).not.toContain("v zástupu");
  });

  test("a deputy whose days are over before the letter leaves does not get it", async () => {
    const deputyId = await createUser(deps.db, { email: "borek@osnova.test" });
    const id = await insert(deps.db, "deputies", {
      user_id: ownerId,
      deputy_user_id: deputyId,
      from_on: "2027-01-10",
      until_on: "2027-01-20",
      created_at: "2027-01-04T06:30:00.000Z",
    });
    deps.clock.set("2027-01-15T00:00:00Z");
    await remindOfCardsJob.run(deps, RUN);
    await deps.db("deputies").where({ id }).update({ archived_at: "2027-01-15T01:00:00.000Z" });
    expect(await morning("2027-01-15")).toEqual([]);
    expect(await deps.db("outgoing_mails").pluck("reason")).toEqual(["handed-on"]);
  });

  test("whoever has left is asked no more, whoever took the cards over is", async () => {
    await deps
      .db("users")
      .where({ id: ownerId })
      .update({ deactivated_at: "2027-01-20T08:00:00.000Z" });
    expect(await morning("2027-01-21")).toEqual([]);
    const heirId = await createUser(deps.db, { email: "cyril@osnova.test" });
    await deps.db("cards").where({ id: cardIds[0] }).update({ owner_user_id: heirId });
    expect(await span("2027-01-22", "2027-02-10")).toEqual({
      "2027-01-22": ["cyril@osnova.test: Vyjádření ke kartám za rok 2026: Plán A"],
      "2027-01-29": ["cyril@osnova.test: Připomínáme vyjádření ke kartám za rok 2026: Plán A"],
    });
  });

  test("whoever wants reminders weekly gets it on the first day of the week", async () => {
    await insert(deps.db, "notification_preferences", {
      user_id: ownerId,
      category: "deadlines",
      way: "weekly",
    });
    expect(Object.keys(await span("2027-01-12", "2027-02-02"))).toEqual([
      "2027-01-18",
      "2027-02-01",
    ]);
  });

  test("whoever has paused their mails gets it after the pause", async () => {
    await deps
      .db("users")
      .where({ id: ownerId })
      .update({ paused_from_on: "2027-01-11", paused_until_on: "2027-01-24" });
    expect(Object.keys(await span("2027-01-12", "2027-01-28"))).toEqual(["2027-01-25"]);
  });

  test("whoever has switched such mails off gets none, unless they must", async () => {
    const { db } = deps;
    await insert(db, "notification_preferences", {
      user_id: ownerId,
      category: "deadlines",
      way: "off",
    });
    await db("notification_categories").where({ key: "deadlines" }).update({ is_mandatory: false });
    expect(await span("2027-01-12", "2027-01-28")).toEqual({});
    await db("notification_categories").where({ key: "deadlines" }).update({ is_mandatory: true });
    expect(Object.keys(await span("2027-01-29", "2027-02-03"))).toEqual(["2027-02-01"]);
  });

  test.each([
    ["is closed", { state: "closed" }],
    ["is a draft", { state: "draft" }],
    ["is in the archive", { archived_at: "2027-01-10T08:00:00.000Z" }],
    ["ended before that year", { to_year: 2025 }],
    ["began after that year", { from_year: 2027 }],
  ])("not of a plan that %s", async (_, plan) => {
    await deps.db("plans").update(plan);
    expect(await span("2027-01-12", "2027-02-01")).toEqual({});
  });

  test("a plan closed before the letter leaves stops it", async () => {
    deps.clock.set("2027-01-15T00:00:00Z");
    await remindOfCardsJob.run(deps, RUN);
    await deps.db("plans").update({ state: "closed" });
    expect(await morning("2027-01-15")).toEqual([]);
  });

  test("not of cards that are carried out in other years or lie in the archive", async () => {
    await deps.db("cards").where({ id: cardIds[0] }).update({ to_year: 2025 });
    await deps
      .db("cards")
      .where({ id: cardIds[1] })
      .update({ archived_at: "2027-01-10T08:00:00.000Z" });
    expect(await morning("2027-01-15")).toEqual([]);
    await deps.db("cards").where({ id: cardIds[1] }).update({ archived_at: null, from_year: 2027 });
    expect(await morning("2027-01-18")).toEqual([]);
    await deps.db("cards").where({ id: cardIds[1] }).update({ from_year: 2026, to_year: 2026 });
    expect(await morning("2027-01-19")).toEqual([FIRST]);
  });
});
