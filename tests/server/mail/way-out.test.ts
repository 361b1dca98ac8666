import request from "supertest";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../server/features/mails/delivery/service.ts";
import { queueMail } from "../../../server/features/mails/service.ts";
import { reportDueMonths } from "../../../server/features/months/reporting/service.ts";
import type { Recipient } from "../../../server/mail/letter.ts";
import { writeNotice } from "../../../server/mail/notice.ts";
import { openSmtpMailer } from "../../../server/mail/smtp-mailer.ts";
import { readUnsubscribeToken } from "../../../server/mail/unsubscribe-token.ts";
import { wayOut } from "../../../server/mail/way-out.ts";
import { openTestApp, type TestApp } from "../../support/app.ts";
import { createProject, createUser } from "../../support/factories.ts";
import { startSmtpServer, type TestSmtpServer } from "../../support/smtp.ts";

const nobody = { userId: null, contactId: null, participantId: null };
const recipient = (given: Partial<Recipient>): Recipient => ({
  ...{ ...nobody, name: "Eva", address: "eva@kraj.test", language: "cs" },
  ...given,
});

describe("the way out of letters", () => {
  let house: TestApp;
  let server: TestSmtpServer;
  beforeEach(async () => {
    house = await openTestApp("sqlite", { at: "2026-04-07T06:00:00.000Z" });
    server = await startSmtpServer();
  });
  afterEach(async () => {
    await server.close();
    await house.close();
  });

  const deliver = async () => {
    const { mailFrom } = house.config;
    const mailer = openSmtpMailer({ url: server.url(), from: mailFrom, requiresTls: false });
    const wait = async () => {};
    await deliverMail({ ...house, mailer }, { owner: "test", wait });
    mailer.close();
  };
  const headersOf = (raw: string) => {
    const head = raw.slice(0, raw.search(/\r?\n\r?\n/)).replace(/\r?\n[ \t]+/g, " ");
    return head.split(/\r?\n/).map((line): [string, string] => {
      const [name = "", ...value] = line.split(": ");
      return [name.toLowerCase(), value.join(": ")];
    });
  };

  test("names the reader and the category; settings and a pause are a user's alone", () => {
    const { config } = house;
    const asked = (given: Partial<Recipient>, about: Parameters<typeof wayOut>[1]) => {
      const { links, headers } = wayOut({ config, recipient: recipient(given) }, about);
      const [, token = ""] = /\/unsubscribe\/(.*)>/.exec(headers["List-Unsubscribe"] ?? "") ?? [];
      const shown = links.at(-1)?.href.endsWith(`/unsubscribe/${token}`);
      return { count: links.length, shown, ...readUnsubscribeToken(token, config) };
    };
    expect(asked({ userId: 5 }, "events")).toEqual({
      ...{ count: 3, shown: true, subscriber: { kind: "user", id: 5 }, subscription: "events" },
    });
    expect(asked({ userId: 5 }, "digest")).toMatchObject({ subscription: "digest" });
    expect(asked({ contactId: 6 }, "digest")).toEqual({
      ...{ count: 1, shown: true, subscriber: { kind: "contact", id: 6 }, subscription: "mails" },
    });
    expect(asked({ participantId: 7 }, "events")).toEqual({
      ...{ count: 1, shown: true, subscription: "mails" },
      subscriber: { kind: "participant", id: 7 },
    });
    expect(wayOut({ config, recipient: recipient({ userId: 5 }) }, null)).toMatchObject({
      headers: {},
      links: [{ label: "Nastavení upozornění" }, { label: "Pozastavit" }],
    });
  });

  test("stands with the reason under both forms of a letter, at its end", () => {
    const why = "Protože za to odpovídáte & <b>ručíte</b>.";
    const out = wayOut({ config: house.config, recipient: recipient({ userId: 5 }) }, "events");
    const letter = writeNotice({
      ...{ language: "cs", subject: "Něco", paragraphs: ["Text."], why, wayOut: out },
    });
    expect(letter.text).toContain(`-- \n${why}\nNastavení upozornění: http`);
    expect(letter.text.trim().endsWith(out.links.at(-1)?.href ?? "?")).toBe(true);
    expect(letter.html).toContain("Protože za to odpovídáte &amp; &lt;b&gt;ručíte&lt;/b&gt;.");
    for (const { href } of out.links) expect(letter.html).toContain(`href="${href}"`);
    expect(letter.html.match(/Protože/g)).toHaveLength(1);
    expect(letter.headers).toEqual(out.headers);
  });

  test("of a summary is one click of the mail program, which a scanner does not make", async () => {
    const userId = await createUser(house.db, { is_management: true, email: "sef@kraj.test" });
    await createProject(house.db, { short_name: "Rodiny" });
    await reportDueMonths(house, () => false);
    await deliver();
    const raw = server.received[0]?.raw ?? "";
    const headers = headersOf(raw);
    const all = (name: string) => headers.filter(([one]) => one === name).map(([, value]) => value);
    expect(all("auto-submitted")).toEqual(["auto-generated"]);
    expect(all("x-auto-response-suppress")).toEqual(["All"]);
    expect(all("list-unsubscribe-post")).toEqual(["List-Unsubscribe=One-Click"]);
    expect(all("list-id")).toHaveLength(1);
    expect(all("list-id")[0]).toMatch(/^Osnova <summary\.[\w.-]+>$/);
    expect(all("feedback-id")).toEqual([]);
    const address = all("list-unsubscribe")[0]?.slice(1, -1) ?? "";
    expect(address.startsWith(house.config.publicUrl)).toBe(true);
    const path = address.slice(house.config.publicUrl.length);
    const ways = () => house.db("notification_preferences").where({ user_id: userId });
    for (const link of raw.match(/http[^\s"<>]*unsubscribe[^\s"<>]*/g) ?? [])
      await request(house.app).get(new URL(link).pathname);
    await request(house.app).get(path);
    expect(await ways()).toEqual([]);
    await request(house.app).post(path).type("form").send("List-Unsubscribe=One-Click");
    expect(await ways()).toMatchObject([{ category: "summary", way: "off" }]);

    house.clock.set("2026-05-06T06:00:00.000Z");
    await reportDueMonths(house, () => false);
    await deliver();
    expect(server.received).toHaveLength(1);
    const last = await house.db("outgoing_mails").orderBy("id", "desc").first();
    expect(last).toMatchObject({ state: "cancelled", reason: "switched-off" });
  });

  test("a letter about an account has none, as somebody has asked for it", async () => {
    const userId = await createUser(house.db, { email: "eva@kraj.test" });
    const at = house.clock.now();
    await house.db.transaction((trx) =>
      queueMail(trx, {
        ...{ kind: "account", template: "password-changed", dedupeKey: "password-changed:1" },
        ...{ recipientUserId: userId, at },
      }),
    );
    await deliver();
    const raw = server.received[0]?.raw ?? "";
    expect(raw).not.toContain("List-Unsubscribe");
    expect(raw).toContain("Auto-Submitted: auto-generated");
    expect(server.received[0]?.email.text).toContain("O každé změně hesla posíláme zprávu");
  });
});
