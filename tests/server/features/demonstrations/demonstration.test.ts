import supertest from "supertest";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Engine } from "../../../../db/connection.ts";
import { findUserForSignIn } from "../../../../db/queries/users.ts";
import { createApp } from "../../../../server/app.ts";
import { countAgenda } from "../../../../server/features/agenda/service.ts";
import { buildDemonstration } from "../../../../server/features/demonstrations/service.ts";
import { refreshProgressTotals } from "../../../../server/features/projects/totals/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { createUser } from "../../../support/factories.ts";

const REFORM = "CZ.03.02.02/00/22_006/0001329";
const PLANNING = "CZ.03.2.63/0.0/0.0/15_007/0003861";

let deps: TestDeps;

/** Opens one for all tests of a group that only read it; it takes seconds to build. */
async function openDemonstration(engine: Engine, at?: string): Promise<void> {
  deps = await openTestDeps(engine, at ? { at } : {});
  expect(await buildDemonstration(deps)).toBe(true);
}

async function projectCalled(name: string) {
  const row = await deps.db("projects").where("title", "like", `%${name}%`).first();
  const activities = await deps.db("activities").where({ project_id: row.id }).orderBy("id");
  return { ...row, activities };
}

describe.each(engines)("the demonstration of November on %s", (engine) => {
  beforeAll(() => openDemonstration(engine, "2026-11-21T10:00:00Z"));
  afterAll(() => deps.close());

  test("has reported each month of its example on the day it was due", async () => {
    const example = await deps.db("projects").where({ is_example: true }).first();
    const reported = await deps.db("month_figures").where({ project_id: example.id });
    expect(reported.length).toBeGreaterThan(10);
    expect(reported.map((row: { month: string }) => row.month)).toContain("2026-10");
    const standing = new Map(
      reported.map((row: { month: string; state: string }) => [row.month, row.state]),
    );
    expect(standing.get("2026-10")).toBe("reported");
    standing.delete("2026-10");
    expect(new Set(standing.values())).toEqual(new Set(["frozen"]));
  });

  test("lets anybody read of the three real projects every fact of their sources, and of no person", async () => {
    const app = createApp(deps);
    const pageOf = async (slug: string) => {
      const { status, text } = await supertest(app).get(`/public/${slug}`);
      expect(status).toBe(200);
      return wordsOf(text);
    };
    const carries = (page: string, facts: string[]) => {
      for (const fact of facts) expect(page).toContain(fact);
    };
    const reform = await pageOf("dusevni-zdravi-lk");
    carries(reform, [REFORM, "03_22_006", "15 795 600,05 Kč", "1. 5. 2023", "30. 4. 2026"]);
    carries(reform, ["36 měsíců", "Evropský sociální fond", "Rozpočet Libereckého kraje"]);
    carries(reform, ["Vznik metodiky GAF", "PEER", "Neformální pečující", "Krajského plánu péče"]);
    const planning = await pageOf("planovani-site-financovani-lk");
    carries(planning, [PLANNING, "9 729 456,24 Kč", "1. 1. 2017", "31. 12. 2019", "36 měsíců"]);
    carries(planning, ["webovou aplikaci", "základní síť", "Sociální pracovníci"]);
    expect(planning).not.toContain("Klíčové aktivity");
    const quality = await pageOf("dostupnost-a-kvalita-khk-vii");
    carries(quality, ["6 999 465,80 Kč", "1. 9. 2020", "30. 6. 2022", "22 měsíců", "3. 6. 2022"]);
    carries(quality, ["2 – Sociální začleňování a boj s chudobou", "doprovázení", "opatrovnictví"]);
    expect(quality).not.toContain("Registrační číslo");
    expect(quality).not.toContain("Cílové skupiny");
    const people: string[] = await deps.db("users").pluck("name");
    for (const page of [reform, planning, quality])
      expect(people.filter((name) => page.includes(name))).toEqual([]);
  });

  test("gives the example trainings in all states, and attendance that its indicators are counted from", async () => {
    const example = await deps.db("projects").where({ is_example: true }).first();
    const events = await deps.db("events").select("project_id", "state");
    expect(events.length).toBeGreaterThanOrEqual(12);
    for (const { project_id } of events) expect(project_id).toBe(example.id);
    expect(new Set(events.map(({ state }) => state))).toEqual(
      new Set(["planned", "confirmed", "held", "closed", "cancelled"]),
    );
    const people = await deps.db("participations").where({ project_id: example.id });
    expect(await deps.db("participations").whereNot({ project_id: example.id })).toEqual([]);
    const counted = people.filter((one) => one.threshold_on !== null && one.is_complete);
    const indicator = await deps.db("indicators").where({ code: "600000" }).first();
    expect(indicator.origin).toBe("computed");
    expect(Number(indicator.achieved)).toBe(counted.length);
    expect(counted.length).toBeGreaterThan(40);
    const names = await deps.db("participants").select("first_name", "surname");
    expect(new Set(names.map((one) => `${one.first_name} ${one.surname}`)).size).toBe(names.length);
  });

  test("has timesheets of the coordinator: one approved, whose hours pay takes, one that waits", async () => {
    const sheets = await deps.db("timesheets").orderBy("month");
    expect(sheets.map(({ month, state }) => [month, state])).toEqual([
      ["2026-09", "approved"],
      ["2026-10", "submitted"],
    ]);
    // September 2026 has 22 weekdays, one of them a holiday: 176 hours, of which 0.6 is 105.6.
    expect(sheets[0]).toMatchObject({ fund_hours_e2: 10_560, holiday_project_hours_e2: 480 });
    const place = { assignment_id: sheets[0].assignment_id, month: "2026-09" };
    const item = await deps.db("payroll_items").where(place).first();
    expect(item).toMatchObject({ fund_hours_e2: 10_560, project_hours_e2: 10_560 });
  });

  test("tells the three real projects as their sources do, and leaves out what they leave out", async () => {
    const reform = await projectCalled("reformy péče o duševní zdraví");
    expect(reform.registration_number).toBe(REFORM);
    expect(Number(reform.total_halere)).toBe(1_579_560_005);
    expect([reform.starts_on, reform.ends_on]).toEqual(["2023-05-01", "2026-04-30"]);
    const keys = reform.activities.filter((one: { parent_id: unknown }) => one.parent_id === null);
    expect(keys.map((one: { number: string }) => one.number)).toEqual([..."1234567"]);
    expect(reform.activities).toHaveLength(7 + 2 + 4 + 4);
    expect(await duesOf(reform.id)).toEqual([
      "2023-11-30",
      "2024-05-31",
      "2024-11-30",
      "2025-05-31",
      "2025-11-30",
      "2026-06-30",
    ]);

    const planning = await projectCalled("střednědobého plánování, síťování");
    expect(planning.registration_number).toBe(PLANNING);
    expect(Number(planning.total_halere)).toBe(972_945_624);
    expect(planning.activities).toEqual([]);

    const quality = await projectCalled("Královéhradeckém kraji VII");
    expect(quality.registration_number).toBeNull();
    expect(Number(quality.total_halere)).toBe(699_946_580);
    expect(quality.activities).toHaveLength(8);
    for (const { goal } of quality.activities) expect(goal).toBeTruthy();
    const [meeting, ...others] = await deps.db("milestones").where({ project_id: quality.id });
    expect(others).toEqual([]);
    expect([meeting.due_on, meeting.done_on]).toEqual(["2022-06-03", "2022-06-03"]);
    expect(await codesOf(quality.id, "target-groups")).toBe(0);
    expect([
      await codesOf(reform.id, "target-groups"),
      await codesOf(planning.id, "target-groups"),
    ]).toEqual([5, 4]);

    const real = [reform.id, planning.id, quality.id];
    expect(
      await deps.db("project_sources").whereIn("project_id", real).whereNotNull("share_ppm"),
    ).toEqual([]);
    const owned = deps.db("activities").whereIn("project_id", real);
    expect(await owned.whereRaw("coalesce(owner_user_id, owner_contact_id) is not null")).toEqual(
      [],
    );
    expect([reform, planning, quality].map(({ phase }) => phase)).toEqual([
      "finished",
      "finished",
      "finished",
    ]);
  });
});

