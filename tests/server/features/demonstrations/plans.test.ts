import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listCardContents } from "../../../../server/features/cards/contents/service.ts";
import { buildDemonstration } from "../../../../server/features/demonstrations/service.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";

let deps: TestDeps;

async function planOf(fromYear: number) {
  const plan = await deps.db("plans").where({ from_year: fromYear }).first();
  const contents = (await listCardContents(deps.db, plan.id)).map(({ content }) => content);
  return {
    ...plan,
    card: (number: string) => contents.find((one) => one.number === number),
    contents,
  };
}

const understood = (number: string) =>
  deps
    .db("card_services as named")
    .join("cards as card", "card.id", "named.card_id")
    .join("social_services as service", "service.id", "named.service_id")
    .where("card.number", number)
    .orderBy("named.position")
    .select({ said: "named.section", meant: "service.section" });

describe.each(engines)("plans of the demonstration on %s", (engine) => {
  beforeAll(async () => {
    deps = await openTestDeps(engine, { at: "2026-11-21T10:00:00Z" });
    await buildDemonstration(deps);
  });
  afterAll(() => deps.close());

  test("hold the cards of both annexes, each in its place", async () => {
    const older = await planOf(2014);
    const newer = await planOf(2024);
    expect([older.contents.length, newer.contents.length]).toEqual([45, 26]);
    expect([older.state, newer.state]).toEqual(["closed", "in-force"]);
    expect(older.card("A07-01")).toMatchObject({
      areaCode: "SC7",
      services: "Terénní programy (§ 69), Sociální poradenství (§ 37)",
      responsible: "LK (ve spolupráci s obcemi)",
      measures: [],
    });
    expect(older.card("A07-01")?.goals.match(/^SC\d+/gm)).toEqual(["SC4", "SC5", "SC6", "SC10"]);
    expect(newer.card("2.1.3")).toMatchObject({
      areaCode: "2.1",
      targetGroups: "Senioři 65+",
      period: "2024+",
      funding: "EU, MPSV, LK, obce",
    });
    expect(newer.card("2.1.3")?.measures).toHaveLength(7);
    const silent = [...older.contents, ...newer.contents].filter(
      ({ description, targetGroups, services }) => !(description && targetGroups && services),
    );
    expect(silent).toEqual([]);
    const orphans = await deps.db("cards").whereNull("area_id");
    expect(orphans).toEqual([]);
  });

  test("keep what their annexes say, right or wrong, beside what is meant", async () => {
    expect(await understood("5.2.2")).toContainEqual({ said: "65", meant: "68" });
    expect(await understood("5.3.2")).toContainEqual({ said: "63", meant: "43" });
    expect(await understood("A04-01")).toHaveLength(12);
    const cost = await deps.db("cards").where({ number: "A02-01" }).first();
    expect(cost).toMatchObject({ cost_kind: "amount", cost_currency: "CZK", from_year: 2014 });
    expect(Number(cost.cost_max_halere)).toBe(6_020_000_000);
    const unread = await deps
      .db("cards")
      .where({ cost_kind: "text" })
      .whereNotNull("cost_max_halere");
    expect(unread).toEqual([]);
  });

  test("are tied to projects, one another and people, and say how the years went", async () => {
    const example = await deps.db("projects").where({ is_example: true }).first();
    const links = await deps.db("card_links");
    expect(links.filter(({ project_id }) => project_id === example.id).length).toBeGreaterThan(3);
    expect(links.filter(({ project_id }) => project_id === null).length).toBe(2);
    expect(await deps.db("card_continuations")).toHaveLength(12);
    expect(await deps.db("cards").whereNotNull("owner_user_id").pluck("plan_id")).toContain(
      (await planOf(2024)).id,
    );
    const years = await deps.db("card_statements").orderBy("id").pluck("year");
    expect(new Set(years)).toEqual(new Set([2024, 2025]));
    expect(await deps.db("card_statements").whereNotNull("corrects_id")).toHaveLength(1);
    const states = await deps.db("measures").distinct("state").pluck("state");
    expect(new Set(states)).toEqual(new Set(["planned", "running", "done", "dropped"]));
    expect(await deps.db("measures").where({ state: "done" }).whereNull("proof")).toEqual([]);
    const actionPlan = await deps.db("action_plans").first();
    expect(actionPlan).toMatchObject({ year: 2026, state: "approved" });
    const items = await deps.db("action_plan_items").where({ action_plan_id: actionPlan.id });
    expect(items.length).toBeGreaterThan(4);
    expect(items.filter(({ task, due_on }) => !task || !due_on)).toEqual([]);
    expect(items.filter(({ result }) => result)).toHaveLength(1);
  });
});

test("plans of a demonstration in January have no word of a year that nobody was asked for", async () => {
  deps = await openTestDeps("sqlite", { at: "2026-01-09T10:00:00Z" });
  await buildDemonstration(deps);
  const years = await deps.db("card_statements").pluck("year");
  expect(new Set(years)).toEqual(new Set([2024]));
  const later = await deps.db("card_statements").where("recorded_at", ">", deps.clock.now());
  expect(later).toEqual([]);
  await deps.close();
});
