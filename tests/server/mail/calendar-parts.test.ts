import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { calendarText } from "../../../server/icalendar.ts";
import type { CalendarPart, Message } from "../../../server/mail/mailer.ts";
import { mimeOf } from "../../../server/mail/mime.ts";
import { openSmtpMailer } from "../../../server/mail/smtp-mailer.ts";
import { readCalendar } from "../../support/icalendar.ts";
import { startSmtpServer, type TestSmtpServer } from "../../support/smtp.ts";

const FROM = "Osnova <osnova@kraj.test>";
const message: Message = {
  messageId: "<0123456789abcdef0123456789abcdef@kraj.test>",
  date: "2026-03-02T06:30:00.000Z",
  to: { name: "", address: "host@posta.test" },
  subject: "Pozvánka",
  html: "<p>Zveme vás.</p>",
  text: "Zveme vás.\n",
  headers: {},
};

const part = (id: number, method: CalendarPart["method"] = "REQUEST"): CalendarPart => ({
  method,
  fileName: `termín ${id}\r\nBcc: x.ics`,
  content: calendarText({
    name: "Pozvánka",
    method,
    at: "2026-03-02T06:30:00.000Z",
    entries: [
      {
        uid: `session-${id}@osnova.test`,
        sequence: 0,
        title: "Žluťoučký kůň",
        status: "confirmed",
        changedAt: "2026-03-02T06:30:00.000Z",
        startsAt: "2026-03-12T09:00",
        endsAt: "2026-03-12T15:00",
      },
    ],
  }),
});

describe("calendars of a letter sent by SMTP", () => {
  let server: TestSmtpServer;
  beforeEach(async () => {
    server = await startSmtpServer();
  });
  afterEach(() => server.close());

  async function deliver(calendars: CalendarPart[]) {
    const mailer = openSmtpMailer({ url: server.url(), from: FROM, requiresTls: false });
    await mailer.deliver({ ...message, calendars });
    mailer.close();
    const [received] = server.received;
    if (!received) throw new Error("nothing arrived");
    return received;
  }
  const textOf = (content: unknown) =>
    typeof content === "string" ? content : Buffer.from(content as ArrayBuffer).toString("utf8");

  test("a single one stands beside the text and as a file, both whole", async () => {
    const single = part(5);
    const { raw, email } = await deliver([single]);
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=utf-8; method=REQUEST/m);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative/m);
    expect(email.text?.trim()).toBe("Zveme vás.");
    const files = email.attachments;
    expect(files.map(({ mimeType }) => mimeType).sort()).toEqual([
      "application/ics",
      "text/calendar",
    ]);
    for (const file of files) {
      // Lines of a text part end as the reader of the mail likes it.
      expect(textOf(file.content).replace(/\r?\n/g, "\r\n")).toBe(single.content);
      const read = readCalendar(textOf(file.content));
      expect(read).toMatchObject({ method: "REQUEST", entries: [{ title: "Žluťoučký kůň" }] });
    }
    expect(email.headers.map(({ key }) => key)).not.toContain("bcc");
  });

  test("several are files alone: a mail program would offer but one of them", async () => {
    const { raw, email } = await deliver([part(5, "CANCEL"), part(6, "CANCEL")]);
    expect(raw).not.toContain("Content-Type: text/calendar");
    expect(email.attachments.map(({ mimeType }) => mimeType)).toEqual([
      "application/ics",
      "application/ics",
    ]);
    const uids = email.attachments.map(({ content }) => readCalendar(textOf(content)).entries[0]);
    expect(uids.map((entry) => entry?.uid)).toEqual([
      "session-5@osnova.test",
      "session-6@osnova.test",
    ]);
  });

  test("a further copy of the message is the same to the last byte", async () => {
    const once = await mimeOf({ ...message, calendars: [part(5), part(6)] }, FROM);
    const again = await mimeOf({ ...message, calendars: [part(5), part(6)] }, FROM);
    expect(again.equals(once)).toBe(true);
  });
});
