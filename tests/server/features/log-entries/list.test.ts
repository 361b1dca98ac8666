import readXlsxFile from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("reading the log on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  let browser: Browser;
  let log: string;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    userId = await createUser(app.db, { name: "Jana Nová" });
    projectId = await createProject(app.db);
    await addMember(app.db, { projectId, userId });
    browser = await app.signedInAs(userId);
    log = `/projects/${projectId}/progress`;
  });
  afterEach(() => app.close());

  const add = async (happenedOn: string, body: string, given: Record<string, unknown> = {}) => {
    const row = { project_id: projectId, happened_on: happenedOn, body, author_id: userId };
    const created_at = "2026-03-01T10:00:00.000Z";
    const [entry] = await app
      .db("log_entries")
      .insert({ ...row, created_at, ...given })
      .returning("id");
    return entry.id as number;
  };
  const bodiesOn = async (address: string) => {
    const page = await browser.get(address);
    expect(page.status).toBe(200);
    return [...page.text.matchAll(/plain-text">([^<]*)</g)].map(([, body]) => body);
  };

  test("entries come by month, the newest first, each month with its count", async () => {
    await add("2026-01-05", "lednový");
    await add("2026-02-10", "únorový první");
    await add("2026-02-10", "únorový druhý");
    expect(await bodiesOn(log)).toEqual(["únorový druhý", "únorový první", "lednový"]);
    const page = await browser.get(log);
    expect(page.text).toMatch(/únor 2026<\/h2>.*2 záznamy/);
    expect(page.text).toMatch(/leden 2026<\/h2>.*1 záznam</);
  });

  test("a month says how many hours it took and how often each activity comes up, also on other pages", async () => {
    const first = await createActivity(app.db, projectId, { number: "1", title: "Plánování" });
    const part = await createActivity(app.db, projectId, { number: "a", parent_id: first });
    const second = await createActivity(app.db, projectId, { number: "2", title: "Vzdělávání" });
    const link = async (entryId: number, ...ids: number[]) =>
      app
        .db("log_entry_activities")
        .insert(ids.map((activity_id) => ({ log_entry_id: entryId, activity_id })));
    await link(await add("2026-02-03", "celek i část", { worked_minutes: 90 }), first, part);
    await link(await add("2026-02-04", "část a druhá", { worked_minutes: 60 }), part, second);
    await add("2026-02-04", "bez aktivity");
    await link(await add("2026-01-20", "lednový"), second);
    for (let n = 1; n <= 50; n += 1) await add("2026-02-28", `záznam ${n}`);
    const chips = async (address: string) => {
      const { text } = await browser.get(address);
      const list = /<ul class="log-month__activities"[\s\S]*?<\/ul>/.exec(text)?.[0] ?? "";
      return [...list.matchAll(/href="([^"]+)" title="([^"]+)"[\s\S]*?number">(\d+)</g)].map(
        ([, href = "", title, count]) => ({ href: href.replaceAll("&amp;", "&"), title, count }),
      );
    };
    expect((await browser.get(log)).text).toMatch(/únor 2026<\/h2>.*53 záznamů · 2,5\u00a0h</);
    const february = await chips(log);
    expect(february.map(({ title, count }) => [title, count])).toEqual([
      ["Plánování", "2"],
      ["Vzdělávání", "1"],
      ["bez aktivity", "51"],
    ]);
    expect(february[0]?.href).toBe(`${log}?month=2026-02&activity=${first}`);
    for (const { href, count } of february.slice(0, 2))
      expect(await bodiesOn(href)).toHaveLength(Number(count));
    expect(await chips(february[0]?.href ?? "")).toEqual([]);
    expect((await chips(`${log}?author=${userId}&month=2026-01`))[0]?.href).toBe(
      `${log}?month=2026-01&activity=${second}&author=${userId}`,
    );
  });

  test("filters stand in the address and can be combined", async () => {
    const otherId = await createUser(app.db, { name: "Petr Malý" });
    const activityId = await createActivity(app.db, projectId, { number: "1" });
    const partId = await createActivity(app.db, projectId, { number: "a", parent_id: activityId });
    const first = await add("2026-01-05", "s aktivitou");
    await add("2026-02-05", "bez aktivity", { author_id: otherId });
    await app.db("log_entry_activities").insert({ log_entry_id: first, activity_id: partId });

    expect(await bodiesOn(`${log}?month=2026-01`)).toEqual(["s aktivitou"]);
    expect(await bodiesOn(`${log}?activity=${activityId}`)).toEqual(["s aktivitou"]);
    expect(await bodiesOn(`${log}?activity=none`)).toEqual(["bez aktivity"]);
    expect(await bodiesOn(`${log}?author=${otherId}`)).toEqual(["bez aktivity"]);
    expect(await bodiesOn(`${log}?author=${otherId}&month=2026-01`)).toEqual([]);
    const nonsense = `${log}?month=2026-13&activity=x&author=-1&after=1.2`;
    expect(await bodiesOn(nonsense)).toHaveLength(2);
    expect((await browser.get(`${log}?author=${otherId}`)).text).toContain("Petr Malý");
  });

  test("the text is searched within the project alone", async () => {
    const foreignId = await createProject(app.db);
    await addMember(app.db, { projectId: foreignId, userId });
    for (const [id, body] of [
      [projectId, "Kulatý stůl v Hradci"],
      [projectId, "Porada týmu"],
      [foreignId, "Kulatý stůl jinde"],
    ]) {
      await browser.post(`/projects/${id}/progress`, { happenedOn: "2026-03-02", body: `${body}` });
    }
    expect(await bodiesOn(`${log}?q=kulaty+stu`)).toEqual(["Kulatý stůl v Hradci"]);
    expect(await bodiesOn(`${log}?q=%22%27%3B--`)).toHaveLength(2);
  });

  test("fifty to a page, there and back by key", async () => {
    for (let n = 1; n <= 120; n += 1) await add("2026-02-10", `záznam ${n}`);
    const page = await browser.get(log);
    const older = /rel="next" href="([^"]+)"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&");
    expect(page.text).not.toContain('rel="prev"');
    expect(page.text).toContain("120 záznamů");
    const second = await browser.get(older ?? "");
    const back = /rel="prev" href="([^"]+)"/.exec(second.text)?.[1]?.replaceAll("&amp;", "&");
    expect((await bodiesOn(older ?? "")).at(0)).toBe("záznam 70");
    const third = /rel="next" href="([^"]+)"/.exec(second.text)?.[1]?.replaceAll("&amp;", "&");
    expect(await bodiesOn(third ?? "")).toHaveLength(20);
    expect(await bodiesOn(back ?? "")).toEqual(await bodiesOn(log));
  });

  test("an empty log invites to write, an empty filter to clear it", async () => {
    expect((await browser.get(log)).text).toContain("V deníku zatím nic není.");
    await add("2026-02-10", "záznam");
    expect((await browser.get(`${log}?month=2025-01`)).text).toContain("Filtru neodpovídá");
  });

  test("the page asks as often for a hundred entries as for one", async () => {
    await add("2026-02-10", "první");
    await browser.get(log); // what the house asks only once
    const one = await statementsOf(app.db, () => browser.get(log));
    for (let n = 1; n <= 99; n += 1) await add("2026-02-10", `záznam ${n}`);
    const hundred = await statementsOf(app.db, () => browser.get(log));
    expect(hundred).toHaveLength(one.length);
    const ofTheLog = hundred.filter((statement) =>
      /log_entr|activit|milestone|audit_events/.test(statement),
    );
    expect(ofTheLog).toHaveLength(10);
  });

  test("the workbook holds what the filter lets through, with typed cells", async () => {
    await add("2026-02-10", "=1+1", { worked_minutes: 90 });
    await add("2025-02-10", "loňský");
    const answer = await browser.get(`${log}?month=2026-02&format=xlsx`).buffer().parse(binary);
    const [sheet] = await readXlsxFile(answer.body);
    const rows = sheet?.data ?? [];
    expect(rows).toHaveLength(2);
    expect(rows[1]?.slice(1, 5)).toEqual(["Jana Nová", "=1+1", null, 1.5]);
  });
});

function binary(answer: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const stream = answer as NodeJS.ReadableStream;
  stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  stream.on("end", () => done(null, Buffer.concat(chunks)));
}
