import { addDays, type CalendarDate } from "../../../server/values/calendar-date.ts";
import { czechSortKey, foldText } from "../../../server/values/fold.ts";
import { numbersFrom, sentence } from "./vocabulary.ts";

export const PEOPLE_OF_A_PROJECT = 100;
export const PER_REGISTRY = { events: 5, sessions: 3 } as const;

const FIRST_NAMES = ["Alena", "Bořek", "Ctirad", "Dana", "Emil", "Františka", "Gustav", "Hana"];
const SURNAMES = ["Zkušební", "Vymyšlená", "Smyšlený", "Cvičná", "Ukázkový", "Pokusná", "Měřená"];
const LABOUR = ["TPZAMCI", "TPOSVC", "TNKNEZ", "TPSTUD", "TPNEAKO"];
const EDUCATION = ["VZISCED1-2", "VZISCED3-4", "VZISCED5-8"];
const COMPUTATIONS = [
  "persons-over-threshold",
  "persons-under-threshold",
  "persons-supported",
  "exits-in-education",
  "exits-with-qualification",
  "documents-published",
  "events-held",
  "attendances",
];
const SESSION_MINUTES = 180;
/** All but the last are closed, their hours posted. */
const CLOSED = PER_REGISTRY.events - 1;
const TRAINING = 1;

export interface Registry {
  today: CalendarDate;
  at: string;
  projects: number;
  participants: number;
}

type Rows = Record<string, object[]>;

/** The invented people of the registry, numbered from 1. */
export function personRows(from: number, to: number, { at }: Registry): Rows {
  const participants = times(to - from + 1, (i) => {
    const id = from + i;
    const firstName = FIRST_NAMES[id % FIRST_NAMES.length] ?? "";
    const surname = `${SURNAMES[id % SURNAMES.length]}${id}`;
    const bornOn = addDays("1950-01-01", (id * 37) % 20_000);
    return {
      ...{ id, code: `M-${String(id).padStart(6, "0")}`, first_name: firstName, surname },
      sort_key: czechSortKey(`${surname} ${firstName}`),
      search_text: foldText(`${surname} ${firstName}`),
      identity_key: `${foldText(firstName)}|${foldText(surname)}|${bornOn}`,
      ...{ born_on: bornOn, sex: id % 3 === 0 ? "POHMUZI" : "POHZENY" },
      ...{ municipality: "Liberec", created_at: at },
    };
  });
  return { participants };
}

/** Everything of project `n`: its people, five trainings of three sessions, who came, what was posted. */
export function trainingRows(n: number, registry: Registry): Rows {
  const people = peopleOf(n, registry);
  const random = numbersFrom(n + 50_000);
  const trainings = times(PER_REGISTRY.events, (place) => ({
    ...{ id: (n - 1) * PER_REGISTRY.events + place + 1, projectId: n, title: sentence(random, 6) },
    startsOn: addDays(registry.today, place * 40 - 170),
    isClosed: place < CLOSED,
  }));
  const rows = trainings.map((training) => rowsOfTraining(training, people, registry.at));
  return {
    participations: people.map((id) => participation(id, n, { registry, id: ownId(id) })),
    events: rows.map(({ event }) => event),
    event_sessions: rows.flatMap(({ sessions }) => sessions),
    registrations: rows.flatMap(({ registrations }) => registrations),
    attendances: rows.flatMap(({ attendances }) => attendances),
    support_postings: rows.flatMap(({ postings }) => postings),
    participation_completions: people.map((id) => ({
      participation_id: ownId(id),
      is_complete: true,
      recorded_at: registry.at,
    })),
    indicators: COMPUTATIONS.map((computation, place) => ({
      ...{ project_id: n, name: computation, unit: "osoby", kind: "output", computation },
      ...{ behaviour: "increment", origin: "computed", position: 100 + place, target: 50 },
      created_at: registry.at,
    })),
  };
}

interface Training {
  id: number;
  projectId: number;
  title: string;
  startsOn: CalendarDate;
  isClosed: boolean;
}

function rowsOfTraining(training: Training, people: number[], at: string) {
  const sessions = times(PER_REGISTRY.sessions, (place) => ({
    id: (training.id - 1) * PER_REGISTRY.sessions + place + 1,
    ...{ event_id: training.id, held_on: addDays(training.startsOn, place) },
    ...{ starts_at: "09:00", ends_at: "12:00", hour_minutes: 60, form: "in-person" },
    support_minutes: SESSION_MINUTES,
  }));
  const registrations = people.map((person, place) => ({
    ...{ id: (training.id - 1) * people.length + place + 1, event_id: training.id },
    ...{ participant_id: person, state: "registered", origin: "registry" },
    ...{ row_number: place + 1, registered_at: at, state_at: at },
  }));
  const cells = sessions.flatMap((session) =>
    registrations.map((registration) => ({
      ...{ session, registration },
      isPresent: (registration.row_number * 7 + session.id) % 9 !== 0,
    })),
  );
  const posted = cells.filter(({ isPresent }) => isPresent && training.isClosed);
  return {
    ...{ event: eventRow(training, at), sessions, registrations },
    attendances: cells.map(({ session, registration, isPresent }) => ({
      ...{ session_id: session.id, registration_id: registration.id, recorded_at: at },
      state: isPresent ? "present" : "absent",
    })),
    postings: posted.map(({ session, registration }) => ({
      ...{ participation_id: ownId(registration.participant_id), source: "session" },
      ...{ session_id: session.id, form: "in-person", minutes: SESSION_MINUTES },
      ...{ valid_on: session.held_on, recorded_at: at },
    })),
  };
}

function eventRow({ id, projectId, title, startsOn, isClosed }: Training, at: string): object {
  return {
    ...{ id, project_id: projectId, kind_id: TRAINING, title, closing: "signed-sheet" },
    ...{ counts_as_support: true, is_confidential: false, created_at: at },
    ...{ state: isClosed ? "closed" : "planned", closed_at: isClosed ? at : null },
    ...{ starts_on: startsOn, ends_on: addDays(startsOn, PER_REGISTRY.sessions - 1) },
  };
}

/** Everybody else takes part in the first project as well: the one that is exported whole. */
export function guestRows(from: number, to: number, registry: Registry): Rows {
  const own = new Set(peopleOf(1, registry));
  const guests = times(to - from + 1, (i) => from + i).filter((id) => !own.has(id));
  return {
    participations: guests.map((id) =>
      participation(id, 1, { registry, id: registry.participants + id }),
    ),
    support_postings: guests.map((id) => ({
      ...{ participation_id: registry.participants + id, source: "hand", form: "electronic" },
      ...{ minutes: 120, valid_on: addDays(registry.today, -30), recorded_at: registry.at },
    })),
  };
}

/** A person's participation in their own project has their number. */
function ownId(person: number): number {
  return person;
}

export function peopleOf(n: number, { projects, participants }: Registry): number[] {
  const each = Math.floor(participants / projects);
  return times(each, (i) => (n - 1) * each + i + 1);
}

function participation(
  person: number,
  projectId: number,
  { registry, id }: { registry: Registry; id: number },
): object {
  return {
    ...{ id, project_id: projectId, participant_id: person, is_complete: true },
    entered_on: addDays(registry.today, -200),
    age_at_entry: 20 + (person % 50),
    labour_status: LABOUR[person % LABOUR.length],
    education: EDUCATION[person % EDUCATION.length],
    is_disadvantage_settled: true,
    created_at: registry.at,
  };
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
