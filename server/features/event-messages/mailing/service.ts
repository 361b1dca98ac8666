import { findEventMailing, updateSendsMails } from "../../../../db/queries/event-mailing.ts";
import { findEvent } from "../../../../db/queries/events.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, NotFound } from "../../../errors.ts";
import { inviteGuests } from "../automatic/service.ts";

/** Lets the system write about the event by itself, or not; what waits to leave then does not. */
export async function switchMailing(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; eventId: number },
  sendsMails: boolean,
): Promise<void> {
  await change(deps, author, async (one) => {
    const event = await findEvent(one.trx, key);
    const mailing = event && (await findEventMailing(one.trx, event.id));
    if (!mailing) throw new NotFound("event");
    if (event.archivedAt !== null) throw new Conflict("archived");
    if (mailing.sendsMails === sendsMails) return;
    await updateSendsMails(one.trx, event.id, sendsMails);
    one.record({
      action: "event-message.switched",
      objectType: "event",
      objectId: event.id,
      projectId: event.projectId,
      changes: { sendsMails: [mailing.sendsMails, sendsMails] },
    });
    if (sendsMails) await inviteGuests(one, event);
  });
}
