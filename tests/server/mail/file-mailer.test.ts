import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import PostalMime from "postal-mime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openFileMailer } from "../../../server/mail/file-mailer.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "osnova-mail-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a message without a mail server becomes a file named by its Message-ID, once", async () => {
  const mailer = openFileMailer({ folder: join(folder, "mail"), from: "osnova@localhost" });
  const message = {
    messageId: "<abc123@kraj.test>",
    date: "2026-03-02T06:30:00.000Z",
    to: { name: "Eva", address: "eva@kraj.test" },
    subject: "Termín",
    html: "<p>Termín</p>",
    text: "Termín",
    headers: {},
  };
  expect(await mailer.deliver(message)).toMatchObject({ outcome: "ok" });
  expect(await mailer.deliver(message)).toMatchObject({ outcome: "ok" });
  expect(readdirSync(join(folder, "mail"))).toEqual(["abc123@kraj.test.eml"]);
  const email = await PostalMime.parse(readFileSync(join(folder, "mail", "abc123@kraj.test.eml")));
  expect(email).toMatchObject({ subject: "Termín", messageId: "<abc123@kraj.test>" });
});