describe.each(engines)("the demonstration on %s", (engine) => {
  beforeAll(() => openDemonstration(engine));
  afterAll(() => deps.close());

  test("keeps manager and coordinator out of the Hradec Králové project and lets the manager found projects", async () => {
    const quality = await projectCalled("Královéhradeckém kraji VII");
    const members = await deps
      .db("memberships as m")
      .join("users as u", "u.id", "m.user_id")
      .where("m.project_id", quality.id)
      .select("u.email", "m.role");
    expect(members).toEqual([{ email: "finance@osnova.test", role: "finance" }]);
    const manager = await findUserForSignIn(deps.db, "manager@osnova.test");
    const row = await deps.db("users").where({ id: manager?.id }).first("is_founder");
    expect(Boolean(row.is_founder)).toBe(true);
  });

  test("keeps totals that are true", async () => {
    const kept = await deps.db("project_totals").orderBy("project_id");
    for (const { project_id } of kept) {
      await deps.db.transaction((trx) => refreshProgressTotals(trx, project_id));
    }
    expect(await deps.db("project_totals").orderBy("project_id")).toEqual(kept);
  });
});

test.each(engines)(
  "the demonstration is built once, and never among other people's data, on %s",
  async (engine) => {
    deps = await openTestDeps(engine);
    onTestFinished(() => deps.close());
    await createUser(deps.db);
    await expect(buildDemonstration(deps)).rejects.toThrow(/people already/);
    await deps.db("users").delete();
    expect(await buildDemonstration(deps)).toBe(true);
    expect(await buildDemonstration(deps)).toBe(false);
  },
);

