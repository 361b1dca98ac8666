import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("a month's values on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  let persons: number;
  let waiting: number;
  let satisfied: number;
  let plan: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-20T10:00:00Z" });
    projectId = await createProject(app.db);
    userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "coordinator" });
    persons = await createIndicator(app.db, projectId, { name: "Účastníci", target: 100 });
    waiting = await createIndicator(app.db, projectId, { behaviour: "state", decimals: 1 });
    satisfied = await createIndicator(app.db, projectId, {
      value_type: "percentage",
      behaviour: "state",
    });
    plan = await createIndicator(app.db, projectId, {
      value_type: "text",
      behaviour: "state",
      kind: "own",
    });
  });
  afterEach(() => app.close());

  const url = () => `/projects/${projectId}/indicators/values`;
  const browser = () => app.signedInAs(userId);
  const values = () => app.db("indicator_values").orderBy("indicator_id");
  const fill = async (fields: Record<string, string | string[]>) =>
    (await browser()).post(url(), { month: "2026-03", validOn: "2026-03-20", ...fields });

  test("are entered for all indicators at once, empty cells left out", async () => {
    const answer = await fill({
      [`value-${persons}`]: "1 200",
      [`note-${persons}`]: "Dva běhy",
      [`value-${waiting}`]: "15,5",
      [`value-${satisfied}`]: "91/180",
      [`value-${plan}`]: "",
    });
    expect(answer.status).toBe(303);
    expect(await values()).toMatchObject([
      { indicator_id: persons, value: 1200, note: "Dva běhy", valid_on: "2026-03-20" },
      { indicator_id: waiting, value: 155 },
      { indicator_id: satisfied, value: 51, numerator: 91, denominator: 180 },
    ]);
    const achieved = await app.db("indicators").orderBy("id").pluck("achieved");
    expect(achieved).toEqual([1200, 155, 51, null]);
  });

  test("one wrong cell saves nothing; each is told beside it and what was typed stays", async () => {
    const answer = await fill({
      [`value-${persons}`]: "tři",
      [`value-${waiting}`]: "15,55",
      [`value-${satisfied}`]: "5/0",
      [`value-${plan}`]: "Hotovo",
    });
    expect(answer.status).toBe(422);
    for (const message of [
      "Zadejte celé číslo.",
      "Zadejte číslo, např. 1 234,5.",
      "Jmenovatel musí být větší",
    ])
      expect(answer.text).toContain(message);
    expect(answer.text).toContain('value="tři"');
    expect(answer.text).toContain('value="Hotovo"');
    expect(await values()).toEqual([]);
  });

  test("what the values themselves forbid is told in the row", async () => {
    const negative = await fill({ [`value-${persons}`]: "-5", [`value-${plan}`]: "Hotovo" });
    expect(negative.status).toBe(422);
    expect(negative.text).toContain(`href="#value-${persons}"`);
    await app
      .db("indicators")
      .where({ id: persons })
      .update({ origin: "computed", computation: "persons-over-threshold" });
    const computed = await fill({ [`value-${persons}`]: "5" });
    expect(computed.text).toContain(`href="#note-${persons}"`);
    expect(await values()).toEqual([]);
  });

  test.each([
    ["a day to come", { validOn: "2026-03-21" }, "Datum nesmí být v budoucnosti."],
    ["a day of another month", { validOn: "2026-02-28" }, "Datum musí ležet ve zvoleném měsíci."],
    ["31 February", { month: "2026-02", validOn: "31. 2. 2026" }, "Zadejte skutečné datum"],
  ])("%s is refused", async (_what, wrong, message) => {
    const answer = await fill({ [`value-${persons}`]: "5", ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
  });

  test("nothing entered, a note without a value and a list are told so", async () => {
    expect((await fill({})).text).toContain("Vyplňte alespoň jednu hodnotu.");
    expect((await fill({ [`note-${persons}`]: "Jen poznámka" })).status).toBe(422);
    expect((await fill({ [`value-${persons}`]: ["1", "2"] })).text).toContain(
      "Zadejte jedinou hodnotu.",
    );
    expect((await fill({ [`value-${plan}`]: "x".repeat(10_000) })).text).toContain(
      "Text je příliš dlouhý",
    );
    expect((await fill({ month: "březen", [`value-${persons}`]: "1" })).status).toBe(422);
    expect(await values()).toEqual([]);
  });

  test("an indicator of another project is missing here", async () => {
    const foreign = await createIndicator(app.db, await createProject(app.db));
    expect((await fill({ [`value-${foreign}`]: "5", [`value-${persons}`]: "5" })).status).toBe(404);
    expect(await values()).toEqual([]);
  });

  test("the form of a month shows what stood before it and what it has already", async () => {
    await fill({ [`value-${persons}`]: "7" });
    app.clock.set("2026-04-10T10:00:00Z");
    await (await browser()).post(url(), {
      month: "2026-04",
      validOn: "2026-04-10",
      [`value-${persons}`]: "4",
    });
    const april = await (await browser()).get(`${url()}/new`);
    expect(april.text).toContain("Hodnoty za duben 2026");
    expect(april.text).toContain('value="2026-04-10"');
    const march = await (await browser()).get(`${url()}/new?month=2026-03`);
    expect(march.text).toContain("Hodnoty za březen 2026");
    expect(march.text).toContain("+7");
    expect(march.text).not.toContain("+4");
    expect(march.text).toContain('value="2026-03-31"');
    for (const nonsense of ["2027-01", "abc", "2026-13"])
      expect((await (await browser()).get(`${url()}/new?month=${nonsense}`)).text).toContain(
        "duben 2026",
      );
  });

  test("are looked over before they are saved: what falls, exceeds its target or is missing", async () => {
    await fill({ [`value-${persons}`]: "95", [`value-${waiting}`]: "20" });
    const fields = { [`value-${persons}`]: "7", [`value-${waiting}`]: "15,5", check: "true" };
    const checked = await fill(fields);
    expect(checked.status).toBe(200);
    expect(checked.text).toContain("102 přesahuje cíl 100");
    expect(checked.text).toContain("klesá z 20,0 na 15,5");
    expect(checked.text).toContain("za měsíc nemá hodnotu");
    expect(checked.text).toContain(`href="#value-${plan}"`);
    expect(checked.text).toContain('value="15,5"');
    expect(await values()).toHaveLength(2);
    const wrong = await fill({ ...fields, [`value-${persons}`]: "tři" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("Zadejte celé číslo.");
  });

  test("are narrowed to a key activity with its parts, and stay so after they are saved", async () => {
    const activityId = await createActivity(app.db, projectId, { title: "Vzdělávání" });
    const part = await createActivity(app.db, projectId, { parent_id: activityId, number: "1.1" });
    await app.db("indicators").where({ id: persons }).update({ activity_id: part });
    const grid = await (await browser()).get(`${url()}/new?activity=${activityId}`);
    expect(grid.text).toContain(`name="value-${persons}"`);
    expect(grid.text).not.toContain(`name="value-${waiting}"`);
    const saved = await fill({ activity: String(activityId), [`value-${persons}`]: "5" });
    expect(saved.headers.location).toBe(`${url()}/new?month=2026-03&activity=${activityId}`);
    const after = await (await browser()).get(`${url()}/new?month=2026-03`);
    expect(after.text).toMatch(/zapsáno \+5 \(20\.\s3\.\s2026\)/);
  });

  test("of indicators counted from the records are not typed: the number leads to its facts", async () => {
    const computation = "persons-over-threshold";
    await app.db("indicators").where({ id: persons }).update({ origin: "computed", computation });
    const grid = await (await browser()).get(`${url()}/new`);
    expect(grid.text).not.toContain(`name="value-${persons}"`);
    expect(grid.text).toContain(
      `/projects/${projectId}/indicators/${persons}/facts?on=2026-03-20">0 osob<`,
    );
  });

  test("a double click records once, and readers may not", async () => {
    const form = { [`value-${persons}`]: "5", _submission: "0b0fe3a2-93d4-4c39-9a0e-000000000003" };
    await fill(form);
    await fill(form);
    expect(await values()).toHaveLength(1);
    const readerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: readerId, role: "reader" });
    const reader = await app.signedInAs(readerId);
    expect((await reader.get(`${url()}/new`)).status).toBe(403);
    expect((await reader.post(url(), form)).status).toBe(403);
  });

  test("the grid takes as many statements for twenty indicators as for four", async () => {
    const statements = async () => {
      const one = await browser();
      return (await statementsOf(app.db, async () => void (await one.get(`${url()}/new`)))).length;
    };
    const few = await statements();
    for (let index = 0; index < 16; index += 1) await createIndicator(app.db, projectId);
    expect(await statements()).toBe(few);
    expect(few).toBeLessThanOrEqual(6);
  });
});
