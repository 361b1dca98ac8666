import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";

describe.each(engines)("writing in the log on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    userId = await createUser(app.db, { name: "Jana Nová" });
    projectId = await createProject(app.db);
    await addMember(app.db, { projectId, userId, role: "coordinator" });
  });
  afterEach(() => app.close());

  const post = async (fields: Record<string, string | string[]>, as = userId) => {
    const browser = await app.signedInAs(as);
    return browser.post(`/projects/${projectId}/progress`, {
      happenedOn: "2026-03-02",
      body: "Proběhlo školení.",
      ...fields,
    });
  };
  const entries = () => app.db("log_entries").orderBy("id");

  test("an entry needs no more than a text and a day", async () => {
    const answer = await post({ body: "První řádek\r\ndruhý <script>alert(1)</script>" });
    expect(answer.status).toBe(303);
    const [entry] = await entries();
    expect(answer.headers.location).toBe(`/projects/${projectId}/progress#entry-${entry.id}`);
    expect(entry).toMatchObject({ author_id: userId, happened_on: "2026-03-02" });

    const page = await (await app.signedInAs(userId)).get(`/projects/${projectId}/progress`);
    expect(page.text).toContain("První řádek\ndruhý &lt;script&gt;alert(1)&lt;/script&gt;");
    expect(page.text).toContain("Jana Nová");
    expect(await app.db("project_totals").first("last_log_on")).toEqual({
      last_log_on: "2026-03-02",
    });
  });

  test("one entry records hours, per cent, a done milestone and a task for the next step", async () => {
    const activityId = await createActivity(app.db, projectId, { number: "2", title: "Lektoři" });
    const milestoneId = await createMilestone(app.db, projectId, { title: "Vybrat lektora" });
    const answer = await post({
      activityIds: String(activityId),
      hours: "1,5",
      percent: "40",
      milestoneId: String(milestoneId),
      isMilestoneDone: "true",
      nextStep: "Poslat smlouvu",
      nextStepOn: "2026-03-16",
    });
    expect(answer.status).toBe(303);
    const [entry] = await entries();
    expect(entry.worked_minutes).toBe(90);
    expect(await app.db("activity_progress").first()).toMatchObject({
      activity_id: activityId,
      percent: 40,
      valid_on: "2026-03-02",
      log_entry_id: entry.id,
    });
    expect(await app.db("milestones").where("id", milestoneId).first("done_on")).toEqual({
      done_on: "2026-03-02",
    });
    expect(await app.db("milestones").where("origin", "log").first()).toMatchObject({
      kind: "task",
      title: "Poslat smlouvu",
      due_on: "2026-03-16",
      activity_id: activityId,
      owner_user_id: userId,
      log_entry_id: entry.id,
    });
    const page = await (await app.signedInAs(userId)).get(`/projects/${projectId}/progress`);
    for (const text of [
      "KA2",
      "plnění 40",
      "1,5\u00a0h",
      "úkol do 16.",
      "Vybrat lektora",
      "splněn",
    ])
      expect(page.text).toContain(text);
  });

  test("what is wrong is told beside the field, and nothing typed is lost", async () => {
    const foreignId = await createActivity(app.db, await createProject(app.db));
    const archivedId = await createActivity(app.db, projectId, {
      archived_at: "2026-01-01T00:00:00.000Z",
    });
    const closedId = await createMilestone(app.db, projectId, { done_on: "2026-02-01" });
    const first = await createActivity(app.db, projectId);
    const wrong: [Record<string, string | string[]>, string][] = [
      [{ body: " " }, "Vyplňte toto pole."],
      [{ body: "x".repeat(5_001) }, "Text je příliš dlouhý, nejvýše 5000 znaků."],
      [{ happenedOn: "31. 2. 2026" }, "Zadejte skutečné datum, např. 1. 5. 2026."],
      [{ happenedOn: "2026-03-03" }, "Datum nesmí být v budoucnosti."],
      [{ hours: "24,5" }, "Zadejte hodnotu nejvýše 24."],
      [{ hours: "-1" }, "Zadejte hodnotu alespoň 0,01."],
      [{ hours: "dvě" }, "Zadejte číslo, např. 1 234,5."],
      [{ percent: "50" }, "Plnění lze zapsat, jen když je vybrána právě jedna aktivita."],
      [{ percent: "101", activityIds: String(first) }, "Zadejte hodnotu nejvýše 100."],
      [{ nextStep: "", nextStepOn: "2026-03-10" }, "Napište, jaký krok má tento termín."],
      [{ nextStep: "a", nextStepOn: "2026-03-01" }, "Další krok nemůže být dříve než sám záznam."],
      [{ isMilestoneDone: "true" }, "Vyberte milník, který je splněn."],
      [{ milestoneId: String(closedId), isMilestoneDone: "true" }, "Vyberte jednu z nabízených"],
      [{ activityIds: String(foreignId) }, "Vyberte jednu z nabízených možností."],
      [{ activityIds: String(archivedId) }, "Vyberte jednu z nabízených možností."],
      [{ happenedOn: ["2026-03-02", "2026-03-01"] }, "Zadejte jedinou hodnotu."],
    ];
    for (const [fields, message] of wrong) {
      const answer = await post({ nextStep: "Rozepsaný krok", ...fields });
      expect(answer.status, JSON.stringify(fields).slice(0, 80)).toBe(422);
      expect(answer.text).toContain(message);
      if (!("nextStep" in fields)) expect(answer.text).toContain("Rozepsaný krok");
    }
    expect(await entries()).toEqual([]);
    expect(await app.db("activity_progress")).toEqual([]);
  });

  test("an entry is one transaction, and its statements are few", async () => {
    const browser = await app.signedInAs(userId);
    await browser.get(`/projects/${projectId}/progress`);
    const fields = { body: "Porada", happenedOn: "2026-03-02", _submission: randomUUID() };
    await browser.post("/log-entries");
    const sent = await statementsOf(app.db, () =>
      browser.post(`/projects/${projectId}/progress`, fields),
    );
    expect(sent.filter((statement) => /^commit/i.test(statement))).toHaveLength(1);
    const begin = sent.findIndex((statement) => /^begin/i.test(statement));
    const commit = sent.findIndex((statement) => /^commit/i.test(statement));
    expect(sent.slice(begin + 1, commit)).toHaveLength(6);
  });

  test("what was typed into the box when the session ran out is shown after signing in", async () => {
    const browser = await app.signedInAs(userId);
    const page = await browser.get(`/projects/${projectId}/progress`);
    const form = /name="_form" value="([^"]+progress\/new)"/.exec(page.text)?.[1] ?? "";
    expect((await browser.post("/log-entries")).status).toBe(422);
    app.clock.advance(3 * 3_600_000);
    const fields = { body: "Rozepsaný záznam", happenedOn: "2026-03-02", _form: form };
    const late = await browser.post(`/projects/${projectId}/progress`, fields);
    expect(late.status).toBe(303);
    const next = new URL(late.headers.location ?? "", "http://kraj.test").searchParams.get("next");
    const again = await (await app.signedInAs(userId)).get(next ?? "");
    expect(again.text).toContain("Rozepsaný záznam");
    expect(await entries()).toEqual([]);
  });

  test("a form sent twice is written once, and an unknown field changes nothing", async () => {
    const fields = { _submission: randomUUID(), author_id: "1", archivedAt: "2026-01-01" };
    const [first, second] = [await post(fields), await post(fields)];
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await entries()).toMatchObject([{ author_id: userId, archived_at: null }]);
  });

  test("a reader may not write, a stranger finds no project", async () => {
    const readerId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: readerId, role: "reader" });
    expect((await post({}, readerId)).status).toBe(403);
    expect((await post({}, await createUser(app.db))).status).toBe(404);
    const page = await (await app.signedInAs(readerId)).get(`/projects/${projectId}/progress`);
    expect(page.status).toBe(200);
    expect(page.text).not.toContain("Zapsat do deníku");
    expect(await entries()).toEqual([]);
  });

  test("the finance officer writes entries but no per cent", async () => {
    const financeId = await createUser(app.db);
    await addMember(app.db, { projectId, userId: financeId, role: "finance" });
    const activityId = await createActivity(app.db, projectId);
    const answer = await post({ activityIds: String(activityId), percent: "90" }, financeId);
    expect(answer.status).toBe(303);
    expect(await app.db("activity_progress")).toEqual([]);
  });

  test("from outside a project only those are offered in which the viewer may write", async () => {
    const readId = await createProject(app.db, { short_name: "Jen ke čtení" });
    await addMember(app.db, { projectId: readId, userId, role: "reader" });
    const browser = await app.signedInAs(userId);
    const page = await browser.get("/log-entries/new");
    expect(page.text).toContain(`<option value="${projectId}">`);
    expect(page.text).not.toContain("Jen ke čtení");

    const fields = { happenedOn: "2026-03-02", body: "Z přehledu" };
    const chosen = { ...fields, projectId: String(projectId) };
    expect((await browser.post("/log-entries", chosen)).status).toBe(303);
    for (const id of [String(readId), "999999", ""]) {
      const answer = await browser.post("/log-entries", { ...fields, projectId: id });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("Z přehledu");
    }
    expect(await entries()).toMatchObject([{ project_id: projectId }]);
  });
});
