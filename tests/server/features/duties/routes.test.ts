import { randomUUID } from "node:crypto";
import { readSheet } from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { seedCatalogues } from "../../../../db/seeds/catalogues.ts";
import { mentalHealthReform } from "../../../../db/seeds/demo/mental-health-reform.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { formsOf, sentFields } from "../../../support/forms.ts";
import { createPaymentRequest } from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const spaced = (text: string) => text.replaceAll("\u00a0", " ");

describe.each(engines)("the duties of the legal act on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let manager: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2023-05-02T07:30:00Z" });
    await seedCatalogues(app.db, app.clock.now());
    projectId = await createProject(app.db, {
      starts_on: mentalHealthReform.startsOn,
      ends_on: mentalHealthReform.endsOn,
      decided_on: "2023-04-12",
    });
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId });
    manager = await app.signedInAs(userId);
  });
  afterEach(() => app.close());

  const address = () => `/projects/${projectId}/duties`;
  const page = async () => spaced((await manager.get(address())).text);
  const makePeriods = () =>
    manager.post(`/projects/${projectId}/periods/generation`, { months: "6", isConfirmed: "true" });
  const preview = async () => {
    const { text } = await manager.get(`${address()}/settlement/new`);
    return formsOf(text).find(({ action }) => action.endsWith("/settlement"));
  };
  const proposed = async () =>
    ((await preview())?.fields ?? []).filter(
      ({ value, name }) => value !== "" && !name.startsWith("_"),
    );
  const settle = (fields: Record<string, string | string[]>) =>
    manager.post(`${address()}/settlement`, fields);
  const settleAll = async () => {
    const form = await preview();
    return settle(form ? sentFields(form) : {});
  };
  const duty = (name: string) => app.db("milestones").where({ duty: name }).orderBy("id");

  test("are told with rule, source, version and anchor before anything is written down", async () => {
    await makePeriods();
    const text = await page();
    for (const told of [
      "Zpráva o realizaci č. 2",
      "31. 5. 2024",
      "upozorňuje se k 30. 5. 2024",
      "pracovní den 2. 6. 2025",
      "1 měsíc po konci období, do konce měsíce",
      "konec období: 30. 4. 2024",
      "verze pravidla od 1. 1. 2021",
      "Ověřte v rozhodnutí",
      "Nařízení (EU) 2021/1060, čl. 50",
      "Čeká na poslední platbu.",
      "každý měsíc do 10. 5. 2026",
      "nezapsáno",
      "rozhodnutí 12. 4. 2023",
    ])
      expect(text).toContain(told);
    expect(await app.db("milestones")).toHaveLength(0);
  });

  test("are written down once, those to come ticked, those past only when asked for", async () => {
    await makePeriods();
    const keys = (await proposed()).map(({ value }) => value);
    expect(keys).toContain("6-payment-request");
    expect(keys).toContain("timesheets");
    expect(keys).not.toContain("advance-request");
    const _submission = randomUUID();
    const wanted = { duties: ["1-report", "advance-request", "archive-decision"], _submission };
    expect((await settle(wanted)).headers.location).toBe(address());
    await settle(wanted);
    expect(await app.db("milestones").orderBy("id")).toMatchObject([
      { duty: "report", kind: "report", origin: "rule", due_on: "2023-11-30", period_id: 1 },
      { duty: "advance-request", kind: "payment-request", due_on: "2023-04-12", period_id: null },
      { duty: "archive-decision", kind: "other", due_on: "2036-04-30" },
    ]);
    expect((await page()).match(/nezapsáno/g)?.length).toBeGreaterThan(0);
    await settleAll();
    expect(await proposed()).toEqual([]);
  });

  test("take one way only: what is not owed cannot be written down, nor twice, nor in another's project", async () => {
    await makePeriods();
    await settle({ duties: "poster" });
    for (const duties of ["poster", "9-report", "archive-eu", "constructor", "1-poster"])
      expect((await settle({ duties })).status).toBe(422);
    const foreign = await createMilestone(app.db, await createProject(app.db), { duty: "poster" });
    expect((await settle({ moveIds: String(foreign) })).status).toBe(409);
    expect((await settle({ cancelIds: String(foreign) })).status).toBe(409);
    expect(await app.db("milestones").where({ project_id: projectId })).toHaveLength(1);
  });

  test("of each month go on by the rule when one is done, and end with the project", async () => {
    await settle({ duties: "timesheets" });
    const [first] = await duty("timesheets");
    expect(first).toMatchObject({
      ...{ due_on: "2023-06-10", recurrence: "monthly", recurs_until: "2026-05-10" },
    });
    const done = { doneOn: "2023-05-02", version: "1" };
    await manager.post(`/projects/${projectId}/milestones/${first.id}/completion`, done);
    expect((await duty("timesheets"))[1]).toMatchObject({
      ...{ due_on: "2023-07-10", origin: "rule", programme_rule_id: first.programme_rule_id },
    });
    await app.db("projects").where({ id: projectId }).update({ ends_on: "2026-06-30" });
    expect(await page()).toContain("Jeden termín už neodpovídá pravidlu.");
    await settleAll();
    const series = await duty("timesheets");
    expect(series.map(({ recurs_until }) => recurs_until)).toEqual(["2026-05-10", "2026-07-10"]);
  });

  test("of each month begin anew on another day where the rule changes, with whoever answers for them", async () => {
    await settle({ duties: "timesheets" });
    const owner = await createUser(app.db);
    await app.db("milestones").update({ owner_user_id: owner });
    const own = { value: "15", unit: "days", anchor: "month-end", version: "0" };
    await manager.post(`/projects/${projectId}/rules/timesheet-offset`, {
      ...{ ...own, reason: "Mzdová účtárna uzavírá později.", source: "Rozhodnutí" },
    });
    expect(await page()).toContain("vlastní pravidlo projektu: Mzdová účtárna");
    await settleAll();
    const [before, after] = await duty("timesheets");
    expect(before.cancelled_on).toBe("2023-05-02");
    expect(after).toMatchObject({ due_on: "2023-06-15", owner_user_id: owner, done_on: null });
  });

  test("with a day set by hand keep it, and say what the rule would give and why it is not so", async () => {
    await makePeriods();
    await settle({ duties: ["6-report", "participant-exits"] });
    const [report] = await duty("report");
    const move = { dueOn: "2026-07-31", reason: "ŘO prodloužil lhůtu", isConfirmed: "true" };
    await manager.post(`/projects/${projectId}/milestones/${report.id}/move`, {
      ...{ ...move, version: "1" },
    });
    expect(await page()).toContain("podle pravidla 30. 6. 2026, změněno: ŘO prodloužil lhůtu");
    const [exits] = await duty("participant-exits");
    expect((await proposed()).map(({ name, value }) => [name, value])).toContainEqual([
      "moveIds",
      String(exits.id),
    ]);
    await settle({ moveIds: String(exits.id) });
    expect((await duty("participant-exits"))[0].due_on).toBe("2026-07-31");
    expect((await settle({ moveIds: String(report.id) })).status).toBe(409);
  });

  test("to keep documents by the EU wait for the last payment and are counted from the end of its year", async () => {
    await createPaymentRequest(app.db, projectId, {
      ...{ kind: "final", state: "paid", received_on: "2026-11-05", received_halere: 1 },
    });
    expect(await page()).toContain("31. 12. 2031");
  });

  test("are cancelled by choice where they are owed no more", async () => {
    const gone = await createMilestone(app.db, projectId, {
      ...{ duty: "report", kind: "report", origin: "rule", computed_due_on: "2026-03-31" },
    });
    const kept = await createMilestone(app.db, projectId, { duty: "report", origin: "hand" });
    expect(await proposed()).toContainEqual({
      ...{ name: "cancelIds", type: "checkbox", value: String(gone) },
    });
    expect((await settle({ cancelIds: String(kept) })).status).toBe(409);
    await settle({ cancelIds: String(gone) });
    expect((await duty("report")).map(({ cancelled_on }) => cancelled_on)).toEqual([
      "2023-05-02",
      null,
    ]);
  });

  test("go along into a copy, where the rules give them their days anew", async () => {
    await makePeriods();
    await settle({ duties: ["1-report", "poster"] });
    const founder = await createUser(app.db, { is_founder: true });
    await addMember(app.db, { projectId, userId: founder });
    const browser = await app.signedInAs(founder);
    const copy = { title: "Další", shortName: "Další", startsOn: "2024-06-01", step: "save" };
    const { headers } = await browser.post(`/projects/${projectId}/copy`, copy);
    const copied = () => app.db("milestones").whereNot({ project_id: projectId }).orderBy("due_on");
    expect((await copied()).map(({ duty: name, origin }) => [name, origin])).toEqual([
      ["poster", "rule"],
      ["report", "rule"],
    ]);
    const page = await browser.get(`${headers.location}/duties`);
    expect(page.text).toContain("Vyvěsit plakát A3");
    expect((await copied()).map(({ due_on }) => due_on)).toEqual(["2024-06-01", "2024-12-31"]);
  });

  test("that last ten years after the end do not stretch the picture of the project", async () => {
    await settle({ duties: ["archive-decision", "poster"] });
    const { text } = await manager.get(`/projects/${projectId}/timeline`);
    // The token of a form may hold any digits.
    const read = text.replace(/value="[0-9a-f]+\.[0-9a-f]+"/g, "");
    expect(read).toContain("Vyvěsit plakát A3");
    expect(read).not.toContain("2036");
  });

  test("come as a workbook that says of each its days, its rule and where that is written", async () => {
    await makePeriods();
    await settle({ duties: "2-report" });
    const file = await manager.get(`${address()}?format=xlsx`).responseType("blob");
    const rows = await readSheet(file.body);
    expect(rows[0]?.slice(0, 5)).toEqual([
      ...["Druh", "Povinnost", "Období", "Závazný termín", "Pracovní den"],
    ]);
    const report = rows.find((row) => row[1] === "Zpráva o realizaci č. 2") ?? [];
    expect([report[2], report[3], report[5]]).toEqual([
      2,
      new Date("2024-05-31"),
      new Date("2024-05-30"),
    ]);
    expect(report).toContain("1 měsíc po konci období, do konce měsíce");
    expect(report).toContain("Ověřte v rozhodnutí");
    expect([report[10], rows.find((row) => row[1] === "Vyvěsit plakát A3")?.[10]]).toEqual([
      ...["ano", "ne"],
    ]);
  });

  test("are shown by a fixed number of statements", async () => {
    await manager.get(address());
    const count = async () => (await statementsOf(app.db, () => manager.get(address()))).length;
    const none = await count();
    await makePeriods();
    await settleAll();
    expect([await count(), none <= 7]).toEqual([none, true]);
  });

  test("are seen by every reader, settled by managers, and not there for strangers", async () => {
    const reader = await createUser(app.db);
    await addMember(app.db, { projectId, userId: reader, role: "coordinator" });
    const browser = await app.signedInAs(reader);
    expect((await browser.get(address())).status).toBe(200);
    expect((await browser.get(`${address()}/settlement/new`)).status).toBe(403);
    expect((await browser.post(`${address()}/settlement`)).status).toBe(403);
    const stranger = await app.signedInAs(await createUser(app.db));
    for (const path of ["", "/settlement/new"])
      expect((await stranger.get(`${address()}${path}`)).status).toBe(404);
    expect((await stranger.post(`${address()}/settlement`)).status).toBe(404);
  });

  test("speak English to an English reader", async () => {
    await makePeriods();
    const { text } = await manager.get(`${address()}?lang=en`);
    expect(spaced(text)).toContain("1 month after the end of the period, by the end of the month");
    expect(text).toContain("Check in your grant decision");
  });
});
