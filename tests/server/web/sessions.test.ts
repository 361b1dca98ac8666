import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../support/app.ts";
import { engines } from "../../support/databases.ts";
import { createUser } from "../../support/factories.ts";
import { statementsOf } from "../../support/queries.ts";

const MINUTE_MS = 60_000;

describe.each(engines)("a session on %s", (engine) => {
  let app: TestApp;
  let janaId: number;
  let jana: Browser;
  beforeEach(async () => {
    app = await openTestApp(engine);
    janaId = await createUser(app.db, { email: "jana@kraj.test" });
    jana = await app.signedInAs(janaId);
    await app.db("sessions").update({ idle_expires_at: "2026-03-02T08:00:00.000Z" });
  });
  afterEach(() => app.close());

  const profileStatus = async () => (await jana.get("/profile")).status;
  /** A session is prolonged after the answer has left. */
  const settled = () => new Promise((resolve) => setTimeout(resolve, 60));

  test("ends half an hour after the last request", async () => {
    app.clock.advance(20 * MINUTE_MS);
    expect(await profileStatus()).toBe(200);
    await settled();
    app.clock.advance(29 * MINUTE_MS);
    expect(await profileStatus()).toBe(200);
    await settled();
    app.clock.advance(30 * MINUTE_MS);
    expect(await profileStatus()).toBe(303);
  });

  test("ends ten hours after signing in, however busy", async () => {
    for (let minutes = 0; minutes < 600; minutes += 25) {
      expect(await profileStatus()).toBe(200);
      await settled();
      app.clock.advance(25 * MINUTE_MS);
    }
    expect(await profileStatus()).toBe(303);
  });

  test("is prolonged by asking for it, and the answer tells by how much", async () => {
    app.clock.advance(20 * MINUTE_MS);
    const prolonged = await jana.get("/session");
    expect(prolonged.status).toBe(204);
    expect(prolonged.headers["session-ends-in"]).toBe("1800");
    await settled();
    app.clock.advance(29 * MINUTE_MS);
    expect(await profileStatus()).toBe(200);
  });

  test("tells the truth about its end also when it was prolonged a moment ago", async () => {
    app.clock.advance(20 * MINUTE_MS);
    await jana.get("/session");
    await settled();
    app.clock.advance(40_000);
    expect((await jana.get("/session")).headers["session-ends-in"]).toBe("1760");
  });

  test("that has ended is not prolonged but told as ended, without leading elsewhere", async () => {
    app.clock.advance(31 * MINUTE_MS);
    const answer = await jana.get("/session");
    expect(answer.status).toBe(401);
    expect(answer.headers["session-ends-in"]).toBeUndefined();
    expect((await app.visitor().get("/session")).status).toBe(401);
  });

  test("stays ended when a slow request of it comes to its end", async () => {
    app.clock.advance(20 * MINUTE_MS);
    await app.db("sessions").update({ revoked_at: app.clock.now() });
    expect(await profileStatus()).toBe(303);
    await settled();
    const session = await app.db("sessions").first();
    expect(session.revoked_at).not.toBeNull();
  });

  test("of somebody deactivated is of no use at once", async () => {
    await app.db("users").where({ id: janaId }).update({ deactivated_at: app.clock.now() });
    expect(await profileStatus()).toBe(303);
  });

  test("is found in one query, and without a cookie in none", async () => {
    const asked = await statementsOf(app.db, () => jana.get("/session"));
    expect(asked).toHaveLength(1);
    const visitor = app.visitor();
    await visitor.get("/sign-in");
    expect(await statementsOf(app.db, () => visitor.get("/sign-in"))).toEqual([]);
  });

  describe("that ends while a form is being filled in", () => {
    const form = {
      name: "Jana Dopsaná",
      theme: "dark",
      version: "1",
      currentPassword: "nikdy neuložit",
      _form: "/profile",
    };
    const signInAgain = async () => app.signedInAs(janaId);
    const keptAddress = (location: string) =>
      new URL(location, "http://x").searchParams.get("next") ?? "";

    /** The token is taken while the session lives, as a page opened before has it. */
    const sendLate = async (fields: Record<string, string> = {}) => {
      await jana.post("/profile", {});
      app.clock.advance(31 * MINUTE_MS);
      return jana.post("/profile", { ...form, ...fields });
    };

    test("the text is there again after signing in, once, and never a password", async () => {
      const late = await sendLate();
      expect(late.status).toBe(303);
      const address = keptAddress(late.headers.location ?? "");
      expect(address).toMatch(/^\/profile\?kept=\d+$/);
      expect((await app.visitor().get(late.headers.location ?? "")).status).toBe(200);

      const page = await (await signInAgain()).get(address);
      expect(page.text).toContain('value="Jana Dopsaná"');
      expect(page.text).toContain("rozepsaný text jsme uchovali");
      const again = await (await signInAgain()).get(address);
      expect(again.text).not.toContain("Jana Dopsaná");
      expect(await app.db("users").where({ name: "Jana Dopsaná" })).toEqual([]);
    });

    test("what is put aside holds neither passwords nor tokens", async () => {
      await sendLate();
      const kept = await app.db("kept_forms").first();
      expect(JSON.parse(kept.fields)).toEqual({
        name: "Jana Dopsaná",
        theme: "dark",
        version: "1",
      });
    });

    test("the sign-in page says why one is there", async () => {
      const late = await sendLate();
      const page = await jana.get(late.headers.location ?? "");
      expect(page.text).toContain("Rozepsaný formulář jsme uchovali");
    });

    test("another person who signs in after sees nothing of it", async () => {
      const late = await sendLate();
      const petr = await app.signedInAs(await createUser(app.db));
      const page = await petr.get(keptAddress(late.headers.location ?? ""));
      expect(page.status).toBe(200);
      expect(page.text).not.toContain("Jana Dopsaná");
      expect(await app.db("kept_forms")).toHaveLength(1);
    });

    test("nobody is led to another site by the form", async () => {
      const late = await sendLate({ _form: "//evil.cz/profile" });
      expect(keptAddress(late.headers.location ?? "")).toMatch(/^\/\?kept=\d+$/);
    });

    test("nothing is kept of somebody who never was signed in", async () => {
      await app.visitor().post("/profile", form);
      expect(await app.db("kept_forms")).toEqual([]);
    });
  });

  describe("opened anew in a second window while a form waits in the first", () => {
    const sendStale = (headers: Record<string, string>) =>
      jana.post(
        "/profile",
        { _csrf: "of the session before", name: "Jana Dopsaná", _form: "/profile" },
        headers,
      );

    test("the form is refused, but its text is kept and offered", async () => {
      const answer = await sendStale({ "Sec-Fetch-Site": "same-origin" });
      expect(answer.status).toBe(403);
      const address = /href="(\/profile\?kept=\d+)"/.exec(answer.text)?.[1] ?? "";
      expect((await jana.get(address)).text).toContain('value="Jana Dopsaná"');
    });

    test.each([{}, { "Sec-Fetch-Site": "cross-site" }, { "Sec-Fetch-Site": "same-site" }])(
      "nothing is kept of a form that may come from elsewhere (%j)",
      async (headers) => {
        expect((await sendStale(headers as Record<string, string>)).status).toBe(403);
        expect(await app.db("kept_forms")).toEqual([]);
      },
    );
  });
});
