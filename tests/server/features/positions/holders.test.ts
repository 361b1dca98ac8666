import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import {
  createAssignment,
  createPosition,
  createTimesheet,
} from "../../../support/money-factories.ts";

const POSITION = { name: "Koordinátorka", contract: "employment", workloadMilli: "0,5" };

describe.each(engines)("positions and their people on %s", (engine) => {
  let house: TestApp;
  let manager: Browser;
  let projectId: number;
  let staff: string;
  let positionId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    manager = await memberOf("manager");
    staff = `/projects/${projectId}/staff`;
    positionId = await createPosition(house.db, projectId);
  });
  afterEach(() => house.close());

  async function memberOf(role: string): Promise<Browser> {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role });
    return house.signedInAs(userId);
  }

  test("are filled by a member, warned of when over one workload, and name no project out of sight", async () => {
    const userId = await createUser(house.db, { name: "Eva Malá" });
    await addMember(house.db, { projectId, userId, role: "coordinator" });
    const elsewhere = await createProject(house.db, { short_name: "Tajný projekt" });
    const other = await createPosition(house.db, elsewhere, { workload_milli: 700 });
    const place = { projectId: elsewhere, positionId: other };
    await createAssignment(house.db, place, {
      user_id: userId,
      workload_milli: null,
      ends_on: "2026-06-30",
    });
    const fields = { owner: `user-${userId}`, startsOn: "2026-03-01" };
    const address = `${staff}/positions/${positionId}/assignments`;
    expect((await manager.post(address, fields)).status).toBe(303);
    const page = await manager.get(staff);
    expect(page.text).toContain("Eva Malá má od 1.\u00a03.\u00a02026 do 30.\u00a06.\u00a02026");
    expect(page.text).toContain("v součtu 1,2 (v jiném projektu 0,7).");
    expect(page.text).not.toContain("Tajný projekt");
    const managerOfBoth = await createUser(house.db, { is_management: true });
    const seesAll = await house.signedInAs(managerOfBoth);
    expect((await seesAll.get(staff)).text).toContain("(Tajný projekt 0,7)");
    const twice = await manager.post(address, fields);
    expect(twice.status).toBe(422);
    expect(twice.text).toContain("Tento člověk v té době pozici už zastává.");
  });

  test("an account and a contact with the same e-mail are one person", async () => {
    const userId = await createUser(house.db, { email: "Eva@kraj.test" });
    const contact = { name: "E. Malá", sort_key: "e", email: "eva@kraj.test" };
    const [{ id: contactId }] = await house
      .db("contacts")
      .insert({ ...contact, created_at: "2026-01-01T00:00:00Z" })
      .returning("id");
    const elsewhere = await createProject(house.db);
    const other = await createPosition(house.db, elsewhere);
    await createAssignment(
      house.db,
      { projectId: elsewhere, positionId: other },
      { contact_id: contactId, workload_milli: 600 },
    );
    await createAssignment(house.db, { projectId, positionId }, { user_id: userId });
    expect((await manager.get(staff)).text).toContain("v součtu 1,1");
  });

  test("keep the days and the place of timesheets; one entered by mistake is removed", async () => {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role: "reader" });
    const place = { projectId, positionId };
    const assignmentId = await createAssignment(house.db, place, { user_id: userId });
    const key = { projectId, assignmentId, month: "2026-02" };
    const sheetId = await createTimesheet(house.db, key);
    const address = `${staff}/assignments/${assignmentId}`;
    const fields = { owner: `user-${userId}`, startsOn: "2026-01-01", version: "1" };
    const early = await manager.post(address, { ...fields, endsOn: "2026-01-31" });
    expect(early.status).toBe(422);
    expect(early.text).toContain("Mimo tuto dobu by zůstaly zapsané výkazy");
    expect((await manager.post(address, { ...fields, startsOn: "2026-03-01" })).status).toBe(422);
    expect((await manager.post(`${address}/archive`)).status).toBe(409);
    expect((await manager.post(address, { ...fields, endsOn: "2026-02-10" })).status).toBe(303);
    const position = `${staff}/positions/${positionId}`;
    expect((await manager.post(`${position}/archive`)).status).toBe(409);
    const onRate = { ...POSITION, funding: "flat-rate", version: "1" };
    expect((await manager.post(position, onRate)).text).toContain("už jsou zapsané výkazy");
    await house.db("timesheets").where({ id: sheetId }).delete();
    expect((await manager.post(position, onRate)).status).toBe(303);
    expect((await manager.post(`${address}/archive`)).status).toBe(303);
    expect((await manager.get(`${address}/edit`)).status).toBe(404);
  });

  test("without a person, or with an end before the start, nothing is saved", async () => {
    const address = `${staff}/positions/${positionId}/assignments`;
    const nobody = await manager.post(address, { startsOn: "2026-03-01" });
    expect(nobody.status).toBe(422);
    const fields = { owner: "new-contact", contactName: "Jan Lhota", startsOn: "2026-03-01" };
    expect((await manager.post(address, { ...fields, endsOn: "2026-02-01" })).status).toBe(422);
    expect((await manager.post(address, { ...fields, payHalere: "100" })).text).toContain(
      "Zadejte částku i jednotku",
    );
    expect((await manager.post(address, fields)).status).toBe(303);
    expect((await house.db("staff_assignments")).length).toBe(1);
  });
});
