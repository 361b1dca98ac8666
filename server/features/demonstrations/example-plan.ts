import { findActivity } from "../../../db/queries/activities.ts";
import { listCodeItems } from "../../../db/queries/code-lists.ts";
import {
  type ExampleActivity,
  exampleActivities,
  exampleProgress,
} from "../../../db/seeds/demo/example/activities.ts";
import { dayOf, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { change } from "../../change.ts";
import { endOfMonth } from "../../values/calendar-date.ts";
import { nobody } from "../../values/owner.ts";
import { addActivityProgress } from "../activities/progress/service.ts";
import { createActivity, editActivity, type NewActivity } from "../activities/service.ts";
import type { Example } from "./example-project.ts";

const TARGET_GROUPS = "target-groups";

/** Key activities with what was done on them and the moves of their last days. */
export function tellActivities(example: Example): void {
  const { story, teller } = example;
  for (const activity of exampleActivities) {
    teller.on(story.startsOn, () => enterActivity(example, activity));
    const { moved } = activity;
    if (moved)
      teller.on(workingDayOf(story, moved.at), () => moveActivity(example, activity, moved));
  }
  for (const { at, code, percent, reason } of exampleProgress) {
    const validOn = workingDayOf(story, at);
    teller.on(validOn, () =>
      change(example.deps, example.author("coordinator"), (one) =>
        addActivityProgress(
          one,
          { projectId: example.id(), activityId: example.activity(code) },
          {
            percent,
            validOn,
            reason,
          },
        ),
      ),
    );
  }
}

async function enterActivity(example: Example, activity: ExampleActivity): Promise<void> {
  const { deps, activities } = example;
  const entry = await entryOf(example, activity);
  const id = await createActivity(deps, example.author("manager"), example.id(), entry);
  activities.set(activity.code, id);
}

async function entryOf(example: Example, activity: ExampleActivity): Promise<NewActivity> {
  const { code, title, goal = null, outputs = null, state, shareBp = null, contact } = activity;
  const letter = code.slice(1);
  return {
    title,
    goal,
    outputs,
    state,
    shareBp,
    number: letter === "" ? code : letter,
    parentId: letter === "" ? null : example.activity(code.slice(0, 1)),
    startsOn: dayOf(example.story, activity.from),
    endsOn: endOfMonth(dayOf(example.story, activity.to)),
    targetGroupIds: await targetGroupIds(example, activity.targetGroups ?? []),
    owner: contact ? "new-contact" : example.owner(activity.owner),
    contactName: contact?.name ?? null,
    contactFunction: contact?.function ?? null,
  };
}

async function moveActivity(
  example: Example,
  activity: ExampleActivity,
  moved: NonNullable<ExampleActivity["moved"]>,
): Promise<void> {
  const key = { projectId: example.id(), id: example.activity(activity.code) };
  const current = await findActivity(example.deps.db, key);
  if (!current) return;
  const { ownerUserId, ownerContactId, number, title, goal, description, outputs } = current;
  const { state, startsOn, shareBp, version } = current;
  await editActivity(example.deps, example.author("manager"), key, {
    entry: {
      ...{ number, title, goal, description, outputs, state, startsOn, shareBp, version },
      endsOn: endOfMonth(dayOf(example.story, moved.to)),
      dateReason: moved.reason,
      targetGroupIds: await targetGroupIds(example, activity.targetGroups ?? []),
      owner: { ...nobody, ownerUserId, ownerContactId },
      contactName: null,
      contactFunction: null,
      contactEmail: null,
      contactAgrees: false,
    },
    formOf: () => ({}),
  });
}

async function targetGroupIds({ deps, story }: Example, codes: string[]): Promise<number[]> {
  if (codes.length === 0) return [];
  const groups = await listCodeItems(deps.db, { lists: [TARGET_GROUPS], on: story.startsOn });
  return groups.filter(({ code }) => codes.includes(code)).map(({ id }) => id);
}
