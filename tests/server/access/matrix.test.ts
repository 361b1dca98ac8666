import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { prepareDue } from "../../../server/features/prepared-files/service.ts";
import { engines } from "../../support/databases.ts";
import { fingerprint } from "../../support/fingerprint.ts";
import { routesOf } from "../../support/routes.ts";
import { type Line, lineOf, matrix } from "./matrix-table.ts";
import { type Actor, openWorld, type World } from "./matrix-world.ts";

/** What the address speaks of. A foreign child is asked for under one's own project. */
type Target = "own" | "foreign" | "missing" | "foreign child" | "missing child";

const IN_PROJECT = /^\w+ \/projects\/:projectId/;

function targetsOf(route: string): Target[] {
  const parameters = [...route.matchAll(/:\w+/g)].length;
  if (!IN_PROJECT.test(route)) return parameters > 0 ? ["own", "missing"] : ["own"];
  if (parameters === 1) return ["own", "foreign", "missing"];
  // A month, a kind of rule, a section and a number within a record belong to nobody: none is foreign.
  const children: Target[] = /:(month|ruleKind|section|submissionNumber)/.test(route)
    ? ["missing child"]
    : ["foreign child", "missing child"];
  return ["own", "foreign", "missing", ...children];
}

function addressOf(route: string, target: Target, { records }: World): string {
  const [whole, child] = target.split(" ") as [keyof World["records"], string | undefined];
  const lastParameter = [...route.matchAll(/:(\w+)/g)].at(-1)?.[1];
  return (route.split(" ")[1] ?? "").replace(/:(\w+)/g, (_, name: string) => {
    const from = child && name !== lastParameter ? "own" : whole;
    const value = records[from][name];
    if (value === undefined) throw new Error(`the world has no ${name}: add it to matrix-world.ts`);
    return value;
  });
}

type Expected = "let in" | "denied" | "not found" | "to sign in";

function expectedFor(line: Line, actor: Actor, target: Target): Expected {
  if (actor.isOut) return "to sign in";
  const { who } = line;
  const mayGo = who === "everybody" || actor.roles.some((role) => who.includes(role));
  return IN_PROJECT.test(line.route)
    ? expectedInProject(mayGo, actor, target)
    : expectedOutside(mayGo, target);
}

function expectedOutside(mayGo: boolean, target: Target): Expected {
  if (!mayGo) return "denied";
  return target === "missing" ? "not found" : "let in";
}

function expectedInProject(mayGo: boolean, { reaches }: Actor, target: Target): Expected {
  const isThere = target === "foreign" ? reaches.foreign : reaches.own && target !== "missing";
  if (!isThere) return "not found";
  if (!mayGo) return "denied";
  return target.endsWith("child") ? "not found" : "let in";
}

interface Answer {
  status: number;
  location: string;
  length: number;
}

/** What an answer amounts to. Somebody denied may as well be told that there is no such child. */
function outcomeOf({ status, location }: Answer, expected: Expected): Expected | number {
  if (status === 303 && location.startsWith("/sign-in?")) return "to sign in";
  if (status === 303 && location === "/sign-in") return expected;
  if (status === 403) return "denied";
  if (status === 404) return expected === "denied" ? "denied" : "not found";
  // 202: the file is being prepared and waited for.
  return [200, 202, 204, 303, 400, 401, 409, 422, 503].includes(status) ? "let in" : status;
}

async function knock(line: Line, actor: Actor, target: Target, world: World): Promise<Answer> {
  const address = addressOf(line.route, target, world);
  const { browser } = actor;
  const answer = line.route.startsWith("GET")
    ? await browser.get(address)
    : await browser.post(address);
  const location = answer.headers.location ?? "";
  return { status: answer.status, location, length: (answer.text ?? "").length };
}

// What is to be brought back has to be gone first, what is to be removed has to be there, and nobody has a
// session by the name the world gives, a deputy or a calendar: whoever is let in here may hear that there is no such thing.
const MAY_BE_MISSING =
  /\/restoration$|\/images\/\w+\/removal$|\/:session\/|\/profile\/(deputy|calendar)\/:/;

interface Case {
  actor: Actor;
  target: Target;
  expected: Expected;
  answer?: Answer;
}

