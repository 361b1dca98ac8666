import type { Browser, TestApp } from "../../../support/app.ts";
import {
  addMember,
  createIndicator,
  createProject,
  createUser,
  insert,
} from "../../../support/factories.ts";
import { createExpenditure } from "../../../support/money-factories.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

const AT = "2026-01-20T08:00:00.000Z";

/** A plan with three cards: a project that a reader sees, one they do not, a mere name; and what was said. */
export interface PlanWorld {
  planId: number;
  cards: number[];
  seenId: number;
  hiddenId: number;
  userId: number;
  reader: Browser;
  head: Browser;
}

export async function openPlan(house: TestApp): Promise<PlanWorld> {
  const { db } = house;
  const planId = await createPlan(db, { title: "Plán příliš žluťoučkých služeb" });
  const cards = await createCards(house, planId, [
    {
      number: "1.1.1",
      name: "Žluťoučká péče",
      targetGroups: "Senioři",
      services: "Osobní asistence (§ 39)",
      period: "2024-2026",
      responsible: "LK, obce",
      costs: "2,5 mil. Kč",
      funding: "EU, LK",
      description: "=1+1 není vzorec",
      measures: ["Otevřít poradnu", "Vyškolit pečující\n– ve dvou okresech"],
    },
    { number: "1.1.2", name: "Krizová pomoc" },
    { number: "1.1.3", name: "Dostupné bydlení", areaCode: null },
  ]);
  await db("measures")
    .where({ text: "Otevřít poradnu" })
    .update({ state: "done", due_on: "2025-06-30" });
  const seenId = await createProject(db, {
    ...{ short_name: "Viditelný", title: "Viditelný projekt", total_halere: 1_000_000_00 },
    registration_number: "CZ.03.02.02/00/22_006/0000001",
  });
  const hiddenId = await createProject(db, {
    ...{ short_name: "Skrytý", title: "Skrytý projekt", total_halere: 7_777_777_00 },
    registration_number: "CZ.03.02.02/00/22_006/0000002",
  });
  await spendAndAchieve(house, seenId);
  const link = (card: number, row: object) =>
    insert(db, "card_links", { card_id: cards[card], origin: "hand", created_at: AT, ...row });
  for (const card of [0, 1]) await link(card, { project_id: seenId });
  await link(0, { project_id: seenId });
  await link(1, { project_id: hiddenId });
  await link(2, { project_name: "Jmenovaný záměr" });
  const said = { valid_on: "2026-01-20", recorded_at: AT };
  await insert(db, "card_statements", {
    ...{ card_id: cards[0], year: 2025, state: "behind", text: "Řekli jsme své", ...said },
    next_steps: "Vybrat místo",
  });
  const userId = await createUser(db);
  await addMember(db, { projectId: seenId, userId, role: "reader" });
  const head = await house.signedInAs(await createUser(db, { is_management: true }));
  return { planId, cards, seenId, hiddenId, userId, reader: await house.signedInAs(userId), head };
}

/** 400 000 Kč until the end of 2025, as much again since; 9 persons of 20, then 5 more. */
async function spendAndAchieve({ db }: TestApp, projectId: number): Promise<void> {
  for (const valid_on of ["2025-05-01", "2026-03-01"])
    await createExpenditure(db, projectId, { valid_on, amount_halere: 400_000_00 });
  const indicatorId = await createIndicator(db, projectId, {
    ...{ code: "600000", name: "Účastníci čeští", target: 20 },
    created_at: "2025-01-05T08:00:00.000Z",
  });
  for (const [value, valid_on] of [
    [9, "2025-12-31"],
    [5, "2026-02-01"],
  ])
    await insert(db, "indicator_values", {
      ...{ indicator_id: indicatorId, value, valid_on, recorded_at: AT },
    });
}

/** An approved action plan of this year with a task whose result would fill more than a page. */
export async function addActionPlan({ db }: TestApp, { planId, cards }: PlanWorld): Promise<void> {
  const actionPlanId = await insert(db, "action_plans", {
    ...{ plan_id: planId, year: 2026, state: "approved", approved_on: "2026-02-05" },
    ...{ note: "Schválila rada", created_at: AT },
  });
  await insert(db, "action_plan_items", {
    ...{ action_plan_id: actionPlanId, card_id: cards[0], task: "Najít prostory" },
    ...{ due_on: "2026-06-30", created_at: AT },
    result: `Začátek ${"výsledku ".repeat(1_500)} úplný konec`,
  });
}
