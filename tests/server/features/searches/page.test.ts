import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { rebuildSearchIndex } from "../../../../server/features/searches/rebuilding/service.ts";
import { indexForSearch } from "../../../../server/features/searches/service.ts";
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

describe.each(engines)("the search page on %s", (engine) => {
  let app: TestApp;
  let userId: number;
  let ownId: number;
  let foreignId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    userId = await createUser(app.db, { name: "Jana Poradová" });
    ownId = await createProject(app.db, { title: "Podpora pečujících", short_name: "Pečující" });
    foreignId = await createProject(app.db, { title: "Porady pro všechny", short_name: "Porady" });
    await addMember(app.db, { projectId: ownId, userId });
  });
  afterEach(() => app.close());

  const addEntry = async (projectId: number, body: string, happenedOn = "2026-02-10") => {
    const [entry] = await app
      .db("log_entries")
      .insert({
        project_id: projectId,
        happened_on: happenedOn,
        body,
        created_at: "2026-02-10T10:00:00.000Z",
      })
      .returning("id");
    return entry.id as number;
  };
  const search = async (query: string, as = userId) => {
    const browser = await app.signedInAs(as);
    return browser.get(`/search?${query}`);
  };
  const hrefsOf = (page: string) =>
    [...page.matchAll(/search-hit__title"><a href="([^"]+)"/g)].map(([, href]) => href);

  test("what was searched for stands in the box above, the words of a filtered list do not", async () => {
    const typed = /id="global-search"[^>]* value="([^"]*)"/;
    const browser = await app.signedInAs(userId);
    const above = async (path: string) => typed.exec((await browser.get(path)).text)?.[1];
    expect(await above("/search?q=porada")).toBe("porada");
    expect(await above("/projects?q=porada")).toBe("");
  });

  test("finds projects, activities, milestones and the log, each under its heading", async () => {
    const activityId = await createActivity(app.db, ownId, { title: "Poradenství rodinám" });
    const milestoneId = await createMilestone(app.db, ownId, { title: "Poradna otevřena" });
    const entryId = await addEntry(ownId, "Setkání poradního sboru, šedesát lidí");
    await addEntry(foreignId, "Cizí porada");
    expect(await rebuildSearchIndex(app)).toBe(6);

    const page = await search("q=porad");
    expect(hrefsOf(page.text)).toEqual([
      `/projects/${ownId}/activities/${activityId}`,
      `/projects/${ownId}/milestones/${milestoneId}`,
      `/projects/${ownId}/progress/${entryId}`,
    ]);
    expect(page.text).toContain("<mark>Poradenství</mark> rodinám");
    expect(page.text).toContain("Setkání <mark>poradního</mark> sboru");
    expect(page.text).not.toContain("Cizí");
    const milestones = await search("q=porad&type=milestone");
    expect(hrefsOf(milestones.text)).toHaveLength(1);
  });

  test("never finds people", async () => {
    await rebuildSearchIndex(app);
    expect(hrefsOf((await search("q=Jana+Poradová")).text)).toEqual([]);
  });

  test("shows the reader's own projects first, whatever their date", async () => {
    const managementId = await createUser(app.db, { is_management: true });
    await addMember(app.db, { projectId: ownId, userId: managementId, role: "reader" });
    const own = await addEntry(ownId, "výběr dodavatele", "2025-01-10");
    const newer = await addEntry(foreignId, "výběr dodavatele", "2026-02-10");
    const older = await addEntry(foreignId, "výběr dodavatele", "2026-01-10");
    await rebuildSearchIndex(app);
    const page = await search("q=dodavatele", managementId);
    expect(hrefsOf(page.text)).toEqual([
      `/projects/${ownId}/progress/${own}`,
      `/projects/${foreignId}/progress/${newer}`,
      `/projects/${foreignId}/progress/${older}`,
    ]);
  });

  test("what people wrote is shown inert, also where it is marked", async () => {
    await addEntry(ownId, "<script>alert(1)</script> porada <img src=x onerror=alert(2)>");
    await rebuildSearchIndex(app);
    const page = await search(`q=${encodeURIComponent("porada <script>")}`);
    expect(page.text).toContain("&lt;<mark>script</mark>&gt;");
    expect(page.text).not.toContain("<script>alert");
    expect(page.text).not.toContain("<img src=x");
  });

  test("an empty question explains, an answer without results advises", async () => {
    for (const query of ["", "q=", "q=%22%22", "q=***", "q=a&q=b"]) {
      const page = await search(query);
      expect(page.status, query).toBe(200);
      expect(page.text).toContain("Napište, co hledáte");
    }
    const page = await search("q=neexistuje");
    expect(page.text).toContain("Pro „neexistuje“ jsme nic nenašli.");
    expect(page.text).toContain("Zkuste méně slov");
    expect((await search("q=x&type=person&page=0")).status).toBe(200);
    expect((await app.visitor().get("/search?q=x")).status).toBe(303);
  });

  test("asks as often for many results as for one", async () => {
    await addEntry(ownId, "porada");
    await rebuildSearchIndex(app);
    const browser = await app.signedInAs(userId);
    const ask = () => browser.get("/search?q=porada");
    await ask(); // what the house asks only once
    const one = await statementsOf(app.db, ask);
    for (let n = 0; n < 60; n += 1) await addEntry(ownId, "porada");
    await rebuildSearchIndex(app);
    const many = await statementsOf(app.db, ask);
    expect(many).toHaveLength(one.length);
    const asked = many.filter((statement) => statement.includes("search_entries"));
    expect(asked).toHaveLength(2);
  });

  test("pages through one type by fifty", async () => {
    for (let n = 0; n < 60; n += 1) await addEntry(ownId, `porada ${n}`);
    await rebuildSearchIndex(app);
    const all = await search("q=porada");
    expect(hrefsOf(all.text)).toHaveLength(5);
    expect(all.text).toContain("Zobrazit všechny (60)");
    expect(hrefsOf((await search("q=porada&type=log-entry")).text)).toHaveLength(50);
    expect(hrefsOf((await search("q=porada&type=log-entry&page=2")).text)).toHaveLength(10);
  });

  test("says plainly where it stops counting", async () => {
    const entry = { project_id: ownId, happened_on: "2026-02-10", created_at: app.clock.now() };
    const rows = Array.from({ length: 201 }, (_, n) => ({ ...entry, body: `porada ${n}` }));
    await app.db.batchInsert("log_entries", rows, 100);
    await rebuildSearchIndex(app);
    const all = await search("q=porada");
    expect(all.text).toContain("Zobrazit 200 nejnovějších (celkem více než 200)");
    const last = await search("q=porada&type=log-entry&page=4");
    expect(last.text).toContain("Výsledků je více než 200, ukazujeme 200 nejnovějších.");
    expect(last.text).toContain("151–200 z více než 200");
    expect(all.text + last.text).not.toContain("200+");
    const [first] = await app.db("log_entries").orderBy("id", "desc").limit(1);
    await app.db("log_entries").where({ id: first.id }).delete();
    await rebuildSearchIndex(app);
    expect((await search("q=porada")).text).toContain("Zobrazit všechny (200)");
  });

  test("made again from the records it finds what it found before", async () => {
    const id = await addEntry(ownId, "průběžné znění");
    await app.db.transaction((trx) =>
      indexForSearch(trx, {
        objectType: "log-entry",
        objectId: id,
        projectId: ownId,
        datedOn: "2026-02-10",
        title: "",
        body: "průběžné znění",
      }),
    );
    const before = await app
      .db("search_entries")
      .where("body", "like", "průb%")
      .first("id", "words");
    await rebuildSearchIndex(app);
    expect(await app.db("search_entries").where("id", before.id).first("id", "words")).toEqual(
      before,
    );
  });
});
