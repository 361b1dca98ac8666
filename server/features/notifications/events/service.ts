import type { EventRecord } from "../../../../db/queries/events.ts";
import type { Change } from "../../../change.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import type { NewsKind } from "../../../values/news.ts";
import { guestsWithoutLetter } from "../../event-messages/automatic/service.ts";
import { tellOwner } from "../owners/service.ts";
import { notify } from "../service.ts";

/** Tells the coordinator that the event is theirs now. */
export function tellCoordinator(
  one: Change,
  event: EventRecord,
  before?: EventRecord,
): Promise<void> {
  const { projectId, id: objectId } = event;
  return tellOwner(
    one,
    { projectId, objectType: "event", objectId },
    ownerOf(event),
    before && ownerOf(before),
  );
}

// Days of an event are told of by their own news.
function ownerOf({ ownerUserId }: EventRecord) {
  return { ownerUserId };
}

/** Tells those who count on the event that its days or hours are other ones; of what is over, nobody. */
export async function tellOfMovedEvent(
  one: Change,
  event: EventRecord,
  before: EventRecord,
): Promise<void> {
  const today = pragueDay(one.at);
  const last = [before.endsOn, event.endsOn]
    .filter((day) => day !== null)
    .sort()
    .at(-1);
  if (before.startsOn === null || last === undefined || last < today) return;
  await tell(one, event, { kind: "event-moved", letter: "change", from: before.startsOn });
}

export async function tellOfCancellation(one: Change, event: EventRecord): Promise<void> {
  if (event.endsOn !== null && event.endsOn < pragueDay(one.at)) return;
  await tell(one, event, { kind: "event-cancelled", letter: "cancelled", from: event.startsOn });
}

interface Occasion {
  kind: NewsKind;
  letter: "change" | "cancelled";
  from: string | null;
}

/** The coordinator; guests with an account as well where no letter of the event itself goes to them. */
async function tell(one: Change, event: EventRecord, occasion: Occasion): Promise<void> {
  const { kind, letter, from } = occasion;
  const guests = await guestsWithoutLetter(one, event, letter);
  const { id: objectId, projectId } = event;
  await notify(one, {
    ...{ kind, projectId, objectType: "event", objectId, pageId: objectId, params: { from } },
    recipientUserIds: [event.ownerUserId, ...guests.map(({ userId }) => userId)],
  });
}
