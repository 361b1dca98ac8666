import type { StatementState } from "../../../db/queries/card-statements.ts";
import type { Plan, PlanState } from "../../../db/queries/plans.ts";
import { addDays, type CalendarDate, daysBetween } from "../../values/calendar-date.ts";
import { nextWorkingDay } from "../../values/working-days.ts";

export const statementStates = [
  "as-planned",
  "behind",
  "done",
  "not-started",
  "dropped",
] as const satisfies readonly StatementState[];

/** A plan as far as years are asked for. */
export type AskingPlan = Pick<Plan, "fromYear" | "toYear" | "asksOn">;

/** Days after the day of asking on which letters go: the first one, then at most three reminders. */
const LETTERS_AFTER_DAYS = [0, 14, 28, 42] as const;
export const LAST_STEP = LETTERS_AFTER_DAYS.length - 1;
/** A letter held up longer than that is of no use: what waits is on the first page. */
const ASKED_BY_LETTER_DAYS = 90;

/** The day on which the plan asks for that year, in the year after it. What 29 February has not, 28 has. */
export function dayOfAsking({ asksOn }: Pick<Plan, "asksOn">, year: number): CalendarDate {
  const after = year + 1;
  const isLeap = (after % 4 === 0 && after % 100 !== 0) || after % 400 === 0;
  return `${after}-${asksOn === "02-29" && !isLeap ? "02-28" : asksOn}`;
}

/** The last year for which the plan has asked by that day; none before it first asks. */
export function yearAsked(plan: AskingPlan, today: CalendarDate): number | null {
  const lastYear = Number(today.slice(0, 4)) - 1;
  const asked = dayOfAsking(plan, lastYear) <= today ? lastYear : lastYear - 1;
  const isBefore = plan.fromYear !== null && asked < plan.fromYear;
  const isAfter = plan.toYear !== null && asked > plan.toYear;
  return isBefore || isAfter ? null : asked;
}

/** Whether the card has anything to be done in the year, as far as it says when. */
export function isCarriedOut(
  card: { fromYear: number | null; toYear: number | null },
  year: number,
): boolean {
  return (card.fromYear ?? year) <= year && (card.toYear ?? year) >= year;
}

/** Years of which something may be said: those of the plan that have begun. */
export function maySpeakOf(plan: AskingPlan, year: number, today: CalendarDate): boolean {
  const [first, last] = [plan.fromYear ?? 1990, plan.toYear ?? 2100];
  return Number.isInteger(year) && year >= first && year <= last && year <= yearOf(today);
}

function yearOf(day: CalendarDate): number {
  return Number(day.slice(0, 4));
}

/** The same years, the last one first. */
export function yearsToSpeakOf(plan: AskingPlan, today: CalendarDate): number[] {
  const last = Math.min(plan.toYear ?? 2100, yearOf(today));
  const first = plan.fromYear ?? last - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => last - n);
}

/** The letter that is due: 0 is the first one, 1 to 3 are reminders. */
export interface DueLetter {
  year: number;
  step: number;
  sendOn: CalendarDate;
}

/**
 * The last letter that has come by that day. A weekend or holiday moves it to the working day after; one
 * that an outage held up stands for those before it.
 */
export function letterDue(plan: AskingPlan, today: CalendarDate): DueLetter | undefined {
  const year = yearAsked(plan, today);
  if (year === null) return undefined;
  const asksOn = dayOfAsking(plan, year);
  if (daysBetween(asksOn, today) > ASKED_BY_LETTER_DAYS) return undefined;
  return LETTERS_AFTER_DAYS.map((days, step) => ({
    ...{ year, step, sendOn: nextWorkingDay(addDays(asksOn, days)) },
  })).findLast(({ sendOn }) => sendOn <= today);
}

/** The key under which a letter is made once, whoever it goes to. */
export function requestKey(of: {
  planId: number;
  year: number;
  step: number;
  ownerUserId: number;
}): string {
  return `card-request:${of.planId}:${of.year}:${of.step}:${of.ownerUserId}`;
}

export interface AnsweredCard {
  ownerUserId: number | null;
  archivedAt: string | null;
  plan: { state: PlanState; archivedAt: string | null };
}

/**
 * Who may say something of a card: its owner and whoever stands in for them while the plan is in force,
 * those who edit plans also of a draft and of a closed one. Null where nobody may.
 */
export function rightToAnswer(
  card: AnsweredCard,
  viewer: { userId: number; userIds: readonly number[]; editsPlans: boolean },
): { onBehalfOfId: number | null } | null {
  const { ownerUserId, plan } = card;
  if (card.archivedAt !== null || plan.archivedAt !== null) return null;
  if (viewer.editsPlans || (ownerUserId === viewer.userId && plan.state === "in-force"))
    return { onBehalfOfId: null };
  if (plan.state !== "in-force" || ownerUserId === null) return null;
  return viewer.userIds.includes(ownerUserId) ? { onBehalfOfId: ownerUserId } : null;
}
