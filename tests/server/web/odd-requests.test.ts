import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../../support/app.ts";
import { engines } from "../../support/databases.ts";
import { createUser } from "../../support/factories.ts";

describe.each(engines)("a request that no page of ours makes, on %s", (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp(engine);
  });
  afterEach(() => app.close());

  test.each(["csrf", "osnova", "flash", "language"])(
    "a cookie %s that pretends to be JSON is as good as none",
    async (name) => {
      const cookie = `${name}=${encodeURIComponent('j:{"a":1}')}`;
      expect((await app.visitor().get("/sign-in").set("Cookie", cookie)).status).toBe(200);
    },
  );

  test("an address of two slashes gets a page without a link to another site", async () => {
    const page = await app.visitor().get("//evil.test/x").set("Accept", "text/html");
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="/?lang=en"');
    expect(page.text).not.toContain("//evil.test");
  });

  test("an address with a NUL, which PostgreSQL cannot be asked for, leads nowhere", async () => {
    const browser = await app.signedInAs(await createUser(app.db));
    for (const address of ["/projects?department=%00", "/today?department=%00", "/brand/%00"])
      expect((await browser.get(address)).status).toBe(404);
  });

  test("a link on another site does not change anybody's language", async () => {
    const id = await createUser(app.db);
    const browser = await app.signedInAs(id);
    const foreign = await browser.get("/profile?lang=en").set("Sec-Fetch-Site", "cross-site");
    expect(foreign.text).toContain('<html lang="en"');
    expect(await app.db("users").where({ id }).first("language")).toEqual({ language: "cs" });
    await browser.get("/profile?lang=en").set("Sec-Fetch-Site", "same-origin");
    expect(await app.db("users").where({ id }).first("language")).toEqual({ language: "en" });
  });

  test("a form sent from another site gets a page without a link to it", async () => {
    const answer = await app.visitor().send("/sign-in", "email=x", {
      "Content-Type": "application/x-www-form-urlencoded",
      Accept: "text/html",
      Referer: "https://evil.test//evil.test/x",
    });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain("evil.test");
  });
});
