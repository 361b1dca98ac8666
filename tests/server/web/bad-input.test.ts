import fc from "fast-check";
import type { Response } from "supertest";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestApp } from "../../support/app.ts";
import { engines } from "../../support/databases.ts";
import { fingerprint } from "../../support/fingerprint.ts";
import { type FormField, formsOf } from "../../support/forms.ts";
import { routesOf } from "../../support/routes.ts";
import { openWorld, type World } from "../access/matrix-world.ts";

const app = await openTestApp("sqlite");
const routes = routesOf(app.app);
await app.close();
const pages = routes.filter(({ method }) => method === "GET").map(({ path }) => path);
const writes = routes.filter(({ method }) => method === "POST").map(({ path }) => path);

const LONG = "ž".repeat(10_000);
const SCRIPT = '"><script>alert(1)</script><p title="';

/** What no field may choke on; `%…` is sent as it stands, the rest encoded as a browser does it. */
const NASTY: Record<string, string[]> = {
  nothing: [""],
  "a list": ["one", "two"],
  "10,000 characters": [LONG],
  "a null byte": ["a%00b"],
  "half a surrogate pair": ["a%ED%A0%80b"],
  "a byte of another encoding": ["%E8esk%FD"],
  "31 February": ["31. 2. 2026"],
  "a year far away": ["275760-09-13"],
  "a number too large": ["99999999999999999999"],
  "a negative number": ["-1"],
  "words for a number": ["tři a půl"],
  "an unknown id": ["2147483647"],
  SQL: ["1' OR '1'='1"],
  "a script": [SCRIPT],
  "a prototype": ["__proto__"],
  "letters from right to left": ["\u202egnp.exe"],
};

/** Fields a form may have of which no page of the world shows the form. */
const UNSEEN: FormField[] = ["title", "name", "version", "validOn", "body", "value", "reason"].map(
  (name) => ({ name, type: "text", value: "1" }),
);

const FINE = [200, 204, 303, 400, 401, 403, 404, 409, 413, 415, 422, 429];

describe.each(engines)("a form with bad input on %s", (engine) => {
  let world: World;
  let fieldsOf: Map<string, FormField[]>;
  let untouched: string;
  const stored = () => fingerprint(world.app.db, ["audit_events", "attempt_windows"]);
  beforeAll(async () => {
    world = await openWorld(engine);
    fieldsOf = await harvest(world);
    untouched = await stored();
  });
  beforeEach(async () => {
    if ((await stored()) === untouched) return;
    await world.app.close();
    world = await openWorld(engine);
    untouched = await stored();
  });
  afterAll(() => world.app.close());

  test("is taken from the pages themselves", () => {
    expect(fieldsOf.size).toBeGreaterThan(30);
    const names = fieldsOf.get("/projects/:projectId/milestones")?.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["title", "dueOn"]));
  });

  test.each(writes)("is answered at %s", async (path) => {
    const fields = (fieldsOf.get(path) ?? UNSEEN).filter(({ name }) => !name.startsWith("_"));
    for (const [what, values] of Object.entries(NASTY)) {
      const sent = fields.flatMap(({ name }) => values.map((v): [string, string] => [name, v]));
      expectAnswered(await send(world, path, sent), what);
    }
    for (const { what, sent } of withOneBadField(fields)) {
      expectAnswered(await send(world, path, sent), what);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (text) => {
        const sent = fields.map(({ name }): [string, string] => [name, text]);
        expectAnswered(await send(world, path, sent), text);
      }),
      { seed: 20_261_121, numRuns: 3, endOnFailure: true },
    );
  });

  test("shows a text that is too long again, beside its message", async () => {
    const kept: string[] = [];
    for (const [path, fields] of fieldsOf) {
      const texts = fields.filter(({ type }) => type === "text" || type === "textarea");
      const [first] = texts;
      if (!first || !path.startsWith("/projects/:projectId")) continue;
      const others = fields.filter((one) => one !== first && !one.name.startsWith("_"));
      const sent = others.map(({ name, value }): [string, string] => [name, value]);
      const answer = await send(world, path, [...sent, [first.name, LONG]]);
      expect([path, answer.status]).toEqual([path, 422]);
      expect(answer.text).toContain(LONG);
      kept.push(path);
    }
    expect(kept.length).toBeGreaterThan(5);
  });

  test.each([
    [
      "names that reach into objects",
      "__proto__[admin]=1&constructor[prototype][admin]=1&a[b][c]=1",
    ],
    ["no names at all", "=&=&&&"],
    ["broken escapes", "name=%&title=%zz&%=%"],
    ["more fields than there are", Array.from({ length: 600 }, (_, n) => `f${n}=1`).join("&")],
    ["a body of 300 kB", `name=${"x".repeat(300_000)}`],
  ])("is answered with %s", async (_what, body) => {
    const browser = browserOf(world);
    const token = await tokenIn(world);
    for (const type of ["application/x-www-form-urlencoded", "application/json", "text/plain"]) {
      const answer = await browser.send("/profile", `_csrf=${token}&${body}`, {
        "Content-Type": type,
      });
      expectAnswered(answer, type);
    }
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  });

  test.each(pages)("does no harm in the address of %s", async (path) => {
    const browser = browserOf(world);
    const wrong = [
      "0",
      "-1",
      "1e3",
      "0x10",
      "9007199254740993",
      "1%20OR%201=1",
      "%00",
      "..%2f",
      "ž",
    ];
    const addresses = path.includes(":")
      ? wrong.map((id) => addressOf(path, world, encodeURI(decodable(id) ? id : "x")))
      : [];
    const query = "?q=%00&page=-1&page=2&sort=;drop&before=x&from=31.2.2026&kept=1&lang=xx&id[]=1";
    for (const address of [...addresses, `${addressOf(path, world)}${query}`]) {
      expectAnswered(await browser.get(address), address);
    }
  });
});

