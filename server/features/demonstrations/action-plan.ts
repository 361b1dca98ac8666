import { listActionPlanItems } from "../../../db/queries/action-plan-items.ts";
import { type ActionPlan, findActionPlan } from "../../../db/queries/action-plans.ts";
import { type Moment, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { tasksOfThisYear } from "../../../db/seeds/demo/plans/years.ts";
import { addDays, type CalendarDate, laterOf } from "../../values/calendar-date.ts";
import { nextWorkingDay } from "../../values/working-days.ts";
import { chooseItems, editItem } from "../action-plans/items/service.ts";
import { choiceKey } from "../action-plans/rules.ts";
import { createActionPlan, editActionPlan } from "../action-plans/service.ts";
import { measureOf, type PlansBeingTold, there } from "./told-plan.ts";

/** It is written in January, unless the plan came to the house later. */
const WRITTEN = "01-22";
const EARLIEST: Moment = [0, 26];
const APPROVED_AFTER_DAYS = 14;
const RESULT_AFTER_DAYS = 5;

const formOf = () => ({});

/** The action plan of this year: chosen cards and measures with tasks, approved, and what came of them. */
export function tellActionPlan(telling: PlansBeingTold): void {
  const { deps, story, teller } = telling;
  const by = telling.author("manager");
  const year = Number(story.today.slice(0, 4));
  const written = laterOf(nextWorkingDay(`${year}-${WRITTEN}`), workingDayOf(story, EARLIEST));
  const approved = nextWorkingDay(addDays(written, APPROVED_AFTER_DAYS));
  const standing = async () =>
    there(await findActionPlan(deps.db, { planId: telling.newer().id, year }));
  teller.on(written, async () => {
    const entry = { year, note: null, copiesLast: false };
    await createActionPlan(deps, by, telling.newer().id, entry);
    const actionPlan = await standing();
    const { version } = actionPlan;
    const items = tasksOfThisYear.map((task) => keyOf(telling, task));
    await chooseItems(deps, by, actionPlan, { entry: { items, version }, formOf });
    for (const { task, due, ...of } of tasksOfThisYear) {
      const said = { task, dueOn: `${year}-${due}`, result: null };
      await fill(telling, await standing(), of, said);
    }
  });
  teller.on(approved, async () => {
    const actionPlan = await standing();
    const { note, version } = actionPlan;
    const entry = { approvedOn: deps.clock.today(), note, version };
    await editActionPlan(deps, by, actionPlan, { entry, formOf });
  });
  for (const { due, result, ...of } of tasksOfThisYear) {
    const day: CalendarDate = addDays(`${year}-${due}`, RESULT_AFTER_DAYS);
    const said = laterOf(nextWorkingDay(day), approved);
    if (result) teller.on(said, async () => fill(telling, await standing(), of, { result }));
  }
}

type Chosen = Pick<(typeof tasksOfThisYear)[number], "card" | "measure">;

function chosenOf({ newer }: PlansBeingTold, { card, measure }: Chosen) {
  const cardId = there(newer().cards.get(card));
  return { cardId, measureId: measure ? measureOf(newer(), card, measure).id : null };
}

function keyOf(telling: PlansBeingTold, chosen: Chosen): string {
  return choiceKey(chosenOf(telling, chosen));
}

async function fill(
  telling: PlansBeingTold,
  actionPlan: ActionPlan,
  chosen: Chosen,
  said: { task: string; dueOn: CalendarDate; result: null } | { result: string },
): Promise<void> {
  const { deps, author } = telling;
  const items = await listActionPlanItems(deps.db, actionPlan.id);
  const key = keyOf(telling, chosen);
  const { id: itemId, version } = there(items.find((item) => choiceKey(item) === key));
  const entry = { ...said, version };
  await editItem(deps, author("manager"), { actionPlan, itemId }, { entry, formOf });
}
