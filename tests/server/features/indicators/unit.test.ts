import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";

const ENTRY = {
  ...{ name: "Spolupráce obcí", unit: " ", kind: "own", valueType: "text", behaviour: "state" },
  ...{ direction: "up", decimals: "0", isCommitted: "true" },
};

describe.each(engines)("the unit of an indicator on %s", (engine) => {
  let app: TestApp;
  let browser: Browser;
  let list: string;
  beforeEach(async () => {
    app = await openTestApp(engine);
    const projectId = await createProject(app.db);
    const userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId });
    browser = await app.signedInAs(userId);
    list = `/projects/${projectId}/indicators`;
  });
  afterEach(() => app.close());

  test("a value in words needs no unit, and none is told of it; a number keeps needing one", async () => {
    expect((await browser.get(`${list}/new`)).text).toMatch(/id="unit"[^>]* required/);
    expect((await browser.post(list, ENTRY)).status).toBe(303);
    const [indicator] = await app.db("indicators");
    expect(indicator).toMatchObject({ unit: "", value_type: "text" });
    const page = `${list}/${indicator.id}`;
    const value = { validOn: "2026-02-01", valueText: "Vznikla síť" };
    expect((await browser.post(`${page}/values`, value)).status).toBe(303);
    expect((await browser.get(page)).text).not.toMatch(/>\s*·/);
    expect((await browser.get(`${page}/edit`)).text).not.toMatch(/id="unit"[^>]* required/);
    expect((await browser.get(list)).text).not.toMatch(/table__note">\s*(·|<)/);
    const number = await browser.post(page, { ...ENTRY, version: "1", valueType: "number" });
    expect(number.status).toBe(422);
    expect(number.text).toContain('href="#unit"');
  });
});