describe("who may do what", () => {
  let world: World;
  let isTouched = true;
  beforeEach(async () => {
    // Files that somebody before asked for are still being prepared: rows of theirs would seem to change.
    if (world) await prepareDue(world.app);
    if (!isTouched) return;
    await world?.app.close();
    world = await openWorld("sqlite");
    isTouched = false;
  }, 180_000);
  afterAll(() => world.app.close());

  test("every route of the product has its line in the table, and every line its route", () => {
    const routes = routesOf(world.app.app).map(({ method, path }) => `${method} ${path}`);
    expect(routes.filter((route) => !lineOf(route))).toEqual([]);
    expect(matrix.map(({ route }) => route).filter((route) => !routes.includes(route))).toEqual([]);
  });

  const guarded = matrix.filter((line) => line.who !== "anybody");
  const reads = guarded.filter(({ route }) => route.startsWith("GET"));
  const writes = guarded.filter(({ route }) => !route.startsWith("GET"));

  // Each paper is drawn by a process of its own, which a busy machine is slow to start.
  test.each(reads)("$route", { timeout: 120_000 }, async (line) => {
    const cases = casesOf(line, world);
    expect(await objections(line, cases, world)).toEqual([]);
    expect(tellableApart(cases)).toEqual([]);
  });

  test.each(writes)("$route", async (line) => {
    const cases = casesOf(line, world);
    const refused = cases.filter(({ expected }) => expected !== "let in");
    const before = await stateOf(world);
    expect(await objections(line, refused, world)).toEqual([]);
    expect(tellableApart(refused)).toEqual([]);
    const denials = before.denials + refused.filter(({ actor }) => !actor.isOut).length;
    expect(await stateOf(world)).toEqual({ ...before, denials });

    isTouched = true;
    for (const one of cases.filter(({ expected }) => expected === "let in")) {
      const [objection] = await objections(line, [one], world);
      if (!objection) continue;
      // Whoever came before may have done it already.
      await world.app.close();
      world = await openWorld("sqlite");
      expect(await objections(line, [one], world)).toEqual([]);
    }
  });
});

describe.each(engines)("rights are read anew from the database on %s", (engine) => {
  const doors = [
    "GET /projects/:projectId",
    "POST /projects/:projectId",
    "GET /projects/:projectId/milestones/:milestoneId",
    "POST /projects/:projectId/indicators/:indicatorId/values",
    "POST /projects/:projectId/progress/:logEntryId",
    "GET /admin/users/:userId",
    "GET /admin/audit",
  ];
  let world: World;
  beforeAll(async () => {
    world = await openWorld(engine);
  });
  afterAll(() => world.app.close());

  test.each(doors)("%s", async (route) => {
    const line = lineOf(route) as Line;
    const cases = casesOf(line, world).filter(
      ({ expected }) => expected !== "let in" || route.startsWith("GET"),
    );
    expect(await objections(line, cases, world)).toEqual([]);
    expect(tellableApart(cases)).toEqual([]);
  });
});

function casesOf(line: Line, world: World): Case[] {
  return world.actors.flatMap((actor) =>
    targetsOf(line.route).map((target) => ({
      actor,
      target,
      expected: expectedFor(line, actor, target),
    })),
  );
}

/** Knocks for each case, by the person of that name in this world, and says which answers are wrong. */
async function objections(line: Line, cases: Case[], world: World): Promise<string[]> {
  const wrong: string[] = [];
  for (const one of cases) {
    const actor = world.actors.find(({ name }) => name === one.actor.name) as Actor;
    one.answer = await knock(line, actor, one.target, world);
    const outcome = outcomeOf(one.answer, one.expected);
    const isFine =
      outcome === one.expected || (outcome === "not found" && MAY_BE_MISSING.test(line.route));
    if (!isFine)
      wrong.push(`${actor.name}, ${one.target}: ${one.answer.status}, expected ${one.expected}`);
  }
  return wrong;
}

/** Foreign and missing: one must not be told from the other, not even by the length of the answer. */
function tellableApart(cases: Case[]): string[] {
  return cases.flatMap(({ actor, target, expected, answer }) => {
    if (!target.startsWith("missing") || expected !== "not found") return [];
    const twin = cases.find(
      (one) => one.actor === actor && one.target === target.replace("missing", "foreign"),
    );
    if (twin?.expected !== "not found") return [];
    const [here, there] = [answer, twin.answer].map((one) => `${one?.status}, ${one?.length}`);
    return here === there ? [] : [`${actor.name}: ${target} (${here}), ${twin.target} (${there})`];
  });
}

async function stateOf({ app }: World): Promise<{ rows: string; denials: number }> {
  const rows = await fingerprint(app.db, ["audit_events", "kept_forms"]);
  const [{ denials }] = await app
    .db("audit_events")
    .where({ action: "access.denied", outcome: "denied" })
    .select({ denials: app.db.raw("count(*)") });
  return { rows, denials: Number(denials) };
}
