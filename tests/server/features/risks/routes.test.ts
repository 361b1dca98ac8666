import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { createAssessment, createRisk } from "../../../support/oversight-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const SUBMISSION = "2c1f4a64-3b44-4d0e-9f4e-0a4f3f3f3f30";

describe.each(engines)("risks on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const path = () => `/projects/${projectId}/risks`;
  const browser = () => app.signedInAs(userId);
  const entry = (given = {}) => ({
    title: "Nepodaří se obsadit pozici peer konzultanta",
    measure: "Oslovit Fokus Vysočina",
    probability: "4",
    impact: "5",
    validOn: "2. 3. 2026",
    nextReviewOn: "1. 4. 2026",
    owner: `user-${userId}`,
    ...given,
  });
  const risk = (id: number) => app.db("risks").where({ id }).first();

  test("are written down once, with their first assessment", async () => {
    const one = await browser();
    await one.post(path(), entry({ _submission: SUBMISSION }));
    await one.post(path(), entry({ _submission: SUBMISSION, state: "closed", number: "9" }));
    expect(await app.db("risks").select("number", "state", "probability", "impact")).toEqual([
      { number: 1, state: "open", probability: 4, impact: 5 },
    ]);
    expect(await app.db("risk_assessments").select("probability", "valid_on")).toEqual([
      { probability: 4, valid_on: "2026-03-02" },
    ]);
    const { id } = await app.db("risks").first("id");
    const { text } = await one.get(path());
    expect(text).toContain("vysoké, 20");
    expect(text).toContain(`class="risk-matrix__risk" href="${path()}/${id}"`);
  });

  test.each([
    ["without a title", { title: "" }, "title"],
    ["with a probability beyond five", { probability: "6" }, "probability"],
    ["without an impact", { impact: "" }, "impact"],
    ["assessed tomorrow", { validOn: "2026-03-03" }, "validOn"],
    ["reviewed before they are assessed", { nextReviewOn: "2026-03-02" }, "nextReviewOn"],
    ["with an activity of another project", { activityId: "99999" }, "activityId"],
    ["with an owner from elsewhere", { owner: "user-99999" }, "owner"],
  ])("are refused %s", async (_case, given, field) => {
    const answer = await (await browser()).post(path(), entry(given));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`href="#${field}"`);
    expect(answer.text).toContain("Oslovit Fokus");
    expect(await app.db("risks").first()).toBeUndefined();
  });

  test("are assessed again: the last day counts, the trend is told", async () => {
    const id = await createRisk(app.db, projectId, { probability: 2, impact: 2 });
    const one = await browser();
    const worse = { state: "occurred", probability: "5", impact: "4", validOn: "2026-03-01" };
    const later = { ...worse, nextReviewOn: "2026-04-01", note: "Konkurz bez uchazečů" };
    expect((await one.post(`${path()}/${id}/assessments`, later)).status).toBe(303);
    expect(await risk(id)).toMatchObject({
      ...{ state: "occurred", probability: 5, impact: 4, version: 2 },
      ...{ assessed_on: "2026-03-01", next_review_on: "2026-04-01" },
    });
    expect((await one.get(path())).text).toContain("zhoršilo se (dříve 4)");
    const before = { ...worse, probability: "1", validOn: "2026-02-01" };
    await one.post(`${path()}/${id}/assessments`, before);
    expect(await risk(id)).toMatchObject({ probability: 5, assessed_on: "2026-03-01" });
    const page = await one.get(`${path()}/${id}`);
    for (const part of ["Konkurz bez uchazečů", "Riziko přehodnoceno", "dříve 4", "polyline"])
      expect(page.text).toContain(part);
  });

  test("are closed by an assessment, asked for no longer, and open again", async () => {
    const id = await createRisk(app.db, projectId, { next_review_on: "2026-03-01" });
    const one = await browser();
    expect((await one.get("/agenda?who=all")).text).toContain("Přezkoumat riziko: Nepodaří");
    const close = { state: "closed", probability: "1", impact: "1", validOn: "2026-03-02" };
    await one.post(`${path()}/${id}/assessments`, close);
    expect(await risk(id)).toMatchObject({ closed_on: "2026-03-02", next_review_on: null });
    expect((await one.get("/agenda?who=all")).text).not.toContain("Přezkoumat riziko");
    expect((await one.get(path())).text).toContain("Žádné riziko netrvá.");
    await one.post(`${path()}/${id}/assessments`, { ...close, state: "open" });
    expect(await risk(id)).toMatchObject({ state: "open", closed_on: null });
  });

  test("keep what was corrected, and count the correction", async () => {
    const id = await createRisk(app.db, projectId, { probability: 5, impact: 5 });
    const { id: factId } = await app.db("risk_assessments").first("id");
    const address = `${path()}/${id}/assessments/${factId}/correction`;
    const one = await browser();
    expect((await one.get(`${address}/new`)).text).toContain("Opravit hodnocení");
    const correction = { state: "open", probability: "2", impact: "5", validOn: "2026-01-05" };
    expect((await one.post(address, correction)).status).toBe(303);
    expect(await risk(id)).toMatchObject({ probability: 2, impact: 5 });
    expect((await one.get(`${path()}/${id}`)).text).toContain("opraveno");
    expect((await one.post(address, correction)).status).toBe(404);
    expect(await app.db("risk_assessments")).toHaveLength(2);
  });

  test("are edited by one at a time, and told by their history", async () => {
    const id = await createRisk(app.db, projectId);
    const one = await browser();
    const edit = (measure: string) => one.post(`${path()}/${id}`, entry({ version: "1", measure }));
    expect((await edit("Vyhlásit znovu")).status).toBe(303);
    const second = await edit("Jiné opatření");
    expect(second.status).toBe(409);
    expect(second.text).toContain("Vyhlásit znovu");
    expect((await one.get(`${path()}/${id}`)).text).toContain("Riziko upraveno");
  });

  test("are found, sent to the archive and brought back", async () => {
    const one = await browser();
    await one.post(path(), entry());
    const { id } = await app.db("risks").first("id");
    const found = async () => (await one.get("/search?q=peer")).text.includes(`${path()}/${id}`);
    expect(await found()).toBe(true);
    await one.post(`${path()}/${id}/archive`, {});
    expect(await found()).toBe(false);
    expect((await one.get(path())).text).not.toContain("peer konzultanta");
    expect((await one.get(`${path()}?state=archived`)).text).toContain("peer konzultanta");
    expect((await one.get(`${path()}/${id}/assessments/new`)).status).toBe(409);
    await one.post(`${path()}/${id}/archive/restoration`, {});
    expect(await found()).toBe(true);
  });

  test("are filtered by activity and owner, sorted, and given as a workbook", async () => {
    const activityId = await createActivity(app.db, projectId, { title: "Stáže" });
    await createRisk(app.db, projectId, { title: "Málo hostitelů", activity_id: activityId });
    await createRisk(app.db, projectId, { title: "=1+1", probability: 5, impact: 5 });
    const one = await browser();
    const ofActivity = (await one.get(`${path()}?activity=${activityId}`)).text;
    expect(ofActivity).toContain("Málo hostitelů");
    expect(ofActivity).not.toContain("=1+1");
    const all = (await one.get(path())).text;
    expect(all.indexOf("=1+1")).toBeLessThan(all.indexOf("Málo hostitelů"));
    expect((await one.get(`${path()}?owner=user-${userId}`)).text).toContain("Tomuto výběru");
    const sheet = await one.get(`${path()}?format=xlsx`);
    expect(sheet.headers["content-disposition"]).toContain("rizika.xlsx");
  });

  test("ask for the same few rows however many there are", async () => {
    for (let n = 0; n < 12; n += 1) {
      const id = await createRisk(app.db, projectId, { probability: (n % 5) + 1 });
      await createAssessment(app.db, id, { valid_on: "2026-02-01" });
    }
    const one = await browser();
    const few = await statementsOf(app.db, () => one.get(path()));
    expect(few.filter((sql) => /risk|activities|contacts/.test(sql)).length).toBeLessThanOrEqual(6);
  });

  test("are not for readers to change, nor for other projects to see", async () => {
    const id = await createRisk(app.db, projectId);
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId, userId: reader, role: "reader" });
    const visitor = await app.signedInAs(reader);
    expect((await visitor.post(path(), entry())).status).toBe(403);
    expect((await visitor.get(path())).text).not.toContain("Nové riziko");
    const other = await createProject(app.db);
    await addMember(app.db, { projectId: other, userId });
    const one = await browser();
    expect((await one.get(`/projects/${other}/risks/${id}`)).status).toBe(404);
    const stranger = await app.signedInAs(await createUser(app.db));
    expect((await stranger.get(path())).status).toBe(404);
  });
});
