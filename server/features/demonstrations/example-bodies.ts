import { listEventKinds } from "../../../db/queries/event-kinds.ts";
import { findEvent } from "../../../db/queries/events.ts";
import {
  COORDINATION_GROUP,
  type ExampleMeeting,
  meetings,
  members,
  subgroups,
} from "../../../db/seeds/demo/example/bodies.ts";
import { dayOf, workingDayOf } from "../../../db/seeds/demo/example/moments.ts";
import { SHEETS_ARE_KEPT } from "../../../db/seeds/demo/example/trainings.ts";
import { change } from "../../change.ts";
import { addDays } from "../../values/calendar-date.ts";
import { addBodyMember } from "../bodies/members/service.ts";
import { createBody } from "../bodies/service.ts";
import { closeEvent } from "../closings/service.ts";
import { addEvent } from "../events/service.ts";
import { takeStep } from "../events/steps/service.ts";
import { saveMinutes } from "../meetings/service.ts";
import type { Example } from "./example-project.ts";

const CODE = "7";
const KIND = "working-group";

/** The coordination group with its subgroups, its meetings and what came of them. */
export function tellBodies(example: Example): void {
  const { teller, story } = example;
  let groupId = 0;
  teller.on(workingDayOf(story, [1, 12]), async () => {
    groupId = await found(example);
  });
  for (const meeting of meetings) {
    let eventId = 0;
    teller.on(workingDayOf(story, meeting.written), async () => {
      eventId = await call(example, meeting, groupId);
    });
    const on = workingDayOf(story, meeting.at);
    teller.on(on, () => hold(example, { meeting, eventId, groupId }));
  }
}

async function found(example: Example): Promise<number> {
  const { deps, story } = example;
  const author = example.author("manager");
  const sinceOn = addDays(story.startsOn, 40);
  const groupId = await createBody(deps, author, example.id(), {
    ...COORDINATION_GROUP,
    parentId: null,
    ...typed(null, example.owner("manager")),
  });
  for (const { name, guarantor } of subgroups) {
    const entry = { name, purpose: null, parentId: groupId, ...typed(guarantor) };
    await createBody(deps, author, example.id(), entry);
  }
  const key = { projectId: example.id(), id: groupId };
  for (const person of ["manager", "coordinator"] as const) {
    const entry = { role: null, sinceOn, untilOn: null, ...typed(null, example.owner(person)) };
    await addBodyMember(deps, author, key, entry);
  }
  for (const member of members) {
    await addBodyMember(deps, author, key, {
      role: null,
      sinceOn,
      untilOn: null,
      ...typed(member),
    });
  }
  return groupId;
}

/** Somebody without an account as a form brings them; an account otherwise. */
function typed(
  somebody: { name: string; function: string } | null,
  owner: ReturnType<Example["owner"]> = { ownerUserId: null, ownerContactId: null },
) {
  return {
    owner: somebody === null ? owner : ("new-contact" as const),
    contactName: somebody?.name ?? null,
    contactFunction: somebody?.function ?? null,
    contactEmail: null,
    contactAgrees: false,
  };
}

async function call(example: Example, meeting: ExampleMeeting, bodyId: number): Promise<number> {
  const { deps, story } = example;
  const kind = (await listEventKinds(deps.db)).find(({ code }) => code === KIND);
  if (!kind) throw new Error(`no kind of event ${KIND}`);
  const entry = {
    ...{ kindId: kind.id, title: meeting.title, goal: null, place: null, capacity: null, bodyId },
    ...{ accreditationNumber: null, onlineUrl: null, supportCode: null, language: "cs" as const },
    ...{ plannedCostsHalere: null, countsAsSupport: false, isConfidential: false },
    ...{ closing: kind.closing, activityId: example.activity(CODE) },
    ...{ lecturerIds: [], newLecturers: [], ...typed(null, example.owner("manager")) },
  };
  const session = {
    ...{ heldOn: workingDayOf(story, meeting.at), startsAt: "09:30", endsAt: "12:00" },
    ...{ hourMinutes: 60 as const, supportMinutes: 0, form: "in-person" as const },
    ...{ place: null, placeFolded: null, topic: null },
  };
  return change(deps, example.author("manager"), (one) =>
    addEvent(one, example.id(), entry, [session]),
  );
}

async function hold(
  example: Example,
  { meeting, eventId, groupId }: { meeting: ExampleMeeting; eventId: number; groupId: number },
): Promise<void> {
  const { deps, story } = example;
  const author = example.author("manager");
  const projectId = example.id();
  await takeStep(deps, author, { projectId, id: eventId }, "completion");
  const event = await findEvent(deps.db, { projectId, eventId });
  const items = meeting.items.flatMap(({ title, minutes, conclusion, task }, index) => {
    const field = (name: string) => `item${index + 1}${name}`;
    return [
      [field("Title"), title],
      [field("Minutes"), minutes],
      [field("Conclusion"), conclusion],
      [field("Task"), task?.title ?? null],
      [field("TaskOn"), task ? dayOf(story, task.at) : null],
      [field("TaskOwner"), task ? example.owner("manager") : null],
    ];
  });
  const entry = {
    ...{ version: event?.version ?? 1, bodyId: groupId, minutes: null, conclusions: null },
    ...{ person: null, guests: [], ...Object.fromEntries(items) },
  };
  const key = { projectId, eventId };
  await saveMinutes(deps, author, key, { entry, formOf: () => ({}) });
  const closing = { headCount: null, headCountWomen: null, sheetReason: SHEETS_ARE_KEPT };
  await closeEvent(deps, author, eventId, closing);
}
