import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createMilestone,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the timeline on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    userId = await createUser(app.db);
    projectId = await createProject(app.db, { short_name: "Duševní zdraví" });
    await addMember(app.db, { projectId, userId });
  });
  afterEach(() => app.close());

  async function fill(): Promise<void> {
    await createPeriod(app.db, projectId);
    const activityId = await createActivity(app.db, projectId, {
      number: "1",
      title: "Vzdělávání peer konzultantů",
      starts_on: "2025-02-01",
      ends_on: "2026-05-31",
      baseline_starts_on: "2025-02-01",
      baseline_ends_on: "2026-03-31",
      percent: 40,
    });
    await createActivity(app.db, projectId, { number: "a", parent_id: activityId });
    const given = { activity_id: activityId, title: "Odevzdat metodiku", due_on: "2026-02-27" };
    await createMilestone(app.db, projectId, given);
    await createMilestone(app.db, projectId, {
      kind: "report",
      title: "ZoR 2",
      due_on: "2026-06-30",
    });
  }

  test("draws activities with their slip, what is owed and the periods, and tells it all in tables", async () => {
    await fill();
    const page = await (await app.signedInAs(userId)).get(`/projects/${projectId}/timeline`);
    expect(page.status).toBe(200);
    expect(page.text).toContain("KA1 Vzdělávání peer konzultantů");
    expect(page.text).toContain("posun konce o 61 dnů");
    expect(page.text).toContain("Odevzdat metodiku; milník; po termínu");
    expect(page.text).toContain("1. sledované období");
    expect(page.text.match(/<table/g)).toHaveLength(2);
  });

  test("needs the same few queries whatever it draws", async () => {
    await fill();
    const browser = await app.signedInAs(userId);
    const statements = await statementsOf(app.db, () =>
      browser.get(`/projects/${projectId}/timeline`),
    );
    expect(statements).toHaveLength(6);
    const portfolio = await statementsOf(app.db, () => browser.get("/timeline"));
    expect(portfolio).toHaveLength(3);
  });

  test("is looked at by month, quarter and year, and an address that makes no sense shows the whole", async () => {
    await fill();
    const browser = await app.signedInAs(userId);
    for (const query of ["zoom=month&on=2026-02-10", "zoom=quarter", "zoom=year&paper=a3"]) {
      const page = await browser.get(`/projects/${projectId}/timeline?${query}`);
      expect(page.status).toBe(200);
    }
    const odd = await browser.get(`/projects/${projectId}/timeline?zoom=a&zoom=b&on=2026-02-31`);
    expect(odd.status).toBe(200);
    expect(odd.text).toContain("Odevzdat metodiku");
  });

  test("is saved as a drawing that needs nothing else", async () => {
    await fill();
    const browser = await app.signedInAs(userId);
    const file = await browser.get(`/projects/${projectId}/timeline?format=svg`).buffer(true);
    expect(file.headers["content-type"]).toContain("image/svg+xml");
    expect(file.headers["content-disposition"]).toContain("harmonogram.svg");
    const text = file.text ?? file.body.toString();
    expect(text).toContain("<style>");
    expect(text).not.toContain("var(--");
  });

  test("of the portfolio shows each project within reach, and no other", async () => {
    await fill();
    await createProject(app.db, { short_name: "Cizí projekt" });
    const page = await (await app.signedInAs(userId)).get("/timeline");
    expect(page.text).toContain("Duševní zdraví");
    expect(page.text).not.toContain("Cizí projekt");
  });

  test("of an empty project offers to begin", async () => {
    const page = await (await app.signedInAs(userId)).get(`/projects/${projectId}/timeline`);
    expect(page.text).toContain("Přidat klíčovou aktivitu");
  });

  test("is as missing as the project for a stranger", async () => {
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(`/projects/${projectId}/timeline`)).status).toBe(404);
  });
});
