import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the page of what is due on %s", (engine) => {
  let house: TestApp;
  let browser: Browser;
  let userId: number;
  let otherId: number;
  let projectId: number;
  beforeEach(async () => {
    house = await openTestApp(engine);
    userId = await createUser(house.db, { name: "Eva Dvořáková" });
    otherId = await createUser(house.db, { name: "Petr Malý" });
    projectId = await createProject(house.db, { short_name: "Rodiny" });
    await addMember(house.db, { projectId, userId });
    await addMember(house.db, { projectId, userId: otherId, role: "coordinator" });
    browser = await house.signedInAs(userId);
  });
  afterEach(() => house.close());

  const due = (title: string, due_on: string, more: object = {}) =>
    createMilestone(house.db, projectId, { title, due_on, ...more });
  const page = async (query = "") => (await browser.get(`/agenda${query}`)).text;

  test("shows my own by sections, the overdue first", async () => {
    await due("Pozdě odevzdaná zpráva", "2026-02-20");
    await due("Dnešní schůzka", "2026-03-02");
    await due("Cizí úkol", "2026-03-05", { owner_user_id: otherId });
    await due("Za čtvrt roku", "2026-05-20");
    await due("Příliš daleko", "2026-07-20");
    const text = await page();
    const order = ["Po termínu", "Pozdě odevzdaná", "Dnešní schůzka", "Za čtvrt roku"];
    const table = text.slice(text.indexOf("<tbody>"));
    const places = order.map((words) => table.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(Math.min(...places)).toBeGreaterThan(-1);
    expect(text).not.toContain("Cizí úkol");
    expect(text).not.toContain("Příliš daleko");
  });

  test("shows everybody's within reach, one person's or one section, as the address says", async () => {
    await due("Můj úkol", "2026-03-05");
    await due("Petrův úkol", "2026-03-25", { owner_user_id: otherId });
    const foreign = await createProject(house.db);
    await createMilestone(house.db, foreign, { title: "Cizí projekt" });
    expect(await page("?who=all")).toContain("Petrův úkol");
    expect(await page("?who=all")).not.toContain("Cizí projekt");
    expect(await page(`?who=${otherId}`)).not.toContain("Můj úkol");
    expect(await page("?who=all&section=week")).not.toContain("Petrův úkol");
    expect(await page(`?who=all&project=${foreign}`)).toContain("Tomuto výběru neodpovídá");
  });

  test("says that nothing is due, and takes nonsense in the address for nothing", async () => {
    expect(await page()).toContain("Nic vás nečeká.");
    const odd = await browser.get("/agenda?who=x&who=y&project=-1&section=never&page=0");
    expect(odd.status).toBe(200);
  });

  test("management sees all projects at once", async () => {
    await due("Úkol v projektu", "2026-03-05");
    const manager = await createUser(house.db, { is_management: true });
    const answer = await (await house.signedInAs(manager)).get("/agenda");
    expect(answer.text).toContain("Úkol v projektu");
  });

  test("comes as a workbook with typed days", async () => {
    await due("=1+1", "2026-03-05");
    const answer = await browser.get("/agenda?format=xlsx").responseType("blob");
    const [sheet] = await readXlsxFile(answer.body);
    const rows = (sheet as { data: unknown[][] }).data;
    expect(rows[1]).toEqual([
      new Date("2026-03-05T00:00:00Z"),
      "Do 7 dnů",
      "=1+1",
      "milník",
      "Rodiny",
      "Eva Dvořáková",
    ]);
  });

  test("asks the database as often for one thing as for many", async () => {
    await due("Jeden", "2026-03-05");
    const one = await statementsOf(house.db, () => page());
    for (let n = 0; n < 60; n += 1) await due(`Další ${n}`, "2026-03-06");
    const many = await statementsOf(house.db, () => page());
    expect(many).toHaveLength(one.length);
    expect(many.length).toBeLessThanOrEqual(7);
  });
});
