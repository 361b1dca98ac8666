import BetterSqlite3 from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { sqliteFile } from "../../../db/connection.ts";
import { type Browser, openTestApp, type TestApp } from "../../support/app.ts";
import { engines } from "../../support/databases.ts";
import { addMember, createProject, createUser } from "../../support/factories.ts";

let app: TestApp;
let projectId: number;
let browser: Browser;

async function begin(engine: (typeof engines)[number]): Promise<void> {
  app = await openTestApp(engine);
  const userId = await createUser(app.db);
  projectId = await createProject(app.db);
  await addMember(app.db, { projectId, userId });
  browser = await app.signedInAs(userId);
  await browser.get("/"); // so that the first writes of a session are behind
}

describe("when the database cannot be written", () => {
  beforeEach(() => begin("sqlite"));
  afterEach(() => app.close());

  const favourite = () => browser.post(`/projects/${projectId}/favourite`);

  test("a busy one is waited for a moment, then the page says that nothing was saved; reading goes on", async () => {
    const other = new BetterSqlite3(sqliteFile(app.database.url));
    other.exec("begin immediate");
    const answer = await favourite();
    expect(answer.status).toBe(503);
    expect(answer.headers["retry-after"]).toBe("5");
    expect(answer.text).toContain("Nic se neuložilo.");
    expect((await browser.get("/projects")).status).toBe(200);
    other.exec("rollback");
    other.close();
    expect((await favourite()).status).toBe(303);
  });

  test("a full disk is told as such, reading goes on, and after making room so does writing", async () => {
    const [{ page_count: pages }] = await app.db.raw("pragma page_count");
    await app.db.raw(`pragma max_page_count = ${pages}`);
    let answer = await favourite();
    for (let n = 0; n < 400 && answer.status === 303; n += 1) {
      answer = await browser.post(`/projects/${projectId}/favourite`, {
        _submission: crypto.randomUUID(),
      });
    }
    expect(answer.status).toBe(507);
    expect(answer.text).toContain("Došlo místo na disku");
    expect((await browser.get("/projects")).status).toBe(200);
    await app.db.raw("pragma max_page_count = 1000000");
    expect((await favourite()).status).toBe(303);
  });
});

describe.each(engines)("an error on %s", (engine) => {
  beforeEach(() => begin(engine));
  afterEach(() => app.close());

  test("of an unknown address is a page in the reader's language with a way on", async () => {
    const cs = await browser.get("/nikam");
    expect(cs.status).toBe(404);
    expect(cs.text).toContain("Stránka nenalezena");
    const en = await browser.get("/nikam?lang=en");
    expect(en.text).toContain("Page not found");
  });

  test("tells no more than its number, whatever went wrong inside", async () => {
    await app.db.schema.renameTable("project_favourites", "gone");
    const answer = await browser.post(`/projects/${projectId}/favourite`);
    await app.db.schema.renameTable("gone", "project_favourites");
    expect(answer.status).toBe(500);
    expect(answer.text).toContain(answer.headers["x-request-id"] ?? "-");
    expect(answer.text).not.toMatch(/project_favourites|select|insert|at .*\.ts/i);
  });

  test("that comes up while another is being answered tells no more either", async () => {
    await app.db("sessions").update({ idle_expires_at: "2026-03-02T07:00:00.000Z" });
    await app.db.schema.renameTable("kept_forms", "gone");
    const answer = await browser.post(`/projects/${projectId}/favourite`);
    await app.db.schema.renameTable("gone", "kept_forms");
    expect(answer.status).toBe(500);
    const requestId = answer.headers["x-request-id"];
    expect(answer.body).toEqual({ error: "failure", requestId });
  });

  test("of a malformed or oversized request is no fault of the server", async () => {
    expect((await browser.get("/projects/%E0%A4%A")).status).toBe(400);
    const large = await browser.post(`/projects/${projectId}/favourite`, {
      body: "x".repeat(300_000),
    });
    expect(large.status).toBe(413);
    expect(large.text).toContain("Příliš mnoho dat");
  });

  test("is told as JSON to whoever asks for JSON", async () => {
    const answer = await browser.get("/nikam").set("Accept", "application/json");
    expect(answer.body).toMatchObject({ error: "notFound" });
  });
});
