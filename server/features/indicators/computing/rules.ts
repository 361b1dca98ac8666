import type {
  AttendedEvent,
  EventHeld,
  ExitInForce,
  OutputState,
} from "../../../../db/queries/counted-facts.ts";
import type { SupportedPerson } from "../../../../db/queries/supported-persons.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";

export const computations = [
  "persons-over-threshold",
  "persons-under-threshold",
  "persons-supported",
  "persons-from-ukraine",
  "exits-in-education",
  "exits-with-qualification",
  "exits-with-purpose-met",
  "documents-published",
  "positions-filled",
  "events-held",
  "attendances",
] as const;
export type Computation = (typeof computations)[number];

/** What figures are made of; each kind is read in one statement, and only when something is made of it. */
export type Source = "support" | "exits" | "outputs" | "events" | "attendances";

export const sourcesOf: Record<Computation, readonly Source[]> = {
  "persons-over-threshold": ["support"],
  "persons-under-threshold": ["support"],
  "persons-supported": ["support"],
  "persons-from-ukraine": ["support"],
  "exits-in-education": ["exits"],
  "exits-with-qualification": ["exits"],
  "exits-with-purpose-met": ["exits"],
  "documents-published": ["outputs"],
  "positions-filled": ["outputs"],
  "events-held": ["events"],
  attendances: ["attendances", "events"],
};

/** Whether each of its facts is one person: only these can be broken down. */
export function countsPersons(computation: Computation): boolean {
  return /^(persons|exits)-/.test(computation);
}

/** What is known of one project at a moment. */
export interface Evidence {
  persons: readonly SupportedPerson[];
  exits: readonly ExitInForce[];
  outputs: readonly OutputState[];
  events: readonly EventHeld[];
  attendances: readonly AttendedEvent[];
}

export const NO_EVIDENCE: Evidence = {
  persons: [],
  exits: [],
  outputs: [],
  events: [],
  attendances: [],
};

/** One thing that a figure counts, from a day on and perhaps until another. */
export interface CountedFact {
  /** A person by their participation; an attendance and heads counted at once by their event. */
  type: "person" | "output" | "event" | "attendance" | "heads";
  id: number;
  /** Of an attendance: whose it was. */
  participantId: number | null;
  since: CalendarDate;
  /** The first day on which it does not count any more. */
  until: CalendarDate | null;
  count: number;
}

/**
 * The facts that a figure is made of. Of an indicator of key activities only their outputs, events and
 * attendances count; persons and exits belong to the whole project.
 */
export function factsOf(
  computation: Computation,
  evidence: Evidence,
  activityIds: readonly number[] | null = null,
): CountedFact[] {
  const isOwn = ({ activityId }: { activityId: number | null }) =>
    activityIds === null || (activityId !== null && activityIds.includes(activityId));
  return COUNTING[computation]({
    ...evidence,
    outputs: evidence.outputs.filter(isOwn),
    events: evidence.events.filter(isOwn),
    attendances: evidence.attendances.filter(isOwn),
  });
}

/** Facts that count on a day. */
export function standingOn(facts: readonly CountedFact[], on: CalendarDate): CountedFact[] {
  return facts.filter(({ since, until }) => since <= on && (until === null || until > on));
}

export function countOf(facts: readonly CountedFact[]): number {
  return facts.reduce((sum, { count }) => sum + count, 0);
}

