import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the state as of today on %s", (engine) => {
  let app: TestApp;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    userId = await createUser(app.db);
  });
  afterEach(() => app.close());

  async function projectOf(given: object = {}): Promise<number> {
    const projectId = await createProject(app.db, {
      department: "Odbor sociálních věcí",
      ...given,
    });
    await addMember(app.db, { projectId, userId });
    return projectId;
  }

  test("tells on one sheet how a project stands and what the head is to decide", async () => {
    const projectId = await projectOf({ total_halere: 1_000_000_00 });
    await app.db("project_totals").where({ project_id: projectId }).update({
      health: "at-risk",
      health_on: "2026-02-20",
      health_by: userId,
      health_sentence: "Chybí lektor pro peer kurz.",
      decision_needed: "Schválit náhradního lektora",
      spent_halere: 250_000_00,
      spent_on: "2026-02-28",
    });
    await createMilestone(app.db, projectId, { title: "Smlouva s lektorem", due_on: "2026-02-27" });
    await createMilestone(app.db, projectId, { title: "Zahájit kurz", due_on: "2026-03-20" });
    await createMilestone(app.db, projectId, { title: "Později", due_on: "2026-09-01" });
    await createIndicator(app.db, projectId, { target: 40, achieved: 10 });

    const page = await (await app.signedInAs(userId)).get(`/projects/${projectId}/today`);
    expect(page.status).toBe(200);
    for (const text of [
      "Chybí lektor pro peer kurz.",
      "Schválit náhradního lektora",
      "Smlouva s lektorem",
      "Zahájit kurz",
      "10 / 40 osoby",
    ]) {
      expect(page.text).toContain(text);
    }
    expect(page.text).toMatch(/25.%/);
    expect(page.text).not.toContain("Později");
  });

  test("of all shows those not ended within reach, worst first, and narrows by department", async () => {
    const good = await projectOf({ short_name: "V pořádku", sort_key: "a" });
    const late = await projectOf({ short_name: "Opožděný", sort_key: "b" });
    await projectOf({ short_name: "Ukončený", ends_on: "2025-12-31" });
    await createProject(app.db, { short_name: "Cizí" });
    await app.db("projects").where({ id: good }).update({ department: "Odbor dopravy" });
    await app.db("project_totals").where({ project_id: late }).update({ health: "off-track" });

    const browser = await app.signedInAs(userId);
    const all = await browser.get("/today");
    expect(all.text.indexOf("Opožděný")).toBeLessThan(all.text.indexOf("V pořádku"));
    expect(all.text).not.toContain("Ukončený");
    expect(all.text).not.toContain("Cizí");
    const some = await browser.get(`/today?department=${encodeURIComponent("Odbor dopravy")}`);
    expect(some.text).not.toContain("Opožděný");
  });

  test("needs the same few queries for one project and for many", async () => {
    for (let n = 0; n < 5; n += 1) await projectOf();
    const browser = await app.signedInAs(userId);
    expect(await statementsOf(app.db, () => browser.get("/today"))).toHaveLength(5);
  });

  test("says so when nothing runs, and is missing for a stranger", async () => {
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get("/today")).text).toContain(
      "Žádný projekt, který vidíte, dnes neběží.",
    );
    const projectId = await projectOf();
    expect((await stranger.get(`/projects/${projectId}/today`)).status).toBe(404);
  });
});
