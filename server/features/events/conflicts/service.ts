import type { Database } from "../../../../db/connection.ts";
import {
  type Clash,
  type ClashingPerson,
  type ConflictScope,
  listClashes,
  listClashingPeople,
  listCrowdedDays,
  listDoubleClaims,
  listPlannedSessions,
  type PlannedSession,
} from "../../../../db/queries/event-conflicts.ts";
import { groupedBy } from "../../../values/grouped.ts";
import { nameInList } from "../../participants/words.ts";
import { conflictsOf, type DayConflict, MOST_MINUTES_A_DAY } from "./rules.ts";

interface Named {
  eventId: number;
  title: string;
  isConfidential: boolean;
  ownerUserId: number | null;
}

/** One thing to look at; nothing of it forbids anything. */
export type Conflict = Named & {
  heldOn: string | null;
  startsAt: string | null;
} & (
    | { kind: DayConflict }
    | { kind: "clash"; clash: Clash }
    | { kind: "crowded-day"; persons: number }
    | { kind: "double-claim"; supportCode: string }
  );

/** Names of those who are to be at two places, by the clash they are behind. */
export async function listNamesOfClashes(
  db: Database,
  scope: ConflictScope,
  viewerId: number | null,
): Promise<{ namesOf: (clash: Clash) => string[]; personCount: number }> {
  const people = await listClashingPeople(db, scope, viewerId);
  const byClash = groupedBy(people, placeOf);
  return {
    namesOf: (clash) => [...new Set((byClash.get(placeOf(clash)) ?? []).map(nameInList))],
    personCount: new Set(people.map(({ participantId }) => participantId)).size,
  };
}

function placeOf(
  clash: Omit<ClashingPerson, "participantId" | keyof Parameters<typeof nameInList>[0]>,
) {
  return [clash.eventId, clash.otherEventId, clash.heldOn, clash.startsAt].join(" ");
}

interface Dates {
  startsOn: string;
  endsOn: string;
}

/** What collides, in the order of days: four queries whatever there is. */
export async function findConflicts(
  db: Database,
  scope: ConflictScope,
  project: Dates,
): Promise<Conflict[]> {
  const [sessions, clashes, crowded, claims] = await Promise.all([
    listPlannedSessions(db, scope),
    listClashes(db, scope),
    listCrowdedDays(db, scope, MOST_MINUTES_A_DAY),
    listDoubleClaims(db, scope),
  ]);
  const byEvent = groupedBy(sessions, ({ eventId }) => eventId);
  const conflicts: Conflict[] = sessions.flatMap((session) =>
    conflictsOf(session, byEvent.get(session.eventId) ?? [], project).map((kind) => ({
      ...named(session),
      kind,
      heldOn: session.heldOn,
      startsAt: session.startsAt,
    })),
  );
  for (const clash of clashes) {
    const { heldOn, startsAt } = clash;
    conflicts.push({ ...named(clash), kind: "clash", clash, heldOn, startsAt });
  }
  for (const { eventId, heldOn, persons } of crowded) {
    const name = namedAt(byEvent, eventId);
    if (name) conflicts.push({ ...name, kind: "crowded-day", persons, heldOn, startsAt: null });
  }
  for (const { eventId, supportCode } of claims) {
    const name = namedAt(byEvent, eventId);
    if (name)
      conflicts.push({ ...name, kind: "double-claim", supportCode, heldOn: null, startsAt: null });
  }
  return conflicts.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b), "en"));
}

function named({ eventId, title, isConfidential, ownerUserId }: Named): Named {
  return { eventId, title, isConfidential, ownerUserId };
}

function namedAt(byEvent: Map<number, PlannedSession[]>, eventId: number): Named | undefined {
  const session = byEvent.get(eventId)?.[0];
  return session && named(session);
}

function keyOf({ heldOn, startsAt }: Conflict): string {
  return `${heldOn ?? "9999"} ${startsAt ?? ""}`;
}
