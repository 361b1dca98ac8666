import { listEventKinds } from "../../../db/queries/event-kinds.ts";
import { listSessions, type SessionFields } from "../../../db/queries/event-sessions.ts";
import { listRegistrations } from "../../../db/queries/registrations.ts";
import { workingDayOf, workingDaysFrom } from "../../../db/seeds/demo/example/moments.ts";
import {
  type ExampleTraining,
  exampleTrainings,
  SHEETS_ARE_KEPT,
} from "../../../db/seeds/demo/example/trainings.ts";
import { change } from "../../change.ts";
import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { nextWorkingDay } from "../../values/working-days.ts";
import type { CellEntry } from "../attendances/rules.ts";
import { saveCells } from "../attendances/service.ts";
import { closeEvent } from "../closings/service.ts";
import { proposedSupport } from "../events/rules.ts";
import { addEvent } from "../events/service.ts";
import { cancelEvent, takeStep } from "../events/steps/service.ts";
import { registerPeople } from "../registrations/service.ts";
import type { Cast } from "./example-people.ts";
import type { Example } from "./example-project.ts";

/** A training while it is being told. */
interface Telling {
  example: Example;
  cast: Cast;
  training: ExampleTraining;
  days: CalendarDate[];
  eventId: number;
}

/** Trainings, who is registered and who came, and what was closed. */
export function tellTrainings(example: Example, cast: Cast): void {
  for (const training of exampleTrainings) {
    const days = workingDaysFrom(workingDayOf(example.story, training.at), training.days);
    const telling: Telling = { example, cast, training, days, eventId: 0 };
    tell(telling);
  }
}

function tell(telling: Telling): void {
  const { example, training, days } = telling;
  const { teller, story } = example;
  const last = days.at(-1) ?? story.today;
  const written = workingDayOf(story, training.written);
  teller.on(written, () => plan(telling));
  if (typeof training.end === "object") {
    teller.on(addDays(last, -2), () => cancel(telling));
    return;
  }
  if (training.end !== "planned")
    teller.on(addDays(written, 1), () => step(telling, "confirmation"));
  for (const [day, on] of days.entries()) teller.on(on, () => write(telling, day, on));
  if (training.end !== "held" && training.end !== "closed") return;
  teller.on(last, () => step(telling, "completion"));
  if (training.end === "closed") teller.on(nextWorkingDay(addDays(last, 1)), () => close(telling));
}

async function plan(telling: Telling): Promise<void> {
  const { example, cast, training, days } = telling;
  const { deps } = example;
  const author = example.author("coordinator");
  const kinds = await listEventKinds(deps.db);
  const kind = kinds.find(({ code }) => code === training.kind);
  if (!kind) throw new Error(`no kind of event ${training.kind}`);
  const { title, goal = null, place = null, capacity = null, accreditation = null } = training;
  const entry = {
    ...{ kindId: kind.id, title, goal, place, capacity, accreditationNumber: accreditation },
    ...{ language: "cs" as const, onlineUrl: null, supportCode: null },
    plannedCostsHalere: training.plannedCosts ?? null,
    ...{ countsAsSupport: kind.countsAsSupport, isConfidential: kind.isConfidential },
    closing: training.heads ? ("head-count" as const) : kind.closing,
    activityId: example.activity(training.activity),
    lecturerIds: [],
    newLecturers: training.lecturer ? [training.lecturer] : [],
    owner: example.owner(training.owner),
    ...{ contactName: null, contactFunction: null, contactEmail: null, contactAgrees: false },
  };
  const sessions = days.map((heldOn) => sessionOn(heldOn, training));
  telling.eventId = await change(deps, author, (one) =>
    addEvent(one, example.id(), entry, sessions),
  );
  example.occasions.set(title, { kind: "event", id: telling.eventId });
  const key = { projectId: example.id(), eventId: telling.eventId };
  for (const [state, span] of [
    ["registered", training.people],
    ["invited", training.invited],
  ] as const) {
    if (!span) continue;
    const people = placesOf(span).map((one) => ({ person: cast.person(one) }));
    await registerPeople(deps, author, key, people, { state, origin: "registry" });
  }
}

function sessionOn(heldOn: CalendarDate, { from, to, form }: ExampleTraining): SessionFields {
  const times = { startsAt: from, endsAt: to, hourMinutes: 60 as const };
  return {
    ...{ heldOn, ...times, form: form ?? "in-person", topic: null },
    supportMinutes: proposedSupport(times).minutes,
    ...{ place: null, placeFolded: null },
  };
}

async function step(
  { example, eventId }: Telling,
  which: "confirmation" | "completion",
): Promise<void> {
  const key = { projectId: example.id(), id: eventId };
  await takeStep(example.deps, example.author("coordinator"), key, which);
}

async function cancel({ example, training, eventId }: Telling): Promise<void> {
  if (typeof training.end !== "object") return;
  const key = { projectId: example.id(), id: eventId };
  const entry = { version: 1, reason: training.end.cancelled };
  await cancelEvent(example.deps, example.author("coordinator"), key, entry);
}

/** The attendance of one day, as the coordinator types it from the sheet. */
async function write(telling: Telling, day: number, on: CalendarDate): Promise<void> {
  const { example, cast, training, eventId } = telling;
  if (!training.people) return;
  const { deps } = example;
  const places = placesOf(training.people);
  for (const place of places) await cast.arrive(place, on);
  const [session] = (await listSessions(deps.db, eventId)).slice(day);
  const registrations = await listRegistrations(deps.db, eventId);
  if (!session) return;
  const typed = training.isHalfTyped ? places.slice(0, places.length / 2) : places;
  const cells = typed.flatMap((place) => {
    const registration = registrations.find(
      (one) => one.participantId === cast.participantId(place),
    );
    return registration ? [cellOf(training, { place, day, registrationId: registration.id })] : [];
  });
  const key = { projectId: example.id(), eventId, sessionId: session.id, countsAsSupport: true };
  await saveCells(deps, example.author("coordinator"), key, cells);
}

function cellOf(
  { missing = [], left = [] }: ExampleTraining,
  { place, day, registrationId }: { place: number; day: number; registrationId: number },
): CellEntry {
  const early = left.find((one) => one.who === place && one.day === day);
  if (early) return { registrationId, state: "left-early", minutes: early.minutes };
  const away = missing.find((one) => one.who === place && one.day === day);
  const state = away ? (away.isExcused ? "excused" : "absent") : "present";
  return { registrationId, state, minutes: null };
}

async function close({ example, training, eventId }: Telling): Promise<void> {
  const [headCount, headCountWomen] = training.heads ?? [null, null];
  const sheetReason = training.heads ? null : SHEETS_ARE_KEPT;
  const entry = { headCount, headCountWomen, sheetReason };
  await closeEvent(example.deps, example.author("coordinator"), eventId, entry);
}

function placesOf([first, last]: readonly [number, number]): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
