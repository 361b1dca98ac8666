import type { Clash } from "../../../../db/queries/event-conflicts.ts";
import { paths } from "../../../paths.ts";
import { titleFor } from "../rules.ts";
import { timeText, type Wording } from "../words.ts";
import type { Conflict } from "./service.ts";

export interface ConflictReader {
  projectId: number;
  viewerId: number | null;
  /** Given to whoever may read personal data. */
  namesOf?: (clash: Clash) => string[];
}

/** Conflicts as `views/events/_conflicts.ejs` prints them. */
export function presentConflicts(conflicts: Conflict[], wording: Wording, reader: ConflictReader) {
  const { texts, formats } = wording;
  return conflicts.map((conflict) => ({
    day: conflict.heldOn === null ? "" : formats.date(conflict.heldOn),
    weekday: conflict.heldOn === null ? "" : formats.shortWeekday(conflict.heldOn),
    time: conflict.startsAt === null ? "" : timeText(conflict.startsAt, formats),
    title: titleFor(conflict, reader.viewerId, texts),
    href: paths.event(reader.projectId, conflict.eventId),
    text: textOf(conflict, wording, reader),
    other: conflict.kind === "clash" ? otherOf(conflict.clash, wording, reader) : null,
  }));
}

function textOf(conflict: Conflict, { texts }: Wording, reader: ConflictReader): string {
  const { conflicts } = texts.events;
  if (conflict.kind === "crowded-day") return conflicts.crowdedDay(conflict.persons);
  if (conflict.kind === "double-claim") return conflicts.doubleClaim(conflict.supportCode);
  if (conflict.kind === "clash") return clashText(conflict.clash, texts, reader);
  return conflicts.ofDay[conflict.kind];
}

/** Who and where is told only of what the reader may see inside. */
function clashText(clash: Clash, { events }: Wording["texts"], reader: ConflictReader) {
  const { conflicts } = events;
  const { viewerId, namesOf } = reader;
  if (clash.kind === "participant") {
    const names = namesOf?.(clash) ?? [];
    return [conflicts.participants(clash.count), names.join(", ")].filter(Boolean).join(": ");
  }
  const isHidden = clash.isConfidential && clash.ownerUserId !== viewerId;
  return isHidden ? conflicts[clash.kind] : `${conflicts[clash.kind]}: ${clash.what}`;
}

/** The other event by its title; of another project only that there is one. */
function otherOf(clash: Clash, { texts }: Wording, { projectId, viewerId }: ConflictReader) {
  if (clash.otherProjectId !== projectId)
    return { title: texts.events.conflicts.otherProject, href: null };
  const other = {
    title: clash.otherTitle,
    isConfidential: clash.otherIsConfidential,
    ownerUserId: clash.otherOwnerUserId,
  };
  return {
    title: titleFor(other, viewerId, texts),
    href: paths.event(projectId, clash.otherEventId),
  };
}
