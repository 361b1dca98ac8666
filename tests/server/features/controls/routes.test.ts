import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rebuildSearchIndex } from "../../../../server/features/searches/rebuilding/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createControl, createFinding } from "../../../support/oversight-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f31";

describe.each(engines)("controls on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId, role: "finance" });
  });
  afterEach(() => app.close());

  const path = () => `/projects/${projectId}/controls`;
  const browser = () => app.signedInAs(userId);
  const entry = (given = {}) => ({
    kind: "on-the-spot",
    state: "running",
    controllingBody: "MPSV, odbor implementace",
    subject: "Kontrola na místě k 3. zprávě o realizaci",
    startsOn: "10. 2. 2026",
    endsOn: "14. 2. 2026",
    fileNumber: "MPSV-2026/12345",
    ...given,
  });
  const finding = (given = {}) => ({
    finding: "Chybí podpisy tří účastníků",
    severity: "high",
    amount: "12 500,50",
    remedy: "Doplnit čestná prohlášení",
    remedyBy: "2026-02-27",
    owner: `user-${userId}`,
    ...given,
  });
  const stored = (id: number) => app.db("control_findings").where({ id }).first();

  test("are written down once", async () => {
    const one = await browser();
    await one.post(path(), entry({ _submission: SUBMISSION }));
    await one.post(path(), entry({ _submission: SUBMISSION, number: "9", project_id: "9" }));
    expect(await app.db("controls").select("number", "project_id", "ends_on")).toEqual([
      { number: 1, project_id: projectId, ends_on: "2026-02-14" },
    ]);
    const { text } = await one.get(path());
    for (const part of ["MPSV-2026/12345", "bez zjištění", "probíhá", "10. 2. – 14. 2. 2026"])
      expect(text.replaceAll("\u00a0", " ")).toContain(part);
  });

  test.each([
    ["without a subject", { subject: "" }, "subject"],
    ["without a body", { controllingBody: "" }, "controllingBody"],
    ["ending before they start", { endsOn: "2026-02-01" }, "endsOn"],
    ["closed without a conclusion", { state: "closed" }, "conclusion"],
    ["of an unknown kind", { kind: "raid" }, "kind"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await (await browser()).post(path(), entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain("MPSV-2026/12345");
  });

  test("are edited by one at a time", async () => {
    const id = await createControl(app.db, projectId);
    const one = await browser();
    const close = (conclusion: string) =>
      one.post(`${path()}/${id}`, entry({ version: "1", state: "closed", conclusion }));
    expect((await close("Bez nedostatků")).status).toBe(303);
    const second = await close("S nedostatky");
    expect(second.status).toBe(409);
    expect(second.text).toContain("Bez nedostatků");
    expect((await one.get(`${path()}/${id}`)).text).toContain("Kontrola upravena");
  });

  test("find something, which is owed until it is mended", async () => {
    const controlId = await createControl(app.db, projectId);
    const at = `${path()}/${controlId}`;
    const one = await browser();
    await one.post(`${at}/findings`, finding({ _submission: SUBMISSION }));
    await one.post(
      `${at}/findings`,
      finding({ _submission: SUBMISSION, remediedOn: "2026-02-28" }),
    );
    const [{ id, ...row }] = await app.db("control_findings");
    expect(row).toMatchObject({
      ...{ number: 1, project_id: projectId, amount_halere: 12_500_50, remedied_on: null },
      ...{ owner_user_id: userId, remedy_by: "2026-02-27" },
    });
    const due = "Náprava zjištění: Doplnit čestná prohlášení";
    expect((await one.get("/agenda?section=overdue")).text).toContain(due);
    expect((await one.get(path())).text).toContain("po termínu: 1");
    expect((await one.get(at)).text.replaceAll("\u00a0", " ")).toContain("12 500,50 Kč");

    const remedy = { version: "1", remediedOn: "1. 3. 2026", proof: "č. j. KUJI 123/2026" };
    expect((await one.post(`${at}/findings/${id}/remedy`, remedy)).status).toBe(303);
    expect(await stored(id)).toMatchObject({ remedied_on: "2026-03-01", version: 2 });
    expect((await one.get("/agenda?who=all")).text).not.toContain(due);
    const page = (await one.get(at)).text;
    for (const part of ["č. j. KUJI 123/2026", "Zapsána náprava", "napraveno"])
      expect(page).toContain(part);
    expect((await one.post(`${at}/findings/${id}/remedy`, remedy)).status).toBe(409);

    const withdrawal = { version: "2", reason: "Prohlášení nebyla podepsaná" };
    expect((await one.post(`${at}/findings/${id}/remedy/withdrawal`, withdrawal)).status).toBe(303);
    expect(await stored(id)).toMatchObject({ remedied_on: null, remedied_at: null, proof: null });
    expect((await one.get(at)).text).toContain("Prohlášení nebyla podepsaná");
    expect((await one.get("/agenda?who=all")).text).toContain(due);
  });

  test.each([
    ["a finding without words", "findings", { finding: "" }, "finding"],
    ["a finding of less than nothing", "findings", { amount: "-5" }, "amount"],
    ["a finding owned from elsewhere", "findings", { owner: "user-99999" }, "owner"],
    ["a remedy of tomorrow", "remedy", { remediedOn: "2026-03-03" }, "remediedOn"],
    ["a remedy before the control", "remedy", { remediedOn: "2026-01-01" }, "remediedOn"],
    ["a withdrawal without a reason", "withdrawal", { reason: "" }, "reason"],
  ])("refuse %s", async (_case, what, given, field) => {
    const controlId = await createControl(app.db, projectId);
    const of = { projectId, controlId };
    const isDone = what === "withdrawal" ? { remedied_on: "2026-02-01" } : {};
    const id = await createFinding(app.db, of, isDone);
    const at = `${path()}/${controlId}/findings`;
    const address = { findings: at, remedy: `${at}/${id}/remedy` }[what];
    const sent = what === "findings" ? finding(given) : { version: "1", ...given };
    const answer = await (await browser()).post(address ?? `${at}/${id}/remedy/withdrawal`, sent);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
  });

  test("let one editor at a time change a finding", async () => {
    const controlId = await createControl(app.db, projectId);
    const id = await createFinding(app.db, { projectId, controlId });
    const one = await browser();
    const edit = (remedy: string) =>
      one.post(`${path()}/${controlId}/findings/${id}`, finding({ version: "1", remedy }));
    expect((await edit("Vrátit částku")).status).toBe(303);
    const second = await edit("Nevracet");
    expect(second.status).toBe(409);
    expect(second.text).toContain("Vrátit částku");
  });

  test("are found by what they have found, also after the index is made again", async () => {
    const one = await browser();
    await one.post(path(), entry());
    const { id } = await app.db("controls").first("id");
    await one.post(`${path()}/${id}/findings`, finding({ finding: "Nedoložená inventarizace" }));
    const found = async () =>
      (await one.get("/search?q=inventarizace")).text.includes(`${path()}/${id}`);
    const body = async () =>
      (await app.db("search_entries").where("title", "like", "Kontrola%").first()).body;
    expect(await found()).toBe(true);
    const before = await body();
    await rebuildSearchIndex(app);
    expect(await body()).toBe(before);
    const { id: findingId } = await app.db("control_findings").first("id");
    await one.post(`${path()}/${id}/findings/${findingId}/archive`, {});
    expect(await found()).toBe(false);
    expect((await one.get(`${path()}/${id}`)).text).toContain("Zjištění v archivu (1)");
    await one.post(`${path()}/${id}/findings/${findingId}/archive/restoration`, {});
    expect(await found()).toBe(true);
    await one.post(`${path()}/${id}/archive`, {});
    expect(await found()).toBe(false);
    expect((await one.get(`${path()}/${id}/findings/new`)).status).toBe(409);
  });

  test("are called among dates by one line, also by a finding of many lines", async () => {
    const controlId = await createControl(app.db, projectId);
    const finding = `První řádek\n${"a".repeat(300)} konec`;
    await createFinding(app.db, { projectId, controlId }, { finding, remedy_by: "2026-03-05" });
    const { text } = await (await browser()).get("/agenda?who=all");
    expect(text).toContain(`Náprava zjištění: První řádek ${"a".repeat(147)}…<`);
  });

  test("are told apart by state, and given as a workbook", async () => {
    await createControl(app.db, projectId, { subject: "Stará", state: "closed", conclusion: "ok" });
    await createControl(app.db, projectId, { subject: "Nová" });
    const one = await browser();
    const open = (await one.get(`${path()}?state=open`)).text;
    expect(open).toContain("Nová");
    expect(open).not.toContain(">Stará<");
    const sheet = await one.get(`${path()}?format=xlsx`);
    expect(sheet.headers["content-disposition"]).toContain("kontroly.xlsx");
    const page = await statementsOf(app.db, () => one.get(path()));
    expect(page.filter((sql) => sql.includes("control")).length).toBe(2);
  });

  test("carry papers of their own", async () => {
    const id = await createControl(app.db, projectId);
    const one = await browser();
    expect((await one.get(`${path()}/${id}`)).text).toContain(
      `objectType=control&amp;objectId=${id}`,
    );
    const form = await one.get(
      `/projects/${projectId}/documents/new?objectType=control&objectId=${id}`,
    );
    expect(form.text).toContain("Kontrola na místě");
  });

  test("are not for coordinators to change, nor for other projects to see", async () => {
    const id = await createControl(app.db, projectId);
    const findingId = await createFinding(app.db, { projectId, controlId: id });
    const coordinator = await createUser(app.db);
    await addMember(app.db, { projectId, userId: coordinator, role: "coordinator" });
    const visitor = await app.signedInAs(coordinator);
    expect((await visitor.post(path(), entry())).status).toBe(403);
    expect((await visitor.get(`${path()}/${id}`)).text).not.toContain("Zapsat nápravu");
    const other = await createProject(app.db);
    await addMember(app.db, { projectId: other, userId });
    const foreign = await createControl(app.db, other);
    const one = await browser();
    expect((await one.get(`/projects/${other}/controls/${id}`)).status).toBe(404);
    const elsewhere = `/projects/${other}/controls/${foreign}/findings/${findingId}`;
    expect((await one.get(`${elsewhere}/edit`)).status).toBe(404);
    expect((await one.post(`${elsewhere}/remedy`, { version: "1" })).status).toBe(404);
  });
});
