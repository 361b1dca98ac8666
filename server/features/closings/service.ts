import type { Database } from "../../../db/connection.ts";
import {
  type AttendedSession,
  type EventToClose,
  hasAttendanceSheet,
  listAttendedSessions,
  listSessionCoverage,
  lockEventToClose,
  type SessionCoverage,
  updateEventClosed,
} from "../../../db/queries/event-closings.ts";
import { findEvent } from "../../../db/queries/events.ts";
import { listStandingPostings } from "../../../db/queries/support-postings.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { thankPeople } from "../event-messages/thanks/service.ts";
import { isOpen } from "../events/rules.ts";
import { refreshComputedIndicators } from "../indicators/computing/service.ts";
import { joinProject } from "../participants/service.ts";
import { type NewPosting, postSupport } from "../support/service.ts";
import { type ClosingEntry, closingProblems } from "./rules.ts";

type Writing = Pick<Deps, "db" | "clock">;

export interface ClosingBoard {
  coverage: SessionCoverage[];
  hasSheet: boolean;
}

/** What the form of closing shows; two queries. */
export async function loadClosingBoard(
  { db }: { db: Database },
  eventId: number,
): Promise<ClosingBoard> {
  const [coverage, hasSheet] = await Promise.all([
    listSessionCoverage(db, eventId),
    hasAttendanceSheet(db, eventId),
  ]);
  return { coverage, hasSheet };
}

/**
 * Closes the event and posts the hours of whoever attended. An event closed again posts only what differs
 * from before, so that the ledger says the same as if it had been closed once.
 */
export async function closeEvent(
  deps: Writing,
  author: Author,
  eventId: number,
  entry: ClosingEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx, at, by } = one;
    const event = await lockEventToClose(trx, eventId);
    if (!isOpen(event)) throw new Conflict("eventOver");
    const board = await loadClosingBoard({ db: trx }, eventId);
    const problems = closingProblems(entry, { event, ...board, today: pragueDay(at) });
    if (Object.keys(problems).length > 0) throw new InvalidInput(problems);
    await postHours(one, event, board.coverage);
    const counts = event.closing === "head-count";
    const heads = {
      headCount: counts ? entry.headCount : null,
      headCountWomen: counts ? entry.headCountWomen : null,
    };
    await updateEventClosed(trx, event, { state: "closed", closedAt: at, closedBy: by, ...heads });
    await refreshComputedIndicators(trx, event.projectId, ["events"]);
    recordClosing(one, event, "event.closed", { ...heads, sheetReason: entry.sheetReason });
    const closed = await findEvent(trx, { projectId: event.projectId, eventId });
    if (closed) await thankPeople(one, closed);
  });
}

/** Opens the event again; its hours stay in the ledger until it is closed the next time. */
export async function reopenEvent(
  deps: Writing,
  author: Author,
  eventId: number,
  reason: string,
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await lockEventToClose(one.trx, eventId);
    if (event.state !== "closed") throw new Conflict("eventNotClosed");
    const opened = { state: "held", closedAt: null, closedBy: null } as const;
    await updateEventClosed(one.trx, event, { ...opened, headCount: null, headCountWomen: null });
    await refreshComputedIndicators(one.trx, event.projectId, ["events"]);
    recordClosing(one, event, "event.reopened", { reason });
  });
}

async function postHours(
  one: Change,
  event: EventToClose,
  coverage: readonly SessionCoverage[],
): Promise<void> {
  const { trx, at, by: userId } = one;
  const sessionIds = coverage.map(({ id }) => id);
  const postings = await postingsOf(one, event);
  const wanted = new Set(postings.map(placeOf));
  const standing = await listStandingPostings(trx, { sessionIds, internshipDayIds: [] });
  const gone = standing
    .filter((posting) => !wanted.has(placeOf(posting)))
    .map((posting) => ({ ...posting, minutes: 0 }));
  await postSupport(trx, [...postings, ...gone], { at, userId });
}

async function postingsOf(one: Change, event: EventToClose): Promise<NewPosting[]> {
  if (!event.countsAsSupport || event.closing === "head-count") return [];
  const { id: eventId, projectId, supportCode } = event;
  const attended = await listAttendedSessions(one.trx, { projectId, eventId });
  const participations = await participationsOf(one, projectId, attended);
  return attended.map(({ participantId, sessionId, form, minutes, heldOn }) => ({
    participationId: participations.get(participantId) as number,
    sessionId,
    form,
    minutes,
    validOn: heldOn,
    supportCode,
  }));
}

/** Of everybody who attended; whoever was brought in past the attendance page joins the project here. */
async function participationsOf(
  { trx, at, by: userId }: Change,
  projectId: number,
  attended: readonly AttendedSession[],
): Promise<Map<number, number>> {
  const participations = new Map<number, number>();
  for (const { participantId, participationId, heldOn: enteredOn } of attended) {
    if (participations.has(participantId)) continue;
    const entry = { participantId, projectId, enteredOn };
    const id = participationId ?? (await joinProject(trx, entry, { at, userId }));
    participations.set(participantId, id);
  }
  return participations;
}

function placeOf(posting: { participationId: number; sessionId?: number | null }): string {
  return `${posting.participationId}:${posting.sessionId}`;
}

function recordClosing(
  { record }: Change,
  event: EventToClose,
  action: string,
  told: Record<string, string | number | null>,
): void {
  const changes = Object.entries(told)
    .filter(([, value]) => value !== null)
    .map(([field, value]) => [field, [null, value] as const]);
  record({
    action,
    objectType: "event",
    objectId: event.id,
    projectId: event.projectId,
    changes: Object.fromEntries(changes),
  });
}
