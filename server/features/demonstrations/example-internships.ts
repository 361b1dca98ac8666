import { listUnconfirmedDays } from "../../../db/queries/internship-days.ts";
import { listHosts, listTrainees } from "../../../db/queries/internship-people.ts";
import { findInternship } from "../../../db/queries/internships.ts";
import {
  CONFIRMED_BY_PROJECT,
  type ExampleInternship,
  exampleInternships,
  HOURS_OF_A_DAY,
} from "../../../db/seeds/demo/example/internships.ts";
import { workingDayOf, workingDaysFrom } from "../../../db/seeds/demo/example/moments.ts";
import { addDays, type CalendarDate } from "../../values/calendar-date.ts";
import { nextWorkingDay } from "../../values/working-days.ts";
import { confirmHours } from "../internships/confirmations/service.ts";
import { addDay } from "../internships/days/service.ts";
import { fingerprintOf } from "../internships/links/rules.ts";
import { addHost, addTrainee } from "../internships/people/service.ts";
import { stepsFrom } from "../internships/rules.ts";
import { createInternship, takeStep } from "../internships/service.ts";
import type { Cast } from "./example-people.ts";
import type { Example } from "./example-project.ts";

const CODE = "3";

interface Telling {
  example: Example;
  cast: Cast;
  internship: ExampleInternship;
  days: CalendarDate[];
  id: number;
}

/** Internships with their days; the hours of the first are in the ledger, those of the second wait. */
export function tellInternships(example: Example, cast: Cast): void {
  for (const internship of exampleInternships) {
    const days = workingDaysFrom(workingDayOf(example.story, internship.at), internship.days);
    tell({ example, cast, internship, days, id: 0 });
  }
}

function tell(telling: Telling): void {
  const { example, internship, days } = telling;
  const { teller, story } = example;
  teller.on(workingDayOf(story, internship.written), () => plan(telling));
  if (internship.end === "agreed") return;
  const [first = story.today] = days;
  const after = nextWorkingDay(addDays(days.at(-1) ?? first, 1));
  teller.on(first, () => stepOn(telling));
  for (const on of days) teller.on(on, () => write(telling, on));
  teller.on(after, () => stepOn(telling));
  if (internship.end === "finished") return;
  teller.on(after, () => confirm(telling));
  teller.on(after, () => stepOn(telling));
}

async function plan(telling: Telling): Promise<void> {
  const { example, cast, internship, days } = telling;
  const { deps } = example;
  const author = example.author("coordinator");
  const { title, purpose, travel = null, plannedCosts, host } = internship;
  telling.id = await createInternship(deps, author, example.id(), {
    ...{ title, purpose, travel, plannedCosts, accommodation: null, realCosts: null },
    activityId: example.activity(CODE),
    startsOn: days[0] ?? example.story.today,
    endsOn: days.at(-1) ?? example.story.today,
    plannedHours: days.length * HOURS_OF_A_DAY * 60,
    ...{ countsAsSupport: true, supportCode: null },
    owner: example.owner("coordinator"),
    ...{ contactName: null, contactFunction: null, contactEmail: null, contactAgrees: false },
  });
  const key = keyOf(telling);
  example.occasions.set(title, { kind: "internship", id: telling.id });
  for (const place of internship.trainees) {
    await addTrainee(deps, author, key, { participantId: null, ...cast.person(place) });
  }
  const mentor = { mentorName: host.mentor, mentorFunction: null, mentorEmail: null };
  await addHost(deps, author, key, {
    ...{ name: host.name, ico: null, ...mentor, mentorPhone: null, mentorAgreed: false },
  });
  await stepOn(telling);
}

/** One step on the way from the plan to the accepted report. */
async function stepOn(telling: Telling): Promise<void> {
  const { deps } = telling.example;
  const current = await findInternship(deps.db, keyOf(telling));
  const to = current && stepsFrom(current.state).forward;
  if (!to) return;
  const entry = { version: current.version, to, reason: null };
  await takeStep(deps, telling.example.author("coordinator"), keyOf(telling), entry);
}

async function write(telling: Telling, on: CalendarDate): Promise<void> {
  const { example, cast, internship } = telling;
  const { deps } = example;
  for (const place of internship.trainees) await cast.arrive(place, on);
  const [host] = await listHosts(deps.db, telling.id);
  if (!host) return;
  for (const trainee of await listTrainees(deps.db, telling.id)) {
    const diary = internship.diary || null;
    const day = { traineeId: trainee.id, hostId: host.id, workedOn: on, diary };
    const entry = { ...day, hours: HOURS_OF_A_DAY * 60 };
    await addDay(deps, example.author("coordinator"), keyOf(telling), entry);
  }
}

async function confirm(telling: Telling): Promise<void> {
  const { deps } = telling.example;
  const [host] = await listHosts(deps.db, telling.id);
  if (!host) return;
  const until = deps.clock.today();
  const of = { internshipId: telling.id, hostId: host.id, until };
  const seen = fingerprintOf(await listUnconfirmedDays(deps.db, of));
  const given = { hostId: host.id, reason: CONFIRMED_BY_PROJECT, seen };
  await confirmHours(deps, telling.example.author("coordinator"), keyOf(telling), given);
}

function keyOf({ example, id }: Telling): { projectId: number; id: number } {
  return { projectId: example.id(), id };
}