// A leap day, the last day of the year, New Year, Easter Monday right after the change of time, a Sunday, the first of a month.
test.each([
  "2028-02-29T08:00:00Z",
  "2026-12-31T22:30:00Z",
  "2027-01-01T05:00:00Z",
  "2027-03-29T00:10:00+02:00",
  "2026-07-05T12:00:00Z",
  "2026-09-01T06:00:00Z",
])("the example is alive on %s", async (instant) => {
  const at = new Date(instant).toISOString();
  deps = await openTestDeps("sqlite", { at });
  onTestFinished(() => deps.close());
  await buildDemonstration(deps);
  const today = deps.clock.today();
  const example = await projectCalled("Ukázkový projekt");
  expect(Boolean(example.is_example)).toBe(true);
  expect(example.starts_on < today && today < example.ends_on).toBe(true);

  const everybody = await countAgenda(deps.db, { today, projectId: example.id });
  for (const [section, count] of Object.entries(everybody))
    expect([section, count > 0]).toEqual([section, true]);
  for (const email of ["manager", "coordinator", "finance"]) {
    const user = await findUserForSignIn(deps.db, `${email}@osnova.test`);
    const own = await countAgenda(deps.db, { today, ownerUserId: user?.id ?? 0 });
    expect([email, own.overdue > 0, own.today > 0, own.week > 0]).toEqual([
      email,
      true,
      true,
      true,
    ]);
  }

  const entries = await deps.db("log_entries").where({ project_id: example.id });
  const months = new Set(entries.map(({ happened_on }) => happened_on.slice(0, 7)));
  expect(months.size).toBeGreaterThanOrEqual(13);
  expect(entries.every(({ happened_on }) => happened_on <= today)).toBe(true);
  const recorded = await deps.db("audit_events").max({ last: "at" }).first();
  expect(recorded?.last <= at).toBe(true);
});

async function duesOf(projectId: number): Promise<string[]> {
  const rows = await deps
    .db("milestones")
    .where({ project_id: projectId, kind: "report" })
    .orderBy("due_on");
  return rows.map(({ due_on }) => due_on);
}

async function codesOf(projectId: number, list: string): Promise<number> {
  const rows = await deps
    .db("project_code_items as c")
    .join("code_list_items as i", "i.id", "c.code_list_item_id")
    .where({ "c.project_id": projectId, "i.list": list });
  return rows.length;
}

/** The words of a page as they are read, without its marks. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^>]*>/g, " ")
    .replace(/\u00a0/g, " ")
    .replace(/\s+/g, " ");
}
