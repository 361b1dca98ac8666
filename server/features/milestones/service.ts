import {
  findMilestone,
  insertMilestone,
  type Milestone,
  updateMilestone,
} from "../../../db/queries/milestones.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { InvalidInput, NotFound } from "../../errors.ts";
import type { CalendarDate } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { nobody, type Owner } from "../../values/owner.ts";
import { checkActivity } from "../activities/choices/service.ts";
import { activityCode } from "../activities/rules.ts";
import { refreshComputedIndicators } from "../indicators/computing/service.ts";
import { tellOwner } from "../notifications/owners/service.ts";
import { categoryOfMilestone } from "../notifications/rules.ts";
import { resolveOwner } from "../owners/service.ts";
import { indexForSearch } from "../searches/service.ts";
import { type DueDates, datesSetBy } from "./rules.ts";
import type { EditedMilestone, MilestoneEntry } from "./schema.ts";

/** Where a milestone comes from, when nobody typed it in. */
export interface Source {
  origin?: Milestone["origin"];
  logEntryId?: number | null;
  periodId?: number | null;
  programmeRuleId?: number | null;
  /** Which duty of the legal act it is. */
  duty?: string | null;
  /** Dates that a programme rule gave; without them the day is the one typed. */
  computed?: DueDates | null;
  /** The first one of the series that this one continues. */
  recursFromId?: number | null;
  /** The owner was not chosen in a form but taken over: they need not be on offer there. */
  isOwnerTakenOver?: boolean;
}

/** Kind, title and day are enough; what is left out stays empty. */
export type NewMilestone = Pick<MilestoneEntry, "kind" | "title"> & {
  dueOn: CalendarDate;
} & Partial<MilestoneEntry> &
  Source;

/** @returns the id of the new milestone */
export async function createMilestone(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  entry: NewMilestone,
): Promise<number> {
  return change(deps, author, (one) => addMilestone(one, projectId, entry));
}

/** The same within a change that has begun. */
export async function addMilestone(
  one: Change,
  projectId: number,
  given: NewMilestone,
): Promise<number> {
  const entry = { ...EMPTY, ...given };
  checkSeries(entry, entry.dueOn);
  await checkActivity(one, projectId, entry.activityId, null);
  const known = entry.isOwnerTakenOver && entry.owner !== "new-contact" ? entry.owner : nobody;
  const owner = await resolveOwner(one, projectId, entry, known);
  const computed = entry.computed ?? null;
  const dates = computed ?? datesSetBy(entry.dueOn);
  const id = await insertMilestone(one.trx, {
    ...fieldsOf(entry),
    ...owner,
    ...dates,
    computedDueOn: computed?.dueOn ?? null,
    overriddenDueOn: null,
    overrideReason: null,
    baselineDueOn: dates.dueOn,
    projectId,
    ...sourceOf(entry),
    createdAt: one.at,
  });
  one.record({
    action: "milestone.created",
    objectType: "milestone",
    objectId: id,
    projectId,
    changes: { title: [null, entry.title], dueOn: [null, dates.dueOn] },
  });
  // All that is searched is at hand: imports add thousands, and reading each back costs more than writing it.
  await indexMilestone(one, {
    id,
    projectId,
    dueOn: dates.dueOn,
    title: entry.title,
    note: entry.note,
  });
  // The next one of a series and a duty that was generated were nobody's decision about their owner.
  if (!entry.recursFromId && !entry.duty)
    await tellOfMilestone(one, { ...entry, id, projectId }, owner);
  return id;
}

/** Tells the owner that the milestone is theirs now. */
async function tellOfMilestone(
  one: Change,
  { id: objectId, projectId, kind }: Pick<Milestone, "id" | "projectId" | "kind">,
  ...owners: [after: Owner, before?: Owner]
): Promise<void> {
  const category = categoryOfMilestone(kind);
  await tellOwner(one, { projectId, objectType: "milestone", objectId, category }, ...owners);
}

function sourceOf(entry: Source) {
  return {
    origin: entry.origin ?? "hand",
    logEntryId: entry.logEntryId ?? null,
    periodId: entry.periodId ?? null,
    programmeRuleId: entry.programmeRuleId ?? null,
    duty: entry.duty ?? null,
    recursFromId: entry.recursFromId ?? null,
  };
}

/** The next step of a log entry: a task with a day, owed by whoever wrote it down or is named. */
export async function createTask(
  one: Change,
  task: {
    projectId: number;
    title: string;
    dueOn: CalendarDate;
    activityId?: number | null;
    ownerUserId?: number | null;
    logEntryId?: number | null;
  },
): Promise<number> {
  return addMilestone(one, task.projectId, {
    kind: "task",
    origin: "log",
    title: task.title,
    dueOn: task.dueOn,
    activityId: task.activityId ?? null,
    logEntryId: task.logEntryId ?? null,
    owner: { ...nobody, ownerUserId: task.ownerUserId ?? null },
    isOwnerTakenOver: true,
  });
}

