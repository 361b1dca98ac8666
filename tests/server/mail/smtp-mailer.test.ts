import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Mailer, Message } from "../../../server/mail/mailer.ts";
import { openSmtpMailer } from "../../../server/mail/smtp-mailer.ts";
import { type SmtpBehaviour, startSmtpServer, type TestSmtpServer } from "../../support/smtp.ts";

const message: Message = {
  messageId: "<0123456789abcdef0123456789abcdef@kraj.test>",
  date: "2026-03-02T06:30:00.000Z",
  to: { name: "Žofie Nováková", address: "zofie@kraj.test" },
  subject: "3 termíny tento týden",
  html: "<p>Žluťoučký kůň</p>",
  text: "Žluťoučký kůň\n",
  headers: { "Auto-Submitted": "auto-generated", "List-Unsubscribe": "<https://osnova.test/u/1>" },
};
const quick = { connectMs: 500, greetingMs: 300, socketMs: 300, totalMs: 900 };

describe("a message sent by SMTP", () => {
  let server: TestSmtpServer;
  let mailer: Mailer | undefined;
  beforeEach(async () => {
    server = await startSmtpServer();
  });
  afterEach(async () => {
    mailer?.close();
    await server.close();
  });

  const open = (url = server.url(), requiresTls = false) => {
    mailer = openSmtpMailer({
      url,
      from: "Osnova <osnova@kraj.test>",
      requiresTls,
      timeouts: quick,
    });
    return mailer;
  };

  test("arrives whole, with its name, date and headers, to one recipient", async () => {
    const result = await open().deliver(message);
    expect(result).toMatchObject({ outcome: "ok", phase: "after-data", code: "250" });
    const [received] = server.received;
    expect(received?.envelope).toEqual({ from: "osnova@kraj.test", to: ["zofie@kraj.test"] });
    expect(received?.email).toMatchObject({
      subject: message.subject,
      messageId: message.messageId,
      date: "2026-03-02T06:30:00.000Z",
      text: message.text,
      from: { name: "Osnova", address: "osnova@kraj.test" },
      to: [{ name: "Žofie Nováková", address: "zofie@kraj.test" }],
    });
    expect(received?.email.html).toContain("Žluťoučký kůň");
    expect(received?.raw).toContain("Auto-Submitted: auto-generated");
    expect(received?.raw).toContain("List-Unsubscribe: <https://osnova.test/u/1>");
  });

  test("shares a connection with the next one, and outlives a connection the server closed", async () => {
    open();
    for (let n = 0; n < 12; n += 1) await mailer?.deliver(message);
    expect(server.connections()).toBe(1);
    expect(server.received).toHaveLength(12);
  });

  test.each<[string, SmtpBehaviour, object]>([
    ["421 as greeting", { greeting: () => 421 }, { outcome: "unavailable", phase: "connect" }],
    ["silence at the door", { greeting: () => "silence" }, { outcome: "unavailable" }],
    ["451 for the recipient", { recipient: () => 451 }, { outcome: "temporary", phase: "rcpt" }],
    ["550 for the recipient", { recipient: () => 550 }, { outcome: "permanent", code: "550" }],
    ["421 for the recipient", { recipient: () => 421 }, { outcome: "unavailable", code: "421" }],
    ["silence on the recipient", { recipient: () => "silence" }, { outcome: "unavailable" }],
    ["451 for the message", { message: () => 451 }, { outcome: "temporary", phase: "after-data" }],
    ["550 for the message", { message: () => 550 }, { outcome: "permanent", code: "550" }],
    ["silence after it", { message: () => "silence" }, { outcome: "ambiguous", code: null }],
    ["a cut after it", { message: () => "drop" }, { outcome: "ambiguous", phase: "after-data" }],
  ])("%s is read for what it is, and the next message gets through", async (_, fault, expected) => {
    server.behave(fault);
    open();
    expect(await mailer?.deliver(message)).toMatchObject(expected);
    server.behave({});
    expect(await mailer?.deliver(message)).toMatchObject({ outcome: "ok" });
  });

  test("a wrong password and a closed port say that the server cannot be used", async () => {
    server.behave({ auth: () => 535 });
    const refused = await open(server.url({ user: "osnova", password: "tajné" })).deliver(message);
    expect(refused).toMatchObject({ outcome: "unavailable", phase: "auth", code: "535" });
    const nobody = await open("smtp://127.0.0.1:1").deliver(message);
    expect(nobody).toMatchObject({ outcome: "unavailable", phase: "connect" });
  });

  test("a certificate that nobody signed is not trusted", async () => {
    const encrypted = await startSmtpServer({}, { startTls: true });
    const result = await open(encrypted.url()).deliver(message);
    await encrypted.close();
    expect(result).toMatchObject({ outcome: "unavailable", phase: "connect" });
    expect(encrypted.received).toEqual([]);
  });

  test.each([
    "zofie@kraj.test\r\nRCPT TO:<jiny@kraj.test>",
    "zofie@kraj.test, jiny@kraj.test",
    "skupina: a@kraj.test;",
    '"zofie"@kraj.test',
    "zofie@[127.0.0.1]",
    "",
  ])("%j is no address: nothing is sent", async (address) => {
    const result = await open().deliver({ ...message, to: { name: "X", address } });
    expect(result).toMatchObject({ outcome: "permanent" });
    expect(server.connections()).toBe(0);
  });

  test("line breaks in names, subjects and headers add no line to the head", async () => {
    await open().deliver({
      ...message,
      to: { name: "Eva\r\nBcc: cizi@kraj.test", address: "eva@kraj.test" },
      subject: "Termín\nBcc: cizi@kraj.test",
      headers: { "List-Id": "osnova\r\nBcc: cizi@kraj.test" },
    });
    const [received] = server.received;
    expect(received?.envelope.to).toEqual(["eva@kraj.test"]);
    expect(received?.email.headers.map((header) => header.key)).not.toContain("bcc");
    expect(received?.email.subject).toBe("Termín Bcc: cizi@kraj.test");
  });
});
