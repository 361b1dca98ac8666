import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { permissions } from "../../server/access/permissions.ts";
import { openTestApp, type TestApp } from "../support/app.ts";
import { type FoundRoute, routesOf, unguardedLayersOf } from "../support/routes.ts";

describe("the doors of the product", () => {
  let app: TestApp;
  let routes: FoundRoute[];
  beforeAll(async () => {
    app = await openTestApp("sqlite");
    routes = routesOf(app.app);
  });
  afterAll(() => app.close());
  const named = (wanted: FoundRoute[]) => wanted.map(({ method, path }) => `${method} ${path}`);

  test("are found at all", () => {
    expect(routes.length).toBeGreaterThan(100);
    expect(named(routes)).toContain("POST /projects/:projectId");
  });

  test("each begin with a guard that names its permission", () => {
    const known = ["public", ...Object.keys(permissions)];
    const open = routes.filter(({ policy }) => policy === undefined || !known.includes(policy));
    expect(named(open)).toEqual([]);
  });

  test("are the only ones: nothing answers inside a router without being a route, but for the assets", () => {
    expect(unguardedLayersOf(app.app)).toEqual(["/assets "]);
  });

  test("have one owner each", () => {
    const seen = named(routes);
    expect(seen.filter((route, index) => seen.indexOf(route) !== index)).toEqual([]);
  });

  test("are opened by GET and POST alone", () => {
    expect([...new Set(routes.map(({ method }) => method))].sort()).toEqual(["GET", "POST"]);
  });

  test("are named by nouns in small letters", () => {
    const segments = routes.flatMap(({ path }) => path.split("/").slice(1));
    // A browser saves a file under the last part of its address, hence the ending; lists of IS KP21+ are numbered.
    const noun = /^((:[a-zA-Z]+|[a-z]+(-[a-z]+|-\d)*)(\.(csv|docx|ics|pdf|xlsx|xml))?|)$/;
    for (const right of ["months", ":month", ":month.pdf", "report.docx"])
      expect(right).toMatch(noun);
    for (const wrong of ["Months", "month_close", ":month.exe", ".pdf", "report.", "a--b"])
      expect(wrong).not.toMatch(noun);
    expect(segments.filter((segment) => !noun.test(segment))).toEqual([]);
    const verbs = /\/(save|delete|remove|create|update|do|toggle|set|add)$/;
    expect(named(routes.filter(({ path }) => verbs.test(path)))).toEqual([]);
  });

  test("that are open to anybody are few and known", () => {
    const anybody = routes.filter(({ policy }) => policy === "public");
    const rooms = new Set(anybody.map(({ path }) => path.split("/")[1]));
    expect([...rooms].sort()).toEqual([
      "brand",
      "calendar-feeds",
      "certificates",
      "confirmations",
      "healthz",
      "invitations",
      "nominations",
      "password-resets",
      "public",
      "readyz",
      "session",
      "sign-in",
      "sign-out",
      "unsubscribe",
    ]);
  });
});
