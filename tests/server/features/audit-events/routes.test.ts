import readSheet from "read-excel-file/node";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { change, type RecordedEvent, system } from "../../../../server/change.ts";
import { sealAuditDay } from "../../../../server/features/audit-events/seals/service.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("the audit log on %s", (engine) => {
  let app: TestApp;
  let admin: Browser;
  let evaId: number;
  let projectId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    evaId = await createUser(app.db, { name: "Eva Konající" });
    projectId = await createProject(app.db, { short_name: "Duševní zdraví" });
  });
  afterEach(() => app.close());

  const happen = (event: Partial<RecordedEvent>, userId: number | null = evaId) =>
    change(app, { ...system, userId }, async ({ record }) =>
      record({ action: "user.edited", objectType: "user", objectId: 1, ...event }),
    );
  const mainOf = async (path: string, browser = admin) => {
    const { text } = await browser.get(path).expect(200);
    return text.slice(text.indexOf("<tbody"), text.indexOf("</tbody"));
  };

  test("tells who did what to which record, with what changed, newest first", async () => {
    await happen({ action: "user.invited" });
    await happen({ changes: { name: ["Eva", "<b>Evička</b>"] }, projectId });
    await happen({ action: "session.refused", outcome: "denied" }, null);
    const rows = await mainOf("/admin/audit");
    const order = ["Odmítnuté přihlášení", "Účet upraven", "Pozvánka odeslána"];
    expect(order.toSorted((a, b) => rows.indexOf(a) - rows.indexOf(b))).toEqual(order);
    expect(rows).toContain("Eva Konající");
    expect(rows).toContain("uživatel č. 1");
    expect(rows).toContain("Duševní zdraví");
    expect(rows).toContain("Odepřeno");
    expect(rows).toContain("&lt;b&gt;Evička&lt;/b&gt;");
  });

  test("is narrowed by person, project, action, outcome and days of Prague", async () => {
    app.clock.set("2026-02-27T22:59:59Z");
    await happen({ action: "user.invited" });
    app.clock.set("2026-02-27T23:00:00Z");
    await happen({ action: "user.edited", projectId });
    app.clock.set("2026-02-28T12:00:00Z");
    const admin = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    await happen({ action: "access.denied", outcome: "denied" }, null);
    const found = async (query: string) => {
      const rows = await mainOf(`/admin/audit?${query}`, admin);
      return ["Pozvánka odeslána", "Účet upraven", "Odepřený přístup"].map((what) =>
        rows.includes(what),
      );
    };
    expect(await found(`person=${evaId}`)).toEqual([true, true, false]);
    expect(await found(`project=${projectId}`)).toEqual([false, true, false]);
    expect(await found("action=user.invited")).toEqual([true, false, false]);
    expect(await found("outcome=denied")).toEqual([false, false, true]);
    expect(await found("until=2026-02-27")).toEqual([true, false, false]);
    expect(await found("from=28.+2.+2026")).toEqual([false, true, true]);
    expect(await found("from=31.+2.+2026&person=x&action=nesmysl&before=-1")).toEqual([
      true,
      true,
      true,
    ]);
  });

  test("goes by pages that later events do not shift", async () => {
    for (let n = 1; n <= 60; n += 1) await happen({ objectId: 1000 + n });
    const first = await admin.get("/admin/audit?action=user.edited");
    expect(first.text).toContain("č. 1060");
    expect(first.text).not.toContain("č. 1010");
    const older = /href="(\/admin\/audit\?[^"]*before=\d+)"/.exec(first.text)?.[1] ?? "";
    await happen({ objectId: 2000 });
    const second = await mainOf(older.replaceAll("&amp;", "&"));
    expect(second).toContain("č. 1010");
    expect(second).not.toContain("č. 1011");
  });

  test("says so when nothing matches", async () => {
    const page = await admin.get("/admin/audit?action=user.deactivated");
    expect(page.text).toContain("Tomuto výběru neodpovídá žádná událost.");
  });

  test("opened by an auditor is itself recorded, by an administrator not", async () => {
    const auditor = await app.signedInAs(await createUser(app.db, { is_auditor: true }));
    await admin.get("/admin/audit");
    expect(await app.db("audit_events")).toEqual([]);
    await auditor.get("/admin/audit?outcome=denied").expect(200);
    const [event] = await app.db("audit_events");
    expect(event).toMatchObject({ action: "audit.opened", outcome: "done" });
    expect(JSON.parse(event.changes)).toEqual({ filter: [null, "outcome=denied"] });
  });

  test("shows an auditor of some projects only what happened in those", async () => {
    const auditorId = await createUser(app.db, { is_auditor: true });
    await app.db("auditor_projects").insert({ user_id: auditorId, project_id: projectId });
    await happen({ objectType: "project", objectId: projectId, projectId });
    const foreign = await createProject(app.db, { short_name: "Cizí projekt" });
    await happen({ objectType: "project", objectId: foreign, projectId: foreign });
    await happen({ action: "user.invited" });
    const { text } = await (await app.signedInAs(auditorId)).get("/admin/audit");
    expect(text).toContain("Duševní zdraví");
    expect(text).not.toContain("Cizí projekt");
    expect(text.slice(text.indexOf("<tbody"))).not.toContain("Pozvánka odeslána");
  });

  test.each([["is_management"], ["is_founder"]])("is closed to %s", async (role) => {
    const other = await app.signedInAs(await createUser(app.db, { [role]: true }));
    expect((await other.get("/admin/audit")).status).toBe(403);
    expect((await other.get("/admin/audit/seals")).status).toBe(403);
  });

  test("comes as a workbook, and that is recorded whoever takes it", async () => {
    await happen({ changes: { name: ["Eva", "=1+1"] } });
    const answer = await admin
      .get("/admin/audit?format=xlsx&action=user.edited")
      .buffer(true)
      .parse((res, done) => {
        const parts: Buffer[] = [];
        res.on("data", (part: Buffer) => parts.push(part));
        res.on("end", () => done(null, Buffer.concat(parts)));
      });
    const [sheet] = await readSheet(answer.body as Buffer);
    expect(sheet?.data).toHaveLength(2);
    expect(sheet?.data[1]).toContain("Jméno: Eva → =1+1");
    const recorded = await app.db("audit_events").where({ action: "audit.exported" });
    expect(recorded).toHaveLength(1);
  });

  test("shows whether its newest seal holds, and each day's on a page of its own", async () => {
    expect((await admin.get("/admin/audit/seals")).text).toContain("Zatím bez pečetě.");
    await happen({});
    app.clock.advanceDays(1);
    await sealAuditDay(app);
    const reader = await app.signedInAs(await createUser(app.db, { is_administrator: true }));
    expect((await reader.get("/admin/audit")).text).toContain("Zapečetěno do 2.\u00a03.\u00a02026");
    const page = await reader.get("/admin/audit/seals?upTo=nesmysl");
    expect(page.text).toContain("Neporušeno");
    await app.db("audit_seals").update({ events: 7 });
    expect((await reader.get("/admin/audit")).text).toContain("nesouhlasí");
    expect((await reader.get("/admin/audit/seals")).text).toContain("Porušeno");
  });

  test("takes the same few queries however long it is", async () => {
    const count = async () =>
      (await statementsOf(app.db, () => admin.get("/admin/audit").expect(200))).length;
    await happen({});
    await count();
    const few = await count();
    for (let n = 0; n < 60; n += 1) await happen({});
    expect([few, await count()]).toEqual([5, 5]);
  });
});
