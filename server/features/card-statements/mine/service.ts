import type { Database } from "../../../../db/connection.ts";
import {
  listAskingPlans,
  listOwnCards,
  type OwnCard,
} from "../../../../db/queries/card-requests.ts";
import { listStatementMarks, type StatementMark } from "../../../../db/queries/card-statements.ts";
import { listOwnItems, listOwnMeasures, type OwnTask } from "../../../../db/queries/own-tasks.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { isCarriedOut, yearAsked } from "../rules.ts";
import { tasksInOrder } from "./rules.ts";

export interface MyCard extends OwnCard {
  /** The year to speak of; null while the plan has not asked for any. */
  year: number | null;
  /** Whether a word for that year is missing. */
  isAwaited: boolean;
  last: StatementMark | undefined;
}

/** Cards of these people with what was said of them last; three queries. */
export async function loadMine(
  db: Database,
  { userIds, today }: { userIds: readonly number[]; today: CalendarDate },
): Promise<MyCard[]> {
  const plans = await listAskingPlans(db);
  const cards = await listOwnCards(db, userIds);
  const statements = await listStatementMarks(
    db,
    cards.map(({ id }) => id),
  );
  const said = groupedBy(statements, ({ cardId }) => cardId);
  const years = new Map(plans.map((plan) => [plan.id, yearAsked(plan, today)]));
  return cards.map((card) => {
    const own = said.get(card.id) ?? [];
    const year = years.get(card.planId) ?? null;
    const isSaid = own.some((one) => one.year === year);
    const isAwaited = year !== null && isCarriedOut(card, year) && !isSaid;
    return { ...card, year, isAwaited, last: own.at(-1) };
  });
}

/** What these people have to do for plans in force; two queries. */
export async function loadTasks(
  db: Database,
  { userIds }: { userIds: readonly number[] },
): Promise<readonly OwnTask[]> {
  const [items, measures] = await Promise.all([
    listOwnItems(db, userIds),
    listOwnMeasures(db, userIds),
  ]);
  return tasksInOrder(items, measures);
}
