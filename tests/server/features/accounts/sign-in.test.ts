import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hashPassword } from "../../../../server/access/passwords.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser } from "../../../support/factories.ts";

const PASSWORD = "tajné heslo do Osnovy";
const HASH = hashPassword(PASSWORD);
const WRONG = "E-mail nebo heslo nesouhlasí.";
const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

describe.each(engines)("signing in on %s", (engine) => {
  let app: TestApp;
  let janaId: number;
  beforeEach(async () => {
    app = await openTestApp(engine);
    janaId = await createUser(app.db, { email: "Jana@kraj.test", password_hash: await HASH });
  });
  afterEach(() => app.close());

  const signIn = (fields: Record<string, string> = {}, visitor = app.visitor()) =>
    visitor.post("/sign-in", { email: "jana@kraj.test", password: PASSWORD, ...fields });
  const events = () => app.db("audit_events").orderBy("id").select("action", "outcome", "actor_id");

  test("the right password opens the overview, the wrong one says so and keeps the e-mail", async () => {
    const visitor = app.visitor();
    const wrong = await signIn({ password: "jiné" }, visitor);
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain(WRONG);
    expect(wrong.text).toContain('value="jana@kraj.test"');
    expect(wrong.text).not.toContain("jiné");

    const right = await signIn({ email: "JANA@kraj.test" }, visitor);
    expect(right.status).toBe(303);
    expect((await visitor.get("/")).status).toBe(200);
  });

  test("a language chosen at the door is the user's from then on, a foreign link's is not", async () => {
    const visitor = app.visitor();
    const door = await visitor.get("/sign-in?lang=en");
    expect(door.text).toMatch(/name="language"[^>]*value="en"|value="en"[^>]*name="language"/);
    const wrong = await signIn({ language: "en", password: "jiné" }, visitor);
    expect(wrong.text).toMatch(/name="language"[^>]*value="en"|value="en"[^>]*name="language"/);
    await signIn({ language: "en" }, visitor);
    expect((await visitor.get("/")).text).toContain('<html lang="en"');
    expect(await app.db("users").where({ id: janaId }).pluck("language")).toEqual(["en"]);

    const foreign = app.visitor().get("/sign-in?lang=cs").set("Sec-Fetch-Site", "cross-site");
    expect((await foreign).text).not.toMatch(/name="language"[^>]*value="cs"/);
    for (const language of ["", "xx"]) await signIn({ language });
    expect(await app.db("users").where({ id: janaId }).pluck("language")).toEqual(["en"]);
  });

  test("an unknown e-mail, a deactivated user and an empty form are refused in the same words", async () => {
    await createUser(app.db, {
      email: "petr@kraj.test",
      password_hash: await HASH,
      deactivated_at: "2026-02-01T08:00:00.000Z",
    });
    await createUser(app.db, { email: "pozvana@kraj.test" });
    for (const fields of [
      { email: "nikdo@kraj.test" },
      { email: "petr@kraj.test" },
      { email: "pozvana@kraj.test" },
      { email: "", password: "" },
    ]) {
      const answer = await signIn(fields);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(WRONG);
    }
    expect(await app.db("sessions")).toEqual([]);
  });

  test("it is recorded who signed in and out, and whose sign-in was refused", async () => {
    const visitor = app.visitor();
    await signIn({ password: "jiné" }, visitor);
    await signIn({}, visitor);
    await app.db("sessions").first();
    const session = visitor.get("/");
    expect((await session).status).toBe(200);
    const fresh = await tokenOf(visitor);
    await visitor.post("/sign-out", { _csrf: fresh });
    expect(await events()).toEqual([
      { action: "session.refused", outcome: "denied", actor_id: null },
      { action: "session.opened", outcome: "done", actor_id: janaId },
      { action: "session.closed", outcome: "done", actor_id: janaId },
    ]);
  });

  test("signing in again gives a new session and ends the old one", async () => {
    const visitor = app.visitor();
    await signIn({}, visitor);
    await signIn({ _csrf: await tokenOf(visitor) }, visitor);
    const sessions = await app.db("sessions").select("id_hash", "revoked_at");
    expect(sessions).toHaveLength(2);
    expect(sessions.filter((session) => session.revoked_at !== null)).toHaveLength(1);
  });

  test("after signing out the browser forgets what it kept and the session is of no use", async () => {
    const jana = await app.signedInAs(janaId);
    const out = await jana.post("/sign-out");
    expect(out.headers["clear-site-data"]).toBe('"cache", "storage"');
    expect(out.headers.location).toBe("/sign-in");
    expect(await app.db("sessions").whereNull("revoked_at")).toEqual([]);
    expect((await jana.get("/")).status).toBe(303);
  });

  test("a password hashed with older settings gets a new hash, and stays right", async () => {
    const old = "$argon2id$v=19$m=8192,t=1,p=1$";
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(PASSWORD, { memoryCost: 8_192, timeCost: 1, parallelism: 1 });
    expect(weak.startsWith(old)).toBe(true);
    await app.db("users").where({ id: janaId }).update({ password_hash: weak });

    expect((await signIn()).status).toBe(303);
    const { password_hash: renewed } = await app.db("users").where({ id: janaId }).first();
    expect(renewed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect((await signIn()).status).toBe(303);
  });

  test("a page asked for without a session leads to the sign-in page and back", async () => {
    const answer = await app.visitor().get("/projects/5?tab=1");
    expect(answer.status).toBe(303);
    expect(answer.headers.location).toBe("/sign-in?next=%2Fprojects%2F5%3Ftab%3D1");
    const back = await signIn({ next: "/projects/5?tab=1" });
    expect(back.headers.location).toBe("/projects/5?tab=1");
  });

  test.each(["//evil.cz", "/\\evil.cz", "https://evil.cz/", "javascript:alert(1)"])(
    "after signing in nobody is led away to %s",
    async (next) => {
      expect((await signIn({ next })).headers.location).toBe("/");
    },
  );

  describe("many tries", () => {
    const fail = async (times: number, email = "jana@kraj.test") => {
      const statuses: number[] = [];
      for (let n = 0; n < times; n += 1) {
        statuses.push((await signIn({ email, password: "jiné" })).status);
      }
      return statuses;
    };

    test.each(["jana@kraj.test", "nikdo@kraj.test"])(
      "at %s are slowed down after the fifth, whether or not the account exists",
      async (email) => {
        expect(await fail(6, email)).toEqual([422, 422, 422, 422, 422, 429]);
        const refused = await signIn({ email });
        expect(refused.status).toBe(429);
        expect(refused.headers["retry-after"]).toBe("2");
        expect(refused.text).toContain("Zkuste to znovu za 2 s.");
      },
    );

    test("lock the account for a quarter of an hour after the tenth, and a right password after that is let in", async () => {
      await fail(5);
      for (const pause of [2, 4, 8, 16, 30]) {
        app.clock.advance(pause * SECOND_MS);
        expect(await fail(1)).toEqual([422]);
      }
      app.clock.advance(14 * MINUTE_MS);
      const locked = await signIn();
      expect(locked.status).toBe(429);
      expect(locked.headers["retry-after"]).toBe("60");
      app.clock.advance(MINUTE_MS);
      expect((await signIn()).status).toBe(303);
    });

    test("at one account leave others and live sessions alone", async () => {
      const live = await app.signedInAs(janaId);
      await createUser(app.db, { email: "eva@kraj.test", password_hash: await HASH });
      await fail(6);
      expect((await live.get("/")).status).toBe(200);
      expect((await signIn({ email: "eva@kraj.test" })).status).toBe(303);
    });

    test("are forgotten with the right password", async () => {
      await fail(4);
      expect((await signIn()).status).toBe(303);
      expect(await fail(5)).toEqual([422, 422, 422, 422, 422]);
    });

    test("from one address are limited over all accounts, and another name for it does not help", async () => {
      const visitor = app.visitor();
      for (let n = 0; n < 30; n += 1) {
        await signIn({ email: `user${n}@kraj.test`, password: "jiné" }, visitor);
      }
      const limited = await visitor.post(
        "/sign-in",
        { email: "jana@kraj.test", password: PASSWORD },
        { "X-Forwarded-For": "203.0.113.7" },
      );
      expect(limited.status).toBe(429);
      app.clock.advance(5 * MINUTE_MS);
      expect((await signIn({}, visitor)).status).toBe(303);
    });

    test("that succeed do not count against the address of an office", async () => {
      for (let n = 0; n < 32; n += 1) expect((await signIn()).status).toBe(303);
    });
  });

  test("two processes count tries together", async () => {
    const { createApp } = await import("../../../../server/app.ts");
    const other = { ...app, db: app.database.connectAgain() };
    const { default: supertest } = await import("supertest");
    const agent = supertest.agent(createApp(other));
    const page = await agent.get("/sign-in");
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
    const wrong = { email: "jana@kraj.test", password: "jiné" };
    const elsewhere = () =>
      agent
        .post("/sign-in")
        .type("form")
        .send({ _csrf, ...wrong });
    const here = app.visitor();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => here.post("/sign-in", wrong)),
      ...Array.from({ length: 4 }, elsewhere),
    ]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(3);
  });
});

async function tokenOf(visitor: ReturnType<TestApp["visitor"]>): Promise<string> {
  const page = await visitor.get("/");
  return /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
}
