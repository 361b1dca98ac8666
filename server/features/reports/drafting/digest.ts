import type { ReportedEntry, ReportedMilestone } from "../../../../db/queries/report-drafts.ts";
import type { ReportedEvent, ReportedInternship } from "../../../../db/queries/report-occasions.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { groupedBy } from "../../../values/grouped.ts";
import type { Told } from "./figures.ts";
import type { Material } from "./material.ts";
import { eventsHeld, type KeyActivity, keyActivities, notTold } from "./rules.ts";

/** An event that took place, with its people and hours as numbers. */
export interface HeldEvent extends ReportedEvent {
  keyId: number | null;
  persons: number;
  women: number;
  minutes: number;
  electronicMinutes: number;
  /** Told of days before the period. */
  isLate: boolean;
}

export interface GivenInternship extends ReportedInternship {
  keyId: number | null;
  minutes: number;
  isLate: boolean;
}

export interface DoneMilestone extends ReportedMilestone {
  keyId: number | null;
  doneOn: string;
  isLate: boolean;
}

/** An entry belongs to every key activity it speaks of; to none where it speaks of the whole project. */
export interface ToldEntry extends ReportedEntry {
  keyIds: number[];
  activityIds: number[];
  isLate: boolean;
}

/** What the material tells, sorted: what took place, what was done, to which key activity it belongs. */
export interface Digest {
  keys: KeyActivity[];
  keyOf: (activityId: number | null) => number | null;
  letterOf: (activityId: number | null) => string | null;
  entries: ToldEntry[];
  held: HeldEvent[];
  internships: GivenInternship[];
  done: DoneMilestone[];
}

export function digestOf(material: Material): Digest {
  const { list, keyOf, letterOf } = keyActivities(material.activities);
  const told = material.previous?.figures?.told ?? null;
  return {
    keys: list,
    keyOf,
    letterOf,
    entries: entriesOf(material, keyOf, told),
    held: heldOf(material, keyOf, told),
    internships: internshipsOf(material, keyOf, told),
    done: doneOf(material, keyOf, told),
  };
}

type KeyOf = Digest["keyOf"];

function entriesOf(material: Material, keyOf: KeyOf, told: Told | null): ToldEntry[] {
  const links = groupedBy(material.entryActivities, ({ entryId }) => entryId);
  return notTold(material.entries, ({ on }) => on, material.span, told?.entries ?? []).map(
    (entry) => {
      const activityIds = (links.get(entry.id) ?? []).map(({ activityId }) => activityId);
      const keyIds = [...new Set(activityIds.flatMap((id) => keyOf(id) ?? []))];
      return { ...entry, keyIds, activityIds, isLate: entry.on < material.span.from };
    },
  );
}

function heldOf(material: Material, keyOf: KeyOf, told: Told | null): HeldEvent[] {
  const people = groupedBy(material.attendees, ({ eventId }) => eventId);
  const hours = groupedBy(material.support, ({ eventId }) => eventId);
  return eventsHeld(material.events, material.span, told).map((event) => {
    const came = people.get(event.id) ?? [];
    const given = hours.get(event.id) ?? [];
    return {
      ...event,
      keyId: keyOf(event.activityId),
      persons: event.headCount ?? came.length,
      women: event.headCountWomen ?? came.filter(({ isWoman }) => isWoman).length,
      minutes: sum(given.map(({ minutes }) => minutes)),
      electronicMinutes: sum(given.map(({ electronicMinutes }) => electronicMinutes)),
      isLate: event.endsOn < material.span.from,
    };
  });
}

const BEGUN = new Set(["running", "finished", "report-accepted"]);

/** Internships that began by the end of the span: their hours are those of its days. */
function internshipsOf(material: Material, keyOf: KeyOf, told: Told | null): GivenInternship[] {
  const { span } = material;
  const hours = groupedBy(material.support, ({ internshipId }) => internshipId);
  const begun = material.internships.filter(
    ({ state, startsOn }) => BEGUN.has(state) && startsOn <= span.to,
  );
  return notTold(begun, ({ endsOn }) => endsOn, span, told?.internships ?? []).map((one) => ({
    ...one,
    keyId: keyOf(one.activityId),
    minutes: sum((hours.get(one.id) ?? []).map(({ minutes }) => minutes)),
    isLate: one.endsOn < span.from,
  }));
}

function doneOf(material: Material, keyOf: KeyOf, told: Told | null): DoneMilestone[] {
  const { from, to, after } = material.span;
  const known = new Set(told?.milestones ?? []);
  return material.milestones.flatMap((milestone) => {
    const { doneOn, doneAt, activityId } = milestone;
    if (doneOn === null || doneOn > to) return [];
    const isLate = doneOn < from;
    const isNews = after !== null && (doneAt ?? "") > after && !known.has(milestone.id);
    if (isLate && !isNews) return [];
    return [{ ...milestone, doneOn, keyId: keyOf(activityId), isLate }];
  });
}

/** The Prague day of an instant, for moves and shifts that are told by when they were written. */
export const dayOf = pragueDay;

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
