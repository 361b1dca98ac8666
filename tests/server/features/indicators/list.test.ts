import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createIndicator,
  createPeriod,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the list of indicators on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let managerId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    projectId = await createProject(app.db, { starts_on: "2026-01-01", ends_on: "2026-12-31" });
    managerId = await createUser(app.db, { name: "Jana Nová" });
    await addMember(app.db, { projectId, userId: managerId });
  });
  afterEach(() => app.close());

  const list = () => `/projects/${projectId}/indicators`;
  const manager = () => app.signedInAs(managerId);
  const record = (indicatorId: number, value: number, more: Record<string, unknown> = {}) =>
    app.db("indicator_values").insert({
      indicator_id: indicatorId,
      value,
      valid_on: "2026-02-01",
      recorded_at: "2026-02-02T08:00:00.000Z",
      recorded_by: managerId,
      ...more,
    });

  test("groups them by kind and tells how each stands against its target", async () => {
    await createIndicator(app.db, projectId, {
      name: "Účastníci",
      target: 100,
      achieved: 112,
      achieved_on: "2026-02-01",
    });
    await createIndicator(app.db, projectId, {
      name: "Kvalifikace",
      kind: "result",
      target: 100,
      achieved: 1,
    });
    await createIndicator(app.db, projectId, { name: "Původem z Ukrajiny", kind: "data-item" });
    const { text } = await (await manager()).get(list());
    const places = [
      "Výstupy",
      "Účastníci",
      "Výsledky",
      "Kvalifikace",
      "Specifické datové položky",
      "Původem z Ukrajiny",
    ].map((word) => text.indexOf(`>${word}<`, text.indexOf("<tbody")));
    expect(places.every((place) => place > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(text).toContain("112\u00a0%");
    expect(text).toContain("překročeno");
    expect(text).toContain("pozadu");
    expect(text).toContain("bez cíle");
    // Nothing to measure against is no bar at all.
    expect(text.match(/<svg class="bar[ "]/g)).toHaveLength(2);
  });

  test("draws the way of a figure of what is in force, told in words for those who do not see it", async () => {
    const id = await createIndicator(app.db, projectId, { target: 100 });
    await record(id, 13);
    const [{ id: wrong }] = await app.db("indicator_values").select("id");
    await record(id, 11, { corrects_id: wrong, recorded_at: "2026-02-03T08:00:00.000Z" });
    await record(id, 9, { valid_on: "2026-02-20" });
    const { text } = await (await manager()).get(list());
    expect(text).toContain("Vývoj: 11 (1.\u00a02.\u00a02026) → 20 (20.\u00a02.\u00a02026)");
  });

  test("is narrowed by words, kind and state in the address; no match differs from nothing yet", async () => {
    await createIndicator(app.db, projectId, {
      name: "Účastníci školení",
      code: "600000",
      target: 100,
      achieved: 90,
    });
    await createIndicator(app.db, projectId, { name: "Kulaté stoly", kind: "own", target: 10 });
    const browser = await manager();
    const shown = async (query: string) => {
      const { text } = await browser.get(`${list()}?${query}`);
      return ["Účastníci školení", "Kulaté stoly"].filter((name) => text.includes(`>${name}<`));
    };
    expect(await shown("q=ucastnici")).toEqual(["Účastníci školení"]);
    expect(await shown("q=600 000")).toEqual(["Účastníci školení"]);
    expect(await shown("kind=own")).toEqual(["Kulaté stoly"]);
    expect(await shown("pace=on-pace")).toEqual(["Účastníci školení"]);
    expect(await shown("kind=nonsense&pace=x&archived=maybe")).toHaveLength(2);
    const none = await browser.get(`${list()}?q=plaveck%C3%BD`);
    expect(none.text).toContain("Žádný indikátor neodpovídá filtru.");
    const empty = await browser.get(`/projects/${await ownProject()}/indicators`);
    expect(empty.text).toContain("Projekt zatím nemá žádné indikátory.");
  });

  async function ownProject(): Promise<number> {
    const id = await createProject(app.db);
    await addMember(app.db, { projectId: id, userId: managerId });
    return id;
  }

  test("what may not be done is not offered", async () => {
    await createIndicator(app.db, projectId);
    const readerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: readerId, role: "reader" });
    const { text } = await (await app.signedInAs(readerId)).get(list());
    expect(text).toContain("Stáhnout jako Excel");
    expect(text).not.toContain("Nový indikátor");
    expect(text).not.toContain("Zapsat hodnoty za měsíc");
  });

  test("takes as many statements for twenty indicators with values as for one", async () => {
    const statements = async () => {
      const browser = await manager();
      return (await statementsOf(app.db, async () => void (await browser.get(list())))).length;
    };
    await record(await createIndicator(app.db, projectId), 5);
    const few = await statements();
    for (let index = 0; index < 19; index += 1)
      await record(await createIndicator(app.db, projectId), 5);
    expect(await statements()).toBe(few);
    expect(few).toBeLessThanOrEqual(5);
  });

  test("leads to pages that take as many statements for forty values as for one", async () => {
    const id = await createIndicator(app.db, projectId, { target: 100 });
    const statements = async () => {
      const browser = await manager();
      const work = async () => void (await browser.get(`${list()}/${id}`));
      return (await statementsOf(app.db, work)).length;
    };
    await record(id, 5);
    const few = await statements();
    for (let index = 0; index < 39; index += 1) await record(id, 5);
    expect(await statements()).toBe(few);
    expect(few).toBeLessThanOrEqual(9);
  });

  test("goes out as a workbook: a wide sheet to print and a long one of every value ever entered", async () => {
    const periodId = await createPeriod(app.db, projectId, {
      starts_on: "2026-01-01",
      ends_on: "2026-06-30",
    });
    const id = await createIndicator(app.db, projectId, {
      code: "600000",
      name: '=HYPERLINK("http://zlo.test")',
      decimals: 1,
      target: 1000,
      achieved: 250,
    });
    await app
      .db("indicator_targets")
      .insert({ indicator_id: id, period_id: periodId, target: 400 });
    await record(id, 300, { note: "@SUM(A1)" });
    const [{ id: wrong }] = await app.db("indicator_values").select("id");
    await record(id, 250, { corrects_id: wrong, recorded_at: "2026-02-03T08:00:00.000Z" });

    const browser = await manager();
    const answer = await browser
      .get(`${list()}?format=xlsx`)
      .buffer()
      .parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on("data", (chunk: Buffer) => chunks.push(chunk));
        res.on("end", () => done(null, Buffer.concat(chunks)));
      });
    expect(answer.headers["content-disposition"]).toContain("indikatory");
    const sheets = await readXlsxFile(answer.body);
    const [wide, long] = sheets.map(({ data }) => data) as [unknown[][], unknown[][]];
    expect(wide).toHaveLength(2);
    const row = Object.fromEntries(
      wide[0]?.map((header, place) => [header, wide[1]?.[place]]) ?? [],
    );
    expect(row).toMatchObject({
      Indikátor: '=HYPERLINK("http://zlo.test")',
      "Cíl projektu": 100,
      Dosaženo: 25,
      Plnění: 0.25,
      "1. období: cíl": 40,
      "1. období: dosaženo": 25,
    });
    expect(long.slice(1).map((cells) => cells.filter((cell) => typeof cell === "number"))).toEqual([
      [30],
      [25],
    ]);
    expect(long.flat()).toContain("nahrazeno opravou");
    expect(long.flat()).toContain("@SUM(A1)");
  });
});
