import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { change, system } from "../../../../server/change.ts";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { queueMail } from "../../../../server/features/mails/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

const AT = "/admin/mail/texts/event-invitation/cs";
const WORDS = {
  subject: "Přijďte: {event}",
  opening: "zveme vás {dates} na {event}.",
  closing: "Těšíme se na vás.",
};

describe.each(engines)("texts of mails on %s", (engine) => {
  let app: TestApp;
  let administratorId: number;
  let browser: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    administratorId = await createUser(app.db, {
      is_administrator: true,
      email: "sprava@kraj.test",
    });
    browser = await app.signedInAs(administratorId);
  });
  afterEach(() => app.close());

  const save = (fields: Record<string, string> = {}, path = AT) =>
    browser.post(path, { ...WORDS, version: "1", ...fields });
  const stored = () =>
    app.db("mail_texts").orderBy("id").select("template", "language", "field", "text", "version");
  const mails = () => app.db("outgoing_mails").orderBy("id");

  test("list every letter in both languages and what of it is one's own", async () => {
    await save({ closing: "" });
    const { text } = await browser.get("/admin/mail/texts");
    expect(text).toContain(`href="${AT}"`);
    expect(text).toContain('href="/admin/mail/texts/digest/en"');
    expect(text).toContain("předmět, úvod");
  });

  test("are saved together under one version and shown with made-up facts", async () => {
    expect((await save()).status).toBe(303);
    expect((await stored()).map(({ field, text, version }) => [field, text, version])).toEqual([
      ["subject", WORDS.subject, 2],
      ["opening", WORDS.opening, 2],
      ["closing", WORDS.closing, 2],
    ]);
    const { text } = await browser.get(AT);
    expect(text).toContain("Přijďte: Krizová intervence");
    expect(text).toContain("Těšíme se na vás.");
    expect(text).toContain("{dates} – termín");
    const letter = await browser.get(`${AT}/letter`);
    expect(letter.headers["content-security-policy"]).toContain("sandbox");
    expect(letter.text).toContain("Těšíme se na vás.");
    const other = await browser.get("/admin/mail/texts/event-invitation/en/letter");
    expect(other.text).not.toContain("Těšíme se na vás.");
  });

  test("are shown before they are saved, and saved only then", async () => {
    const answer = await save({ preview: "true", closing: "Zatím jen náhled." });
    expect(answer.status).toBe(200);
    expect(answer.text).toContain("Zatím jen náhled.");
    expect(answer.text).toContain("Přijďte: Krizová intervence");
    expect(await stored()).toEqual([]);
  });

  test.each([
    [{ subject: "Pro {name}" }, "{name} se do této zprávy vložit nedá."],
    [{ opening: "<b>zveme</b>" }, "Značky HTML ani znaky &lt; a &gt; sem nepatří."],
    [{ subject: "Dva\nřádky" }, "Napište text na jeden řádek."],
    [{ closing: "x".repeat(1001) }, "1000"],
  ])("%o is refused beside its field, previewed or saved", async (fields, said) => {
    for (const preview of [{}, { preview: "true" }]) {
      const answer = await save({ ...fields, ...preview });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(said);
    }
    expect(await stored()).toEqual([]);
  });

  test("of two editors the second is told, also when nobody had written any before", async () => {
    await save();
    const second = await save({ closing: "Jiné znění" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Jiné znění");
    expect(second.text).toContain("Těšíme se na vás.");
    expect((await save({ version: "2", closing: "Jiné znění" })).status).toBe(303);
    expect((await stored()).map(({ version }) => version)).toEqual([3, 3, 3]);
  });

  test("go back to the product's own, and can be changed again", async () => {
    await save();
    expect((await browser.get(AT)).text).toContain(`action="${AT}/restoration"`);
    expect((await browser.post(`${AT}/restoration`)).status).toBe(303);
    const { text } = await browser.get(AT);
    expect(text).toContain("Pozvánka: Krizová intervence");
    expect(text).not.toContain("Těšíme se na vás.");
    expect(text).not.toContain(`action="${AT}/restoration"`);
    expect((await save({ version: "3" })).status).toBe(303);
  });

  test("leave in the letters themselves from then on, in the reader's language", async () => {
    const at = "/admin/mail/texts/password-changed";
    await save({ subject: "Nové heslo", opening: "vaše heslo je jiné.", version: "1" }, `${at}/cs`);
    const english = await createUser(app.db, { language: "en" });
    await change(app, system, async ({ trx, at }) => {
      for (const recipientUserId of [administratorId, english])
        await queueMail(trx, {
          ...{ kind: "account", template: "password-changed", at, recipientUserId },
          dedupeKey: `password-changed:${recipientUserId}`,
        });
    });
    await deliverMail(app, { owner: "test" });
    const [czech, other] = app.mailer.sent;
    expect(czech?.subject).toBe("Nové heslo");
    expect(czech?.text).toContain("vaše heslo je jiné.");
    expect(czech?.text).toContain("Těšíme se na vás.");
    expect(czech?.text).not.toContain("právě změněno");
    expect(other?.subject).not.toBe("Nové heslo");
  });

  test("are sent for a trial to the one who asks and to nobody else, once for each press", async () => {
    await createUser(app.db, { is_administrator: true });
    await save();
    const press = { _submission: randomUUID(), recipientUserId: "1", email: "jiny@kraj.test" };
    expect((await browser.post(`${AT}/samples`, press)).status).toBe(303);
    expect((await browser.post(`${AT}/samples`, press)).status).toBe(303);
    expect(await mails()).toHaveLength(1);
    await deliverMail(app, { owner: "test" });
    const [sent] = app.mailer.sent;
    expect(app.mailer.sent).toHaveLength(1);
    expect(sent?.to.address).toBe("sprava@kraj.test");
    expect(sent?.subject).toBe("[zkouška] Přijďte: Krizová intervence");
    expect(sent?.text).toContain("Těšíme se na vás.");
    expect(sent?.calendars).toBeUndefined();
    await browser.post(`${AT}/samples`, { _submission: randomUUID() });
    expect(await mails()).toHaveLength(2);
  });

  test.each(["nothing/cs", "notification/cs", "digest/de", "constructor/cs"])(
    "of %s there are none",
    async (which) => {
      expect((await browser.get(`/admin/mail/texts/${which}`)).status).toBe(404);
      expect((await browser.get(`/admin/mail/texts/${which}/letter`)).status).toBe(404);
      expect((await save({}, `/admin/mail/texts/${which}`)).status).toBe(404);
      expect((await browser.post(`/admin/mail/texts/${which}/samples`)).status).toBe(404);
      expect(await mails()).toEqual([]);
    },
  );

  test("leave a line of history with what they were before", async () => {
    await save();
    const line = await app.db("audit_events").where({ action: "mail-text.edited" }).first();
    expect(JSON.parse(line.changes).closing).toEqual(["", WORDS.closing]);
  });
});
