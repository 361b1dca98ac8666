import { raiseCalendarSequence } from "../../../../db/queries/event-mailing.ts";
import {
  deleteSession,
  findSession,
  insertSessions,
  isSessionUsed,
  type SessionFields,
  updateSession,
} from "../../../../db/queries/event-sessions.ts";
import { type EventRecord, refreshEventDays, touchEvent } from "../../../../db/queries/events.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput, NotFound } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { foldText } from "../../../values/fold.ts";
import { minutesBetween } from "../../../values/time-of-day.ts";
import {
  inviteGuests,
  isSessionToldOtherwise,
  tellOfChange,
  tellOfRemovedSession,
} from "../../event-messages/automatic/service.ts";
import { refreshComputedIndicators } from "../../indicators/computing/service.ts";
import { tellOfMovedEvent } from "../../notifications/events/service.ts";
import { proposedSupport } from "../rules.ts";
import { keepEventFound } from "../search/service.ts";
import { type EventKey, eventAt, openEventAt, recordEvent } from "../service.ts";
import type { SessionEntry } from "./schema.ts";

interface SessionKey extends EventKey {
  sessionId: number;
}

export async function addSession(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
  entry: SessionEntry,
): Promise<void> {
  await changeSessions(deps, author, key, {
    version: entry.version,
    work: async (one) => {
      const sessionIds = await insertSessions(one.trx, key.id, [fieldsOf(entry)]);
      return {
        action: "event.session-added",
        changes: { day: [null, entry.heldOn] },
        tell: (event) => tellIfAhead(one, event, sessionIds, [entry]),
      };
    },
  });
}

export async function editSession(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: SessionKey,
  entry: SessionEntry,
): Promise<void> {
  await changeSessions(deps, author, key, {
    version: entry.version,
    work: async (one, event) => {
      const before = await sessionAt(one, key);
      const after = fieldsOf(entry);
      await updateSession(one.trx, key.sessionId, after);
      const isTold = isSessionToldOtherwise(event, before, after);
      if (isTold) await raiseCalendarSequence(one.trx, { eventId: key.id, sessionId: before.id });
      return {
        action: "event.session-edited",
        changes: { day: [before.heldOn, after.heldOn], time: [timesOf(before), timesOf(after)] },
        ...(isTold
          ? { tell: (event) => tellIfAhead(one, event, [before.id], [before, after]) }
          : {}),
      };
    },
  });
}

/** Not one somebody has attended: those hours would lose what they were given for. */
export async function removeSession(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: SessionKey,
): Promise<void> {
  await changeSessions(deps, author, key, {
    work: async (one) => {
      const session = await sessionAt(one, key);
      if (await isSessionUsed(one.trx, session.id)) throw new Conflict("sessionHasAttendance");
      await deleteSession(one.trx, session.id);
      return {
        action: "event.session-removed",
        changes: { day: [session.heldOn, null] },
        tell: (event) => tellOfRemovedSession(one, event, session),
      };
    },
  });
}

interface SessionChange {
  version?: number;
  work(
    one: Change,
    event: EventRecord,
  ): Promise<{
    action: string;
    changes: Record<string, [unknown, unknown]>;
    /** Tells people of it, once the event stands as it will. */
    tell?: (event: EventRecord) => Promise<void>;
  }>;
}

async function changeSessions(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
  { version, work }: SessionChange,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before: EventRecord = await openEventAt(one, key, version ? { version } : undefined);
    const { action, changes, tell } = await work(one, before);
    await refreshEventDays(one.trx, key.id);
    if ((await touchEvent(one.trx, before)) === 0) throw new Conflict("changedMeanwhile");
    const after = await eventAt(one, key);
    recordEvent(one, after, action, changes);
    await keepEventFound(one, after);
    await tell?.(after);
    if (isMove(changes)) await tellOfMovedEvent(one, after, before);
    await inviteGuests(one, after);
    await refreshComputedIndicators(one.trx, key.projectId, ["events", "attendances"]);
  });
}

/** The changes of a session are of its day and time. */
function isMove(changes: Record<string, [unknown, unknown]>): boolean {
  return Object.values(changes).some(([from, to]) => from !== to);
}

/** What is over is changed in silence. */
async function tellIfAhead(
  one: Change,
  event: EventRecord,
  sessionIds: readonly number[],
  days: readonly { heldOn: string }[],
): Promise<void> {
  const today = pragueDay(one.at);
  if (days.some(({ heldOn }) => heldOn >= today)) await tellOfChange(one, event, sessionIds);
}

async function sessionAt({ trx }: Change, { id: eventId, sessionId }: SessionKey) {
  const session = await findSession(trx, { eventId, id: sessionId });
  if (!session) throw new NotFound("session");
  return session;
}

function fieldsOf(entry: SessionEntry): SessionFields {
  const { heldOn, startsAt, endsAt, form, place, topic } = entry;
  const length = minutesBetween(startsAt, endsAt);
  if (length <= 0) throw new InvalidInput({ endsAt: "endsBeforeItStarts" });
  const hourMinutes = hourOf(entry.hourMinutes);
  const proposed = proposedSupport({ startsAt, endsAt, hourMinutes }).minutes;
  const supportMinutes = entry.supportMinutes ?? proposed;
  if (supportMinutes > length) throw new InvalidInput({ supportMinutes: `atMost:${length}` });
  const placeFolded = place === null ? null : foldText(place);
  return { heldOn, startsAt, endsAt, hourMinutes, supportMinutes, form, place, placeFolded, topic };
}

function hourOf(typed: "45" | "60"): 45 | 60 {
  return typed === "45" ? 45 : 60;
}

function timesOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): string {
  return `${startsAt}–${endsAt}`;
}
