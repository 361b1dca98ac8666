import type { Person } from "../../../db/seeds/demo/example/activities.ts";
import { type ExampleEntry, exampleLog } from "../../../db/seeds/demo/example/log.ts";
import {
  dayOf,
  type Story,
  storyOf,
  workingDayOf,
} from "../../../db/seeds/demo/example/moments.ts";
import {
  exampleProject,
  exampleSpends,
  exampleStatuses,
} from "../../../db/seeds/demo/example/project.ts";
import { demoUsers, teamRoles } from "../../../db/seeds/demo/people.ts";
import { type Author, system } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { addDays } from "../../values/calendar-date.ts";
import { nobody, type Owner } from "../../values/owner.ts";
import { writeLogEntry } from "../log-entries/service.ts";
import { declareSpend } from "../projects/spends/service.ts";
import { recordStatus } from "../projects/statuses/service.ts";
import { tellBodies } from "./example-bodies.ts";
import { tellBudget } from "./example-budget.ts";
import { tellInvoices } from "./example-expenditures.ts";
import { tellIndicators } from "./example-figures.ts";
import { tellInternships } from "./example-internships.ts";
import { tellOversight } from "./example-oversight.ts";
import { tellWhatIsOwed } from "./example-owed.ts";
import { castOf } from "./example-people.ts";
import { tellActivities } from "./example-plan.ts";
import { tellReports } from "./example-reports.ts";
import { tellRequests } from "./example-requests.ts";
import { tellStaff } from "./example-staff.ts";
import { tellTrainings } from "./example-trainings.ts";
import { enterProject, type ProjectRecord } from "./project-record.ts";
import { type StoryTeller, storyTeller } from "./story-teller.ts";

export interface Occasion {
  kind: "event" | "internship";
  id: number;
}

/** The example while it is being told: who tells, where in time, and the ids of what is there already. */
export interface Example {
  deps: Pick<Deps, "db" | "clock" | "config">;
  story: Story;
  teller: StoryTeller;
  /** Code of an activity → its id. */
  activities: Map<string, number>;
  /** Code of a line of the budget → its id. */
  lines: Map<string, number>;
  /** Title of an event or an internship → what it is. */
  occasions: Map<string, Occasion>;
  /** What a document is for → the first expenditure of that. */
  expenditures: Map<string, number>;
  id(): number;
  activity(code: string): number;
  line(code: string): number;
  occasion(title: string): Occasion;
  author(person: Person): Author;
  owner(person: Person | undefined): Owner;
}

/** Tells the project that runs today, from its first day on, as if people had entered it month by month. Gives its id. */
export async function tellExampleProject(
  real: Pick<Deps, "db" | "clock" | "config">,
  people: Record<Person, number>,
): Promise<number> {
  const story = storyOf(real.clock.today());
  const teller = storyTeller(real.clock);
  const activities = new Map<string, number>();
  const lines = new Map<string, number>();
  const occasions = new Map<string, Occasion>();
  let projectId = 0;
  const example: Example = {
    deps: { ...real, clock: teller.clock },
    story,
    teller,
    ...{ activities, lines, occasions, expenditures: new Map() },
    id: () => projectId,
    activity: (code) => known(activities, code),
    line: (code) => known(lines, code),
    occasion: (title) => known(occasions, title),
    author: (person) => ({ ...system, userId: people[person], tellsNobody: true }),
    owner: (person) => ({ ...nobody, ownerUserId: person ? people[person] : null }),
  };
  teller.on(story.startsOn, async () => {
    projectId = await enterProject(example.deps, example.author("manager"), {
      ...exampleProject,
      ...{
        startsOn: story.startsOn,
        endsOn: story.endsOn,
        decidedOn: addDays(story.startsOn, -45),
      },
      ...{ phase: "running", isExample: true },
      codes: {
        "target-groups": exampleProject.targetGroups,
        districts: exampleProject.districts,
        municipalities: exampleProject.municipalities,
      },
      members: teamOf(people),
    });
  });
  tellActivities(example);
  tellBudget(example);
  tellWhatIsOwed(example);
  tellIndicators(example);
  const cast = castOf(example);
  tellTrainings(example, cast);
  tellInternships(example, cast);
  tellBodies(example);
  tellStaff(example);
  tellInvoices(example);
  tellRequests(example);
  tellReports(example);
  tellOversight(example);
  tellStatuses(example);
  for (const entry of exampleLog) {
    const happenedOn = workingDayOf(story, entry.at);
    teller.on(happenedOn, () => writeEntry(example, entry, happenedOn));
  }
  await teller.tell();
  return projectId;
}

function known<Value>(names: Map<string, Value>, name: string): Value {
  const found = names.get(name);
  if (found === undefined) throw new Error(`no ${name} in the example`);
  return found;
}

/** The members of a project's team, each in the role that is theirs in every project. */
export function teamOf(people: Record<Person, number>): ProjectRecord["members"] {
  return teamRoles.map((role) => {
    const position = demoUsers.find(({ shownAs }) => shownAs === role)?.position ?? null;
    return { userId: people[role], role, position };
  });
}

function tellStatuses(example: Example): void {
  const { deps, story, teller } = example;
  for (const { at, health, sentence, decisionNeeded = null } of exampleStatuses) {
    const validOn = workingDayOf(story, at);
    const entry = { validOn, health, sentence, decisionNeeded };
    teller.on(validOn, () =>
      recordStatus(deps, example.author("manager"), { projectId: example.id(), entry }),
    );
  }
  for (const { at, halere, note } of exampleSpends) {
    const validOn = workingDayOf(story, at);
    const entry = { validOn, spent: halere, note };
    teller.on(validOn, () =>
      declareSpend(deps, example.author("finance"), { projectId: example.id(), entry }),
    );
  }
}

function writeEntry(example: Example, entry: ExampleEntry, happenedOn: string): Promise<number> {
  const { by, body, activities, hours, next } = entry;
  return writeLogEntry(example.deps, example.author(by), example.id(), {
    happenedOn,
    body,
    activityIds: activities.map(example.activity),
    hours: hours === undefined ? null : Math.round(hours * 100),
    nextStep: next?.step ?? null,
    nextStepOn: next ? dayOf(example.story, next.at) : null,
    milestoneId: null,
    percent: null,
    isMilestoneDone: false,
  });
}
