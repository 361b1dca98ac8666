import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import {
  createAssignment,
  createPosition,
  createTimesheet,
} from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const NBSP = "\u00a0";

describe.each(engines)("timesheets on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let positionId: number;
  let assignmentId: number;
  let worker: Browser;
  let workerId: number;
  let manager: Browser;
  let address: string;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db, { title: "Duševní zdraví", ends_on: "2026-12-31" });
    workerId = await createUser(house.db, { name: "Eva Malá" });
    worker = await enter(workerId, "coordinator");
    manager = await enter(await createUser(house.db), "manager");
    positionId = await createPosition(house.db, projectId, { name: "Metodička" });
    const place = { projectId, positionId };
    assignmentId = await createAssignment(house.db, place, { user_id: workerId });
    address = sheetOf(assignmentId);
  });
  afterEach(() => house.close());

  async function enter(userId: number, role: string): Promise<Browser> {
    await addMember(house.db, { projectId, userId, role });
    return house.signedInAs(userId);
  }

  const sheetOf = (id: number, month = "2026-02") =>
    `/projects/${projectId}/staff/assignments/${id}/timesheets/${month}`;
  const stored = () => house.db("timesheets").where({ assignment_id: assignmentId }).first();
  // February 2026 has 20 weekdays: 160 hours, 80 of them at half a workload.
  const FULL = { title1: "Metodika", hours1: "80" };

  test("are filled in by the person, submitted, returned with a reason and approved", async () => {
    expect((await worker.post(address, FULL)).status).toBe(303);
    expect(await stored()).toMatchObject({ fund_hours_e2: 8000, worked_hours_e2: 8000 });
    expect((await worker.post(`${address}/submission`, { version: "1" })).status).toBe(303);
    expect(await stored()).toMatchObject({ state: "submitted", submitted_on: "2026-03-02" });
    expect((await worker.post(address, { ...FULL, version: "2" })).status).toBe(409);
    expect((await worker.post(`${address}/approval`, { version: "2" })).status).toBe(403);
    const wordless = await manager.post(`${address}/return`, { version: "2", reason: "" });
    expect(wordless.status).toBe(422);
    await manager.post(`${address}/return`, { version: "2", reason: "Chybí 14. 2." });
    const returned = { returned_reason: "Chybí 14. 2.", returned_on: "2026-03-02" };
    expect(await stored()).toMatchObject({ state: "draft", ...returned });
    expect((await worker.get(address)).text).toContain("Výkaz byl vrácen: Chybí 14. 2.");
    await worker.post(`${address}/submission`, { version: "3" });
    expect(await stored()).toMatchObject({ returned_reason: null, returned_on: null });
    expect((await manager.post(`${address}/approval`, { version: "3" })).status).toBe(409);
    expect((await manager.post(`${address}/approval`, { version: "4" })).status).toBe(303);
    expect(await stored()).toMatchObject({ state: "approved", approved_on: "2026-03-02" });
  });

  test("a sum that differs from the fund has to be explained before it is submitted", async () => {
    await worker.post(address, { ...FULL, hours1: "79,5" });
    const page = await worker.get(address);
    expect(page.text).toContain(`Součet 79,50${NBSP}h se liší od fondu 80,00${NBSP}h`);
    expect((await worker.post(`${address}/submission`, { version: "1" })).status).toBe(409);
    const explained = { ...FULL, hours1: "79,5", note: "Půl hodiny neplaceného volna" };
    await worker.post(address, { ...explained, version: "1" });
    expect((await worker.post(`${address}/submission`, { version: "2" })).status).toBe(303);
  });

  test("hours over all projects may not pass the fund of the month", async () => {
    const elsewhere = await createProject(house.db);
    const other = await createPosition(house.db, elsewhere);
    const place = { projectId: elsewhere, positionId: other };
    const second = await createAssignment(house.db, place, { user_id: workerId });
    const key = { projectId: elsewhere, assignmentId: second, month: "2026-02" };
    await createTimesheet(house.db, key, { worked_hours_e2: 8001 });
    await worker.post(address, FULL);
    expect((await worker.get(address)).text).toContain(`160,01${NBSP}h, nejvýše smí být 160,00`);
    expect((await worker.post(`${address}/submission`, { version: "1" })).status).toBe(409);
  });

  test("are pre-filled from the hours in the person's log, by key activity, with the holidays", async () => {
    const activityId = await createActivity(house.db, projectId, { number: "3", title: "Školení" });
    const entry = { project_id: projectId, author_id: workerId, body: "Práce" };
    const log = async (given: Record<string, unknown>) =>
      insert(house.db, "log_entries", { ...entry, created_at: "2026-01-05T08:00:00Z", ...given });
    const one = await log({ happened_on: "2026-01-05", worked_minutes: 450 });
    const two = await log({ happened_on: "2026-01-31", worked_minutes: 20 });
    await log({ happened_on: "2026-02-01", worked_minutes: 999 });
    await log({ happened_on: "2026-01-05", worked_minutes: 999, author_id: null });
    for (const id of [one, two])
      await house.db("log_entry_activities").insert({ log_entry_id: id, activity_id: activityId });
    const form = await worker.get(`${sheetOf(assignmentId, "2026-01")}/edit`);
    expect(form.text).toContain('value="KA3 Školení"');
    expect(form.text).toContain('value="7,83"');
    // New Year's Day 2026 is a Thursday: eight hours, four at half a workload.
    expect(form.text).toMatch(/name="holidayProject"|id="holidayProject"/);
    expect(form.text).toContain('value="4,00"');
  });

  test("a field that is wrong is told and what was typed is kept", async () => {
    const wrong = { title1: "Metodika", hours1: "8,125", hours2: "5", vacation: "mnoho" };
    const answer = await worker.post(address, wrong);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="8,125"');
    expect(answer.text).toContain('href="#hours1"');
    expect(answer.text).toContain('href="#vacation"');
    const nameless = await worker.post(address, { ...FULL, hours2: "5" });
    expect(nameless.status).toBe(422);
    expect(nameless.text).toContain('href="#title2"');
    const foreign = await createActivity(house.db, await createProject(house.db));
    const chosen = await worker.post(address, { ...FULL, activity1: String(foreign) });
    expect(chosen.status).toBe(422);
    expect(chosen.text).toContain('href="#activity1"');
    expect(await stored()).toBeUndefined();
  });

  test("of others are closed to a colleague and open to who may read them, which is put down once a page", async () => {
    const colleague = await createUser(house.db);
    const place = { projectId, positionId };
    const other = await createAssignment(house.db, place, { user_id: colleague });
    const key = { projectId, assignmentId: other, month: "2026-02" };
    await createTimesheet(house.db, key, { worked_hours_e2: 12_345 });
    expect((await worker.get(sheetOf(other))).status).toBe(403);
    expect((await worker.post(sheetOf(other), FULL)).status).toBe(403);
    const month = `/projects/${projectId}/staff/timesheets?month=2026-02`;
    const own = await worker.get(month);
    expect(own.text).toContain("Eva Malá");
    expect(own.text).not.toContain("123,45");
    expect((await worker.get(month.replace("?", "/papers?"))).text).not.toContain("123,45");
    expect(await house.db("staff_data_accesses")).toEqual([]);
    expect((await manager.get(month)).text).toContain("123,45");
    expect((await manager.get(sheetOf(other))).text).toContain("123,45");
    const papers = await manager.get(month.replace("?", "/papers?"));
    expect(papers.text).toContain("123,45");
    expect((await house.db("staff_data_accesses")).map(({ page }) => page)).toEqual([
      "GET /projects/:projectId/staff/timesheets",
      "GET /projects/:projectId/staff/assignments/:assignmentId/timesheets/:month",
      "GET /projects/:projectId/staff/timesheets/papers",
    ]);
  });

  test("exist for no month ahead, outside the assignment or the project, nor for the flat rate", async () => {
    expect((await worker.get(`${sheetOf(assignmentId, "2026-04")}/edit`)).status).toBe(409);
    expect((await worker.post(sheetOf(assignmentId, "2026-04"), FULL)).status).toBe(409);
    expect((await worker.post(sheetOf(assignmentId, "2025-12"), FULL)).status).toBe(404);
    expect((await worker.post(sheetOf(assignmentId, "2027-01"), FULL)).status).toBe(404);
    expect((await worker.post(sheetOf(assignmentId, "2026-13"), FULL)).status).toBe(404);
    const flat = await createPosition(house.db, projectId, { funding: "flat-rate" });
    const place = { projectId, positionId: flat };
    const onRate = await createAssignment(house.db, place, { user_id: workerId });
    expect((await worker.post(sheetOf(onRate), FULL)).status).toBe(404);
    const month = await worker.get(`/projects/${projectId}/staff/timesheets?month=2026-02`);
    expect(month.text.match(/timesheets\/2026-02/g)?.length).toBe(1);
    expect((await worker.post(sheetOf(assignmentId, "2026-03"), FULL)).status).toBe(303);
  });

  test("the second editor is told, also when both began with an empty sheet", async () => {
    await worker.post(address, FULL);
    const late = await manager.post(address, { title1: "Jinak", hours1: "10" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Metodika");
    expect((await house.db("timesheet_lines")).map(({ title }) => title)).toEqual(["Metodika"]);
  });

  test("the paper says who, what, when and how much, in both languages, with room for two signatures", async () => {
    await house.db("projects").update({ registration_number: "CZ.03.02.02/00/22_006/0001329" });
    await worker.post(address, { ...FULL, hours1: "72", vacation: "8" });
    const page = await worker.get(address);
    for (const words of ["Duševní zdraví · CZ.03.02.02/00/22_006/0001329", "únor 2026", "72,00"])
      expect(page.text).toContain(words);
    expect(page.text).toContain("Prohlašuji, že uvedené hodiny");
    expect(page.text.match(/Podpis:/g)?.length).toBe(2);
    await house.db("users").where({ id: workerId }).update({ language: "en" });
    const english = await worker.get(address);
    for (const words of [
      "I declare that the hours",
      "February 2026",
      "160.00",
      "Employment contract",
    ])
      expect(english.text).toContain(words);
  });

  test("a month is read in the same number of queries for one person and for many", async () => {
    const month = `/projects/${projectId}/staff/timesheets?month=2026-02`;
    const measure = async () => (await statementsOf(house.db, () => manager.get(month))).length;
    await createTimesheet(house.db, { projectId, assignmentId, month: "2026-02" });
    const one = await measure();
    for (let n = 0; n < 5; n += 1) {
      const person = await createUser(house.db);
      const place = { projectId, positionId };
      const id = await createAssignment(house.db, place, { user_id: person });
      await createTimesheet(house.db, { projectId, assignmentId: id, month: "2026-02" });
    }
    expect(await measure()).toBe(one);
    expect(one).toBeLessThanOrEqual(9);
  });
});
