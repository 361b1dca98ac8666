import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refreshDrawdownTotals } from "../../../server/features/drawdowns/service.ts";
import { rebuildSearchIndex } from "../../../server/features/searches/rebuilding/service.ts";
import { engines } from "../../support/databases.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
} from "../../support/money-factories.ts";
import { matrix } from "./matrix-table.ts";
import { type Actor, openWorld, type World } from "./matrix-world.ts";
import { textOf } from "./reading.ts";

/** 87 654,32 of pay, its levies and the document they make, however they may be written; and whose it is. */
const CANARIES = [
  ...[/87[\s\u00a0,.]?654[,.]?32/, /29[\s\u00a0,.]?627[,.]?16/, /117[\s\u00a0,.]?281[,.]?48/],
  ...[/Kanárková mzda/, /kanarkova mzda/],
];
const FILES = /href="(\/[^"]*(?:format=|\.csv|\.xlsx)[^"]*)"/g;
const READERS_OF_PAY = ["manager", "finance"];
/** Who edits the project, who edits everything, who reads everything: whatever others see they see too. */
const OTHERS = ["coordinator", "administrator", "auditor"];

describe.each(engines)("pay on %s", (engine) => {
  let world: World;
  const logged: string[] = [];
  beforeAll(async () => {
    const log = pino({ level: "debug" }, { write: (line: string) => logged.push(line) });
    world = await openWorld(engine, { log });
    await payThem(world);
  }, 60_000);
  afterAll(() => world.app.close());

  const actor = (name: string) => world.actors.find((one) => one.name === name) as Actor;
  const pages = () =>
    matrix
      .filter(({ route, who }) => route.startsWith("GET") && who !== "anybody")
      .map(({ route }) => route.slice("GET ".length))
      .map((path) => path.replace(/:(\w+)/g, (_, name) => world.records.own[name] ?? name));

  test("is on no page and in no file of anybody who may not read it", async () => {
    const leaks: string[] = [];
    for (const name of OTHERS) leaks.push(...(await leaksTo(actor(name))));
    expect(leaks).toEqual([]);
  }, 600_000);

  test("is on the pages of manager and finance officer, so that the search above can find it", async () => {
    const { projectId, positionId } = world.records.own;
    for (const name of READERS_OF_PAY) {
      const position = await textOf(
        world.app,
        actor(name),
        `/projects/${projectId}/staff/positions/${positionId}`,
      );
      expect(position.text).toMatch(/87\u00a0654,32/);
      const form = `/projects/${projectId}/expenditures/${paid}/payroll`;
      expect((await textOf(world.app, actor(name), form)).text).toContain('value="87654,32"');
    }
  });

  test("is in no history, no search and no log of the server, nor in what others are told of a conflict", async () => {
    const { app, records } = world;
    const { projectId, assignmentId } = records.own;
    const stale = { version: "1", owner: "user-1", startsOn: "2026-01-01" };
    const address = `/projects/${projectId}/staff/assignments/${assignmentId}`;
    const conflict = await actor("administrator").browser.post(address, stale);
    expect([409, 422]).toContain(conflict.status);
    expect(found(conflict.text)).toEqual([]);
    await rebuildSearchIndex(app);
    for (const table of ["search_entries", "audit_events", "outgoing_mails", "submissions"])
      expect(found(JSON.stringify(await app.db(table)))).toEqual([]);
    const told = await app.db("audit_events").where({ action: "assignment.edited" });
    expect(JSON.stringify(told)).toContain("not-told");
    expect(logged.length).toBeGreaterThan(100);
    expect(found(logged.join())).toEqual([]);
  });

  test("is neither seen nor changed by an administrator who edits the assignment", async () => {
    const { projectId, assignmentId } = world.records.own;
    const address = `/projects/${projectId}/staff/assignments/${assignmentId}`;
    const { browser } = actor("administrator");
    const form = await browser.get(`${address}/edit`);
    expect(form.status).toBe(200);
    expect(form.text).not.toContain("payHalere");
    const stored = () => world.app.db("staff_assignments").where({ id: assignmentId }).first();
    const before = await stored();
    const changed = { version: String(before.version), startsOn: "2026-01-02" };
    const extra = { payHalere: "1", payUnit: "hour", note: "Nástup o den později" };
    const fields = { ...changed, ...extra, owner: `user-${before.user_id}` };
    expect((await browser.post(address, fields)).status).toBe(303);
    expect(await stored()).toMatchObject({
      starts_on: "2026-01-02",
      pay_unit: "month",
      pay_halere: 8_765_432,
    });
  });

  let paid = 0;

  /** Pay entered as people enter it, by the form of whoever may. */
  async function payThem({ app: { db }, records: { own } }: World): Promise<void> {
    const { projectId, assignmentId, positionId } = own;
    const { user_id } = await db("staff_assignments").where({ id: assignmentId }).first();
    const { browser } = actor("manager");
    const answer = await browser.post(`/projects/${projectId}/staff/assignments/${assignmentId}`, {
      ...{ version: "1", owner: `user-${user_id}`, startsOn: "2026-01-01" },
      ...{ payHalere: "87654,32", payUnit: "month" },
    });
    expect(answer.status).toBe(303);
    const { versionId } = await createBudgetVersion(db, Number(projectId));
    const place = { projectId: Number(projectId), versionId };
    const line = { code: "1.1.1.1", is_leaf: true, is_staff: true, amount_halere: 20_000_000 };
    const lineId = await createBudgetLine(db, place, line);
    await db("positions").where({ id: positionId }).update({ budget_line_id: lineId });
    await db("budget_versions")
      .where({ id: versionId })
      .update({ eligible_halere: 20_000_000, direct_halere: 20_000_000 });
    const wage = { kind: "payroll", description: "Kanárková mzda", budget_line_id: lineId };
    paid = await createExpenditure(db, Number(projectId), { ...wage, amount_halere: 11_728_148 });
    // A second one, so that no sum of a line or a month is the first one by itself.
    await createExpenditure(db, Number(projectId), { ...wage, amount_halere: 123_456 });
    await db.transaction((trx) => refreshDrawdownTotals(trx, Number(projectId)));
    const item = await browser.post(`/projects/${projectId}/expenditures/${paid}/payroll`, {
      ...{ assignmentId: String(assignmentId), month: "2026-01", contractCode: "Smlouva" },
      ...{ pay: "87654,32", levies: "29627,16", fundHours: "88", projectHours: "88" },
    });
    expect(item.status).toBe(303);
  }

  async function leaksTo(one: Actor): Promise<string[]> {
    const leaks: string[] = [];
    const files = new Set<string>();
    const { projectId } = world.records.own;
    const also = [`/projects/${projectId}/expenditures/${paid}`, "/search?q=Kanarkova"];
    for (const page of [...pages(), ...also]) {
      const { text } = await textOf(world.app, one, page);
      leaks.push(...found(text).map((word) => `${one.name} ${page}: ${word}`));
      for (const [, file = ""] of text.matchAll(FILES)) files.add(file.replaceAll("&amp;", "&"));
    }
    for (const file of files) {
      const { text } = await textOf(world.app, one, file);
      leaks.push(...found(text).map((word) => `${one.name} ${file}: ${word}`));
    }
    return leaks;
  }
});

function found(text: string): string[] {
  return CANARIES.filter((canary) => canary.test(text)).map(String);
}
