import { afterEach, expect, test } from "vitest";
import { passwordFits } from "../../../server/access/passwords.ts";
import { TooMany } from "../../../server/errors.ts";
import { openTestApp, type TestApp } from "../../support/app.ts";
import { createUser } from "../../support/factories.ts";

const MANY = 1_000;
const GENEROUS = { writesPerMinute: MANY, readsPerMinute: MANY, anonymousPerMinute: MANY };

let app: TestApp;
afterEach(() => app.close());

const open = async (limits: Partial<typeof GENEROUS>, trustProxy = 0) => {
  app = await openTestApp("sqlite", { config: { limits: { ...GENEROUS, ...limits }, trustProxy } });
};
const person = async () => app.signedInAs(await createUser(app.db));

test("a person who sends too many forms in a minute is asked to wait, in their language", async () => {
  await open({ writesPerMinute: 3 });
  const jana = await person();
  for (let n = 0; n < 3; n += 1) expect((await jana.post("/profile")).status).toBe(422);
  const late = await jana.post("/profile");
  expect(late.status).toBe(429);
  expect(late.headers["retry-after"]).toBe("60");
  expect(late.text).toContain("Zkuste to znovu za 1 min.");
  expect((await jana.get("/profile")).status).toBe(200);
});

test("reading has a limit of its own", async () => {
  await open({ readsPerMinute: 4 });
  const jana = await person();
  await jana.get("/profile");
  const statuses = [];
  for (let n = 0; n < 4; n += 1) statuses.push((await jana.get("/profile")).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test("people behind one address do not count against each other", async () => {
  await open({ writesPerMinute: 2, readsPerMinute: 3, anonymousPerMinute: 200 });
  for (let n = 0; n < 40; n += 1) {
    const somebody = await person();
    expect((await somebody.post("/profile")).status).toBe(422);
  }
});

test("visitors are counted by address, and cannot give themselves another", async () => {
  await open({ anonymousPerMinute: 3 });
  const ask = (from: string) => app.visitor().get("/sign-in").set("X-Forwarded-For", from);
  for (const from of ["198.51.100.1", "198.51.100.2", "198.51.100.3"])
    expect((await ask(from)).status).toBe(200);
  expect((await ask("198.51.100.4")).status).toBe(429);
});

test("calendars that ask behind an address leave its people the way in", async () => {
  await open({ anonymousPerMinute: 3 });
  const statuses = [];
  for (let n = 0; n < 4; n += 1)
    statuses.push((await app.visitor().get(`/calendar-feeds/${n}.ics`)).status);
  expect(statuses).toEqual([404, 404, 404, 429]);
  expect((await app.visitor().get("/sign-in")).status).toBe(200);
});

test("behind the proxy that we trust visitors are counted by their own address, IPv6 by its network", async () => {
  await open({ anonymousPerMinute: 2 }, 1);
  const ask = (from: string) => app.visitor().get("/sign-in").set("X-Forwarded-For", from);
  const statuses = [];
  for (const from of ["2001:db8:1:1::1", "2001:db8:1:1:ffff::2", "2001:db8:1:1::3"])
    statuses.push((await ask(from)).status);
  expect(statuses).toEqual([200, 200, 429]);
  expect((await ask("2001:db8:1:2::1")).status).toBe(200);
  expect((await ask("198.51.100.1")).status).toBe(200);
});

test("assets and the signs of life are not counted", async () => {
  await open({ anonymousPerMinute: 1 });
  for (let n = 0; n < 3; n += 1) expect((await app.visitor().get("/healthz")).status).toBe(200);
});

test("more passwords at once than can be checked are sent away instead of waiting", async () => {
  await open({});
  const answers = await Promise.allSettled(
    Array.from({ length: 30 }, () => passwordFits("heslo", null)),
  );
  const refused = answers.filter(({ status }) => status === "rejected");
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(8);
  for (const answer of refused)
    expect((answer as PromiseRejectedResult).reason).toBeInstanceOf(TooMany);
});
