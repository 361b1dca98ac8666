import { createTransport } from "nodemailer";
import { afterEach, describe, expect, test } from "vitest";
import { type SmtpBehaviour, startSmtpServer, type TestSmtpServer } from "./smtp.ts";

const LETTER = {
  from: { name: "Osnova", address: "osnova@example.test" },
  to: [{ name: "Žofie Říhová", address: "zofie@example.test" }],
  subject: "Milník „Kulatý stůl“ je zítra",
  text: "Příští středa v 9:00.",
  messageId: "<digest-7-2026-03-02@example.test>",
};

describe("the SMTP server of the tests", () => {
  let server: TestSmtpServer;
  const start = async (behaviour?: SmtpBehaviour, options?: { startTls: boolean }) => {
    server = await startSmtpServer(behaviour, options);
  };
  const send = (changes: { to?: string[]; as?: { user: string; password: string } } = {}) => {
    const { as, ...fields } = changes;
    const quick = { connectionTimeout: 400, greetingTimeout: 400, socketTimeout: 400 };
    const transport = createTransport({ url: server.url(as), ...quick });
    return transport.sendMail({ ...LETTER, ...fields }).finally(() => transport.close());
  };
  afterEach(() => server.close());

  test("records a message with its envelope, headers and Czech text", async () => {
    await start();
    const sent = await send();
    expect(sent.accepted).toEqual(["zofie@example.test"]);
    const [message] = server.received;
    expect(message?.envelope).toEqual({ from: "osnova@example.test", to: ["zofie@example.test"] });
    expect(message?.email.subject).toBe(LETTER.subject);
    expect(message?.email.messageId).toBe(LETTER.messageId);
    expect(message?.email.to?.[0]).toEqual({ name: "Žofie Říhová", address: "zofie@example.test" });
    expect(message?.email.text?.trim()).toBe(LETTER.text);
    expect(message?.answer).toBe("accept");
  });

  test("refuses every second connection at the greeting", async () => {
    await start({ greeting: (connection) => (connection % 2 === 1 ? 421 : "accept") });
    await expect(send()).rejects.toMatchObject({ responseCode: 421 });
    await expect(send()).resolves.toMatchObject({ rejected: [] });
    expect(server.connections()).toBe(2);
    expect(server.received.map((message) => message.connection)).toEqual([2]);
  });

  test.each([451, 550])("refuses a recipient with %i", async (code) => {
    await start({ recipient: () => code });
    await expect(send()).rejects.toMatchObject({ responseCode: code });
    expect(server.received).toEqual([]);
  });

  test.each([451, 550])("refuses a whole message with %i", async (code) => {
    await start({ message: () => code });
    await expect(send()).rejects.toMatchObject({ responseCode: code });
    expect(server.received.map((message) => message.answer)).toEqual([code]);
  });

  test("accepts one of two recipients, which the client must notice itself", async () => {
    await start({ recipient: (address) => (address.startsWith("gone") ? 550 : "accept") });
    const sent = await send({ to: ["gone@example.test", "here@example.test"] });
    expect(sent).toMatchObject({
      accepted: ["here@example.test"],
      rejected: ["gone@example.test"],
    });
    expect(server.received[0]?.envelope.to).toEqual(["here@example.test"]);
  });

  test("refuses a wrong password", async () => {
    await start({ auth: (user) => (user === "osnova" ? "accept" : 535) });
    await expect(send({ as: { user: "osnova", password: "x" } })).resolves.toBeDefined();
    await expect(send({ as: { user: "nobody", password: "x" } })).rejects.toMatchObject({
      code: "EAUTH",
      responseCode: 535,
    });
  });

  test.each(["silence", "drop"] as const)("answers a whole message with %s", async (answer) => {
    await start({ message: () => answer });
    await expect(send()).rejects.toThrow();
    expect(server.received.map((message) => message.answer)).toEqual([answer]);
  });

  test("takes connections and never greets, like a black hole", async () => {
    await start({ greeting: () => "silence" });
    await expect(send()).rejects.toMatchObject({ code: "ETIMEDOUT" });
  });

  test("offers a certificate that nobody signed", async () => {
    await start({}, { startTls: true });
    await expect(send()).rejects.toThrow(/certificate/);
    expect(server.received).toEqual([]);
  });

  test("changes its behaviour while it runs", async () => {
    await start({ recipient: () => 451 });
    await expect(send()).rejects.toMatchObject({ responseCode: 451 });
    server.behave({});
    await send();
    expect(server.received).toHaveLength(1);
  });
});