/** @throws EditedMeanwhile when the form was opened on another version of the milestone */
export async function editMilestone(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  key: { projectId: number; id: number },
  edit: { entry: EditedMilestone; formOf: FormOf<Milestone> },
): Promise<void> {
  const { entry } = edit;
  await change(deps, author, async (one) => {
    const before = await milestoneAt(one, key, { version: entry.version, formOf: edit.formOf });
    checkSeries(entry, before.dueOn);
    await checkActivity(one, key.projectId, entry.activityId, before.activityId);
    const owner = await resolveOwner(one, key.projectId, entry, before);
    const updated = await updateMilestone(one.trx, before, { ...fieldsOf(entry), ...owner });
    if (updated === 0) throw await conflict(one, before, edit.formOf);
    const after = await keepMilestoneFound(one, key);
    await refreshComputedIndicators(one.trx, key.projectId, ["outputs"]);
    one.record({
      action: "milestone.edited",
      objectType: "milestone",
      objectId: key.id,
      projectId: key.projectId,
      changes: changedFields(told(before), told(after)),
    });
    await tellOfMilestone(one, after, owner, before);
  });
}

/**
 * The milestone as it stands, for a change of it.
 * @throws EditedMeanwhile when a form was opened on another version
 */
export async function milestoneAt(
  one: Change,
  key: { projectId: number; id: number },
  opened?: { version: number; formOf?: FormOf<Milestone> },
): Promise<Milestone> {
  const milestone = await findMilestone(one.trx, key);
  if (!milestone) throw new NotFound("milestone");
  if (opened && opened.version !== milestone.version)
    throw await conflict(one, milestone, opened.formOf);
  return milestone;
}

function conflict(one: Change, current: Milestone, formOf: FormOf<Milestone> = () => ({})) {
  return editedMeanwhile(one.trx, {
    objectType: "milestone",
    objectId: current.id,
    version: current.version,
    values: formOf(current),
  });
}

/** Puts the milestone, as it stands now, where the search finds it. */
export async function keepMilestoneFound(
  one: Change,
  key: { projectId: number; id: number },
): Promise<Milestone> {
  const milestone = await milestoneAt(one, key);
  await indexMilestone(one, milestone);
  return milestone;
}

async function indexMilestone(
  { trx }: Change,
  milestone: Pick<Milestone, "id" | "projectId" | "dueOn" | "title" | "note"> &
    Partial<Pick<Milestone, "proof">>,
): Promise<void> {
  await indexForSearch(trx, {
    objectType: "milestone",
    objectId: milestone.id,
    projectId: milestone.projectId,
    datedOn: milestone.dueOn,
    title: milestone.title,
    body: [milestone.note, milestone.proof].filter(Boolean).join("\n"),
  });
}

const EMPTY: Omit<MilestoneEntry, "kind" | "title"> & Source = {
  outputKind: null,
  activityId: null,
  expectedOn: null,
  note: null,
  recurrence: "none",
  recursUntil: null,
  owner: nobody,
  contactName: null,
  contactFunction: null,
  contactEmail: null,
  contactAgrees: false,
};

function fieldsOf(entry: MilestoneEntry) {
  const { kind, title, activityId, expectedOn, note, recurrence } = entry;
  const recursUntil = recurrence === "none" ? null : entry.recursUntil;
  const outputKind = kind === "output" ? entry.outputKind : null;
  return { kind, outputKind, title, activityId, expectedOn, note, recurrence, recursUntil };
}

/** A series needs an end, and one that comes after its first day. */
function checkSeries(
  { recurrence, recursUntil }: Pick<MilestoneEntry, "recurrence" | "recursUntil">,
  dueOn: CalendarDate,
): void {
  if (recurrence === "none") return;
  if (recursUntil === null) throw new InvalidInput({ recursUntil: "required" });
  if (recursUntil < dueOn) throw new InvalidInput({ recursUntil: "seriesEndsBeforeDue" });
}

/** What the history says about a milestone: people and activities by name. */
function told(milestone: Milestone) {
  const { kind, outputKind, title, note, expectedOn, recurrence, recursUntil } = milestone;
  const { activityNumber: number, activityParentNumber: parentNumber } = milestone;
  const activity = number === null ? null : activityCode({ number, parentNumber });
  const plan = { activity, expectedOn, recurrence, recursUntil, owner: milestone.ownerName };
  return { kind, outputKind, title, note, ...plan };
}
