import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the overview of a project on %s", (engine) => {
  let app: TestApp;
  let project: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    project = await createProject(app.db, {
      title: "Podpora procesů",
      starts_on: "2025-03-03",
      ends_on: "2027-03-02",
      total_halere: 1_000_000_00,
      registration_number: "CZ.03.02.02/00/22_006/0001329",
    });
    managerId = await createUser(app.db, { name: "Alena Dvořáková" });
    await addMember(app.db, { projectId: project, userId: managerId });
  });
  afterEach(() => app.close());

  const overviewFor = async (userId: number) =>
    (await app.signedInAs(userId)).get(`/projects/${project}`);
  const totals = (row: object) =>
    app.db("project_totals").where({ project_id: project }).update(row);

  test("shows the status with its author, four key figures and what is due", async () => {
    await totals({
      health: "off-track",
      health_sentence: "Zpožďuje se výběr dodavatele.",
      decision_needed: "Schválit posun kampaně.",
      health_on: "2026-02-20",
      health_by: managerId,
      spent_halere: 250_000_00,
      spent_on: "2026-02-28",
      indicators_bp: 4_000,
      indicators_with_target: 2,
      indicators_met: 1,
    });
    await createIndicator(app.db, project, { target: 100, achieved: 100 });
    await createIndicator(app.db, project, { target: 100, achieved: 10, name: "Počet stáží" });
    await createMilestone(app.db, project, { due_on: "2026-02-28", title: "Plakát" });
    await createMilestone(app.db, project, { due_on: "2026-03-14", title: "Zpráva č. 4" });
    const { text } = await overviewFor(managerId);
    for (const part of [
      "CZ.03.02.02/00/22_006/0001329",
      "Ve skluzu",
      "stav k 20.\u00a02.\u00a02026, Alena Dvořáková",
      "do konce zbývá 365 dní",
      "Zpožďuje se výběr dodavatele.",
      "Schválit posun kampaně.",
      "50\u00a0%",
      "uplynulo 365 z 730 dní",
      "1 z 2 splněno",
      "0 podle času, 1 pozadu",
      "zbývá 750\u00a0000\u00a0Kč",
      "za 12 dní",
      "1 po termínu",
      "Počet stáží",
      "Plakát",
    ]) {
      expect(text).toContain(part);
    }
  });

  test("of an empty project says what is missing and offers the next step to whoever may take it", async () => {
    const { text } = await overviewFor(managerId);
    for (const part of [
      "Nikdo zatím nenapsal, jak na tom projekt je.",
      "Projekt zatím nemá žádný indikátor.",
      "V deníku zatím nic není.",
      "Zdroje financování nejsou uvedeny.",
      `href="/projects/${project}/indicators/new"`,
      `href="/projects/${project}/status/new"`,
    ]) {
      expect(text).toContain(part);
    }
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId: project, userId: reader, role: "reader" });
    const seen = await overviewFor(reader);
    expect(seen.status).toBe(200);
    expect(seen.text).not.toContain("/new");
    expect(seen.text).not.toContain("/edit");
    expect(seen.text).not.toContain("/archive");
  });

  test("splits the total by sources only as far as shares are known, and to the haléř", async () => {
    const source = (position: number, kind: string, name: string, share_ppm: number | null) =>
      app.db("project_sources").insert({ project_id: project, position, kind, name, share_ppm });
    await app.db("projects").where({ id: project }).update({ total_halere: 1_579_560_005 });
    await source(1, "eu", "ESF+", 767_350);
    await source(2, "state", "SR", 182_650);
    await source(3, "region", "LK", null);
    const partly = (await overviewFor(managerId)).text;
    expect(partly).toContain("12\u00a0120\u00a0753,70\u00a0Kč");
    expect(partly).not.toContain("funding__bar");
    await app.db("project_sources").where({ name: "LK" }).update({ share_ppm: 50_000 });
    const wholly = (await overviewFor(managerId)).text;
    const amounts = [...wholly.matchAll(/number">([\d\u00a0]+,\d\d)\u00a0Kč<\/td><\/tr>/g)].map(
      ([, amount]) => Number(amount?.replace(/\D/g, "")),
    );
    const [total, ...parts] = amounts.toReversed();
    expect(parts).toHaveLength(3);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    expect(wholly).toContain("funding__bar");
  });

  test("asks the database the same few questions however much the project holds", async () => {
    const browser = await app.signedInAs(managerId);
    const visit = () => statementsOf(app.db, async () => browser.get(`/projects/${project}`));
    const empty = await visit();
    for (let n = 0; n < 8; n += 1) {
      const activity = await createActivity(app.db, project, {
        starts_on: "2025-04-01",
        ends_on: "2026-12-31",
      });
      await createMilestone(app.db, project, { due_on: `2026-04-1${n}`, activity_id: activity });
      const indicator = await createIndicator(app.db, project, { target: 10 });
      const recorded = { valid_on: "2026-01-01", recorded_at: app.clock.now() };
      await app.db("indicator_values").insert({ indicator_id: indicator, value: 1, ...recorded });
      await app.db("log_entries").insert({
        project_id: project,
        happened_on: "2026-02-02",
        body: "Jednání",
        created_at: app.clock.now(),
      });
    }
    const full = await visit();
    expect(full).toHaveLength(empty.length);
    // The session, the project within reach, and fifteen of the page.
    expect(full.length).toBeLessThanOrEqual(17);
  });

  test("says by the figures how the project stands, and that its manager sees it better", async () => {
    await app.db("project_totals").where({ project_id: project }).update({
      health: "on-track",
      health_sentence: "Jde to dobře.",
      health_on: "2026-02-27",
      indicators_bp: 1_000,
    });
    await createIndicator(app.db, project, { target: 100, achieved: 10, code: "600000" });
    await app.db("month_figures").insert({
      ...{ project_id: project, month: "2025-11", revision: 1, state: "reported", facts: "{}" },
      headline: JSON.stringify({
        physicalBp: null,
        indicatorsBp: 500,
        spentHalere: null,
        totalHalere: null,
      }),
      ...{ hash: "-", as_of: app.clock.now(), created_at: app.clock.now() },
    });
    const browser = await app.signedInAs(managerId);
    const czech = wordsOf((await browser.get(`/projects/${project}`)).text);
    expect(czech).toContain("Podle údajů: Ve skluzu Indikátory jsou na 10 %, času uplynulo 50 %.");
    expect(czech).toContain("Tempem posledních 3 měsíců skončí na 30 %.");
    expect(czech).toContain("Do cíle indikátoru 600 000 zbývá 90 (osoby), tedy 8 měsíčně.");
    expect(czech).toContain("Údaje vycházejí hůř, než jak projekt hodnotí manažer.");
  });

  test("draws the activities that have dates and the pins between them", async () => {
    await createActivity(app.db, project, {
      number: "1",
      title: "Vzdělávání",
      starts_on: "2025-03-03",
      ends_on: "2026-03-02",
      percent: 50,
    });
    await createActivity(app.db, project, { title: "Bez termínu" });
    await createMilestone(app.db, project, { due_on: "2026-03-14", kind: "report", title: "ZoR" });
    const { text } = await overviewFor(managerId);
    const strip = /<svg class="strip"[\s\S]*?aria-label="([^"]*)"([\s\S]*?)<\/section>/.exec(text);
    expect(strip?.[1]).toContain("aktivity 1, termíny 1");
    expect(strip?.[2]).toContain("KA1 Vzdělávání, 3.\u00a03.\u00a02025 – 2.\u00a03.\u00a02026");
    expect(strip?.[2]).not.toContain("Bez termínu");
    expect(strip?.[2]).toContain('width="50%"');
    expect(strip?.[2]).toContain('width="25%"');
  });

  test("is not there for a stranger", async () => {
    expect((await overviewFor(await createUser(app.db))).status).toBe(404);
  });
});

/** The words of a page as they are read, without its marks. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\u00a0/g, " ")
    .replace(/\s+/g, " ");
}
