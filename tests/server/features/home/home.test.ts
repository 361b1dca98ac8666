import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { MONDAY } from "../../../support/deps.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { createReport, createReportState } from "../../../support/report-factories.ts";

describe.each(engines)("my overview on %s", (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
  });
  afterEach(() => app.close());

  test("shows a manager what is overdue and due this week, their projects and what waits for them", async () => {
    const userId = await createUser(app.db);
    const projectId = await createProject(app.db, { short_name: "Duševní zdraví" });
    await createProject(app.db, { short_name: "Cizí projekt" });
    await addMember(app.db, { projectId, userId });
    const mine = { owner_user_id: userId };
    await createMilestone(app.db, projectId, { ...mine, title: "Zpráva", due_on: "2026-02-27" });
    await createMilestone(app.db, projectId, { ...mine, title: "Školení", due_on: "2026-03-05" });
    await createMilestone(app.db, projectId, { ...mine, title: "Až potom", due_on: "2026-04-30" });

    const page = await (await app.signedInAs(userId)).get("/");
    expect(page.status).toBe(200);
    for (const text of ["Zpráva", "Školení", "Duševní zdraví", "Stav ještě nikdo nezapsal"]) {
      expect(page.text).toContain(text);
    }
    expect(page.text).not.toContain("Až potom");
    expect(page.text).not.toContain("Cizí projekt");
    expect(page.text).toContain('name="projectId"');
  });

  test("shows management the portfolio, worst first, and what they are to decide", async () => {
    const userId = await createUser(app.db, { is_management: true });
    const good = await createProject(app.db, { short_name: "V pořádku" });
    const late = await createProject(app.db, { short_name: "Opožděný" });
    await app.db("project_totals").where({ project_id: good }).update({ health: "on-track" });
    await app
      .db("project_totals")
      .where({ project_id: late })
      .update({ health: "off-track", decision_needed: "Prodloužit projekt" });

    const page = await (await app.signedInAs(userId)).get("/");
    expect(page.text.indexOf("Opožděný")).toBeLessThan(page.text.indexOf("V pořádku"));
    expect(page.text).toContain("Prodloužit projekt");
    expect(page.text).not.toContain('name="projectId"');
  });

  test("shows what waits for this person with its age, the longest waiting first", async () => {
    const [userId, otherId] = [await createUser(app.db), await createUser(app.db)];
    const projectId = await createProject(app.db, { short_name: "Duševní zdraví" });
    await addMember(app.db, { projectId, userId });
    await addMember(app.db, { projectId, userId: otherId, role: "coordinator" });
    const reportId = await createReport(app.db, projectId, { state: "checking" });
    await createReportState(app.db, reportId, { state: "checking", valid_on: "2026-02-25" });
    for (let n = 1; n <= 11; n += 1)
      await insert(app.db, "project_changes", {
        ...{ project_id: projectId, number: n, kind: "substantial", title: "Prodloužení" },
        ...{ state: "announced", announced_on: `2026-02-${n + 9}`, created_at: MONDAY },
      });
    const page = await (await app.signedInAs(userId)).get("/");
    const told = page.text.replaceAll("\u00a0", " ");
    expect(told).toContain("Duševní zdraví · čeká na rozhodnutí od 10. 2.");
    expect(told.indexOf("Změna č. 1: ")).toBeLessThan(told.indexOf("Změna č. 10: "));
    expect(told).toContain("20 dní");
    expect(told).toContain(`href="/projects/${projectId}/changes/`);
    expect(told).toContain("A dalších: 2");
    expect(told).not.toContain("Zpráva o realizaci č. 1");
    const other = await (await app.signedInAs(otherId)).get("/");
    expect(other.text).toContain("Nic na vás nečeká.");
  });

  test("warns an administrator when mails do not leave", async () => {
    const browser = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    expect((await browser.get("/")).text).not.toContain("banner--");
    await app.db("mail_breakers").where({}).delete();
    await app.db("mail_breakers").insert({
      name: "smtp",
      open_until: "2026-03-02T08:00:00.000Z",
      failures: 3,
      last_error: "ECONNREFUSED",
    });
    expect((await browser.get("/")).text).toContain("banner--danger");
  });

  test("tells a newcomer how to get into a project", async () => {
    const page = await (await app.signedInAs(await createUser(app.db))).get("/");
    expect(page.text).toContain("Zatím nejste v žádném projektu.");
  });

  test("needs the same few queries however much there is", async () => {
    const userId = await createUser(app.db);
    for (let n = 0; n < 4; n += 1) {
      const projectId = await createProject(app.db);
      await addMember(app.db, { projectId, userId });
      await createMilestone(app.db, projectId, { owner_user_id: userId, due_on: "2026-03-01" });
    }
    const browser = await app.signedInAs(userId);
    await browser.get("/");
    expect(await statementsOf(app.db, () => browser.get("/"))).toHaveLength(8);
  });
});
