import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { stepped, weeksOf } from "../../../../server/features/calendars/rules.ts";
import { openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import {
  createEvent,
  createInternship,
  createSession,
} from "../../../support/training-factories.ts";

describe("the weeks of a calendar", () => {
  test("of a month are whole, from Monday to Sunday", () => {
    const weeks = weeksOf("month", "2026-03-15");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toBe("2026-02-23");
    expect(weeks.at(-1)?.[6]).toBe("2026-04-05");
    expect(weeksOf("month", "2021-02-10")).toHaveLength(4);
  });

  test("move by months without skipping the short ones", () => {
    expect(stepped("month", "2026-01-31", 1)).toBe("2026-02-01");
    expect(stepped("week", "2026-03-02", -1)).toBe("2026-02-23");
  });
});

describe.each(engines)("the calendar on %s", (engine) => {
  let app: TestApp;
  let projectId: number;
  let userId: number;
  beforeEach(async () => {
    app = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    projectId = await createProject(app.db, { short_name: "Mlžná" });
    userId = await createUser(app.db);
    await addMember(app.db, { projectId, userId, role: "reader" });
  });
  afterEach(() => app.close());

  const page = async (query = "") =>
    (await (await app.signedInAs(userId)).get(`/calendar${query}`)).text;
  const event = async (title: string, given = {}, heldOn = "2026-03-10") => {
    const id = await createEvent(app.db, projectId, { title, ...given });
    await createSession(app.db, id, { held_on: heldOn });
    return id;
  };

  test("shows sessions and internships of the month, and none of projects out of reach", async () => {
    const id = await event("Krizová intervence");
    await event("V dubnu", {}, "2026-04-20");
    await createInternship(app.db, projectId, { title: "Stáž v Jihlavě" });
    const foreign = await createEvent(app.db, await createProject(app.db), { title: "Cizí" });
    await createSession(app.db, foreign);
    const text = await page();
    expect(text).toContain(`href="/projects/${projectId}/events/${id}"`);
    expect(text).toContain("9:00–15:00");
    expect(text).toContain("Stáž v Jihlavě");
    expect(text).not.toContain("V dubnu");
    expect(text).not.toContain("Cizí");
    expect(await page("?on=2026-04-01")).toContain("V dubnu");
  });

  test("leaves out what was cancelled or archived", async () => {
    await event("Zrušená", { state: "cancelled" });
    await event("Odložená", { archived_at: "2026-03-01T08:00:00.000Z" });
    const text = await page();
    expect(text).not.toContain("Zrušená");
    expect(text).not.toContain("Odložená");
  });

  test("narrows to one's own events, a project and a kind", async () => {
    await event("Moje", { owner_user_id: userId });
    const other = await event("Cizího kolegy");
    const mine = await page("?who=mine");
    expect(mine).toContain("Moje");
    expect(mine).not.toContain("Cizího kolegy");
    const { kind_id: kind } = await app.db("events").where({ id: other }).first();
    const ofKind = await page(`?kind=${kind}&project=${projectId}`);
    expect(ofKind).toContain("Cizího kolegy");
    expect(ofKind).not.toContain(">Moje<");
  });

  test("folds a crowded day of a month, which the week shows whole", async () => {
    for (let index = 1; index <= 6; index += 1) await event(`Dílna č. ${index}`);
    expect(await page()).toContain("3 další akce");
    expect(await page("?view=week&on=2026-03-10")).toContain("Dílna č. 6");
  });

  test("does not take more queries for more events", async () => {
    const browser = await app.signedInAs(userId);
    await event("Dílna");
    const few = await statementsOf(app.db, () => browser.get("/calendar"));
    for (let index = 0; index < 4; index += 1) await event("Další dílna");
    const many = await statementsOf(app.db, () => browser.get("/calendar"));
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(6);
  });
});
