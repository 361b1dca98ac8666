import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp } from "../../support/app.ts";
import { routesOf } from "../../support/routes.ts";
import { openWorld, type World } from "../access/matrix-world.ts";

const app = await openTestApp("sqlite");
const pages = routesOf(app.app)
  .filter(({ method }) => method === "GET")
  .map(({ path }) => path);
await app.close();

type Headers = Record<string, string | undefined>;

/** What every answer says, whoever gets it and however it ended. */
function expectGuarded(headers: Headers): void {
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["permissions-policy"]).toBe("camera=(), microphone=(), geolocation=()");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toMatch(/^(same-origin|no-referrer)$/);
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["x-request-id"]).toMatch(/^[0-9a-f-]{36}$/);
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toContain("unsafe-eval");
}

function expectPagePolicy(headers: Headers): void {
  const policy = headers["content-security-policy"] ?? "";
  for (const part of [
    /script-src 'self' 'nonce-[\w+/=-]{22,}'/,
    /style-src 'self' 'nonce-[\w+/=-]{22,}'/,
    /img-src 'self' data:/,
    /form-action 'self'/,
    /base-uri 'none'/,
    /object-src 'none'/,
    /frame-ancestors 'none'/,
  ]) {
    expect(policy).toMatch(part);
  }
  expect(policy).not.toContain("unsafe-inline");
  expect(headers["cache-control"]).toBe("no-store");
}

describe("the headers", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld("sqlite");
  });
  afterAll(() => world.app.close());
  const browserOf = (wanted: string) => {
    const actor = world.actors.find(({ name }) => name === wanted);
    if (!actor) throw new Error(`the world has no ${wanted}`);
    return actor.browser;
  };
  const addressOf = (path: string) =>
    path.replace(/:(\w+)/g, (_, name: string) => world.records.own[name] ?? "1");

  test.each(pages)(
    "of %s are there for who is let in, who is not, and a stranger",
    async (path) => {
      const nonces: string[] = [];
      for (const name of ["administrator", "reader", "stranger", "visitor"]) {
        const answer = await browserOf(name).get(addressOf(path));
        expectGuarded(answer.headers);
        if (!answer.type.startsWith("text/html") || path.endsWith("/letter")) continue;
        expectPagePolicy(answer.headers);
        const policy = answer.headers["content-security-policy"] ?? "";
        nonces.push(/'nonce-([^']+)'/.exec(policy)?.[1] ?? "");
      }
      expect(new Set(nonces).size).toBe(nonces.length);
    },
  );

  test.each(["/nowhere", "/projects/abc", "/%E0%A4%A", "/%00", "/assets/none.css", "/.env"])(
    "of the error at %s are there too, and it tells nothing of the inside",
    async (path) => {
      const answer = await browserOf("administrator").get(path);
      expect([400, 404]).toContain(answer.status);
      expectGuarded(answer.headers);
      expect(answer.text).not.toMatch(/node_modules|\.ts\b|at \w+ \(|select |SQLITE/);
    },
  );

  test("of an asset let browsers keep it for ever", async () => {
    const page = await browserOf("visitor").get("/sign-in");
    const asset = /href="(\/assets\/[^"]+\.css)"/.exec(page.text)?.[1] ?? "";
    const { headers } = await browserOf("visitor").get(asset);
    expectGuarded(headers);
    expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  });

  test("are complete when the product is reached over https, cookies too", async () => {
    const secure = await openTestApp("sqlite", {
      config: { isSecure: true, publicUrl: "https://osnova.kraj.test" },
    });
    const { headers } = await secure.visitor().get("/sign-in");
    expect(headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
    const cookies = ([] as string[]).concat(headers["set-cookie"] ?? []);
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Host-/);
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      for (const flag of ["HttpOnly", "Secure", "SameSite=Lax"]) expect(cookie).toContain(flag);
    }
    await secure.close();
  });
});
