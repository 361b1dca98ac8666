import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import {
  createAssignment,
  createBudgetLine,
  createBudgetVersion,
  createPosition,
} from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const POSITION = { name: "Koordinátorka", contract: "employment", workloadMilli: "0,5" };
const DIRECT = { ...POSITION, funding: "direct" };

describe.each(engines)("positions on %s", (engine) => {
  let house: TestApp;
  let manager: Browser;
  let projectId: number;
  let staff: string;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    manager = await memberOf("manager");
    staff = `/projects/${projectId}/staff`;
  });
  afterEach(() => house.close());

  async function memberOf(role: string): Promise<Browser> {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role });
    return house.signedInAs(userId);
  }

  const positionOf = (id: number) => house.db("positions").where({ id }).first();

  test("a position is created with contract, workload and line of the budget in force", async () => {
    const { versionId } = await createBudgetVersion(house.db, projectId);
    const place = { projectId, versionId };
    const lineId = await createBudgetLine(house.db, place, { code: "1.1.1.1", is_leaf: true });
    const fields = { ...DIRECT, budgetLineId: String(lineId) };
    const answer = await manager.post(`${staff}/positions`, fields);
    expect(answer.status).toBe(303);
    const [row] = await house.db("positions");
    expect(row).toMatchObject({ contract: "employment", workload_milli: 500, funding: "direct" });
    expect(row.budget_line_id).toBe(lineId);
    const page = await manager.get(staff);
    expect(page.text).toContain("1.1.1.1 Nákup služeb");
    expect(page.text).toContain("Obsazeno 0 z 1");
  });

  test("what is wrong is said beside the field, and what was typed is kept", async () => {
    const wrong = { ...DIRECT, name: "Metodička", workloadMilli: "2,5", budgetLineId: "999" };
    const answer = await manager.post(`${staff}/positions`, wrong);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("Metodička");
    expect(answer.text).toContain("nejvýše 2");
    const later = await manager.post(`${staff}/positions`, { ...wrong, workloadMilli: "1" });
    expect(later.text).toContain("Vyberte jednu z nabízených možností.");
    const rate = { ...DIRECT, funding: "flat-rate", budgetLineId: "999" };
    const onRate = await manager.post(`${staff}/positions`, rate);
    expect(onRate.text).toContain("položku rozpočtu nemá");
    const output = await manager.post(`${staff}/positions`, { ...DIRECT, milestoneId: "999" });
    expect(output.text).toContain("Výstup se plní jen obsazením nově vytvářené pozice.");
    const bare = await manager.post(`${staff}/positions`, { ...DIRECT, workloadMilli: "" });
    expect(bare.text).toContain("Vyplňte toto pole.");
    expect(await house.db("positions")).toEqual([]);
  });

  test("readers see positions and change nothing, strangers see nothing, a foreign one is missing", async () => {
    const positionId = await createPosition(house.db, projectId);
    const coordinator = await memberOf("coordinator");
    expect((await coordinator.get(`${staff}/positions/${positionId}`)).status).toBe(200);
    expect((await coordinator.get(`${staff}/positions/new`)).status).toBe(403);
    expect((await coordinator.post(`${staff}/positions`, DIRECT)).status).toBe(403);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get(staff)).status).toBe(404);
    const foreign = await createPosition(house.db, await createProject(house.db));
    expect((await manager.get(`${staff}/positions/${foreign}`)).status).toBe(404);
  });

  test("the second editor is shown what the first one saved; a form sent twice saves once", async () => {
    const submission = "11111111-1111-4111-8111-111111111111";
    const twice = { ...DIRECT, _submission: submission };
    await manager.post(`${staff}/positions`, twice);
    await manager.post(`${staff}/positions`, twice);
    const all = await house.db("positions");
    expect(all.length).toBe(1);
    const address = `${staff}/positions/${all[0].id}`;
    await manager.post(address, { ...DIRECT, version: "1", name: "Garantka" });
    const late = await manager.post(address, { ...DIRECT, version: "1", name: "Gestorka" });
    expect(late.status).toBe(409);
    expect(late.text).toContain("Garantka");
    expect(late.text).toContain("Gestorka");
    expect((await positionOf(all[0].id)).name).toBe("Garantka");
  });

  test("a column that the form does not have changes nothing", async () => {
    const positionId = await createPosition(house.db, projectId);
    const extra = { state: "filled", project_id: "999", archived_at: "2026-01-01" };
    await manager.post(`${staff}/positions/${positionId}`, { ...DIRECT, version: "1", ...extra });
    expect(await positionOf(positionId)).toMatchObject({
      state: "vacant",
      project_id: projectId,
      archived_at: null,
    });
  });

  describe("that the project creates", () => {
    let milestoneId: number;
    let positionId: number;
    let address: string;
    beforeEach(async () => {
      const { db } = house;
      const kind = { kind: "output", output_kind: "position" };
      milestoneId = await createMilestone(db, projectId, kind);
      const given = { is_to_be_created: true, milestone_id: milestoneId };
      positionId = await createPosition(db, projectId, given);
      address = `${staff}/positions/${positionId}`;
    });

    const output = () => house.db("milestones").where({ id: milestoneId }).first();
    const proof = "Smlouva č. 12";

    test("filled completes its output with its proof, and a correction opens it again", async () => {
      const advertised = { state: "advertised", validOn: "2026-02-01", version: "1" };
      expect((await manager.post(`${address}/states`, advertised)).status).toBe(303);
      expect((await output()).done_on).toBeNull();
      const filled = { state: "filled", validOn: "2026-02-10", version: "2", proof };
      expect((await manager.post(`${address}/states`, filled)).status).toBe(303);
      expect(await output()).toMatchObject({ done_on: "2026-02-10", proof });
      expect((await manager.get(staff)).text).toContain(
        "Obsazeno 1 z 1, z toho nově vytvořené 1 z 1",
      );
      const [fact] = await house.db("position_states").where({ state: "filled" });
      const correction = { state: "advertised", validOn: "2026-02-10", version: "3", note: "Omyl" };
      const corrected = await manager.post(`${address}/states/${fact.id}/correction`, correction);
      expect(corrected.status).toBe(303);
      expect((await output()).done_on).toBeNull();
      expect(await positionOf(positionId)).toMatchObject({ state: "advertised", version: 4 });
      const page = await manager.get(address);
      expect(page.text).toContain("(opraveno)");
      expect(page.text).toContain("Omyl");
    });

    test("a correction of the day alone moves the day of the output", async () => {
      const filled = { state: "filled", validOn: "2026-02-10", version: "1", proof };
      await manager.post(`${address}/states`, filled);
      const [fact] = await house.db("position_states");
      const correction = {
        ...filled,
        version: "2",
        validOn: "2026-02-12",
        note: "Pozdější nástup",
      };
      await manager.post(`${address}/states/${fact.id}/correction`, correction);
      expect(await output()).toMatchObject({ done_on: "2026-02-12", proof });
    });

    test("vacated, the position is vacant again and its output stays done", async () => {
      const filled = { state: "filled", validOn: "2026-02-10", version: "1", proof };
      await manager.post(`${address}/states`, filled);
      const vacated = { state: "vacated", validOn: "2026-02-28", version: "2" };
      await manager.post(`${address}/states`, vacated);
      expect((await positionOf(positionId)).state).toBe("vacated");
      expect((await output()).done_on).toBe("2026-02-10");
      expect((await manager.get(staff)).text).toContain(
        "Obsazeno 0 z 1, z toho nově vytvořené 0 z 1",
      );
    });

    test("linked to an output once filled, it completes it as well", async () => {
      await house.db("positions").where({ id: positionId }).update({ milestone_id: null });
      const filled = { state: "filled", validOn: "2026-02-10", version: "1", proof };
      await manager.post(`${address}/states`, filled);
      const link = { isToBeCreated: "true", milestoneId: String(milestoneId), version: "2" };
      await manager.post(address, { ...DIRECT, ...link });
      expect((await output()).done_on).toBe("2026-02-10");
    });

    test("no step is skipped backwards, nor into the future, nor by an old form", async () => {
      const vacated = { state: "vacated", validOn: "2026-02-10", version: "1" };
      expect((await manager.post(`${address}/states`, vacated)).status).toBe(422);
      const ahead = { state: "filled", validOn: "2026-03-03", version: "1" };
      expect((await manager.post(`${address}/states`, ahead)).text).toContain(
        "Datum nesmí být v budoucnosti.",
      );
      const filled = { state: "filled", validOn: "2026-02-10", version: "1" };
      await manager.post(`${address}/states`, filled);
      const before = { state: "vacated", validOn: "2026-02-09", version: "2" };
      expect((await manager.post(`${address}/states`, before)).status).toBe(422);
      const old = { state: "vacated", validOn: "2026-02-20", version: "1" };
      expect((await manager.post(`${address}/states`, old)).status).toBe(409);
      expect((await house.db("position_states")).length).toBe(1);
    });

    test("its output is offered to no other position", async () => {
      const other = { ...DIRECT, isToBeCreated: "true", milestoneId: String(milestoneId) };
      expect((await manager.post(`${staff}/positions`, other)).status).toBe(422);
    });
  });

  test("the team comes as a workbook, a row for each holder and nothing of pay", async () => {
    const reader = await memberOf("reader");
    expect((await reader.get(staff)).text).not.toContain("format=xlsx");
    const named = { name: "=1+1", workload_milli: 750 };
    const positionId = await createPosition(house.db, projectId, named);
    await createPosition(house.db, projectId, { funding: "flat-rate", is_to_be_created: true });
    const holder = async (name: string, given: object) => {
      const user_id = await createUser(house.db, { name });
      await createAssignment(house.db, { projectId, positionId }, { user_id, ...given });
    };
    await holder("Eva Bývalá", { starts_on: "2025-01-01", ends_on: "2025-12-31" });
    await holder("Jan Malý", { starts_on: "2026-01-01", pay_unit: "month", pay_halere: 4_321_000 });
    await holder("Ota Pozdní", { starts_on: "2027-01-01", ends_on: "2027-06-30" });
    expect((await reader.get(staff)).text).toContain(`${staff}?format=xlsx`);
    const file = await reader.get(`${staff}?format=xlsx`).responseType("blob");
    expect(file.headers["content-disposition"]).toContain("realizacni-tym.xlsx");
    const [heads, ...rows] = await readSheet(file.body);
    expect(heads).toHaveLength(11);
    const day = (date: string) => new Date(date);
    const held = ["=1+1", "pracovní smlouva", "přímé náklady", null, null, null, 0.75, "obsazeno"];
    expect(rows).toEqual([
      [...held, "Ota Pozdní", day("2027-01-01"), day("2027-06-30")],
      [...held, "Jan Malý", day("2026-01-01"), null],
      [
        ...["Odborný pracovník", "pracovní smlouva", "paušál", null, null, "nově vytvářená", 0.5],
        ...["neobsazeno", null, null, null],
      ],
    ]);
    const stranger = await house.signedInAs(await createUser(house.db));
    expect((await stranger.get(`${staff}?format=xlsx`)).status).toBe(404);
  });

  test("the team's page asks the same number of queries for one position and for many", async () => {
    const measure = async () => (await statementsOf(house.db, () => manager.get(staff))).length;
    const positionId = await createPosition(house.db, projectId);
    const userId = await createUser(house.db);
    await createAssignment(house.db, { projectId, positionId }, { user_id: userId });
    const one = await measure();
    for (let n = 0; n < 5; n += 1) {
      const more = await createPosition(house.db, projectId);
      const person = await createUser(house.db);
      await createAssignment(house.db, { projectId, positionId: more }, { user_id: person });
    }
    expect(await measure()).toBe(one);
    expect(one).toBeLessThanOrEqual(9);
  });
});
