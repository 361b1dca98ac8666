import type { FieldChanges } from "../../../db/queries/audit-events.ts";
import { findEventKind } from "../../../db/queries/event-kinds.ts";
import { insertSessions, type SessionFields } from "../../../db/queries/event-sessions.ts";
import {
  type EventFields,
  type EventRecord,
  findEvent,
  insertEvent,
  refreshEventDays,
  updateEvent,
} from "../../../db/queries/events.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { foldText } from "../../values/fold.ts";
import { nobody, type Owner } from "../../values/owner.ts";
import { checkActivity } from "../activities/choices/service.ts";
import {
  inviteGuests,
  isToldOtherwise,
  tellOfChangedEvent,
} from "../event-messages/automatic/service.ts";
import { refreshComputedIndicators } from "../indicators/computing/service.ts";
import { tellCoordinator } from "../notifications/events/service.ts";
import { resolveOwner } from "../owners/service.ts";
import { keepLecturers } from "./lecturers/service.ts";
import { isOpen } from "./rules.ts";
import type { EditedEvent, EventEntry, NewEventEntry } from "./schema.ts";
import { keepEventFound } from "./search/service.ts";
import { sessionsTyped } from "./sessions/typed-rows.ts";

export interface EventKey {
  projectId: number;
  id: number;
}

/** @returns the id of the new event */
export async function createEvent(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  entry: NewEventEntry,
): Promise<number> {
  return change(deps, author, (one) => addEvent(one, projectId, entry, sessionsTyped(entry)));
}

/** The same within a change that has begun; for meetings of bodies and whatever else makes an event. */
export async function addEvent(
  one: Change,
  projectId: number,
  entry: EventEntry & { bodyId?: number | null },
  sessions: SessionFields[],
): Promise<number> {
  const fields = await fieldsOf(one, projectId, entry);
  const { bodyId = null } = entry;
  const id = await insertEvent(one.trx, { ...fields, projectId, bodyId, createdAt: one.at });
  await keepLecturers(one, { projectId, id }, entry);
  await insertSessions(one.trx, id, sessions);
  await refreshEventDays(one.trx, id);
  const event = await eventAt(one, { projectId, id });
  recordEvent(one, event, "event.created", { title: [null, event.title] });
  await keepEventFound(one, event);
  await tellCoordinator(one, event);
  return id;
}

/** @throws EditedMeanwhile when the form was opened on another version of the event */
export async function editEvent(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: EventKey,
  edit: { entry: EditedEvent; formOf: FormOf<EventRecord> },
): Promise<void> {
  const { entry, formOf } = edit;
  await change(deps, author, async (one) => {
    const before = await eventAt(one, key, { version: entry.version, formOf });
    if (before.state === "closed") throw new Conflict("eventClosed");
    const fields = await fieldsOf(one, key.projectId, entry, before);
    const updated = await updateEvent(one.trx, before, fields);
    if (updated === 0) throw await conflict(one, before, formOf);
    await keepLecturers(one, key, entry);
    const after = await eventAt(one, key);
    recordEvent(one, after, "event.edited", changedFields(told(before), told(after)), before);
    if (isToldOtherwise(before, after)) await tellOfChangedEvent(one, after);
    await inviteGuests(one, after);
    await tellCoordinator(one, after, before);
    await keepEventFound(one, after);
    await refreshComputedIndicators(one.trx, key.projectId, ["events", "attendances"]);
  });
}

/**
 * The event as it stands, for a change of it.
 * @throws EditedMeanwhile when a form was opened on another version
 */
export async function eventAt(
  one: Change,
  { projectId, id }: EventKey,
  opened?: { version: number; formOf?: FormOf<EventRecord> },
): Promise<EventRecord> {
  const event = await findEvent(one.trx, { projectId, eventId: id });
  if (!event) throw new NotFound("event");
  if (opened && opened.version !== event.version) throw await conflict(one, event, opened.formOf);
  return event;
}

/** The same, of one that is neither closed, cancelled nor archived. */
export async function openEventAt(
  one: Change,
  key: EventKey,
  opened?: { version: number; formOf?: FormOf<EventRecord> },
): Promise<EventRecord> {
  const event = await eventAt(one, key, opened);
  if (event.archivedAt !== null) throw new Conflict("archived");
  if (!isOpen(event)) throw new Conflict("eventClosed");
  return event;
}

/** The history of a confidential event, before or after the change, tells fields only, never what stands there. */
export function recordEvent(
  one: Change,
  event: EventRecord,
  action: string,
  changes: FieldChanges = {},
  before: EventRecord = event,
): void {
  const isTold = !event.isConfidential && !before.isConfidential;
  const silent: FieldChanges = {};
  for (const name of Object.keys(changes)) silent[name] = [null, null];
  one.record({
    action,
    objectType: "event",
    objectId: event.id,
    projectId: event.projectId,
    changes: isTold ? changes : silent,
  });
}

function conflict(one: Change, current: EventRecord, formOf: FormOf<EventRecord> = () => ({})) {
  const { id: objectId, version } = current;
  const values = formOf(current);
  return editedMeanwhile(one.trx, { objectType: "event", objectId, version, values });
}

async function fieldsOf(
  one: Change,
  projectId: number,
  entry: EventEntry,
  current?: EventRecord,
): Promise<EventFields> {
  await checkKind(one, entry.kindId, current?.kindId ?? null);
  await checkActivity(one, projectId, entry.activityId, current?.activityId ?? null);
  const owner = await resolveOwner(one, projectId, entry, current ?? nobody);
  checkCoordinator(entry, owner);
  const { kindId, title, activityId, goal, accreditationNumber, place, onlineUrl, capacity } =
    entry;
  const { language, plannedCostsHalere, countsAsSupport, isConfidential, closing, supportCode } =
    entry;
  return {
    ...{ kindId, title, activityId, goal, accreditationNumber, place, onlineUrl, capacity },
    ...{ language, plannedCostsHalere, countsAsSupport, isConfidential, closing, supportCode },
    ...{ ownerUserId: owner.ownerUserId, ownerContactId: owner.ownerContactId },
    placeFolded: place === null ? null : foldText(place),
  };
}

/** A confidential event nobody with an account answers for could be read by nobody at all. */
function checkCoordinator(entry: EventEntry, owner: Owner): void {
  if (entry.isConfidential && owner.ownerUserId === null)
    throw new InvalidInput({ owner: "confidentialNeedsCoordinator" });
}

async function checkKind({ trx, at }: Change, kindId: number, current: number | null) {
  if (kindId === current) return;
  const kind = await findEventKind(trx, kindId);
  const today = at.slice(0, 10);
  if (!kind || (kind.validTo !== null && kind.validTo < today))
    throw new InvalidInput({ kindId: "unknownChoice" });
}

/** What the history says about an event. */
function told(event: EventRecord) {
  const { title, goal, place, onlineUrl, capacity, language, accreditationNumber } = event;
  const { plannedCostsHalere, countsAsSupport, isConfidential, closing, supportCode } = event;
  return {
    kind: event.kindLabelCs,
    activity: event.activityTitle,
    owner: event.ownerName,
    ...{ title, goal, place, onlineUrl, capacity, language, accreditationNumber },
    ...{ plannedCostsHalere, countsAsSupport, isConfidential, closing, supportCode },
  };
}
