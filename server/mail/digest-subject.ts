import type { NewsRow } from "../features/notifications/service.ts";
import { newsText } from "../features/notifications/words.ts";
import type { DigestItem } from "../features/reminders/digests/rules.ts";
import { isWaiting } from "../features/reminders/planning/rules.ts";
import { thingTitle } from "../features/reminders/words.ts";
import { addDays, dayOfWeek } from "../values/calendar-date.ts";
import type { Wording } from "./digest-row.ts";

interface Told {
  items: DigestItem[];
  news: NewsRow[];
}

/** How many are late, how many come this week (else at all), and the nearest of them by name; without any, what else there is. */
export function digestSubject({ items, news }: Told, wording: Wording): string {
  const words = wording.texts.mails.digest;
  const waiting = items.filter(({ thing }) => isWaiting(thing));
  const dated = items.filter(({ thing }) => !isWaiting(thing));
  if (dated.length > 0) return datedSubject(dated, wording);
  const [first] = waiting;
  const title = first
    ? thingTitle(first.thing, wording)
    : ((news[0] && newsText(news[0], wording.texts, wording.formats).title) ?? "");
  const count = first ? words.waiting(waiting.length) : words.news(news.length);
  return `${count} ${words.first(shortened(title))}`;
}

function datedSubject(dated: DigestItem[], { texts, formats, today }: Wording): string {
  const words = texts.mails.digest;
  const late = dated.filter(({ thing }) => thing.dueOn < today);
  const coming = dated.slice(late.length);
  const sunday = addDays(today, 7 - dayOfWeek(today));
  const thisWeek = coming.filter(({ thing }) => thing.dueOn <= sunday).length;
  const parts: string[] = [];
  if (late.length > 0) parts.push(words.overdue(late.length));
  if (coming.length > 0)
    parts.push(thisWeek > 0 ? words.thisWeek(thisWeek) : words.ahead(coming.length));
  const named = coming[0] ?? late[0];
  if (named) {
    const date = formats.shortDate(named.thing.dueOn);
    const say = coming.length > 0 ? words.nearest : words.since;
    parts.push(say(date, shortened(thingTitle(named.thing, { texts, formats }))));
  }
  return parts.join(", ");
}

function shortened(title: string): string {
  const MOST = 70;
  return title.length <= MOST ? title : `${title.slice(0, MOST - 1).trimEnd()}…`;
}
