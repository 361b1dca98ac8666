import type { Database, Transaction } from "../../../../db/connection.ts";
import {
  type AskedYear,
  type AskingPlan,
  countUnanswered,
  listAskingPlans,
  listOwnersToAsk,
} from "../../../../db/queries/card-requests.ts";
import { listDeputiesInForce } from "../../../../db/queries/deputies.ts";
import {
  listPreferences,
  type NotificationPreferences,
} from "../../../../db/queries/notification-preferences.ts";
import type { Deps } from "../../../deps.ts";
import { type CalendarDate, pragueInstant } from "../../../values/calendar-date.ts";
import { isWorkingDay } from "../../../values/working-days.ts";
import { type QueuedMail, queueMails } from "../../mails/service.ts";
import { comesOn, effectiveWay } from "../../notification-preferences/rules.ts";
import { type DueLetter, dayOfAsking, letterDue, requestKey, yearAsked } from "../rules.ts";

/** A letter to the owner of cards, or to whoever stands in for them that day. */
interface Request {
  ownerUserId: number;
  recipientUserId: number;
}

/**
 * Asks owners of cards for the past year: on the day of their plan and again until they have answered. Each
 * letter is made once whoever it goes to; running it again changes nothing.
 * @returns how many letters were made
 */
export async function requestStatements({
  db,
  clock,
}: Pick<Deps, "db" | "clock">): Promise<number> {
  const [today, now] = [clock.today(), clock.now()];
  if (!isWorkingDay(today)) return 0;
  let made = 0;
  for (const plan of await listAskingPlans(db)) {
    const due = letterDue(plan, today);
    if (due) made += await db.transaction((trx) => ask(trx, plan, due, { today, now }));
  }
  return made;
}

interface Moment {
  today: CalendarDate;
  now: string;
}

async function ask(
  trx: Transaction,
  plan: AskingPlan,
  { year, step }: DueLetter,
  { today, now }: Moment,
): Promise<number> {
  const requests = await peopleToAsk(trx, { planId: plan.id, year }, today);
  const recipients = requests.map(({ recipientUserId }) => recipientUserId);
  const preferences = await listPreferences(trx, recipients);
  const mails = requests.flatMap((request): QueuedMail[] => {
    const own = preferences.get(request.recipientUserId);
    if (!own || !isTimeFor(own, today)) return [];
    return [letterTo(request, own, { planId: plan.id, year, step, today, now })];
  });
  return (await queueMails(trx, mails)).length;
}

/** Whoever is away has a deputy; who has left and has none is asked no more. */
async function peopleToAsk(
  trx: Transaction,
  asked: AskedYear,
  today: CalendarDate,
): Promise<Request[]> {
  const owners = await listOwnersToAsk(trx, asked);
  const deputies = new Map(
    (await listDeputiesInForce(trx, today)).map((one) => [one.userId, one.deputyUserId]),
  );
  return owners.flatMap(({ userId, hasLeft }) => {
    const recipientUserId = deputies.get(userId) ?? (hasLeft ? undefined : userId);
    return recipientUserId === undefined ? [] : [{ ownerUserId: userId, recipientUserId }];
  });
}

function isTimeFor(preferences: NotificationPreferences, today: CalendarDate): boolean {
  const way = effectiveWay(preferences, "deadlines", null, { isResponsible: true });
  return comesOn(way, preferences, today);
}

function letterTo(
  { ownerUserId, recipientUserId }: Request,
  { digestAt }: NotificationPreferences,
  of: Moment & { planId: number; year: number; step: number },
): QueuedMail {
  const { planId, year, step, today, now } = of;
  const theirHour = pragueInstant(today, digestAt);
  return {
    kind: "immediate",
    template: "card-request",
    dedupeKey: requestKey({ planId, year, step, ownerUserId }),
    recipientUserId,
    subjectType: "plan",
    subjectId: planId,
    params: { year, step, ownerUserId },
    at: now,
    dueAt: theirHour > now ? theirHour : now,
  };
}

export interface WaitingCards extends AskedYear {
  planTitle: string;
  cards: number;
  /** The day on which the plan asked. */
  since: CalendarDate;
}

/** What waits for the word of these people: of how many cards of which plan, for what year; two queries. */
export async function listWaitingCards(
  db: Database,
  { userIds, today }: { userIds: readonly number[]; today: CalendarDate },
): Promise<WaitingCards[]> {
  const plans = await listAskingPlans(db);
  const asked = plans.flatMap((plan) => {
    const year = yearAsked(plan, today);
    return year === null ? [] : [{ planId: plan.id, year }];
  });
  const counts = await countUnanswered(db, { asked, ownerUserIds: userIds });
  return counts.flatMap((one) => {
    const plan = plans.find(({ id }) => id === one.planId);
    return plan ? [{ ...one, planTitle: plan.title, since: dayOfAsking(plan, one.year) }] : [];
  });
}
