import { findStatement, type StatementFields } from "../../../db/queries/card-statements.ts";
import { type Moment, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { planOf2024 } from "../../../db/seeds/demo/plans/of-2024/plan.ts";
import {
  cardOwners,
  statementsOfLastYear,
  statementsOfYearBefore,
} from "../../../db/seeds/demo/plans/years.ts";
import { addDays, laterOf } from "../../values/calendar-date.ts";
import { nextWorkingDay } from "../../values/working-days.ts";
import { dayOfAsking, yearAsked } from "../card-statements/rules.ts";
import { answer } from "../card-statements/service.ts";
import { type PlansBeingTold, there } from "./told-plan.ts";

/** Nobody answers before the plan is here. */
const FIRST_ANSWERS: Moment = [0, 26];
const ANSWERS_AFTER_DAYS = 6;
const CORRECTED_AFTER_DAYS = 15;

/** What owners of cards said of the last two years for which the plan has asked. */
export function tellYears(telling: PlansBeingTold): void {
  const asked = yearAsked(planOf2024, telling.story.today);
  if (asked === null) return;
  tellStatements(telling, asked - 1, statementsOfYearBefore);
  tellStatements(telling, asked, statementsOfLastYear);
}

function tellStatements(
  telling: PlansBeingTold,
  year: number,
  statements: typeof statementsOfLastYear,
): void {
  if (year < planOf2024.fromYear) return;
  const { story, teller } = telling;
  const earliest = workingDayOf(story, FIRST_ANSWERS);
  const asksOn = dayOfAsking(planOf2024, year);
  const day = laterOf(nextWorkingDay(addDays(asksOn, ANSWERS_AFTER_DAYS)), earliest);
  const again = nextWorkingDay(addDays(day, CORRECTED_AFTER_DAYS));
  teller.on(day, async () => {
    for (const { card, corrected: _, ...said } of statements) await say(telling, card, year, said);
  });
  teller.on(again, async () => {
    for (const { card, corrected } of statements)
      if (corrected) await say(telling, card, year, corrected);
  });
}

async function say(
  { deps, author, newer }: PlansBeingTold,
  card: string,
  year: number,
  said: StatementFields,
): Promise<void> {
  const { owner } = there(cardOwners.find(({ numbers }) => numbers.test(card)));
  const cardId = there(newer().cards.get(card));
  const version = (await findStatement(deps.db, { cardId, year }))?.id ?? 0;
  await answer(deps, author(owner), { planId: newer().id, cardId, year }, { ...said, version });
}
