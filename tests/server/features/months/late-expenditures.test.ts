import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listLateExpenditures } from "../../../../db/queries/month-corrections.ts";
import { reportMonth } from "../../../../server/features/months/reporting/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";

const REPORTED = "2026-04-07T06:00:00.000Z";
const LATE = "2026-05-05T10:00:00.000Z";

describe.each(engines)("expenditure of a reported month on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: REPORTED });
    projectId = await createProject(house.db);
    userId = await createUser(house.db, { name: "Eva Dvořáková" });
    await addMember(house.db, { projectId, userId, role: "finance" });
    await reportMonth(house, "2026-03");
    house.clock.set("2026-05-06T08:00:00.000Z");
  });
  afterEach(() => house.close());

  async function fact(given: object = {}, kind = "invoice") {
    const expenditureId = await insert(house.db, "expenditures", {
      ...{ project_id: projectId, kind, description: "Doklad", state: "recorded" },
      ...{ amount_halere: 0, valid_on: "2026-03-10", created_at: REPORTED },
    });
    return further(expenditureId, given);
  }

  const further = async (expenditureId: number, given: object) => ({
    expenditureId,
    id: await insert(house.db, "expenditure_facts", {
      ...{ expenditure_id: expenditureId, project_id: projectId, state: "recorded" },
      ...{ amount_halere: 1_200_000, valid_on: "2026-03-10" },
      ...{ recorded_at: LATE, recorded_by: userId },
      ...given,
    }),
  });

  const changes = async () => {
    const span = { projectId, from: "2026-03-01", to: "2026-03-31", after: REPORTED };
    const rows = await listLateExpenditures(house.db, span);
    return rows.map(({ month, halere }) => [month, halere]);
  };

  const page = async (role = "finance") => {
    const readerId = await createUser(house.db);
    await addMember(house.db, { projectId, userId: readerId, role });
    const browser = await house.signedInAs(readerId);
    const answer = await browser.get(`/projects/${projectId}/months/2026-03`);
    expect(answer.status).toBe(200);
    return answer.text.replace(/\s+/g, " ");
  };

  test("entered after the report is told by its month, what was known, planned or is of later months is not", async () => {
    await fact();
    await fact({ valid_on: "2026-02-03", amount_halere: 500_000 });
    await fact({ recorded_at: "2026-04-01T10:00:00.000Z" });
    await fact({ valid_on: "2026-04-01" });
    await fact({ state: "planned" });
    expect(await changes()).toEqual([
      ["2026-02", 500_000],
      ["2026-03", 1_200_000],
    ]);
    const text = await page();
    expect(text).toContain("Výdaje: +12 000 Kč za březen 2026");
    expect(text).toContain("Eva Dvořáková");
  });

  test("corrected later is told by the difference, moved between months by both, withdrawn as less", async () => {
    const early = { recorded_at: "2026-04-01T10:00:00.000Z" };
    const corrected = await fact(early);
    await further(corrected.expenditureId, { amount_halere: 900_000, corrects_id: corrected.id });
    expect(await changes()).toEqual([["2026-03", -300_000]]);
    const moved = await fact(early);
    await further(moved.expenditureId, { valid_on: "2026-02-27", corrects_id: moved.id });
    const gone = await fact({ ...early, valid_on: "2026-01-20", amount_halere: 70_000 });
    await further(gone.expenditureId, {
      ...{ amount_halere: null, corrects_id: gone.id, valid_on: "2026-01-20" },
      recorded_at: "2026-05-05T11:00:00.000Z",
    });
    expect(await changes()).toEqual([
      ["2026-02", 1_200_000],
      ["2026-03", -1_500_000],
      ["2026-01", -70_000],
    ]);
    expect(await page()).toContain("Výdaje: -15 000 Kč za březen 2026");
  });

  test("moved to another line changes no month, and what was entered and corrected late comes to what stands", async () => {
    const early = await fact({ recorded_at: "2026-04-01T10:00:00.000Z" });
    await further(early.expenditureId, { corrects_id: early.id });
    expect(await changes()).toEqual([]);
    const late = await fact({ amount_halere: 100_000 });
    await further(late.expenditureId, {
      ...{ amount_halere: 130_000, corrects_id: late.id },
      recorded_at: "2026-05-05T11:00:00.000Z",
    });
    expect(await page()).toContain("Výdaje: +1 300 Kč za březen 2026");
  });

  test("one item of pay is told without its sum to those who may not read pay", async () => {
    await fact({}, "payroll");
    expect(await page()).toContain("Výdaje: +12 000 Kč za březen 2026");
    const hidden = await page("reader");
    expect(hidden).toContain("Osobní náklady za březen 2026");
    expect(hidden).not.toContain("+12 000");
    await fact({ amount_halere: 100 }, "payroll");
    expect(await page("reader")).toContain("+12 001 Kč");
  });
});
