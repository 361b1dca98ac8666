import { updateEventArchived, updateEventState } from "../../../../db/queries/events.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { canBeRestored } from "../../activities/rules.ts";
import {
  inviteGuests,
  tellOfCancelledEvent,
  tellOfChangedEvent,
} from "../../event-messages/automatic/service.ts";
import { refreshComputedIndicators } from "../../indicators/computing/service.ts";
import { tellOfCancellation } from "../../notifications/events/service.ts";
import { type Step, stateAfter } from "../rules.ts";
import { keepEventFound } from "../search/service.ts";
import { type EventKey, eventAt, openEventAt, recordEvent } from "../service.ts";

/** What indicators count of events. */
const OF_EVENTS = ["events", "attendances"] as const;

/** Confirms, notes that it was held, or takes the event back to what is only planned. */
export async function takeStep(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
  step: Step,
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await eventAt(one, key);
    if (event.archivedAt !== null) throw new Conflict("archived");
    const state = stateAfter(step, event, pragueDay(one.at));
    if (state === undefined) throw new Conflict("stepNotPossible");
    const updated = await updateEventState(one.trx, event, { state, cancelledReason: null });
    if (updated === 0) throw new Conflict("changedMeanwhile");
    recordEvent(one, event, `event.${step}`, { state: [event.state, state] });
    const after = await eventAt(one, key);
    if (event.state === "cancelled") await tellOfChangedEvent(one, after);
    await inviteGuests(one, after);
    await refreshComputedIndicators(one.trx, key.projectId, OF_EVENTS);
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the event */
export async function cancelEvent(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
  entry: { version: number; reason: string },
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await openEventAt(one, key, { version: entry.version });
    const cancelled = { state: "cancelled", cancelledReason: entry.reason } as const;
    const updated = await updateEventState(one.trx, event, cancelled);
    if (updated === 0) throw new Conflict("changedMeanwhile");
    recordEvent(one, event, "event.cancelled", {
      state: [event.state, "cancelled"],
      reason: [null, entry.reason],
    });
    const after = await eventAt(one, key);
    await tellOfCancelledEvent(one, after, event);
    await tellOfCancellation(one, after);
    await refreshComputedIndicators(one.trx, key.projectId, OF_EVENTS);
  });
}

export async function archiveEvent(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await eventAt(one, key);
    if (event.archivedAt !== null) return;
    // Hours that were posted stay counted, so what they come from stays in sight.
    if (event.state === "closed") throw new Conflict("eventClosed");
    await updateEventArchived(one.trx, event, one.at);
    const after = await eventAt(one, key);
    recordEvent(one, after, "event.archived");
    await keepEventFound(one, after);
    await refreshComputedIndicators(one.trx, key.projectId, OF_EVENTS);
  });
}

export async function restoreEvent(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await eventAt(one, key);
    if (event.archivedAt === null) return;
    if (!canBeRestored(event.archivedAt, pragueDay(one.at))) throw new Conflict("archivedTooLong");
    await updateEventArchived(one.trx, event, null);
    const after = await eventAt(one, key);
    recordEvent(one, after, "event.restored");
    await keepEventFound(one, after);
    await refreshComputedIndicators(one.trx, key.projectId, OF_EVENTS);
  });
}
