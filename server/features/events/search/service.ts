import type { EventRecord } from "../../../../db/queries/events.ts";
import type { Change } from "../../../change.ts";
import { dropFromSearch, indexForSearch } from "../../searches/service.ts";

/** Puts the event where the search finds it; one that is confidential or archived is found by nobody. */
export async function keepEventFound({ trx }: Change, event: EventRecord): Promise<void> {
  const { id: objectId, projectId, title, startsOn: datedOn } = event;
  if (event.isConfidential || event.archivedAt !== null)
    return dropFromSearch(trx, { objectType: "event", objectId });
  const body = [event.goal, event.place, event.accreditationNumber];
  await indexForSearch(trx, {
    objectType: "event",
    objectId,
    projectId,
    datedOn,
    title,
    body: body.filter(Boolean).join("\n"),
  });
}
