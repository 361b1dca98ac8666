import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Author } from "../../../../../server/change.ts";
import { recordActivityProgress } from "../../../../../server/features/activities/progress/service.ts";
import { addDays } from "../../../../../server/values/calendar-date.ts";
import { openTestApp, type TestApp } from "../../../../support/app.ts";
import { engines } from "../../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../../support/factories.ts";

interface Told {
  id: number;
  percent: number | null;
  validOn: string;
  correctsId: number | null;
}

/** Independent of the queries: the last word by day, then by entry, of what nobody has corrected. */
function inForce(told: Told[]): number | null {
  const corrected = new Set(told.map(({ correctsId }) => correctsId));
  const live = told.filter(({ id, percent }) => !corrected.has(id) && percent !== null);
  live.sort((a, b) => a.validOn.localeCompare(b.validOn) || a.id - b.id);
  return live.at(-1)?.percent ?? null;
}

function uncorrected(told: Told[], place: number | null): number | null {
  const wanted = told[place ?? -1];
  const isTaken = told.some(({ correctsId }) => correctsId === wanted?.id);
  return wanted && !isTaken ? wanted.id : null;
}

describe.each(engines)("progress of an activity on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let activityId: number;
  let author: Author;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    activityId = await createActivity(app.db, projectId, { number: "4" });
    const userId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId });
    author = { userId, requestId: null, address: null, submission: null };
  });
  afterEach(() => app.close());

  const record = (entry: object) =>
    recordActivityProgress(
      app,
      author,
      { projectId, activityId },
      {
        percent: 40,
        validOn: "2026-02-28",
        reason: "Proběhla dvě školení",
        ...entry,
      },
    );
  const kept = () => app.db("activities").where({ id: activityId }).first();
  const total = async () => (await app.db("project_totals").first()).physical_bp;
  const page = () => `/projects/${projectId}/activities/${activityId}`;
  const manager = () => app.signedInAs(author.userId ?? 0);

  test("keeps the latest day, however late an earlier one is entered, and the project's total", async () => {
    await record({ percent: 40, validOn: "2026-02-28" });
    await record({ percent: 25, validOn: "2026-01-31" });
    expect(await kept()).toMatchObject({
      percent: 40,
      percent_on: "2026-02-28",
      percent_reason: "Proběhla dvě školení",
    });
    expect(await total()).toBe(4000);
    await record({ percent: 45, validOn: "2026-02-28" });
    expect(await kept()).toMatchObject({ percent: 45 });
    expect(await total()).toBe(4500);
  });

  test("a correction replaces what it names, one without a per cent withdraws it", async () => {
    await record({ percent: 20, validOn: "2026-01-31" });
    const wrong = await record({ percent: 80 });
    const right = await record({ percent: 30, correctsId: wrong });
    expect(await kept()).toMatchObject({ percent: 30 });
    await record({ percent: null, correctsId: right });
    expect(await kept()).toMatchObject({ percent: 20, percent_on: "2026-01-31" });
    expect(await app.db("activity_progress")).toHaveLength(4);
  });

  test("what was corrected is not corrected again, nor is a fact of another activity", async () => {
    const wrong = await record({ percent: 80 });
    await record({ percent: 30, correctsId: wrong });
    await expect(record({ correctsId: wrong })).rejects.toMatchObject({ key: "alreadyCorrected" });
    const other = await createActivity(app.db, projectId);
    const key = { projectId, activityId: other };
    const entry = { percent: 5, validOn: "2026-02-28", reason: "x", correctsId: wrong };
    await expect(recordActivityProgress(app, author, key, entry)).rejects.toMatchObject({
      status: 404,
    });
  });

  test("after any sequence of entries the kept per cent is what the facts say", async () => {
    const entry = fc.record({
      percent: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 5 }),
      back: fc.integer({ min: 0, max: 3 }),
      corrects: fc.option(fc.nat(7)),
    });
    const sequences = fc.sample(fc.array(entry, { minLength: 4, maxLength: 8 }), {
      seed: 20260302,
      numRuns: 6,
    });
    for (const sequence of sequences) {
      activityId = await createActivity(app.db, projectId);
      const told: Told[] = [];
      for (const { percent, back, corrects } of sequence) {
        const correctsId = uncorrected(told, corrects);
        const fact = { percent, validOn: addDays("2026-03-02", -back), correctsId };
        told.push({ ...fact, id: await record(fact) });
        app.clock.advance(1);
        expect((await kept()).percent).toBe(inForce(told));
      }
    }
  });

  test("is entered by a form that asks for a reason and refuses the future", async () => {
    const browser = await manager();
    const wrong = { percent: "101", validOn: "2026-03-03", reason: "" };
    const refused = await browser.post(`${page()}/progress`, wrong);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('value="101"');
    const future = { percent: "50", validOn: "2026-03-03", reason: "Školení" };
    expect((await browser.post(`${page()}/progress`, future)).text).toContain(
      "Datum nesmí být v budoucnosti.",
    );
    expect(await app.db("activity_progress")).toHaveLength(0);

    const submission = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f3f";
    const right = { ...future, validOn: "2. 3. 2026", _submission: submission };
    await browser.post(`${page()}/progress`, right);
    await browser.post(`${page()}/progress`, right);
    expect(await app.db("activity_progress")).toHaveLength(1);
    const shown = (await browser.get(page())).text;
    expect(shown).toContain("50\u00a0%");
    expect(shown).toContain("Zapsán postup");
  });

  test("a correction is reached from the page and shows both entries afterwards", async () => {
    const wrong = await record({ percent: 80 });
    const browser = await manager();
    const address = `${page()}/progress/${wrong}/correction`;
    expect((await browser.get(page())).text).toContain(`${address}/new`);
    expect((await browser.get(`${address}/new`)).text).toContain("Opravuje se údaj: 80");
    const entry = { percent: "30", validOn: "2026-02-28", reason: "Překlep" };
    expect((await browser.post(address, entry)).status).toBe(303);
    const { text } = await browser.get(page());
    expect(text).toContain("opraveno");
    expect(text).not.toContain(`${address}/new`);
    expect((await browser.post(address, entry)).status).toBe(409);
  });

  test("a reader reads it, a coordinator writes it", async () => {
    const entry = { percent: "30", validOn: "2026-02-28", reason: "Dvě školení" };
    for (const [role, status] of [
      ["reader", 403],
      ["finance", 403],
      ["coordinator", 303],
    ] as const) {
      const userId = await createUser(app.db);
      await addMember(app.db, { projectId, userId, role });
      const browser = await app.signedInAs(userId);
      expect((await browser.post(`${page()}/progress`, entry)).status).toBe(status);
    }
  });
});
