import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("the form of an activity on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db);
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/activities`;
  const manager = () => app.signedInAs(managerId);
  const stored = (id: number) => app.db("activities").where({ id }).first();
  const entry = { title: "Vzdělávání pracovníků", state: "running", startsOn: "2025-02-01" };

  test("writes an activity down with the next number, its baseline and a new contact", async () => {
    await createActivity(app.db, projectId, { number: "4" });
    const answer = await (await manager()).post(list(), {
      ...entry,
      endsOn: "30. 6. 2025",
      shareBp: "12,5",
      contactName: "Petr Malý",
      contactFunction: "garant",
      contactEmail: "petr@kraj.test",
    });
    expect(answer.status).toBe(303);
    const id = Number(String(answer.headers.location).split("/").at(-1));
    expect(await stored(id)).toMatchObject({
      number: "5",
      position: expect.any(Number),
      share_bp: 1250,
      ends_on: "2025-06-30",
      baseline_starts_on: "2025-02-01",
      baseline_ends_on: "2025-06-30",
    });
    const contact = await app.db("contacts").first();
    expect(contact).toMatchObject({ name: "Petr Malý", function: "garant" });
    expect((await stored(id)).owner_contact_id).toBe(contact.id);
  });

  test("letters sub-activities and gives them no share", async () => {
    const parent_id = await createActivity(app.db, projectId, { number: "3" });
    await createActivity(app.db, projectId, { parent_id, number: "a" });
    const browser = await manager();
    const form = await browser.get(`${list()}/new?parent=${parent_id}`);
    expect(form.text).toContain("Nová podaktivita KA3");
    await browser.post(list(), { ...entry, parentId: String(parent_id), shareBp: "10" });
    const sub = await app.db("activities").where({ title: entry.title }).first();
    expect(sub).toMatchObject({ parent_id, number: "b", share_bp: null });
  });

  test.each([
    ["an empty title", { title: "" }, "Vyplňte toto pole."],
    ["ten thousand characters", { title: "x".repeat(10_000) }, "nejvýše 300 znaků"],
    ["31 February", { startsOn: "31. 2. 2025" }, "Zadejte skutečné datum"],
    ["an end before the start", { endsOn: "2025-01-31" }, "Konec nesmí být před začátkem."],
    ["letters for a number", { shareBp: "dvacet" }, "Zadejte číslo"],
    ["a share above the whole", { shareBp: "100,01" }, "nejvýše 100"],
    ["shares above the whole", { shareBp: "60" }, "Podíly dohromady přesahují 100 %."],
    ["a number that is taken", { number: "9" }, "Tato hodnota už je použita."],
    ["a letter for a key activity", { number: "a" }, "Zadejte číslo aktivity"],
    ["an unknown state", { state: "nejaky" }, "Vyberte jednu z nabízených možností."],
    ["an unknown owner", { owner: "user-999999" }, "Vyberte jednu z nabízených možností."],
    ["no owner at all", { owner: "nikdo" }, "Vyberte jednu z nabízených možností."],
    ["a foreign target group", { targetGroupIds: "999999" }, "Vyberte jednu z nabízených"],
    ["half an e-mail", { contactEmail: "p@", contactName: "Petr" }, "Zadejte e-mailovou adresu"],
    ["a contact without a name", { owner: "new-contact" }, "Vyplňte toto pole."],
  ])("refuses %s, keeps what was typed and saves nothing", async (_case, wrong, message) => {
    await createActivity(app.db, projectId, { number: "9", share_bp: 4001 });
    const typed = { ...entry, goal: "Cíl zůstane", ...wrong };
    const answer = await (await manager()).post(list(), typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(answer.text).toContain("Cíl zůstane");
    expect(await app.db("activities")).toHaveLength(1);
    expect(await app.db("contacts")).toHaveLength(0);
  });

  test("takes neither a list for a text nor a missing field for a failure", async () => {
    const browser = await manager();
    const answer = await browser.post(list(), { title: ["a", "b"] });
    expect(answer.status).toBe(422);
    expect((await browser.post(list(), {})).status).toBe(422);
  });

  test("cannot put a sub-activity below another project's activity or below a sub-activity", async () => {
    const foreign = await createActivity(app.db, await createProject(app.db));
    const parent = await createActivity(app.db, projectId);
    const sub = await createActivity(app.db, projectId, { parent_id: parent, number: "a" });
    const browser = await manager();
    for (const parentId of [foreign, sub]) {
      const answer = await browser.post(list(), { ...entry, parentId: String(parentId) });
      expect(answer.status).toBe(404);
      expect((await browser.get(`${list()}/new?parent=${parentId}`)).status).toBe(404);
    }
  });

  test("sent twice makes one activity", async () => {
    const browser = await manager();
    const twice = { ...entry, _submission: "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f" };
    const first = await browser.post(list(), twice);
    const second = await browser.post(list(), twice);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await app.db("activities")).toHaveLength(1);
  });

  test("columns that are no fields of it change nothing", async () => {
    const extra = {
      position: "77",
      percent: "99",
      archived_at: "x",
      baselineEndsOn: "2020-01-01",
    };
    await (await manager()).post(list(), { ...entry, ...extra });
    const row = await app.db("activities").first();
    expect(row).toMatchObject({ position: 1, percent: null, baseline_ends_on: null });
  });
});
