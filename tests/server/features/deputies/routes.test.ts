import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliverMail } from "../../../../server/features/mails/delivery/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createDeputy, createUser } from "../../../support/factories.ts";

describe.each(engines)("naming a deputy on %s", (engine) => {
  let app: TestApp;
  let janaId: number;
  let petrId: number;
  let jana: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    janaId = await createUser(app.db, { name: "Jana Nováková" });
    petrId = await createUser(app.db, { name: "Petr Dvořák" });
    jana = await app.signedInAs(janaId);
  });
  afterEach(() => app.close());

  const entry = (given: Record<string, string> = {}) => ({
    deputyUserId: String(petrId),
    fromOn: "2026-03-09",
    untilOn: "2026-03-20",
    note: "Pohlídat žádost o platbu.",
    ...given,
  });
  const stored = () => app.db("deputies").orderBy("id");

  test("is kept with its days and message, shown to both, and told in the history without the message", async () => {
    const named = await jana.post("/profile/deputy", entry());
    expect([named.status, named.headers.location]).toEqual([303, "/profile/deputy"]);
    expect(await stored()).toMatchObject([
      { user_id: janaId, deputy_user_id: petrId, from_on: "2026-03-09", until_on: "2026-03-20" },
    ]);
    const page = await jana.get("/profile/deputy");
    expect(page.text).toContain("Petr Dvořák");
    expect(page.text).toContain("naplánováno");
    const petr = await app.signedInAs(petrId);
    const his = await petr.get("/profile/deputy");
    expect(his.text).toContain("Jana Nováková");
    expect(his.text).toContain("Pohlídat žádost o platbu.");
    const event = await app.db("audit_events").where({ action: "deputy.named" }).first();
    expect(event).toMatchObject({ actor_id: janaId, object_type: "user", object_id: janaId });
    expect(JSON.parse(event.changes)).toEqual({
      deputy: [null, "Petr Dvořák"],
      fromOn: [null, "2026-03-09"],
      untilOn: [null, "2026-03-20"],
    });
  });

  test("is told to the deputy with the message, and to the person where somebody else has named them", async () => {
    await jana.post("/profile/deputy", entry());
    await deliverMail(app, { owner: "test", wait: async () => {} });
    const [letter] = app.mailer.sent;
    expect(app.mailer.sent).toHaveLength(1);
    expect(letter?.subject).toContain("Zastupujete: Jana Nováková");
    expect(letter?.text).toContain("Pohlídat žádost o platbu.");
    const admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    const later = entry({ fromOn: "2026-05-04", untilOn: "2026-05-08" });
    await admin.post(`/admin/users/${janaId}/deputy`, later);
    await deliverMail(app, { owner: "test", wait: async () => {} });
    const subjects = app.mailer.sent.slice(1).map(({ subject }) => subject);
    expect(subjects.map((subject) => subject.split(":")[0]).sort()).toEqual([
      "Zastoupí vás",
      "Zastupujete",
    ]);
  });

  test("is told to nobody once it has been called off", async () => {
    await jana.post("/profile/deputy", entry());
    const [{ id }] = await stored();
    await jana.post(`/profile/deputy/${id}/ending`);
    await deliverMail(app, { owner: "test", wait: async () => {} });
    expect(app.mailer.sent).toEqual([]);
    expect(await app.db("outgoing_mails").pluck("reason")).toEqual(["expired"]);
  });

  test.each([
    [{ deputyUserId: "" }, "Vyplňte toto pole."],
    [{ deputyUserId: "99999" }, "Vyberte jednu z nabízených možností."],
    [{ fromOn: "2026-03-01" }, "Zástup může začít nejdříve dnes."],
    [{ fromOn: "31. 2. 2026" }, "datum"],
    [{ untilOn: "2026-03-08" }, "Konec nesmí být před začátkem."],
    [{ untilOn: "2027-03-10" }, "Zástup může trvat nejdéle rok."],
    [{ note: "x".repeat(10_000) }, "nejvýše 500 znaků"],
  ])("refuses %.60j and keeps the rest as typed", async (wrong, said) => {
    const answer = await jana.post("/profile/deputy", entry(wrong));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
    if (!("note" in wrong)) expect(answer.text).toContain("Pohlídat žádost o platbu.");
    expect(await stored()).toEqual([]);
  });

  test("lasts a year to the day at most", async () => {
    expect((await jana.post("/profile/deputy", entry({ untilOn: "2027-03-09" }))).status).toBe(303);
  });

  test("takes neither oneself nor somebody who has left", async () => {
    const goneId = await createUser(app.db, { deactivated_at: "2026-02-01T08:00:00.000Z" });
    for (const deputyUserId of [janaId, goneId]) {
      const answer = await jana.post("/profile/deputy", entry({ deputyUserId: `${deputyUserId}` }));
      expect(answer.status).toBe(422);
    }
    expect(await stored()).toEqual([]);
  });

  test("gives no day two deputies, unless the first one was called off", async () => {
    await jana.post("/profile/deputy", entry());
    const evaId = await createUser(app.db, { name: "Eva Malá" });
    const later = entry({ deputyUserId: `${evaId}`, fromOn: "2026-03-20", untilOn: "2026-03-25" });
    const refused = await jana.post("/profile/deputy", later);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("už zástup je: Petr Dvořák");
    const [{ id }] = await stored();
    await jana.post(`/profile/deputy/${id}/ending`);
    expect((await jana.post("/profile/deputy", later)).status).toBe(303);
  });

  test("two forms sent at the same moment do not both find the days free", async () => {
    const evaId = await createUser(app.db, { name: "Eva Malá" });
    const answers = await Promise.all([
      jana.post("/profile/deputy", entry()),
      jana.post("/profile/deputy", entry({ deputyUserId: `${evaId}` })),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await stored()).toHaveLength(1);
  });

  test("a form sent twice names one deputy", async () => {
    const twice = { ...entry(), _submission: randomUUID() };
    await jana.post("/profile/deputy", twice);
    expect((await jana.post("/profile/deputy", twice)).status).toBe(303);
    expect(await stored()).toHaveLength(1);
  });

  test("fields added to the form name it for nobody else and for no other moment", async () => {
    const extra = { userId: `${petrId}`, namedBy: `${petrId}`, archivedAt: "2026-01-01" };
    await jana.post("/profile/deputy", { ...entry(), ...extra });
    expect(await stored()).toMatchObject([
      { user_id: janaId, named_by: janaId, archived_at: null },
    ]);
  });

  test("says so once the deputy's account was closed", async () => {
    await createDeputy(app.db, { userId: janaId, deputyUserId: petrId });
    await app.db("users").where({ id: petrId }).update({ deactivated_at: app.clock.now() });
    expect((await jana.get("/profile/deputy")).text).toContain("účet zástupu je zrušený");
  });

  test("is ended once, by the person, neither by the deputy nor by a stranger", async () => {
    const id = await createDeputy(app.db, { userId: janaId, deputyUserId: petrId });
    const petr = await app.signedInAs(petrId);
    expect((await petr.post(`/profile/deputy/${id}/ending`)).status).toBe(404);
    expect((await jana.post(`/profile/deputy/${id}/ending`)).status).toBe(303);
    expect((await jana.post(`/profile/deputy/${id}/ending`)).status).toBe(409);
    const page = await jana.get("/profile/deputy");
    expect(page.text).toContain("ukončeno předčasně");
    const ended = await app.db("audit_events").where({ action: "deputy.ended" });
    expect(ended).toMatchObject([{ actor_id: janaId, object_id: janaId }]);
  });

  test("an administrator names and ends it for anybody; others may not, whoever it is about", async () => {
    const adminId = await createUser(app.db, { name: "Adam Správce", is_administrator: true });
    const admin = await app.signedInAs(adminId);
    const address = `/admin/users/${janaId}/deputy`;
    expect((await admin.post(address, entry())).headers.location).toBe(address);
    const [{ id, named_by }] = await stored();
    expect(named_by).toBe(adminId);
    const page = await admin.get(address);
    expect(page.text).toContain("Zástup: Jana Nováková");
    expect((await admin.get(`/admin/users/${janaId}`)).text).toContain(address);
    expect((await jana.post(address, entry())).status).toBe(403);
    expect((await jana.post(`${address}/${id}/ending`)).status).toBe(403);
    expect((await admin.post(`/admin/users/${petrId}/deputy/${id}/ending`)).status).toBe(404);
    expect((await admin.post(`${address}/${id}/ending`)).status).toBe(303);
    expect((await admin.get("/admin/users/99999/deputy")).status).toBe(404);
  });
});
