import { addDays, pragueDay, pragueInstant, pragueTime } from "../../values/calendar-date.ts";
import type { Instant } from "../../values/instant.ts";
import type { NewsKind, NewsObject } from "../../values/news.ts";
import type { NotificationCategory } from "../../values/notification-ways.ts";
import { addWorkingDays, isWorkingDay, nextWorkingDay } from "../../values/working-days.ts";

const MORNING = "07:00";
const EVENING = "18:00";
/** A deadline this many working days ahead or fewer cannot wait for the next digest. */
const CLOSE = 3;

/** When sudden news may leave: at once on a working day from 7 to 18 of Prague, else at the next 7 of one. */
export function leavesAt(at: Instant): Instant {
  const day = pragueDay(at);
  const time = pragueTime(at);
  if (isWorkingDay(day) && time >= MORNING && time < EVENING) return at;
  const next = time < MORNING ? day : addDays(day, 1);
  return pragueInstant(nextWorkingDay(next), MORNING);
}

/** Whether a deadline was moved to where it is close; one that is past already is told of as overdue. */
export function isMovedClose(
  { from, to }: { from: string | null; to: string | null },
  today: string,
): boolean {
  return to !== null && from !== to && to >= today && to <= addWorkingDays(today, CLOSE);
}

const OF_OBJECTS: Partial<Record<NewsObject, NotificationCategory>> = {
  milestone: "milestones",
  activity: "milestones",
  indicator: "milestones",
  output: "milestones",
  event: "events",
  internship: "events",
  campaign: "events",
};

const OF_KINDS: Partial<Record<NewsKind, NotificationCategory>> = {
  returned: "approvals",
  mention: "comments",
  "event-cancelled": "events",
  "event-moved": "events",
};

export function categoryOf(kind: NewsKind, objectType: NewsObject): NotificationCategory {
  return OF_KINDS[kind] ?? OF_OBJECTS[objectType] ?? "deadlines";
}

const SET_BY_LAW = ["report", "payment-request", "publicity"];

/** What the legal act sets is a deadline; other milestones are milestones. */
export function categoryOfMilestone(kind: string): NotificationCategory {
  return SET_BY_LAW.includes(kind) ? "deadlines" : "milestones";
}

const TO_KNOW: readonly NewsKind[] = ["mention", "event-cancelled", "event-moved", "taken-over"];

/** Whether the recipient has to do something about it: then a mandatory category cannot be off. */
export function asksToAct(kind: NewsKind): boolean {
  return !TO_KNOW.includes(kind);
}

export interface ToldNews {
  kind: NewsKind;
  objectType: NewsObject;
  recipientUserId: number;
  onBehalfOfId: number | null;
  params: Record<string, number | string | null>;
  isOutOfReach: boolean;
  subject:
    | { dueOn: string | null; ownerUserId: number | null; isOpen: boolean; isCancelled: boolean }
    | undefined;
}

/** Why news is not told after all; undefined while it still holds. */
export function outdatedBecause(news: ToldNews): string | undefined {
  const { kind, subject, params } = news;
  if (news.isOutOfReach) return "out-of-reach";
  if (!subject) return "gone";
  if (kind === "event-cancelled") return subject.isCancelled ? undefined : "restored";
  if (!subject.isOpen) return "done";
  if (!isOwnersNews(news)) return undefined;
  const { recipientUserId, onBehalfOfId } = news;
  if (![recipientUserId, onBehalfOfId].includes(subject.ownerUserId)) return "handed-on";
  return kind === "moved" && params.to !== subject.dueOn ? "moved-again" : undefined;
}

const OWNERLESS: NewsObject[] = ["project", "report", "change", "timesheet"];

/** News that only makes sense for whoever answers for the thing. */
function isOwnersNews({ kind, objectType }: ToldNews): boolean {
  if (OWNERLESS.includes(objectType)) return false;
  return kind === "assigned" || kind === "moved" || kind === "handed-over";
}

const REMINDED_AS: Partial<Record<NewsObject, string>> = {
  risk: "risk-review",
  resolution: "submission",
  report: "report-answer",
  output: "output-comments",
};

/** What reminders of the same thing are of: whoever has been told of it need not be reminded the same day. */
export function remindedAs(objectType: string): string {
  return (REMINDED_AS as Record<string, string>)[objectType] ?? objectType;
}

/** The record whose letters belong together: remarks stand with what they are about. */
export function threadOf({ objectType, pageId }: { objectType: NewsObject; pageId: number }): {
  type: string;
  id: number;
} {
  return { type: objectType.replace(/-comment$/, ""), id: pageId };
}
