import { expect, test } from "vitest";
import { openSmtpMailer } from "../../server/mail/smtp-mailer.ts";
import { startSmtpServer } from "../support/smtp.ts";

const message = {
  messageId: "<0123456789abcdef0123456789abcdef@kraj.test>",
  date: "2026-03-02T06:30:00.000Z",
  to: { name: "Jana Nová", address: "jana@kraj.test" },
  ...{ subject: "Termín", html: "<p>Termín</p>", text: "Termín\n", headers: {} },
};

test.each(["greeting", "recipient", "message"] as const)(
  "a server that falls silent at the %s is given up on within a minute",
  async (step) => {
    const server = await startSmtpServer({ [step]: () => "silence" });
    const from = "Osnova <osnova@kraj.test>";
    const mailer = openSmtpMailer({ url: server.url(), from, requiresTls: false });
    const begun = performance.now();
    const result = await mailer.deliver(message);
    expect(result.outcome).toBe(step === "message" ? "ambiguous" : "unavailable");
    expect(performance.now() - begun).toBeLessThan(61_000);
    mailer.close();
    await server.close();
  },
);
