import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createContact } from "../../../support/training-factories.ts";

describe.each(engines)("the team of a project on %s", (engine) => {
  let app: TestApp;
  let project: number;
  let managerId: number;
  let managership: number;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    project = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Alena Dvořáková" });
    managership = await addMember(app.db, { projectId: project, userId: managerId });
    manager = await app.signedInAs(managerId);
  });
  afterEach(() => app.close());

  const member = async (role: string, name = "Petr Svoboda") => {
    const userId = await createUser(app.db, { name });
    const id = await addMember(app.db, { projectId: project, userId, role });
    return { id, userId };
  };
  const team = () => app.db("memberships").where({ project_id: project });
  const address = (rest: string) => `/projects/${project}/team${rest}`;

  test("lists members with role and position, and contacts who only answer for something", async () => {
    const { id } = await member("coordinator");
    await app.db("memberships").where({ id }).update({ position: "odborný garant" });
    const [contact] = await app
      .db("contacts")
      .insert({
        name: "Eva Horáková",
        sort_key: "e",
        function: "lektorka",
        created_at: app.clock.now(),
      })
      .returning("id");
    await createMilestone(app.db, project, { owner_contact_id: contact.id });
    const { text } = await manager.get(address(""));
    for (const part of ["Alena Dvořáková", "Petr Svoboda", "odborný garant", "Eva Horáková"])
      expect(text).toContain(part);
  });

  test("comes as a workbook with what is on the page, no address of a contact among it", async () => {
    const { id, userId } = await member("finance", "=1+1");
    await app.db("memberships").where({ id }).update({ position: "účetní" });
    const agreed = { agreed_to_mail_at: "2026-02-01T09:00:00.000Z" };
    const contact = await createContact(app.db, {
      ...{ name: "Eva Horáková", email: "eva@obec.test", function: "lektorka", ...agreed },
    });
    await createMilestone(app.db, project, { owner_contact_id: contact });
    const browser = await app.signedInAs(userId);
    expect((await browser.get(address(""))).text).toContain(`${address("")}?format=xlsx`);
    const file = await browser.get(address("?format=xlsx")).responseType("blob");
    expect(file.headers["content-disposition"]).toContain("lide-a-pristupy.xlsx");
    const [heads, first, second, ...others] = await readSheet(file.body);
    expect(heads?.slice(0, 2)).toEqual(["Jméno", "Role v systému"]);
    expect(first?.slice(0, 2)).toEqual(["Alena Dvořáková", "projektový manažer"]);
    expect(second?.slice(0, 3)).toEqual(["=1+1", "finanční manažer", "účetní"]);
    expect(second?.[3]).toContain("@");
    expect(others).toEqual([]);
    const contacts = await readSheet(file.body, 2);
    expect(contacts.slice(1)).toEqual([["Eva Horáková", "lektorka", new Date("2026-02-01")]]);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(address("?format=xlsx"))).status).toBe(404);
  });

  test("puts down that a contact agreed to be sent mails, and that they do so no more", async () => {
    const contact = await createContact(app.db, { name: "Eva Horáková", email: "eva@obec.test" });
    const mute = await createContact(app.db, { name: "Bez Adresy", email: null });
    await createMilestone(app.db, project, { owner_contact_id: contact });
    await createMilestone(app.db, project, { owner_contact_id: mute });
    const agreement = (id: number, rest = "") =>
      `/projects/${project}/contacts/${id}/agreement${rest}`;
    const agreedAt = async (id: number) =>
      (await app.db("contacts").where({ id }).first()).agreed_to_mail_at as string | null;
    expect((await manager.get(address(""))).text).toContain("souhlas není zapsán");
    for (const _ of [1, 2]) await manager.post(agreement(contact));
    expect(await agreedAt(contact)).not.toBeNull();
    expect((await manager.get(address(""))).text).toMatch(
      /souhlasí se zasíláním zpráv od 2\.\s3\./,
    );
    for (const _ of [1, 2]) await manager.post(agreement(contact, "/withdrawal"));
    expect(await agreedAt(contact)).toBeNull();
    await manager.post(agreement(mute));
    expect(await agreedAt(mute)).toBeNull();
    const events = await app.db("audit_events").where({ object_type: "contact" }).orderBy("id");
    expect(events.map(({ action }) => action)).toEqual([
      "contact.agreed",
      "contact.agreement-withdrawn",
    ]);
    const foreign = await createContact(app.db, { email: "cizi@obec.test" });
    expect((await manager.post(agreement(foreign))).status).toBe(404);
    const reader = await app.signedInAs((await member("reader")).userId);
    expect((await reader.post(agreement(contact))).status).toBe(403);
  });

  test("takes in a user who has an account, once", async () => {
    const userId = await createUser(app.db, { name: "Milan Hájek" });
    expect((await manager.get(address("/new"))).text).toContain("Milan Hájek");
    const entry = { userId: String(userId), role: "finance", position: "rozpočtář" };
    expect((await manager.post(address(""), entry)).status).toBe(303);
    expect(await team().where({ user_id: userId })).toMatchObject([
      { role: "finance", position: "rozpočtář" },
    ]);
    const again = await manager.post(address(""), entry);
    expect(again.status).toBe(422);
    expect(again.text).toContain("Člověk už v týmu je.");
  });

  test("invites somebody new by mail and gives them this project and nothing more", async () => {
    const entry = { name: "Nová Kolegyně", email: "nova@kraj.test", role: "reader" };
    expect((await manager.post(address(""), entry)).status).toBe(303);
    const user = await app.db("users").where({ email: "nova@kraj.test" }).first();
    expect(Boolean(user.is_administrator || user.is_founder || user.is_management)).toBe(false);
    expect(await team().where({ user_id: user.id })).toHaveLength(1);
    expect(await app.db("outgoing_mails").where({ recipient_user_id: user.id })).toHaveLength(1);
    const known = { name: "Totéž", email: "NOVA@kraj.test", role: "reader" };
    expect((await manager.post(address(""), known)).text).toContain("Člověk už v týmu je.");
    expect(await app.db("users").where({ email_folded: "nova@kraj.test" })).toHaveLength(1);
  });

  test.each([
    ["userId", {}, "Vyplňte toto pole."],
    ["userId", { userId: "999999" }, "Vyberte jednu z nabízených možností."],
    ["userId", { userId: "x" }, "Vyberte jednu z nabízených možností."],
    ["email", { name: "Nová", email: "není e-mail" }, "Zadejte e-mailovou adresu"],
    ["name", { email: "nova@kraj.test" }, "Vyplňte toto pole."],
    ["email", { name: "Nová" }, "Vyplňte toto pole."],
    ["role", { name: "N", email: "n@kraj.test", role: "boss" }, "Vyberte jednu z nabízených"],
    ["position", { name: "N", email: "n@kraj.test", position: "x".repeat(10_000) }, "nejvýše 120"],
  ])("objects to a wrong %s (%j) and takes nobody in", async (field, typed, message) => {
    const answer = await manager.post(address(""), { role: "reader", ...typed });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain(message);
    expect(await team()).toHaveLength(1);
    expect(await app.db("users")).toHaveLength(1);
  });

  test("changes a role, but never leaves the project without a manager", async () => {
    const { id } = await member("reader");
    const entry = { role: "manager", position: "zástupkyně", version: "1" };
    expect((await manager.post(address(`/${id}`), entry)).status).toBe(303);
    expect(await team().where({ id })).toMatchObject([{ role: "manager", version: 2 }]);
    const stale = await manager.post(address(`/${id}`), { ...entry, role: "reader" });
    expect(stale.status).toBe(409);
    expect(stale.text).toContain("Mezitím uloženo jiným uživatelem: projektový manažer");

    await app.db("users").where("id", "!=", managerId).update({ deactivated_at: app.clock.now() });
    const last = await manager.post(address(`/${managership}`), {
      role: "reader",
      position: "",
      version: "1",
    });
    expect(last.status).toBe(422);
    expect(last.text).toContain("Projekt musí mít alespoň jednoho manažera");
    expect((await manager.post(address(`/${managership}/removal`))).status).toBe(422);
    expect(await team()).toHaveLength(2);
  });

  test("lets nobody go before what they answer for has a new owner in the team", async () => {
    const { id, userId } = await member("coordinator");
    const milestone = await createMilestone(app.db, project, {
      owner_user_id: userId,
      title: "Zpráva č. 4",
    });
    const done = await createMilestone(app.db, project, {
      owner_user_id: userId,
      done_on: "2026-01-01",
    });
    const activity = await createActivity(app.db, project, { owner_user_id: userId });
    const elsewhere = await createProject(app.db);
    const foreign = await createMilestone(app.db, elsewhere, { owner_user_id: userId });
    const removal = address(`/${id}/removal`);
    const page = await manager.get(removal);
    expect(page.text).toContain("odpovídá za 2 věci");
    expect(page.text).toContain("Zpráva č. 4");

    expect((await manager.post(removal)).status).toBe(422);
    expect((await manager.post(removal, { heirId: String(userId) })).status).toBe(422);
    const stranger = await createUser(app.db);
    expect((await manager.post(removal, { heirId: String(stranger) })).status).toBe(422);
    expect(await team()).toHaveLength(2);

    expect((await manager.post(removal, { heirId: String(managerId) })).status).toBe(303);
    expect(await team()).toHaveLength(1);
    const owner = async (table: string, row: number) =>
      (await app.db(table).where({ id: row }).first("owner_user_id")).owner_user_id;
    expect(await owner("milestones", milestone)).toBe(managerId);
    expect(await owner("activities", activity)).toBe(managerId);
    expect(await owner("milestones", done)).toBe(userId);
    expect(await owner("milestones", foreign)).toBe(userId);
    const actions = (await app.db("audit_events").orderBy("id")).map((event) => event.action);
    expect(actions).toEqual(
      expect.arrayContaining(["milestone.handed-over", "activity.handed-over", "member.removed"]),
    );
    const left = await app.signedInAs(userId);
    expect((await left.get(`/projects/${project}`)).status).toBe(404);
  });

  test("lets a manager leave when another one stays", async () => {
    await member("manager");
    const answer = await manager.post(address(`/${managership}/removal`));
    expect(answer.headers.location).toBe("/projects");
    expect((await manager.get(`/projects/${project}`)).status).toBe(404);
  });

  test("is read by members, changed by managers and hidden from strangers", async () => {
    const { id, userId } = await member("coordinator");
    const coordinator = await app.signedInAs(userId);
    const { text, status } = await coordinator.get(address(""));
    expect(status).toBe(200);
    expect(text).not.toContain("/removal");
    const entry = { role: "manager", position: "", version: "1" };
    expect((await coordinator.get(address("/new"))).status).toBe(403);
    expect((await coordinator.post(address(`/${id}`), entry)).status).toBe(403);
    expect((await coordinator.post(address(`/${id}/removal`))).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db, { is_founder: true }));
    expect((await stranger.get(address(""))).status).toBe(404);
    expect((await stranger.post(address(`/${id}`), entry)).status).toBe(404);
  });

  test("knows no member of another project", async () => {
    const other = await createProject(app.db);
    const foreign = await addMember(app.db, { projectId: other, userId: managerId });
    const entry = { role: "reader", position: "", version: "1" };
    expect((await manager.get(address(`/${foreign}/edit`))).status).toBe(404);
    expect((await manager.post(address(`/${foreign}`), entry)).status).toBe(404);
    expect((await manager.post(address(`/${foreign}/removal`))).status).toBe(404);
  });
});
