import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

describe.each(engines)("signing in on %s", (engine) => {
  let app: TestApp;
  beforeEach(async () => {
    app = await openTestApp(engine);
  });
  afterEach(() => app.close());

  test("the right password opens the overview, the wrong one says so and keeps the e-mail", async () => {
    const password_hash = await hashPassword("tajné heslo do Osnovy");
    await createUser(app.db, { email: "Jana@kraj.test", password_hash });
    const visitor = app.visitor();

    const wrong = await visitor.post("/sign-in", { email: "jana@kraj.test", password: "jiné" });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain("E-mail nebo heslo nesouhlasí.");
    expect(wrong.text).toContain('value="jana@kraj.test"');

    const right = await visitor.post("/sign-in", {
      email: "JANA@kraj.test",
      password: "tajné heslo do Osnovy",
    });
    expect(right.status).toBe(303);
    expect((await visitor.get("/")).status).toBe(200);
  });

  test("a page asked for without a session leads to the sign-in page and back", async () => {
    const answer = await app.visitor().get("/projects/5");
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/sign-in?next=%2Fprojects%2F5");
  });
});