async function send(world: World, path: string, fields: [string, string][]): Promise<Response> {
  const body = [["_csrf", await tokenIn(world)], ...fields].map(encoded).join("&");
  const type = { "Content-Type": "application/x-www-form-urlencoded" };
  return browserOf(world).send(addressOf(path, world), body, type);
}

/** An answer, not a breakdown: nothing of the inside is told, and nothing typed becomes a part of the page. */
function expectAnswered({ status, text }: Response, sent: unknown): void {
  expect([status, sent]).toEqual([expect.toSatisfy((one) => FINE.includes(one)), sent]);
  expect(text).not.toMatch(/node_modules|\.ts:\d|SQLITE_|syntax error/);
  expect(text).not.toContain("<script>alert(1)");
}

/** Each field in turn holds another of the nasty things, the others what the page says. */
function withOneBadField(fields: FormField[]): { what: string; sent: [string, string][] }[] {
  const kinds = Object.entries(NASTY);
  return fields.map((field, index) => {
    const [what, values] = kinds[(index * 5) % kinds.length] as [string, string[]];
    const others = fields.filter((one) => one !== field);
    return {
      what: `${field.name}: ${what}`,
      sent: [
        ...others.map(({ name, value }): [string, string] => [name, value]),
        ...values.map((value): [string, string] => [field.name, value]),
      ],
    };
  });
}

function decodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== "";
  } catch {
    return false;
  }
}

function browserOf({ actors }: World) {
  const actor = actors.find(({ name }) => name === "administrator");
  if (!actor) throw new Error("the world has no administrator");
  return actor.browser;
}

const tokens = new WeakMap<World, string>();

async function tokenIn(world: World): Promise<string> {
  const page = tokens.has(world) ? undefined : await browserOf(world).get("/profile");
  const token = tokens.get(world) ?? /name="_csrf" value="([^"]+)"/.exec(page?.text ?? "")?.[1];
  if (!token) throw new Error("the profile has no form token");
  tokens.set(world, token);
  return token;
}

function addressOf(path: string, { records }: World, last?: string): string {
  const names = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name);
  return path.replace(/:(\w+)/g, (_, name: string) =>
    last !== undefined && name === names.at(-1) ? last : (records.own[name] ?? "1"),
  );
}

/** Percent signs followed by two digits stay: such a value is already bytes. */
function encoded([name = "", value = ""]: string[]): string {
  const bytes = /%[0-9A-F]{2}/.test(value)
    ? value
    : encodeURIComponent(value.replace(/\p{Surrogate}/gu, "\ufffd"));
  return `${encodeURIComponent(name)}=${bytes}`;
}

/** Every form of every page that the administrator sees, by the route it is sent to. */
async function harvest(world: World): Promise<Map<string, FormField[]>> {
  const found = new Map<string, FormField[]>();
  for (const path of pages) {
    const { text, type } = await browserOf(world).get(addressOf(path, world));
    if (!type.startsWith("text/html")) continue;
    for (const form of formsOf(text)) {
      const route = writes.find((write) => patternOf(write).test(form.action.split("?")[0] ?? ""));
      if (form.method === "post" && route && !found.has(route)) found.set(route, form.fields);
    }
  }
  return found;
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`);
}
