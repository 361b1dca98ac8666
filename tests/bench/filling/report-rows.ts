import { addDays, type CalendarDate } from "../../../server/values/calendar-date.ts";
import { czechSortKey, foldText } from "../../../server/values/fold.ts";
import { entryText, numbersFrom, sentence } from "./vocabulary.ts";

/** A half-year of a project that has so many entries, ten times as many attendances. */
export interface BusyHalfYear {
  entries: number;
  projectId: number;
  activityIds: readonly number[];
  from: CalendarDate;
  at: string;
}

export const ATTENDANCES_PER_ENTRY = 10;
const PEOPLE_AT_EVENT = 50;
const SESSION_MINUTES = 240;
const DAYS = 181;
const TRAINING = 1;
/** Far above what the other fillings number, so that none is taken. */
const FIRST = 5_000_000;

export function busyRows(half: BusyHalfYear): Record<string, object[]> {
  const events = Math.ceil((half.entries * ATTENDANCES_PER_ENTRY) / PEOPLE_AT_EVENT);
  const random = numbersFrom(half.entries);
  const dayOf = (place: number, of: number) =>
    addDays(half.from, Math.floor((place * DAYS) / Math.max(1, of)));
  const activityOf = (place: number) => half.activityIds[place % half.activityIds.length];
  const own = { project_id: half.projectId, created_at: half.at };
  const people = times(PEOPLE_AT_EVENT * 2, (place) => person(place, half.at));
  const held = times(events, (place) => ({ place, day: dayOf(place, events) }));
  const cells = held.flatMap(({ place, day }) =>
    times(PEOPLE_AT_EVENT, (seat) => ({
      ...{ day, event: FIRST + place, id: FIRST + place * PEOPLE_AT_EVENT + seat },
      ...{ row: seat + 1, person: FIRST + ((place + seat) % people.length) },
    })),
  );
  return {
    participants: people,
    participations: people.map(({ id }) => ({
      ...{ id, project_id: half.projectId, participant_id: id, entered_on: half.from },
      ...{ is_complete: true, created_at: half.at },
    })),
    log_entries: times(half.entries, (place) => ({
      ...{ ...own, id: FIRST + place, happened_on: dayOf(place, half.entries) },
      ...{ body: entryText(random, place), worked_minutes: 60 + (place % 5) * 30, author_id: 1 },
    })),
    log_entry_activities: times(half.entries, (place) => ({
      ...{ log_entry_id: FIRST + place, activity_id: activityOf(place) },
    })),
    events: held.map(({ place, day }) => ({
      ...{ ...own, id: FIRST + place, kind_id: TRAINING, title: sentence(random, 5) },
      ...{ activity_id: activityOf(place), state: "closed", closed_at: half.at },
      ...{ counts_as_support: true, is_confidential: false, closing: "signed-sheet" },
      ...{ starts_on: day, ends_on: day, place: "Liberec" },
    })),
    event_sessions: held.map(({ place, day }) => ({
      ...{ id: FIRST + place, event_id: FIRST + place, held_on: day, form: "in-person" },
      ...{ starts_at: "09:00", ends_at: "13:00", hour_minutes: 60 },
      support_minutes: SESSION_MINUTES,
    })),
    registrations: cells.map((cell) => ({
      ...{ id: cell.id, event_id: cell.event, participant_id: cell.person, row_number: cell.row },
      ...{ state: "registered", origin: "registry", registered_at: half.at, state_at: half.at },
    })),
    attendances: cells.map((cell) => ({
      ...{ session_id: cell.event, registration_id: cell.id, state: "present" },
      recorded_at: half.at,
    })),
    support_postings: cells.map((cell) => ({
      ...{ participation_id: cell.person, source: "session", session_id: cell.event },
      ...{ form: "in-person", minutes: SESSION_MINUTES, valid_on: cell.day },
      recorded_at: half.at,
    })),
  };
}

function person(place: number, at: string) {
  const id = FIRST + place;
  const surname = `Zkušební${id}`;
  return {
    ...{ id, code: `Z-${id}`, first_name: "Alena", surname, sex: "POHZENY" },
    ...{ sort_key: czechSortKey(surname), search_text: foldText(surname), created_at: at },
  };
}

function times<T>(count: number, make: (place: number) => T): T[] {
  return Array.from({ length: count }, (_, place) => make(place));
}
