import { listDuties } from "../../../db/queries/duties.ts";
import { findMilestone } from "../../../db/queries/milestones.ts";
import { listPeriods } from "../../../db/queries/periods.ts";
import {
  type ExampleMilestone,
  exampleMilestones,
  exampleReports,
} from "../../../db/seeds/demo/example/milestones.ts";
import { dayOf, MONTHS_ALTOGETHER, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { exampleProject } from "../../../db/seeds/demo/example/project.ts";
import { addMonths } from "../../values/calendar-date.ts";
import { recordCompletion } from "../milestones/completion/service.ts";
import { moveMilestone } from "../milestones/moves/service.ts";
import { createMilestone, type NewMilestone } from "../milestones/service.ts";
import { generatePeriods } from "../periods/service.ts";
import type { Example } from "./example-project.ts";

/** Monitoring periods with their reports, and everything else with a day that somebody owes. */
export function tellWhatIsOwed(example: Example): void {
  const { story, teller } = example;
  teller.on(story.startsOn, () => enterPeriods(example));
  for (const milestone of exampleMilestones) tellMilestone(example, milestone);
  for (const { period, at } of exampleReports) {
    teller.on(workingDayOf(story, at), () => handInReports(example, period));
  }
}

async function enterPeriods(example: Example): Promise<void> {
  const { deps } = example;
  const months = exampleProject.periodMonths;
  const numbers = Array.from({ length: MONTHS_ALTOGETHER / months }, (_, index) => index + 1);
  const duties = numbers.flatMap((number) => [`${number}-report`, `${number}-payment-request`]);
  await generatePeriods(deps, example.author("manager"), example.id(), { months, duties });
}

function tellMilestone(example: Example, milestone: ExampleMilestone): void {
  const { story, teller, deps } = example;
  let id = 0;
  const key = () => ({ projectId: example.id(), id });
  const author = example.author(milestone.owner ?? "manager");
  const written = milestone.written ?? [0, 2];
  teller.on(workingDayOf(story, written), async () => {
    id = await createMilestone(deps, author, example.id(), entryOf(example, milestone));
  });
  const { moved, done, monthlyUntil } = milestone;
  if (moved) {
    teller.on(workingDayOf(story, moved.at), async () => {
      const { version = 1 } = (await findMilestone(deps.db, key())) ?? {};
      const dueOn = dayOf(story, moved.to);
      const move = { version, dueOn, reason: moved.reason, alsoIds: [] };
      await moveMilestone(deps, author, key(), move);
    });
  }
  if (done && !monthlyUntil) {
    const doneOn = workingDayOf(story, done.at);
    teller.on(doneOn, () => recordCompletion(deps, author, key(), { doneOn, proof: done.proof }));
  }
  if (!done || !monthlyUntil) return;
  const last = dayOf(story, monthlyUntil);
  let dueOn = dayOf(story, milestone.due);
  for (let month = 1; dueOn < story.today && dueOn <= last; month += 1) {
    const doneOn = dueOn;
    teller.on(doneOn, async () => {
      const completed = await recordCompletion(deps, author, key(), { doneOn, proof: done.proof });
      id = completed.nextId ?? id;
    });
    dueOn = addMonths(dayOf(story, milestone.due), month);
  }
}

function entryOf(example: Example, milestone: ExampleMilestone): NewMilestone {
  const { story } = example;
  const { kind, title, activity, note = null, contact, expected, monthlyUntil } = milestone;
  return {
    kind,
    title,
    note,
    dueOn: dayOf(story, milestone.due),
    expectedOn: expected === undefined ? null : dayOf(story, expected),
    activityId: activity === undefined ? null : example.activity(activity),
    owner: contact ? "new-contact" : example.owner(milestone.owner),
    contactName: contact?.name ?? null,
    contactFunction: contact?.function ?? null,
    ...(monthlyUntil && { recurrence: "monthly", recursUntil: dayOf(story, monthlyUntil) }),
  };
}

async function handInReports(example: Example, number: number): Promise<void> {
  const { deps } = example;
  const projectId = example.id();
  const period = (await listPeriods(deps.db, projectId)).find((one) => one.number === number);
  const duties = await listDuties(deps.db, projectId);
  for (const { id } of duties.filter(({ periodId }) => periodId === period?.id)) {
    const completion = { doneOn: deps.clock.today(), proof: "IS KP21+" };
    await recordCompletion(deps, example.author("manager"), { projectId, id }, completion);
  }
}
