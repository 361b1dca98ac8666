import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Author } from "../../../../server/change.ts";
import { recordIndicatorValue } from "../../../../server/features/indicators/values/service.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("values of an indicator on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let coordinatorId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db, { starts_on: "2025-06-01" });
    coordinatorId = await createUser(app.db, { name: "Petr Malý" });
    await addMember(app.db, { projectId, userId: coordinatorId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const coordinator = () => app.signedInAs(coordinatorId);
  const page = (id: number) => `/projects/${projectId}/indicators/${id}`;
  const rows = (id: number) => app.db("indicator_values").where({ indicator_id: id }).orderBy("id");
  const kept = (id: number) =>
    app.db("indicators").where({ id }).first("achieved", "achieved_text", "achieved_on");
  const post = async (id: number, fields: Record<string, string | string[]>) =>
    (await coordinator()).post(`${page(id)}/values`, { validOn: "2026-02-20", ...fields });
  const correct = async (id: number, valueId: number, fields: Record<string, string>) =>
    (await coordinator()).post(`${page(id)}/values/${valueId}/correction`, {
      how: "replace",
      validOn: "2026-02-20",
      note: "Dvakrát započtená osoba",
      ...fields,
    });

  test("an increment adds to the total and moves the totals of the project", async () => {
    const id = await createIndicator(app.db, projectId, { target: 40 });
    expect((await post(id, { value: "12", note: "První běh kurzu" })).status).toBe(303);
    await post(id, { value: "8", validOn: "1. 3. 2026" });
    expect(await kept(id)).toEqual({
      achieved: 20,
      achieved_text: null,
      achieved_on: "2026-03-01",
    });
    const totals = await app.db("project_totals").where({ project_id: projectId }).first();
    expect(totals.indicators_bp).toBe(5_000);
    const { text } = await (await coordinator()).get(page(id));
    expect(text).toContain("První běh kurzu");
    expect(text).toContain("Dosaženo 20 z 40");
  });

  test("a percentage is entered as it is or by its parts, of which the whole decides", async () => {
    const id = await createIndicator(app.db, projectId, {
      value_type: "percentage",
      behaviour: "state",
      decimals: 1,
    });
    await post(id, { value: "45,5" });
    expect((await kept(id)).achieved).toBe(455);
    await post(id, { numerator: "91", denominator: "180", validOn: "2026-02-25" });
    expect((await kept(id)).achieved).toBe(506);
    expect(await rows(id)).toMatchObject([
      { numerator: null },
      { numerator: 91, denominator: 180 },
    ]);
    const both = await post(id, { value: "50", numerator: "1", denominator: "2" });
    expect(both.text).toContain("Zadejte buď procenta, nebo čitatele a jmenovatele.");
    const half = await post(id, { numerator: "1" });
    expect(half.status).toBe(422);
    expect((await post(id, { numerator: "1", denominator: "0" })).text).toContain(
      "Jmenovatel musí být větší",
    );
    expect((await post(id, {})).status).toBe(422);
    expect(await rows(id)).toHaveLength(2);
  });

  test("a rating in words is kept as it stands, with the letters people type", async () => {
    const id = await createIndicator(app.db, projectId, { value_type: "text", behaviour: "state" });
    await post(id, { valueText: "Návrh <script>alert(1)</script> projednán" });
    expect((await kept(id)).achieved_text).toBe("Návrh <script>alert(1)</script> projednán");
    const { text } = await (await coordinator()).get(page(id));
    expect(text).toContain("&lt;script&gt;");
    expect(text).not.toContain("<script>alert");
  });

  test("a target in words is told as one, not as none", async () => {
    const id = await createIndicator(app.db, projectId, {
      value_type: "text",
      behaviour: "state",
      target: null,
      target_text: "Metodika schválena",
    });
    for (const address of [page(id), `/projects/${projectId}/indicators`]) {
      const { text } = await (await coordinator()).get(address);
      const content = text.slice(text.indexOf(address === page(id) ? "<main" : "<tbody"));
      expect(content).toContain("Metodika schválena");
      expect(content).toContain("slovní cíl");
    }
  });

  test.each([
    ["a day to come", { validOn: "2026-03-03" }, "Datum nesmí být v budoucnosti."],
    ["31 February", { validOn: "31. 2. 2026" }, "Zadejte skutečné datum"],
    ["no day", { validOn: "" }, "Vyplňte toto pole."],
    ["a day before the project", { validOn: "2025-05-31" }, "mimo dobu trvání projektu"],
    ["letters", { value: "pět" }, "Zadejte celé číslo."],
    ["a fraction of a person", { value: "1,5" }, "Zadejte celé číslo."],
    ["more than can be counted", { value: "9".repeat(40) }, "Zadejte celé číslo."],
    ["a fall of what only grows", { value: "-3" }, "Záporný přírůstek zapište jako opravu"],
    ["nothing", { value: "" }, "Vyplňte toto pole."],
    ["a list", { value: ["1", "2"] }, "Zadejte jedinou hodnotu."],
    ["a note without end", { note: "x".repeat(10_000) }, "Text je příliš dlouhý"],
  ])("%s is refused beside its field and what was typed stays", async (_what, wrong, message) => {
    const id = await createIndicator(app.db, projectId);
    const answer = await post(id, { value: "5", isOpening: "", ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
    expect(await rows(id)).toEqual([]);
  });

  test("a correction stands in place of the value; both stay on record, one struck and linked", async () => {
    const id = await createIndicator(app.db, projectId, { target: 100 });
    await post(id, { value: "13" });
    const [wrong] = await rows(id);
    const form = await (await coordinator()).get(`${page(id)}/values/${wrong.id}/correction/new`);
    expect(form.text).toContain('value="13"');
    expect((await correct(id, wrong.id, { value: "11" })).status).toBe(303);
    expect((await kept(id)).achieved).toBe(11);
    expect(await rows(id)).toMatchObject([
      { value: 13, corrects_id: null },
      { value: 11, corrects_id: wrong.id, note: "Dvakrát započtená osoba" },
    ]);
    const { text } = await (await coordinator()).get(page(id));
    expect(text).toContain("<del>+13</del>");
    expect(text).toContain(`href="#value-${wrong.id}"`);
    expect(text).not.toContain(`values/${wrong.id}/correction/new`);
  });

  test("a correction may move the day, be negative, withdraw, and be corrected itself", async () => {
    const id = await createIndicator(app.db, projectId);
    await post(id, { value: "13" });
    await correct(id, (await rows(id))[0].id, { value: "-2", validOn: "2026-01-15" });
    expect(await kept(id)).toMatchObject({ achieved: -2, achieved_on: "2026-01-15" });
    await correct(id, (await rows(id))[1].id, { how: "withdraw", value: "7" });
    expect(await kept(id)).toEqual({ achieved: null, achieved_text: null, achieved_on: null });
    expect((await (await coordinator()).get(page(id))).text).toContain("hodnota stažena");
    await correct(id, (await rows(id))[2].id, { value: "6" });
    expect((await kept(id)).achieved).toBe(6);
  });

  test("a correction says why, and puts something in the place of what it replaces", async () => {
    const id = await createIndicator(app.db, projectId);
    await post(id, { value: "13" });
    const [value] = await rows(id);
    expect((await correct(id, value.id, { value: "11", note: " " })).status).toBe(422);
    expect((await correct(id, value.id, { value: "" })).status).toBe(422);
    expect((await correct(id, value.id, { value: "1", validOn: "2026-03-09" })).status).toBe(422);
    expect((await correct(id, value.id, { value: "1", how: "anyhow" })).status).toBe(422);
    expect(await rows(id)).toHaveLength(1);
  });

  test("a value is corrected once: whoever comes second is told", async () => {
    const id = await createIndicator(app.db, projectId);
    await post(id, { value: "13" });
    const [value] = await rows(id);
    await correct(id, value.id, { value: "11" });
    const second = await correct(id, value.id, { value: "10" });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Tento údaj už byl opraven.");
    expect((await kept(id)).achieved).toBe(11);
  });

  test("an opening value counts into the total and covers what came before it, once", async () => {
    const id = await createIndicator(app.db, projectId);
    const opening = { value: "50", isOpening: "true", validOn: "2025-12-31" };
    expect((await post(id, opening)).status).toBe(303);
    expect((await kept(id)).achieved).toBe(50);
    expect((await post(id, opening)).text).toContain("Počáteční hodnota už je zapsána");
    const covered = await post(id, { value: "5", validOn: "2025-12-31" });
    expect(covered.text).toContain("Toto období už obsahuje počáteční hodnota.");
    expect((await post(id, { value: "5", validOn: "2026-01-01" })).status).toBe(303);
    expect((await kept(id)).achieved).toBe(55);

    const other = await createIndicator(app.db, projectId);
    await post(other, { value: "5", validOn: "2025-12-01" });
    expect((await post(other, opening)).text).toContain("počítaly by se dvakrát");
    const early = await createIndicator(app.db, projectId);
    expect((await post(early, { ...opening, validOn: "2025-05-01" })).status).toBe(303);
  });

  test("an indicator that is computed takes a typed value only with its source", async () => {
    const id = await createIndicator(app.db, projectId, {
      origin: "computed",
      computation: "persons-over-threshold",
    });
    const form = await (await coordinator()).get(`${page(id)}/values/new`);
    expect(form.text).toContain("Odkud hodnota pochází");
    const refused = await post(id, { value: "5" });
    expect(refused.text).toContain("Uveďte, odkud hodnota pochází");
    expect((await post(id, { value: "5", note: "Export z IS ESF" })).status).toBe(303);
  });

  test("a double click records once", async () => {
    const id = await createIndicator(app.db, projectId);
    const _submission = "0b0fe3a2-93d4-4c39-9a0e-000000000002";
    await post(id, { value: "5", _submission });
    await post(id, { value: "5", _submission });
    expect(await rows(id)).toHaveLength(1);
  });

  test("nothing is recorded for an archived indicator, nor by those who only read", async () => {
    const archived = await createIndicator(app.db, projectId, { archived_at: app.clock.now() });
    expect((await post(archived, { value: "5" })).status).toBe(409);
    const id = await createIndicator(app.db, projectId);
    for (const role of ["reader", "finance"]) {
      const userId = await createUser(app.db);
      await addMember(app.db, { projectId, userId, role });
      const answer = await (await app.signedInAs(userId)).post(`${page(id)}/values`, {
        value: "5",
      });
      expect(answer.status).toBe(403);
    }
  });

  test("a value of another indicator is missing here", async () => {
    const id = await createIndicator(app.db, projectId);
    const other = await createIndicator(app.db, projectId);
    await post(other, { value: "5" });
    const [{ id: valueId }] = await rows(other);
    expect((await correct(id, valueId, { value: "1" })).status).toBe(404);
    const url = `${page(id)}/values/${valueId}/correction/new`;
    expect((await (await coordinator()).get(url)).status).toBe(404);
  });

  test("columns that the form does not have change nothing", async () => {
    const id = await createIndicator(app.db, projectId);
    await post(id, {
      value: "5",
      recorded_by: "1",
      corrects_id: "1",
      origin: "computed",
      numerator: "3",
    });
    expect((await rows(id))[0]).toMatchObject({
      recorded_by: coordinatorId,
      corrects_id: null,
      origin: "declared",
      numerator: null,
    });
  });

  test("values of many people at once all count", async () => {
    const ids = [
      await createIndicator(app.db, projectId, { target: 100 }),
      await createIndicator(app.db, projectId, { target: 100 }),
    ];
    const author: Author = {
      userId: coordinatorId,
      requestId: null,
      address: null,
      submission: null,
    };
    await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        recordIndicatorValue(app, author, {
          projectId,
          indicatorId: ids[index % 2] as number,
          entry: { validOn: "2026-02-20", value: 5 },
        }),
      ),
    );
    for (const id of ids) expect((await kept(id)).achieved).toBe(30);
    const totals = await app.db("project_totals").where({ project_id: projectId }).first();
    expect(totals.indicators_bp).toBe(3_000);
  });
});
