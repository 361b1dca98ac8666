import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { tidyUp } from "../../../../server/features/housekeeping/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const ALL = "/admin/audit/staff-data";

describe.each(engines)("who was shown pay and timesheets on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let otherId: number;
  let managerId: number;
  let manager: Browser;
  let auditor: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db, { short_name: "Rodiny" });
    otherId = await createProject(house.db, { short_name: "Dětské skupiny" });
    managerId = await createUser(house.db, { name: "Marie Manažerka" });
    await addMember(house.db, { projectId, userId: managerId, role: "manager" });
    manager = await house.signedInAs(managerId);
    auditor = await house.signedInAs(await createUser(house.db, { is_auditor: true }));
  });
  afterEach(() => house.close());

  const shown = (project_id: number, page: string, given: object = {}) =>
    insert(house.db, "staff_data_accesses", {
      ...{ project_id, user_id: managerId, page, happened_at: "2026-03-01T08:00:00.000Z" },
      ...given,
    });
  const ofProject = () => `/projects/${projectId}/staff/accesses`;

  test("is told to the manager of the project and to an auditor of all, newest first", async () => {
    await shown(projectId, "GET /projects/:projectId/staff/payroll");
    await shown(otherId, "GET /projects/:projectId/expenditures/:expenditureId/payroll");
    const own = await manager.get(ofProject());
    expect(own.text).toContain("Mzdy za měsíc");
    expect(own.text).toContain("Marie Manažerka");
    expect(own.text).not.toContain("Rozpis mzdy");
    const all = await auditor.get(ALL);
    const places = ["Rozpis mzdy", "Mzdy za měsíc"].map((what) => all.text.indexOf(what));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect((await auditor.get(`${ALL}?project=${projectId}`)).text).not.toContain("Rozpis mzdy");
    expect((await auditor.get(`${ALL}?person=999`)).text).toContain("neodpovídá žádný přístup");
  });

  test("is closed to those who only read pay, and each reading of it is put down itself", async () => {
    const financeId = await createUser(house.db);
    await addMember(house.db, { projectId, userId: financeId, role: "finance" });
    const finance = await house.signedInAs(financeId);
    expect((await finance.get(ofProject())).status).toBe(403);
    expect((await manager.get(ALL)).status).toBe(403);
    expect((await manager.get(`/projects/${otherId}/staff/accesses`)).status).toBe(404);
    await manager.get(ofProject());
    await auditor.get(ALL);
    const readings = await house.db("audit_events").where("action", "like", "audit%");
    expect(readings).toHaveLength(2);
  });

  test("comes in pages, by as many queries however long it is", async () => {
    const page = "GET /projects/:projectId/staff/timesheets";
    const measure = async () => (await statementsOf(house.db, () => auditor.get(ALL))).length;
    await shown(projectId, page);
    const one = await measure();
    for (let n = 0; n < 55; n += 1) await shown(projectId, page);
    expect(await measure()).toBe(one);
    const first = await auditor.get(ALL);
    const [, older = ""] = /rel="next" href="([^"]+)"/.exec(first.text) ?? [];
    const rest = await auditor.get(older.replaceAll("&amp;", "&"));
    expect(rest.text.match(/Výkazy práce za měsíc/g)).toHaveLength(6);
  });

  test("is kept for two years", async () => {
    await shown(projectId, "GET /old", { happened_at: "2024-01-01T08:00:00.000Z" });
    await shown(projectId, "GET /new");
    await tidyUp(house);
    expect((await house.db("staff_data_accesses")).map(({ page }) => page)).toEqual(["GET /new"]);
  });
});
