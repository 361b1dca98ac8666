import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createResolution } from "../../../support/oversight-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f32";

describe.each(engines)("resolutions on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const path = () => `/projects/${projectId}/resolutions`;
  const browser = () => app.signedInAs(userId);
  const entry = (given = {}) => ({
    title: "Dodatek č. 1 ke smlouvě s Fokusem",
    decidedBy: "Rada Kraje Vysočina",
    submitBy: "27. 2. 2026",
    meetsOn: "10. 3. 2026",
    fileNumber: "KUJI 1234/2026",
    owner: `user-${userId}`,
    ...given,
  });
  const stored = (id: number) => app.db("resolutions").where({ id }).first();
  const change = async (of = projectId) => {
    const [row] = await app
      .db("project_changes")
      .insert({
        ...{ project_id: of, number: 1, kind: "substantial", title: "Prodloužení" },
        ...{ state: "draft", created_at: "2026-01-05T08:00:00.000Z" },
      })
      .returning("id");
    return row.id as number;
  };

  test("are written down once and due until they are submitted", async () => {
    const one = await browser();
    await one.post(path(), entry({ _submission: SUBMISSION }));
    await one.post(path(), entry({ _submission: SUBMISSION, state: "adopted", number: "7" }));
    expect(await app.db("resolutions").select("number", "state", "owner_user_id")).toEqual([
      { number: 1, state: "planned", owner_user_id: userId },
    ]);
    const due = "Předložit: Dodatek č. 1";
    expect((await one.get("/agenda?section=overdue")).text).toContain(due);
    const { id } = await app.db("resolutions").first("id");
    const step = { version: "1", submittedOn: "1. 3. 2026", meetsOn: "2026-03-10", fileNumber: "" };
    expect((await one.post(`${path()}/${id}/submission`, step)).status).toBe(303);
    expect(await stored(id)).toMatchObject({ state: "submitted", file_number: null, version: 2 });
    expect((await one.get("/agenda?who=all")).text).not.toContain(due);
    expect((await one.get(path())).text).toContain("předloženo");
  });

  test("are decided with their number, and taken back step by step", async () => {
    const id = await createResolution(app.db, projectId);
    const one = await browser();
    const at = `${path()}/${id}`;
    const submit = { version: "1", submittedOn: "2026-02-20", meetsOn: "2026-03-01" };
    await one.post(`${at}/submission`, submit);
    expect((await one.get(`${at}/decision/new`)).text).toContain('value="2026-03-01"');
    const decision = { version: "2", outcome: "adopted", resolutionNumber: "0123/05/2026/RK" };
    const early = await one.post(`${at}/decision`, { ...decision, decidedOn: "2026-02-01" });
    expect([early.status, early.text.includes('href="#decidedOn"')]).toEqual([422, true]);
    await one.post(`${at}/decision`, { ...decision, decidedOn: "2026-03-01" });
    expect(await stored(id)).toMatchObject({
      ...{ state: "adopted", decided_on: "2026-03-01", resolution_number: "0123/05/2026/RK" },
    });
    expect((await one.get("/search?q=0123%2F05")).text).toContain(at);
    expect(
      (await one.post(`${at}/decision`, { ...decision, decidedOn: "2026-03-01" })).status,
    ).toBe(409);

    const back = { version: "3", reason: "Hlasovalo se o jiném bodě" };
    expect((await one.post(`${at}/reopening`, back)).status).toBe(303);
    expect(await stored(id)).toMatchObject({
      ...{ state: "submitted", decided_on: null, resolution_number: null },
      submitted_on: "2026-02-20",
    });
    await one.post(`${at}/reopening`, { ...back, version: "4" });
    expect(await stored(id)).toMatchObject({ state: "planned", submitted_on: null });
    const page = (await one.get(at)).text;
    for (const part of ["Hlasovalo se o jiném bodě", "Zapsáno rozhodnutí", "0123/05/2026/RK"])
      expect(page).toContain(part);
  });

  test("are withdrawn with a reason", async () => {
    const id = await createResolution(app.db, projectId);
    const one = await browser();
    const refused = await one.post(`${path()}/${id}/withdrawal`, { version: "1", reason: "" });
    expect(refused.status).toBe(422);
    await one.post(`${path()}/${id}/withdrawal`, { version: "1", reason: "Partner odstoupil" });
    expect(await stored(id)).toMatchObject({ state: "withdrawn" });
    expect((await one.get(`${path()}/${id}/submission/new`)).status).toBe(409);
    expect((await one.get("/agenda?who=all")).text).not.toContain("Předložit:");
  });

  test.each([
    ["without a title", { title: "" }, "title"],
    ["without a body that decides", { decidedBy: "" }, "decidedBy"],
    ["without a day", { submitBy: "31. 2. 2026" }, "submitBy"],
    ["with an owner from elsewhere", { owner: "user-99999" }, "owner"],
    ["with a change of another project", { changeId: "99999" }, "changeId"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await (await browser()).post(path(), entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain("KUJI 1234/2026");
  });

  test("are edited by one at a time", async () => {
    const id = await createResolution(app.db, projectId);
    const one = await browser();
    const edit = (note: string) => one.post(`${path()}/${id}`, entry({ version: "1", note }));
    expect((await edit("Projednat s finančním odborem")).status).toBe(303);
    const second = await edit("Jinak");
    expect(second.status).toBe(409);
    expect(second.text).toContain("Projednat s finančním odborem");
  });

  test("decide a change of the project, which tells of them and of its file number", async () => {
    const changeId = await change();
    const one = await browser();
    const changePath = `/projects/${projectId}/changes/${changeId}`;
    expect((await one.get(changePath)).text).toContain(`${path()}/new?change=${changeId}`);
    const form = await one.get(`${path()}/new?change=${changeId}`);
    expect(form.text).toContain(`<option value="${changeId}" selected>`);
    await one.post(path(), entry({ changeId: String(changeId) }));
    const { id } = await app.db("resolutions").first("id");
    const page = (await one.get(changePath)).text;
    expect(page).toContain(`${path()}/${id}`);
    expect(page).toContain("Rada Kraje Vysočina");
    expect((await one.get(`${path()}/${id}`)).text).toContain("Žádost o změnu č. 1: Prodloužení");
    const foreign = await change(await createProject(app.db));
    const refused = await one.post(path(), entry({ changeId: String(foreign) }));
    expect(refused.status).toBe(422);
  });

  test("go to the archive and come back, and are given as a workbook", async () => {
    const one = await browser();
    await one.post(path(), entry());
    const { id } = await app.db("resolutions").first("id");
    await one.post(`${path()}/${id}/archive`, {});
    expect((await one.get("/search?q=Fokusem")).text).not.toContain(`${path()}/${id}`);
    expect((await one.get("/agenda?who=all")).text).not.toContain("Předložit:");
    expect((await one.get(`${path()}?state=archived`)).text).toContain("Fokusem");
    await one.post(`${path()}/${id}/archive/restoration`, {});
    expect((await one.get("/search?q=Fokusem")).text).toContain(`${path()}/${id}`);
    const sheet = await one.get(`${path()}?format=xlsx`);
    expect(sheet.headers["content-disposition"]).toContain("usneseni.xlsx");
    const page = await statementsOf(app.db, () => one.get(path()));
    expect(page.filter((sql) => sql.includes("resolutions")).length).toBe(2);
  });

  test("are not for finance to change, nor for other projects to see", async () => {
    const id = await createResolution(app.db, projectId);
    const finance = await createUser(app.db);
    await addMember(app.db, { projectId, userId: finance, role: "finance" });
    const visitor = await app.signedInAs(finance);
    expect((await visitor.post(path(), entry())).status).toBe(403);
    expect((await visitor.get(`${path()}/${id}`)).text).not.toContain("Předložit</a>");
    const other = await createProject(app.db);
    await addMember(app.db, { projectId: other, userId });
    expect((await (await browser()).get(`/projects/${other}/resolutions/${id}`)).status).toBe(404);
  });
});
