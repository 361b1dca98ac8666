import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../../../server/access/passwords.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const PASSWORD = "tajné heslo do Osnovy";
const HASH = hashPassword(PASSWORD);
const NEW = "brambora osedlala vlaštovku";

const entry = {
  name: "Jana Nováková",
  language: "cs",
  theme: "dark",
  hasShortcuts: "true",
  version: "1",
};

describe.each(engines)("the profile on %s", (engine) => {
  let app: TestApp;
  let janaId: number;
  let jana: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    janaId = await createUser(app.db, {
      name: "Jana Nová",
      email: "jana@kraj.test",
      password_hash: await HASH,
    });
    jana = await app.signedInAs(janaId);
  });
  afterEach(() => app.close());

  const user = () => app.db("users").where({ id: janaId }).first();

  test("changes name, look and shortcuts, with history", async () => {
    const saved = await jana.post("/profile", { ...entry, hasShortcuts: "" });
    expect(saved.status).toBe(303);
    expect(await user()).toMatchObject({
      name: "Jana Nováková",
      theme: "dark",
      version: 2,
    });
    const page = await jana.get("/profile");
    expect(page.text).toContain('value="Jana Nováková"');
    expect(page.text).toContain('data-theme="dark"');
    expect(page.text).toContain('data-shortcuts="off"');
    const event = await app.db("audit_events").where({ action: "profile.edited" }).first();
    expect(JSON.parse(event.changes)).toEqual({
      name: ["Jana Nová", "Jana Nováková"],
      theme: ["auto", "dark"],
      hasShortcuts: [true, false],
    });
  });

  test.each([
    ["name", "", "Vyplňte toto pole."],
    ["name", "x".repeat(10_000), "nejvýše 100 znaků"],
    ["language", "de", "Vyberte jednu z nabízených možností."],
    ["theme", "růžový", "Vyberte jednu z nabízených možností."],
    ["version", "nic", "Vyplňte toto pole."],
  ])(
    "refuses %s as %.12j with a message and keeps the rest as typed",
    async (field, value, said) => {
      const answer = await jana.post("/profile", { ...entry, [field]: value });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(said);
      if (field !== "name") expect(answer.text).toContain('value="Jana Nováková"');
      expect(await user()).toMatchObject({ name: "Jana Nová", version: 1 });
    },
  );

  test("rights, e-mail and password cannot be changed by fields added to the form", async () => {
    await jana.post("/profile", {
      ...entry,
      is_administrator: "true",
      isAdministrator: "true",
      email: "jina@kraj.test",
      password_hash: "x",
      id: "999",
    });
    expect(await user()).toMatchObject({
      name: "Jana Nováková",
      email: "jana@kraj.test",
      password_hash: await HASH,
    });
    expect(Boolean((await user()).is_administrator)).toBe(false);
  });

  test("shows the second of two editors both texts", async () => {
    await jana.post("/profile", { ...entry, name: "Jana První" });
    const late = await jana.post("/profile", { ...entry, name: "Jana Druhá" });
    expect(late.status).toBe(409);
    expect(late.text).toContain('value="Jana Druhá"');
    expect(late.text).toContain("Mezitím uloženo jiným uživatelem: Jana První");
    expect(late.text).toContain('name="version" value="2"');
  });

  test("saves once when sent twice", async () => {
    const _submission = randomUUID();
    await jana.post("/profile", { ...entry, _submission });
    expect((await jana.post("/profile", { ...entry, _submission })).status).toBe(303);
    expect(await user()).toMatchObject({ version: 2 });
    expect(await app.db("audit_events").where({ action: "profile.edited" })).toHaveLength(1);
  });

  test("needs three queries: who asks, the preferences, the sessions", async () => {
    await jana.get("/profile");
    const statements = await statementsOf(app.db, () => jana.get("/profile").expect(200));
    expect(statements).toHaveLength(3);
  });

  describe("a change of password", () => {
    const change = (fields: Record<string, string> = {}) =>
      jana.post("/profile/password", {
        currentPassword: PASSWORD,
        newPassword: NEW,
        newPasswordAgain: NEW,
        ...fields,
      });

    test("signs out other devices, keeps this one and is told by mail", async () => {
      const phone = await app.signedInAs(janaId);
      expect((await change()).headers.location).toBe("/profile");
      expect((await phone.get("/profile")).status).toBe(303);
      expect((await jana.get("/profile")).status).toBe(200);
      const mail = await app.db("outgoing_mails").first();
      expect(mail).toMatchObject({ template: "password-changed", recipient_user_id: janaId });
      const visitor = app.visitor();
      const fresh = await visitor.post("/sign-in", { email: "jana@kraj.test", password: NEW });
      expect(fresh.status).toBe(303);
    });

    test.each([
      ["currentPassword", { currentPassword: "jiné" }, "Heslo nesouhlasí."],
      ["currentPassword", { currentPassword: "" }, "Vyplňte toto pole."],
      ["newPassword", { newPassword: "krátké", newPasswordAgain: "krátké" }, "alespoň 12 znaků"],
      ["newPasswordAgain", { newPasswordAgain: `${NEW}.` }, "Hesla se neshodují."],
    ])("says what is wrong with %s and shows no password again", async (_field, fields, said) => {
      const answer = await change(fields as Record<string, string>);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(said);
      expect(answer.text).not.toContain(NEW);
      expect((await user()).password_hash).toBe(await HASH);
    });

    test("cannot be used to guess the present password", async () => {
      for (let n = 0; n < 5; n += 1) await change({ currentPassword: `pokus ${n}` });
      expect((await change()).status).toBe(429);
    });
  });

  describe("the list of devices", () => {
    test("names each by browser and system, without the whole address", async () => {
      await app.db("sessions").update({
        agent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0",
        address: "10.20.30.x",
      });
      const page = await jana.get("/profile");
      expect(page.text).toContain("Firefox, Windows");
      expect(page.text).toContain("10.20.30.x");
      expect(page.text).toContain("toto zařízení");
    });

    test("lets one sign out another device, and all others at once", async () => {
      const [phone, tablet, desk] = await Promise.all([1, 2, 3].map(() => app.signedInAs(janaId)));
      const page = await jana.get("/profile");
      const action = /\/profile\/sessions\/[0-9a-f]{64}\/closure/.exec(page.text)?.[0] ?? "";
      expect((await jana.post(action)).status).toBe(303);
      const open = () => app.db("sessions").whereNull("revoked_at");
      expect(await open()).toHaveLength(3);
      await jana.post("/profile/sessions/closure");
      expect(await open()).toHaveLength(1);
      expect((await jana.get("/profile")).status).toBe(200);
      for (const other of [phone, tablet, desk])
        expect((await other?.get("/profile"))?.status).toBe(303);
    });

    test("knows nothing of other people's devices", async () => {
      const petr = await app.signedInAs(await createUser(app.db));
      const sessions = await app.db("sessions").select("id_hash", "user_id");
      const foreign = sessions.find((session) => session.user_id !== janaId);
      expect((await jana.post(`/profile/sessions/${foreign.id_hash}/closure`)).status).toBe(404);
      expect((await jana.post(`/profile/sessions/${"0".repeat(64)}/closure`)).status).toBe(404);
      expect((await petr.get("/profile")).status).toBe(200);
    });
  });
});