/** What was added on each day, taken away where facts ceased to count: the same as values entered by hand. */
export function changesByDay(
  facts: readonly CountedFact[],
): { on: CalendarDate; change: number }[] {
  const byDay = new Map<CalendarDate, number>();
  const add = (on: CalendarDate, change: number) => byDay.set(on, (byDay.get(on) ?? 0) + change);
  for (const { since, until, count } of facts) {
    add(since, count);
    if (until !== null) add(until, -count);
  }
  return [...byDay]
    .map(([on, change]) => ({ on, change }))
    .filter(({ change }) => change !== 0)
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

const COUNTING: Record<Computation, (evidence: Evidence) => CountedFact[]> = {
  // Counted from the day of the threshold, if the record is complete as of the instant (MODEL 7).
  "persons-over-threshold": ({ persons }) =>
    persons.flatMap((person) =>
      person.crossedOn !== null && person.isComplete ? [personFact(person, person.crossedOn)] : [],
    ),
  // Whoever crosses the threshold leaves on that day, complete or not.
  "persons-under-threshold": ({ persons }) =>
    persons
      .filter(({ isRegistered, firstOn, crossedOn }) => isRegistered && firstOn !== crossedOn)
      .map((person) => ({ ...personFact(person, person.firstOn), until: person.crossedOn })),
  "persons-supported": ({ persons }) => persons.map((one) => personFact(one, one.firstOn)),
  "persons-from-ukraine": ({ persons }) =>
    persons.filter(({ isFromUkraine }) => isFromUkraine).map((one) => personFact(one, one.firstOn)),
  "exits-in-education": ({ exits }) => exitFacts(exits, "SPVZD"),
  "exits-with-qualification": ({ exits }) => exitFacts(exits, "SPUKV"),
  "exits-with-purpose-met": ({ exits }) => exitFacts(exits, "SPUINU"),
  "documents-published": ({ outputs }) => outputFacts(outputs, "document"),
  "positions-filled": ({ outputs }) => outputFacts(outputs, "position"),
  "events-held": ({ events }) => events.map((event) => eventFact("event", event, 1)),
  attendances: ({ attendances, events }) => [
    ...attendances.map((one) => ({
      type: "attendance" as const,
      id: one.eventId,
      participantId: one.participantId,
      since: one.attendedOn,
      until: null,
      count: 1,
    })),
    ...events.flatMap((event) =>
      event.headCount ? [eventFact("heads", event, event.headCount)] : [],
    ),
  ],
};

function personFact({ participationId }: { participationId: number }, since: CalendarDate) {
  const none = { participantId: null, until: null };
  return { type: "person" as const, id: participationId, ...none, since, count: 1 };
}

function eventFact(type: "event" | "heads", { id, heldOn }: EventHeld, count: number): CountedFact {
  return { type, id, participantId: null, since: heldOn, until: null, count };
}

/** The latest exit that stands holds: whoever left again with another result counts for that one. */
function exitFacts(exits: readonly ExitInForce[], code: string): CountedFact[] {
  const byPerson = groupedBy(exits, ({ participationId }) => participationId);
  return [...byPerson].flatMap(([participationId, own]) => {
    const turns = own.map(({ validOn, isWithdrawn, codes }) => ({
      on: validOn,
      holds: !isWithdrawn && exitCodes(codes).includes(code),
    }));
    return spansOf(turns).map((span) => ({
      ...personFact({ participationId }, span.since),
      ...span,
    }));
  });
}

export function exitCodes(codes: string): string[] {
  return codes.split(/[|,;\s]+/).filter((code) => code !== "");
}

/** An output counts from the day it was done on, until it was opened again. */
function outputFacts(outputs: readonly OutputState[], kind: string): CountedFact[] {
  const ofKind = outputs.filter(({ outputKind }) => outputKind === kind);
  const byOutput = groupedBy(ofKind, ({ milestoneId }) => milestoneId);
  return [...byOutput].flatMap(([id, told]) =>
    spansOf(toldByDay(told)).map((span) => ({
      ...{ type: "output" as const, id, participantId: null, count: 1 },
      ...span,
    })),
  );
}

/** On each day holds what was told last of those states that were true by it. */
function toldByDay(told: readonly OutputState[]) {
  const days = [...new Set(told.map(({ validOn }) => validOn))].sort();
  return days.map((on) => {
    const last = told.filter(({ validOn }) => validOn <= on).at(-1);
    return { on, holds: last?.state === "done" };
  });
}

/** Spans of days in which something held, of turns in the order of days. */
function spansOf(turns: readonly { on: CalendarDate; holds: boolean }[]) {
  const spans: { since: CalendarDate; until: CalendarDate | null }[] = [];
  for (const { on, holds } of turns) {
    const last = spans.at(-1);
    const isOpen = last !== undefined && last.until === null;
    if (holds && !isOpen) spans.push({ since: on, until: null });
    if (!holds && isOpen) last.until = on;
  }
  return spans.filter(({ since, until }) => since !== until);
}
