import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createEvent, createInternship } from "../../../support/training-factories.ts";
import { type ExpenditureDesk, openExpenditureDesk } from "./expenditure-desk.ts";

const plain = ({ text }: { text: string }) => text.replaceAll("\u00a0", " ");

describe.each(engines)("the list of expenditure and who reads it on %s", (engine) => {
  let desk: ExpenditureDesk;
  beforeEach(async () => {
    desk = await openExpenditureDesk(engine);
  });
  afterEach(() => desk.close());

  test("is put in place together, without a script", async () => {
    const { app, lineId, ownId, finance, path, create, totals } = desk;
    const ids = [await create({ budgetLineId: "" }), await create({ documentNumber: "FP 2" })];
    const chosen = ids.map((id) => `expenditureIds=${id}`).join("&");
    const page = await finance.get(`${path()}/assignment/new?${chosen}`);
    expect(plain(page)).toContain("Vybráno: 2 výdaje.");
    const assign = (fields: object) =>
      finance.post(`${path()}/assignment`, { expenditureIds: ids.map(String), ...fields });
    expect((await assign({})).status).toBe(422);
    expect((await assign({ budgetLineId: "99999" })).status).toBe(422);
    expect(plain(await assign({ budgetLineId: String(ownId) }))).toContain("proč se zaúčtovaný");
    const moved = await assign({ budgetLineId: String(ownId), reason: "Nezpůsobilé" });
    expect(moved.status).toBe(303);
    expect(await app.db("expenditures").pluck("budget_line_id")).toEqual([ownId, ownId]);
    expect(await totals()).toMatchObject({ recorded_halere: 0 });
    const stray = await assign({ expenditureIds: ["99999"], budgetLineId: String(lineId) });
    expect(stray.status).toBe(404);
  });

  test("is found by its parts and summed as it is filtered", async () => {
    const { finance, path, create } = desk;
    await create();
    await create({ documentNumber: "FP 99", description: "Pronájem sálu", amount: "1 000" });
    await create({
      state: "planned",
      issuedOn: "",
      paidOn: "",
      description: "Školení",
      amount: "7",
    });
    const list = async (query: string) => plain(await finance.get(`${path()}?${query}`));
    expect(await list("q=fp%2099")).toContain("Pronájem sálu");
    expect(await list("q=fp%2099")).not.toContain("Tisk letáků");
    expect(await list("state=planned")).toContain("Školení");
    expect(await list("line=none")).toContain("Filtru neodpovídá žádný výdaj.");
    expect(await list("from=2026-03-01")).toContain("Školení");
    expect(await list("claimable=true")).not.toContain("Školení");
    expect(await list("")).toContain("13 100,50");
    expect((await finance.get(`${path()}?sort=amount&page=7`)).status).toBe(303);
    const sheet = await finance.get(`${path()}?format=xlsx`);
    expect(sheet.headers["content-type"]).toContain("spreadsheetml");
  });

  test("of pay is named and summed only for those who may read pay", async () => {
    const { app, projectId, finance, member, path, entry, first, create } = desk;
    await create({
      kind: "payroll",
      description: "Mzda Jany Tajné",
      supplierName: "Jana Tajná",
      supplierIco: "",
      documentNumber: "MZ 1",
      amount: "33 333,33",
    });
    const { id } = await first();
    const reader = await member("reader");
    const texts = await Promise.all(
      [path(), `${path()}/${id}`, `${path()}?q=tajn`, `/projects/${projectId}/history`].map(
        async (address) => plain(await reader.get(address)),
      ),
    );
    for (const text of texts) expect(text).not.toMatch(/Tajn|33 333/);
    expect(texts[0]).toContain("Osobní náklady");
    expect(texts[2]).not.toContain("Osobní náklady<");
    expect(plain(await finance.get(path()))).toContain("33 333,33");
    expect(plain(await finance.get("/search?q=tajne"))).not.toContain("Mzda Jany");
    const administrator = await app.signedInAs(
      await createUser(app.db, { is_administrator: true }),
    );
    expect((await administrator.get(`${path()}/${id}/edit`)).status).toBe(403);
    const typed = entry({ kind: "payroll" });
    expect(plain(await administrator.post(path(), typed))).toContain("mzdové údaje");
  });

  test("of a confidential event is called so by its coordinator alone", async () => {
    const { app, projectId, finance, path, entry, first } = desk;
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "manager" });
    const coordinator = await app.signedInAs(userId);
    const eventId = await createEvent(app.db, projectId, {
      title: "Setkání obětí",
      is_confidential: true,
      owner_user_id: userId,
    });
    expect((await finance.post(path(), entry({ occasion: `event:${eventId}` }))).status).toBe(422);
    const typed = entry({ occasion: `event:${eventId}` });
    expect((await coordinator.post(path(), typed)).status).toBe(303);
    const { id } = await first();
    for (const address of [path(), `${path()}/${id}`, `${path()}/${id}/edit`]) {
      expect(plain(await finance.get(address))).not.toContain("Setkání obětí");
      expect(plain(await coordinator.get(address))).toContain("Setkání obětí");
    }
  });

  test("stands on the page of its event and internship, with the way to the list", async () => {
    const { app, projectId, finance, member, path, create } = desk;
    const eventId = await createEvent(app.db, projectId, { planned_costs_halere: 500_000 });
    await create({ occasion: `event:${eventId}` });
    const at = { event_id: eventId, kind: "payroll", amount_halere: 700_000 };
    await createExpenditure(app.db, projectId, at);
    const [reader, address] = [await member("reader"), `/projects/${projectId}/events/${eventId}`];
    const page = plain(await reader.get(address));
    expect(page).toContain("5 000,00 Kč");
    expect(page).toContain("12 100,50 Kč");
    expect(page).toContain("1 výdaj, bez osobních nákladů");
    expect(page).toContain(`href="${path()}?occasion=event%3A${eventId}"`);
    expect(plain(await finance.get(address))).toContain("19 100,50 Kč");
    const internshipId = await createInternship(app.db, projectId);
    await create({ occasion: `internship:${internshipId}`, documentNumber: "FP 77" });
    const internship = await finance.get(`/projects/${projectId}/internships/${internshipId}`);
    expect(plain(internship)).toContain("12 100,50 Kč");
  });

  test("is what the tile of an internship tells, beside the planned and the typed sum", async () => {
    const { app, projectId, finance, path, create } = desk;
    const costs = { planned_costs_halere: 1_500_000, real_costs_halere: 1_300_000 };
    const internshipId = await createInternship(app.db, projectId, costs);
    const address = `/projects/${projectId}/internships/${internshipId}`;
    const before = plain(await finance.get(address));
    expect(before).toContain("13 000 Kč");
    expect(before).not.toContain("ručně zapsáno");
    await create({ occasion: `internship:${internshipId}` });
    const page = plain(await finance.get(address));
    expect(page).toContain("12 101 Kč");
    expect(page).toContain("z plánovaných 15 000 Kč, ručně zapsáno 13 000 Kč");
    expect(page).toContain(`href="${path()}?occasion=internship%3A${internshipId}"`);
  });

  test("ends declared spending from its first day", async () => {
    const { app, projectId, finance, create, totals } = desk;
    const spends = `/projects/${projectId}/spend`;
    const declare = (validOn: string) => finance.post(spends, { spent: "500", validOn });
    expect((await declare("1. 3. 2026")).status).toBe(303);
    await create();
    expect(await app.db("project_totals").where({ project_id: projectId }).first()).toMatchObject({
      spent_halere: 1_210_050,
      spent_on: "2026-02-14",
    });
    const page = plain(await finance.get(spends));
    expect(page).toContain("Od prvního výdaje (14. 2. 2026)");
    expect(page).not.toContain(`href="${spends}/new"`);
    expect(plain(await declare("14. 2. 2026"))).toContain("Zapište výdaj.");
    expect((await declare("13. 2. 2026")).status).toBe(303);
    expect(await totals()).toMatchObject({ recorded_halere: 1_210_050 });
  });

  test("is shown to readers, changed by others only, and unknown to strangers", async () => {
    const { app, projectId, finance, member, path, entry } = desk;
    const id = await createExpenditure(app.db, projectId);
    const reader = await member("reader");
    expect((await reader.get(`${path()}/${id}`)).status).toBe(200);
    expect((await reader.post(path(), entry())).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(path())).status).toBe(404);
    const other = await createProject(app.db);
    const foreign = await createExpenditure(app.db, other);
    expect((await finance.get(`${path()}/${foreign}`)).status).toBe(404);
  });

  test("takes as many queries for fifty rows as for one", async () => {
    const { app, projectId, lineId, finance, path } = desk;
    await createExpenditure(app.db, projectId, { budget_line_id: lineId });
    const one = await statementsOf(app.db, () => finance.get(path()));
    for (let n = 0; n < 60; n += 1) await createExpenditure(app.db, projectId);
    const many = await statementsOf(app.db, () => finance.get(path()));
    expect(many.length).toBe(one.length);
    expect(many.length).toBeLessThanOrEqual(16);
  });
});
