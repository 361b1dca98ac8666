import { findProjectRecord } from "../../../db/queries/project-records.ts";
import { findAssignment } from "../../../db/queries/staff-assignments.ts";
import { findTimesheet } from "../../../db/queries/timesheets.ts";
import type { ExamplePosition } from "../../../db/seeds/demo/example/expenditures.ts";
import { dayOf, MONTHS_PASSED } from "../../../db/seeds/demo/example/moments.ts";
import { addDays } from "../../values/calendar-date.ts";
import { distribute } from "../../values/money.ts";
import { type Month, monthOf } from "../../values/month.ts";
import { nextWorkingDay } from "../../values/working-days.ts";
import { daysOf, fundOf, hoursOfDays, paidHolidaysIn } from "../timesheets/rules.ts";
import {
  approveTimesheet,
  keyOf,
  type Place,
  saveTimesheet,
  submitTimesheet,
} from "../timesheets/service.ts";
import type { Example } from "./example-project.ts";

const DAYS_TO_APPROVE = 3;

type Work = NonNullable<ExamplePosition["work"]>;

/** Sheets of the last two whole months: the earlier one is approved, the later one waits for it. */
export function tellTimesheets(example: Example, work: Work, assignmentId: () => number): void {
  const { story, teller } = example;
  for (const month of [MONTHS_PASSED - 2, MONTHS_PASSED - 1]) {
    const place = () => placeOf(example, assignmentId(), monthOf(dayOf(story, [month, 1])));
    const filledOn = nextWorkingDay(dayOf(story, [month + 1, 1]));
    const [on = story.today] = [filledOn, story.today].toSorted();
    teller.on(on, async () => fillIn(example, await place(), work));
    if (month === MONTHS_PASSED - 1) continue;
    const approvedOn = nextWorkingDay(addDays(filledOn, DAYS_TO_APPROVE));
    teller.on(approvedOn, async () => approve(example, await place()));
  }
}

async function placeOf({ deps, id }: Example, assignmentId: number, month: Month): Promise<Place> {
  const assignment = await findAssignment(deps.db, { projectId: id(), id: assignmentId });
  const project = await findProjectRecord(deps.db, id());
  const days = assignment && project ? daysOf(month, assignment, project) : null;
  if (!assignment || !days) throw new Error(`nobody works in the position in ${month}`);
  return { assignment, month, days };
}

/** The fund of the month to the last hour: paid holidays, and work by its weights. */
async function fillIn(example: Example, place: Place, work: Work): Promise<void> {
  const { assignment, days } = place;
  const fundE2 = fundOf(days, assignment.heldMilli);
  const holidayE2 = hoursOfDays(paidHolidaysIn(days), assignment.heldMilli ?? undefined);
  const hours = distribute(
    fundE2 - holidayE2,
    work.map(({ weight }) => weight),
  );
  const lines = work.map(({ title, activity }, index) => ({
    ...{ row: index + 1, title, hoursE2: hours[index] ?? 0 },
    activityId: example.activity(activity),
  }));
  const absences = { vacationE2: 0, sickE2: 0, obstaclesE2: 0 };
  const holidays = { holidayE2, holidayProjectE2: holidayE2 };
  const entry = { version: null, ...absences, ...holidays, note: null, lines };
  const author = example.author("coordinator");
  await saveTimesheet(example.deps, author, place, { entry, formOf: () => ({}) });
  await submitTimesheet(example.deps, author, place, 1);
}

async function approve({ deps, author }: Example, place: Place): Promise<void> {
  const sheet = await findTimesheet(deps.db, keyOf(place));
  await approveTimesheet(deps, author("manager"), place, sheet?.version ?? 0);
}
