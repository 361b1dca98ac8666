import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp } from "../../support/app.ts";
import { fingerprint } from "../../support/fingerprint.ts";
import { routesOf } from "../../support/routes.ts";
import { openWorld, type World } from "./matrix-world.ts";

// A mail program unsubscribes with one click and knows no token (RFC 8058); its address is signed.
const WITHOUT_TOKEN = ["/unsubscribe/:token"];

const app = await openTestApp("sqlite");
const writes = routesOf(app.app)
  .filter(({ method, path }) => method !== "GET" && !WITHOUT_TOKEN.includes(path))
  .map(({ path }) => path);
await app.close();

describe("a form forged by another site", () => {
  let world: World;
  let before: string;
  beforeAll(async () => {
    world = await openWorld("sqlite");
    before = await stored();
  });
  afterAll(() => world.app.close());
  const stored = () => fingerprint(world.app.db, ["audit_events"]);
  const administrator = () => {
    const actor = world.actors.find(({ name }) => name === "administrator");
    if (!actor) throw new Error("the world has no administrator");
    return actor.browser;
  };
  const addressOf = (path: string) =>
    path.replace(/:(\w+)/g, (_, name: string) => world.records.own[name] ?? "1");

  test.each(writes)("changes nothing at %s", async (path) => {
    const address = addressOf(path);
    const browser = administrator();
    const forgeries = [
      { fields: { _csrf: "" }, headers: {} },
      { fields: { _csrf: "f".repeat(64) }, headers: {} },
      { fields: {}, headers: { "Sec-Fetch-Site": "cross-site" } },
      { fields: {}, headers: { "Sec-Fetch-Site": "same-site" } },
    ];
    for (const { fields, headers } of forgeries) {
      const answer = await browser.post(address, fields, headers);
      expect([answer.status, fields, headers]).toEqual([403, fields, headers]);
    }
    expect(await stored()).toBe(before);
  });

  test("does not get by with the token of another session, nor of none", async () => {
    const [one, other] = ["manager", "reader"].map(
      (wanted) => world.actors.find(({ name }) => name === wanted)?.browser,
    );
    const page = await one?.get("/profile");
    const _csrf = /name="_csrf" value="([^"]+)"/.exec(page?.text ?? "")?.[1] ?? "";
    expect(_csrf).not.toBe("");
    expect((await other?.post("/profile", { _csrf }))?.status).toBe(403);
    const visitor = await world.app.visitor().get("/sign-in");
    const anonymous = /name="_csrf" value="([^"]+)"/.exec(visitor.text)?.[1] ?? "";
    expect((await other?.post("/profile", { _csrf: anonymous }))?.status).toBe(403);
  });
});

describe("other methods", () => {
  test.each(["put", "patch", "delete"] as const)("%s leads nowhere", async (method) => {
    const { default: supertest } = await import("supertest");
    const world = await openTestApp("sqlite");
    const answer = await supertest(world.app)[method]("/profile");
    expect([403, 404, 405]).toContain(answer.status);
    await world.close();
  });
});
