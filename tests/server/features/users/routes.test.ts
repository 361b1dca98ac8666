import { randomUUID } from "node:crypto";
import readSheet from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const entry = { name: "Eva Malá", email: "eva@kraj.test", language: "cs" };
const sorted = (page: string, names: string[]) => {
  const main = page.slice(page.indexOf("<main"));
  return names.toSorted((one, other) => main.indexOf(one) - main.indexOf(other));
};

describe.each(engines)("administering users on %s", (engine) => {
  let app: TestApp;
  let adminId: number;
  let admin: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    adminId = await createUser(app.db, {
      name: "Adam Správce",
      email: "adam@kraj.test",
      is_administrator: true,
      password_hash: "set",
    });
    admin = await app.signedInAs(adminId);
  });
  afterEach(() => app.close());

  const user = (email: string) => app.db("users").where({ email }).first();
  const edit = (id: number, fields: Record<string, string | string[]> = {}) =>
    admin.post(`/admin/users/${id}`, {
      name: "Eva Malá",
      email: "eva@kraj.test",
      version: "1",
      ...fields,
    });

  test.each(["management", "auditor", "founder"])("%s may not", async (role) => {
    const other = await app.signedInAs(await createUser(app.db, { [`is_${role}`]: true }));
    for (const path of ["", "/new", "/1", "/999", "/1/edit", "/1/deactivation/new"])
      expect((await other.get(`/admin/users${path}`)).status).toBe(403);
    expect((await other.post("/admin/users", entry)).status).toBe(403);
    expect((await other.post(`/admin/users/${adminId}/deactivation`)).status).toBe(403);
    expect(await user("eva@kraj.test")).toBeUndefined();
  });

  describe("the list", () => {
    beforeEach(async () => {
      await createUser(app.db, { name: "Čeněk Vlk", email: "vlk@kraj.test", is_auditor: true });
      const iva = { name: "Iva Dlouhá", email: "iva.dlouha@kraj.test", password_hash: "set" };
      const projectId = await createProject(app.db);
      await addMember(app.db, { projectId, userId: await createUser(app.db, iva) });
      await createUser(app.db, {
        name: "Petr Bývalý",
        email: "petr@kraj.test",
        deactivated_at: "2026-02-01T08:00:00.000Z",
      });
    });

    test("shows those with access in Czech order, and says who is only invited", async () => {
      const { text } = await admin.get("/admin/users");
      const names = ["Iva Dlouhá", "Čeněk Vlk", "Adam Správce"];
      expect(sorted(text, names)).toEqual(["Adam Správce", "Čeněk Vlk", "Iva Dlouhá"]);
      expect(text).not.toContain("Petr Bývalý");
      expect(text).toContain("Pozván");
    });

    test.each([
      ["q=dlouha", ["Iva Dlouhá"]],
      ["q=IVA+dl", ["Iva Dlouhá"]],
      ["q=vlk@", ["Čeněk Vlk"]],
      ["role=isAuditor", ["Čeněk Vlk"]],
      ["state=deactivated", ["Petr Bývalý"]],
      ["state=invited", ["Čeněk Vlk"]],
      ["q=nikdo", []],
      ["role=nesmysl&sort=nesmysl&page=0&q=dlouha", ["Iva Dlouhá"]],
    ])("is narrowed by ?%s", async (query, found) => {
      const { text } = await admin.get(`/admin/users?${query}`);
      const main = text.slice(text.indexOf("<main"));
      const names = ["Iva Dlouhá", "Čeněk Vlk", "Petr Bývalý"];
      expect(names.filter((name) => main.includes(name)).sort()).toEqual(found.sort());
      if (found.length === 0) expect(main).toContain("neodpovídá žádný uživatel");
    });

    test("is ordered by any column, both ways", async () => {
      const { text } = await admin.get("/admin/users?sort=-projects");
      expect(sorted(text, ["Adam Správce", "Iva Dlouhá"])[0]).toBe("Iva Dlouhá");
      expect(text).toContain('aria-sort="descending"');
    });

    test("takes two queries however many there are", async () => {
      const count = async () =>
        (await statementsOf(app.db, () => admin.get("/admin/users").expect(200))).length;
      await count();
      const few = await count();
      for (let n = 0; n < 20; n += 1) await createUser(app.db, { password_hash: "set" });
      expect([few, await count()]).toEqual([2, 2]);
    });

    test("comes as a workbook with the same filter", async () => {
      const answer = await admin
        .get("/admin/users?format=xlsx&q=dlouha")
        .buffer(true)
        .parse((res, done) => {
          const parts: Buffer[] = [];
          res.on("data", (part: Buffer) => parts.push(part));
          res.on("end", () => done(null, Buffer.concat(parts)));
        });
      const [sheet] = await readSheet(answer.body as Buffer);
      expect(sheet?.data.map((row) => row[0])).toEqual(["Jméno", "Iva Dlouhá"]);
    });
  });

  describe("inviting", () => {
    test("opens an account with the roles given and mails a link", async () => {
      const projectId = await createProject(app.db);
      const answer = await admin.post("/admin/users", {
        ...entry,
        isAuditor: "true",
        auditsFromOn: "1. 3. 2026",
        auditsUntilOn: "2026-06-30",
        auditorProjectIds: [String(projectId)],
      });
      const eva = await user("eva@kraj.test");
      expect(answer.headers.location).toBe(`/admin/users/${eva.id}`);
      expect(eva).toMatchObject({
        name: "Eva Malá",
        password_hash: null,
        audits_from_on: "2026-03-01",
        audits_until_on: "2026-06-30",
      });
      expect(await app.db("auditor_projects").pluck("user_id")).toEqual([eva.id]);
      const mail = await app.db("outgoing_mails").first();
      expect(mail).toMatchObject({ template: "invitation", recipient_user_id: eva.id });
      const page = await admin.get(`/admin/users/${eva.id}`);
      expect(page.text).toContain("Pozvánka odeslána");
    });

    test.each([
      [{ name: "" }, "Vyplňte toto pole."],
      [{ name: "x".repeat(10_000) }, "nejvýše 100 znaků"],
      [{ email: "není adresa" }, "Zadejte e-mailovou adresu"],
      [{ email: ["a@kraj.test", "b@kraj.test"] }, "Zadejte jedinou hodnotu."],
      [{ email: "ADAM@kraj.test" }, "Tento e-mail už má jiný uživatel."],
      [{ language: "de" }, "Vyberte jednu z nabízených možností."],
      [{ isAuditor: "true", auditsFromOn: "31. 2. 2026" }, "Zadejte skutečné datum"],
      [
        { isAuditor: "true", auditsFromOn: "2026-06-01", auditsUntilOn: "2026-05-31" },
        "Konec nesmí být před začátkem.",
      ],
      [{ isAuditor: "true", auditorProjectIds: "999" }, "Vyberte jednu z nabízených možností."],
    ])("with %j says what is wrong and keeps the rest", async (fields, said) => {
      const answer = await admin.post("/admin/users", { ...entry, ...fields });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(said);
      expect(answer.text).toContain("name" in fields ? "eva@kraj.test" : "Eva Malá");
      expect(await app.db("users")).toHaveLength(1);
      expect(await app.db("outgoing_mails")).toEqual([]);
    });

    test("twice by a double click opens one account", async () => {
      const _submission = randomUUID();
      const [one, two] = await Promise.all([
        admin.post("/admin/users", { ...entry, _submission }),
        admin.post("/admin/users", { ...entry, _submission }),
      ]);
      expect(one?.headers.location).toBe(two?.headers.location);
      expect(await app.db("users")).toHaveLength(2);
    });

    test("again is possible until the person has set a password", async () => {
      const id = await createUser(app.db);
      expect((await admin.post(`/admin/users/${id}/invitations`)).status).toBe(303);
      expect(await app.db("outgoing_mails")).toHaveLength(1);
      await app.db("users").where({ id }).update({ password_hash: "set" });
      const late = await admin.post(`/admin/users/${id}/invitations`);
      expect(late.status).toBe(409);
      expect(late.text).toContain("Pozvánku nelze poslat");
    });
  });

  describe("editing", () => {
    let evaId: number;
    beforeEach(async () => {
      evaId = await createUser(app.db, { ...entry, is_management: true, password_hash: "set" });
    });

    test("changes name, e-mail and rights, with history", async () => {
      await edit(evaId, { name: "Eva Velká", isFounder: "true", isManagement: "true" });
      const eva = await user("eva@kraj.test");
      expect(eva).toMatchObject({ name: "Eva Velká", version: 2 });
      expect(Boolean(eva.is_founder)).toBe(true);
      const { text } = await admin.get(`/admin/users/${evaId}`);
      expect(text).toContain("Účet upraven");
      expect(text).toContain("Eva Velká");
    });

    test("that takes a right away signs the person out at once", async () => {
      const eva = await app.signedInAs(evaId);
      await edit(evaId, { isManagement: "true", isFounder: "true" });
      expect((await eva.get("/profile")).status).toBe(200);
      await edit(evaId, { isFounder: "true", version: "2" });
      expect((await eva.get("/profile")).status).toBe(303);
    });

    test("of the e-mail makes links mailed to the old one useless", async () => {
      await app.db("account_links").insert({
        user_id: evaId,
        kind: "reset",
        created_at: app.clock.now(),
        expires_at: "2026-03-02T08:00:00.000Z",
      });
      await edit(evaId, { email: "eva.mala@kraj.test" });
      expect(await app.db("account_links").whereNull("used_at")).toEqual([]);
    });

    test("forgets the limits of an audit with the role", async () => {
      const projectId = await createProject(app.db);
      const limits = { auditsFromOn: "2026-03-01", auditorProjectIds: [String(projectId)] };
      await edit(evaId, { ...limits, isAuditor: "true" });
      expect(await app.db("auditor_projects")).toHaveLength(1);
      await edit(evaId, { ...limits, version: "2" });
      expect(await app.db("auditor_projects")).toEqual([]);
      expect(await user("eva@kraj.test")).toMatchObject({ audits_from_on: null });
    });

    test("cannot take the e-mail of another, nor a role from the last administrator", async () => {
      const taken = await edit(evaId, { email: "adam@kraj.test" });
      expect([taken.status, taken.text.includes("už má jiný uživatel")]).toEqual([422, true]);
      await app.db("users").where({ id: evaId }).update({ is_administrator: true });
      await app.db("users").where({ id: evaId }).update({ password_hash: null });
      const last = await edit(adminId, { name: "Adam Správce", email: "adam@kraj.test" });
      expect(last.status).toBe(422);
      expect(last.text).toContain("Je to poslední administrátor.");
      expect(Boolean((await user("adam@kraj.test")).is_administrator)).toBe(true);
    });

    test("by two administrators at once leaves one of them", async () => {
      await app.db("users").where({ id: evaId }).update({ is_administrator: true });
      const eva = await app.signedInAs(evaId);
      const [one, two] = await Promise.all([
        edit(evaId),
        eva.post(`/admin/users/${adminId}`, {
          name: "Adam Správce",
          email: "adam@kraj.test",
          version: "1",
        }),
      ]);
      const left = await app.db("users").where({ is_administrator: true });
      expect(left).toHaveLength(1);
      expect([one.status, two.status]).toContain(303);
    });

    test("shows the second of two editors both texts", async () => {
      await edit(evaId, { name: "Eva První", isManagement: "true" });
      const late = await edit(evaId, { name: "Eva Druhá", isManagement: "true" });
      expect(late.status).toBe(409);
      expect(late.text).toContain('value="Eva Druhá"');
      expect(late.text).toContain("Mezitím uloženo jiným uživatelem: Eva První");
    });

    test("leaves alone whatever else is sent along", async () => {
      await edit(evaId, {
        isManagement: "true",
        password_hash: "x",
        deactivated_at: "2026-01-01",
        theme: "dark",
        digest_at: "03:00",
      });
      expect(await user("eva@kraj.test")).toMatchObject({
        password_hash: "set",
        deactivated_at: null,
        theme: "auto",
        digest_at: "07:30",
      });
    });
  });

  test("a missing user is missing for every step", async () => {
    for (const step of ["", "/edit", "/deactivation/new"])
      expect((await admin.get(`/admin/users/999${step}`)).status).toBe(404);
    for (const step of ["", "/deactivation", "/reactivation", "/invitations", "/sessions/closure"])
      expect((await admin.post(`/admin/users/999${step}`)).status).toBe(404);
  });

  test("somebody can be signed out of all devices", async () => {
    const evaId = await createUser(app.db, { password_hash: "set" });
    const eva = await app.signedInAs(evaId);
    expect((await admin.post(`/admin/users/${evaId}/sessions/closure`)).status).toBe(303);
    expect((await eva.get("/profile")).status).toBe(303);
    expect((await admin.get("/admin/users")).status).toBe(200);
  });
});
