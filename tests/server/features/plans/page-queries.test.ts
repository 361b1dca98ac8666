import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import {
  createCard,
  createCardLink,
  createMeasure,
  createPlanArea,
} from "../../../support/cards.ts";
import { engines } from "../../../support/databases.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { createPlan } from "../../../support/plan-factories.ts";
import { statementsOf } from "../../../support/queries.ts";

const AT = "2026-03-02T07:30:00.000Z";

describe.each(engines)("pages of a plan on %s", (engine) => {
  let house: TestApp;
  let reader: Browser;
  let userId: number;
  let planId: number;
  let olderPlanId: number;
  let actionPlanId: number;
  let areaIds: number[];
  let round: number;
  beforeEach(async () => {
    house = await openTestApp(engine, { at: AT });
    const { db } = house;
    round = 0;
    areaIds = [];
    userId = await createUser(db, { is_founder: true, is_administrator: true });
    reader = await house.signedInAs(userId);
    olderPlanId = await createPlan(db, { title: "Starší plán", from_year: 2020, to_year: 2023 });
    planId = await createPlan(db, { from_year: 2024, to_year: 2027 });
    actionPlanId = await insert(db, "action_plans", {
      ...{ plan_id: planId, year: 2026, created_at: AT },
    });
    await grow();
  });
  afterEach(() => house.close());

  /** One more of everything that the pages list. */
  async function grow() {
    const { db } = house;
    round += 1;
    const area_id = await createPlanArea(db, planId, { code: String(round) });
    areaIds.push(area_id);
    const owner_user_id = userId;
    const number = `${round}.1`;
    const card_id = await createCard(db, planId, {
      number,
      area_id,
      owner_user_id,
      from_year: 2024,
    });
    const measure_id = await createMeasure(db, card_id, { owner_user_id });
    await createMeasure(db, card_id, { position: 2, archived_at: AT });
    const projectId = await createProject(db, { short_name: `Projekt ${round}` });
    await addMember(db, { projectId, userId });
    const activity_id = await createActivity(db, projectId);
    await createIndicator(db, projectId);
    await createCardLink(db, card_id, { project_id: projectId, activity_id, measure_id });
    await insert(db, "card_statements", {
      ...{ card_id, year: 2025, state: "as-planned", text: "Hotovo", valid_on: "2026-02-01" },
      ...{ recorded_at: AT, recorded_by: userId },
    });
    await insert(db, "action_plan_items", {
      ...{ action_plan_id: actionPlanId, card_id, measure_id, created_at: AT },
    });
    const gone = { plan_id: planId, year: 2030 + round, created_at: AT };
    await insert(db, "action_plans", gone);
    await insert(db, "action_plans", { ...gone, archived_at: AT });
    await insert(db, "plan_imports", {
      ...{ plan_id: planId, state: "dropped", file_name: "a.txt", sha256: String(round) },
      ...{ lines: "[]", read_at: AT, read_by: userId },
    });
    const older = await createCard(db, olderPlanId, { number });
    await insert(db, "card_continuations", {
      ...{ from_card_id: older, to_card_id: card_id, created_at: AT, created_by: userId },
    });
    await createUser(db);
  }

  async function addresses(): Promise<string[]> {
    const { db } = house;
    const first = async (table: string) => (await db(table).min("id as id").first())?.id;
    const [card] = await db("cards").where({ plan_id: planId }).orderBy("id").pluck("id");
    const plan = `/plans/${planId}`;
    const at = `${plan}/cards/${card}`;
    const year = `${plan}/action-plans/2026`;
    return [
      ...["/plans", "/cards", plan, `${plan}/history`, `${plan}/coverage`, `${plan}/fulfilment`],
      ...[`${plan}/statements`, `${plan}/comparison?with=${olderPlanId}`, `${plan}/exports`],
      ...[`${plan}/areas/${areaIds[0]}/edit`, `${plan}/cards/new`, at, `${at}/edit`, `${at}/owner`],
      ...[`${at}/measures/${await first("measures")}/edit`, `${at}/links/new`],
      ...[`${at}/links/${await first("card_links")}/edit`, `${at}/statements/2025`],
      ...[`${at}/statements/2025/edit`, `${plan}/action-plans`, `${plan}/action-plans/new`, year],
      ...[
        `${year}/edit`,
        `${year}/items`,
        `${year}/items/${await first("action_plan_items")}/edit`,
      ],
      ...[`${plan}/import`, "/admin/social-services", "/admin/plan-terms"],
      `/projects/${await first("projects")}/cards`,
    ];
  }

  async function counted(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const address of await addresses()) {
      const statements = await statementsOf(house.db, async () => {
        const { status } = await reader.get(address);
        expect([address, status]).toEqual([address, 200]);
      });
      counts[address] = statements.length;
    }
    return counts;
  }

  test("ask as often for many rows as for one", async () => {
    await counted();
    const few = await counted();
    for (let more = 0; more < 4; more += 1) await grow();
    expect(await counted()).toEqual(few);
    expect(Math.min(...Object.values(few))).toBeGreaterThan(2);
    expect(Math.max(...Object.values(few))).toBeLessThan(25);
  }, 60_000);
});
