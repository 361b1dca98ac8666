import { listDuties } from "../../../db/queries/duties.ts";
import { listPeriodUses } from "../../../db/queries/period-uses.ts";
import {
  deletePeriod,
  findPeriod,
  insertPeriods,
  listPeriods,
  type Period,
  releaseMilestonesOf,
  updatePeriod,
} from "../../../db/queries/periods.ts";
import { lockProject, type ProjectSpan } from "../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput, NotFound } from "../../errors.ts";
import {
  type DutyChoice,
  type DutyDeps,
  settleWithin,
  storedTexts,
} from "../duties/settlement/service.ts";
import { cancelWithin } from "../milestones/completion/service.ts";
import { milestoneAt } from "../milestones/service.ts";
import {
  errorsOfNext,
  MOST_PERIODS,
  type NumberedSpan,
  periodsOfLength,
  type Span,
  spanLeft,
  withNeighbours,
} from "./rules.ts";

/** The periods that would fill what is left of the project; throws InvalidInput when there would be too many. */
export function proposePeriods(project: Span, existing: Span[], months: number): NumberedSpan[] {
  const left = spanLeft(project, existing);
  const proposed = left ? periodsOfLength(left, months) : [];
  if (proposed.length > MOST_PERIODS)
    throw new InvalidInput({ months: `tooManyPeriods:${MOST_PERIODS}` });
  return proposed.map((span, index) => ({ ...span, number: existing.length + index + 1 }));
}

/** Fills what is left of the project with periods of so many months, and writes down the duties chosen. */
export async function generatePeriods(
  deps: DutyDeps,
  author: Author,
  projectId: number,
  entry: { months: number } & Pick<DutyChoice, "duties" | "days">,
): Promise<void> {
  await change(deps, author, async (one) => {
    const project = await lockProject(one.trx, projectId);
    const existing = await listPeriods(one.trx, projectId);
    const proposed = proposePeriods(project, existing, entry.months);
    if (proposed.length === 0) return;
    await addPeriods(one, projectId, proposed);
    const { duties = [], days = {} } = entry;
    await settleWithin(one, deps, project, { duties, days });
  });
}

/** One period after the last one, by hand. @returns its id */
export async function createPeriod(
  deps: Pick<Deps, "db" | "clock">,
  author: Author,
  projectId: number,
  span: Span,
): Promise<number> {
  return change(deps, author, async (one) => {
    const project = await lockProject(one.trx, projectId);
    const existing = await listPeriods(one.trx, projectId);
    refuse(errorsOfNext(span, existing, project));
    const [id] = await addPeriods(one, projectId, [{ ...span, number: existing.length + 1 }]);
    return id as number;
  });
}

/** Adds periods within a change that has begun. @returns their ids */
export async function addPeriods(
  one: Change,
  projectId: number,
  added: NumberedSpan[],
): Promise<number[]> {
  const inserted = await insertPeriods(one.trx, projectId, added);
  for (const { id, number } of inserted) {
    const span = added.find((period) => period.number === number);
    one.record({
      action: "period.created",
      objectType: "period",
      objectId: id,
      projectId,
      changes: {
        number: [null, number],
        startsOn: [null, span?.startsOn],
        endsOn: [null, span?.endsOn],
      },
    });
  }
  return inserted.map(({ id }) => id);
}

export interface EditedPeriod extends Span {
  version: number;
  /** Duties whose day follows the moved period. */
  moveIds: number[];
}

/** Changes the days of a period; its neighbours follow, and so do the duties chosen. */
export async function editPeriod(
  deps: DutyDeps,
  author: Author,
  key: { projectId: number; id: number },
  edit: { entry: EditedPeriod; formOf: FormOf<Period> },
): Promise<void> {
  const { entry } = edit;
  await change(deps, author, async (one) => {
    const project = await lockProject(one.trx, key.projectId);
    const periods = await listPeriods(one.trx, key.projectId);
    const before = periods.find(({ id }) => id === key.id);
    if (!before) throw new NotFound("period");
    if (before.version !== entry.version) {
      throw await editedMeanwhile(one.trx, {
        objectType: "period",
        objectId: key.id,
        version: before.version,
        values: edit.formOf(before),
      });
    }
    const changed = { number: before.number, startsOn: entry.startsOn, endsOn: entry.endsOn };
    const after = withNeighbours(periods, changed, project);
    refuse(after.errors);
    for (const period of after.periods) await savePeriod(one, project, periods, period);
    await settleWithin(one, deps, project, { moveIds: entry.moveIds });
  });
}

/** Gives a period other days within a change that has begun; nothing where they are the same. */
export async function savePeriod(
  one: Change,
  project: Pick<ProjectSpan, "id">,
  before: Period[],
  period: Period,
): Promise<void> {
  const was = before.find(({ id }) => id === period.id);
  if (!was || (was.startsOn === period.startsOn && was.endsOn === period.endsOn)) return;
  await updatePeriod(one.trx, period, period);
  one.record({
    action: "period.edited",
    objectType: "period",
    objectId: period.id,
    projectId: project.id,
    changes: {
      ...(was.startsOn === period.startsOn ? {} : { startsOn: [was.startsOn, period.startsOn] }),
      ...(was.endsOn === period.endsOn ? {} : { endsOn: [was.endsOn, period.endsOn] }),
    },
  });
}

/**
 * Deletes the last period. Its open duties are cancelled, whatever else names it forgets it; while
 * indicators have targets for it, it stays.
 */
export async function deleteLastPeriod(
  deps: DutyDeps,
  author: Author,
  key: { projectId: number; id: number },
): Promise<void> {
  await change(deps, author, async (one) => {
    const { trx } = one;
    await lockProject(trx, key.projectId);
    const period = await findPeriod(trx, key);
    if (!period) throw new NotFound("period");
    const periods = await listPeriods(trx, key.projectId);
    if (periods.at(-1)?.id !== period.id) throw new Conflict("notLastPeriod");
    const duties = await listDuties(trx, key.projectId);
    const open = duties.filter(
      (duty) => duty.periodId === period.id && duty.doneOn === null && duty.cancelledOn === null,
    );
    const reason = storedTexts(deps).periods.cancelledWithPeriod;
    for (const { id } of open) {
      await cancelWithin(one, await milestoneAt(one, { projectId: key.projectId, id }), reason);
    }
    await removePeriods(one, key.projectId, [period]);
  });
}

/** Removes periods that nothing refers to but milestones, which forget them. */
export async function removePeriods(
  one: Change,
  projectId: number,
  removed: Pick<Period, "id" | "startsOn" | "endsOn">[],
): Promise<void> {
  if (removed.length === 0) return;
  const uses = await listPeriodUses(one.trx, projectId);
  for (const { id, startsOn, endsOn } of removed) {
    const use = uses.find((other) => other.id === id);
    if (use?.hasTargets) throw new Conflict("periodHasTargets");
    if (use?.hasMoney) throw new Conflict("periodHasMoney");
    if (use?.hasPapers) throw new Conflict("periodHasPapers");
    await releaseMilestonesOf(one.trx, id);
    await deletePeriod(one.trx, id);
    one.record({
      action: "period.deleted",
      objectType: "period",
      objectId: id,
      projectId,
      changes: { startsOn: [startsOn, null], endsOn: [endsOn, null] },
    });
  }
}

function refuse(errors: Partial<Record<keyof Span, string>>): void {
  if (Object.keys(errors).length > 0) throw new InvalidInput(errors as Record<string, string>);
}
