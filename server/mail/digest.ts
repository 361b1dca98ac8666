import type { Database } from "../../db/connection.ts";
import { listAgenda } from "../../db/queries/agenda.ts";
import { AWAY } from "../../db/queries/notifications.ts";
import type { RemindedPeople } from "../../db/queries/reminded-people.ts";
import { listGathered } from "../../db/queries/reminders.ts";
import { listGatheredNews } from "../features/notifications/service.ts";
import { isAway, recipientKey } from "../features/reminders/addressees/rules.ts";
import { type DigestItem, itemsThatHold } from "../features/reminders/digests/rules.ts";
import { listThings, readCircumstances } from "../features/reminders/planning/service.ts";
import { addDays, type CalendarDate } from "../values/calendar-date.ts";
import { digestLetter } from "./digest-letter.ts";
import type { LetterBuilder } from "./letter.ts";

const DAYS_AHEAD = 30;

/**
 * The digest of a person: what crossed a step and is still open, on that same day and theirs to be told, by
 * day; what is new; the rest of the next thirty days as one line. Nothing left of it: no digest.
 */
export const buildDigest: LetterBuilder = async ({ db, config, today, wordings }, mail) => {
  const { recipient } = mail;
  const gathered = await listGathered(db, mail.id);
  const projectIds = [...new Set(gathered.flatMap(({ projectId }) => projectId ?? []))];
  const circumstances = await readCircumstances(db, { day: today, projectIds });
  const { rules, people } = circumstances;
  const objectTypes = gathered.map(({ objectType }) => objectType);
  const things = await listThings(db, rules, { day: today, projectIds, objectTypes });
  const whose = { recipient: recipientKey(recipient), day: today };
  const items = itemsThatHold(things, gathered, circumstances, whose);
  const told = { mailId: mail.id, on: today };
  const news = recipient.userId === null ? [] : await listGatheredNews(db, told);
  if (items.length === 0 && (news.length === 0 || isGone(recipient.userId, people, today)))
    return { unneeded: isGone(recipient.userId, people, today) ? AWAY : "nothing-due" };
  const rest = await countRest(db, { userId: recipient.userId, items, today });
  return digestLetter({ recipient, items, news, rest, people, today, config, wordings });
};

/** Then whoever stands in for them is told. */
function isGone(userId: number | null, people: RemindedPeople, day: CalendarDate): boolean {
  const person = people.users.get(userId ?? 0);
  return person !== undefined && isAway(person, { people, day });
}

/** What else is theirs and is late or due soon. */
async function countRest(
  db: Database,
  of: { userId: number | null; items: readonly DigestItem[]; today: CalendarDate },
): Promise<number> {
  const { userId, items, today } = of;
  if (userId === null) return 0;
  const to = addDays(today, DAYS_AHEAD);
  const own = await listAgenda(db, { today, ownerUserId: userId, to });
  const key = (one: { objectType: string; objectId: number }) =>
    `${one.objectType}|${one.objectId}`;
  const shown = new Set(items.map(({ thing }) => key(thing)));
  return own.filter((one) => !shown.has(key(one))).length;
}
