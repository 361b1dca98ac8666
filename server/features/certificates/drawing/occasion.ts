import { findCertifiedProject } from "../../../../db/queries/certificate-files.ts";
import { listLecturers } from "../../../../db/queries/event-people.ts";
import { listSessions } from "../../../../db/queries/event-sessions.ts";
import { findEvent } from "../../../../db/queries/events.ts";
import type { Deps } from "../../../deps.ts";
import { NotFound } from "../../../errors.ts";
import { findAppearance } from "../../appearance/service.ts";
import type { EventKey } from "../service.ts";
import type { Occasion } from "./paper.ts";

/** What all certificates of an event have in common. */
export async function occasionOf(
  deps: Pick<Deps, "db" | "clock">,
  { projectId, eventId }: EventKey,
): Promise<Occasion> {
  const { db } = deps;
  const event = await findEvent(db, { projectId, eventId });
  const project = await findCertifiedProject(db, projectId);
  if (!event || !project) throw new NotFound("event");
  return {
    event,
    project,
    sessions: await listSessions(db, eventId),
    lecturers: await listLecturers(db, eventId),
    authority: (await findAppearance(deps)).name,
  };
}
