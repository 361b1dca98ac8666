import { createHash } from "node:crypto";
import type { Database } from "../../../../db/connection.ts";
import type { Duty } from "../../../../db/queries/duties.ts";
import { listPeriodUses } from "../../../../db/queries/period-uses.ts";
import { listPeriods, type Period } from "../../../../db/queries/periods.ts";
import type { ProjectSpan } from "../../../../db/queries/project-locks.ts";
import type { Change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { usualLength } from "../../periods/generation/service.ts";
import { addPeriods, removePeriods, savePeriod } from "../../periods/service.ts";
import { followsRule } from "../comparison/rules.ts";
import { dutyKinds } from "../kinds/rules.ts";
import {
  type DutyBoard,
  loadDueRules,
  loadDutyBoard,
  loadDutySources,
  reckonBoard,
} from "../service.ts";
import { type DutyChoice, settleWithin } from "../settlement/service.ts";
import {
  changesOfPeriods,
  type FittedPeriod,
  fitPeriods,
  hindrances,
  type PeriodChange,
} from "./rules.ts";

/** What of a changed project's consequences shall follow. */
export interface ReplanChoice extends DutyChoice {
  fitsPeriods: boolean;
  /** `replanMark` of what was shown. */
  seen: string;
}

export interface Replan {
  /** What fitting the periods would change; empty where they stay, or where something stands in the way. */
  periods: PeriodChange[];
  /** Numbers of the periods that stand in the way. */
  hindered: number[];
  /** What would be asked for that is not asked for now. */
  board: Pick<DutyBoard, "duties" | "gone">;
  /** How many duties stay though the rules would give another day: they are done, or set by hand. */
  staying: number;
}

/** What would follow from other days, another decision or another programme; nothing of it is stored. */
export async function previewReplan(
  db: Database,
  { before, after, today }: { before: ProjectSpan; after: ProjectSpan; today: CalendarDate },
): Promise<Replan> {
  const sources = await loadDutySources(db, before, today);
  const rules = await loadDueRules(db, after);
  const { fitted, changes, hindered } = await fittedOf(db, sources.periods, { before, after });
  const now = reckonBoard(sources);
  const then = reckonBoard({ ...sources, project: after, rules, periods: fitted });
  const asked = new Set(now.duties.filter(({ asked: one }) => one.kind === "add").map(keyOf));
  const isUnasked = (one: Duties[number]) =>
    one.asked.kind === "add" && (asked.has(keyOf(one)) || !isKept(one, sources.written));
  const duties = then.duties.filter((one) => !isUnasked(one));
  const told = duties.filter(({ asked: one }) => one.kind !== "nothing");
  return {
    periods: changes,
    hindered,
    board: { duties: told, gone: then.gone },
    staying: then.duties.filter(isStaying).length,
  };
}

export function hasConsequences({ periods, hindered, board }: Replan): boolean {
  return periods.length + hindered.length + board.duties.length + board.gone.length > 0;
}

/** By what a form recalls the preview that it showed; "" of none. */
export function replanMark(replan: Replan | null): string {
  if (replan === null) return "";
  const { periods, hindered, board } = replan;
  const duties = board.duties.map(({ owed, asked, written }) => [owed.key, asked, written?.id]);
  const gone = board.gone.map(({ id }) => id);
  const shown = JSON.stringify({ periods, hindered, duties, gone });
  return createHash("sha256").update(shown).digest("hex").slice(0, 32);
}

/**
 * What is ticked is applied only to what was shown: a rule or a period may have changed since.
 * @throws InvalidInput of the form, `changedMeanwhile`
 */
export function checkReplanSeen(now: Replan | null, { seen }: Pick<ReplanChoice, "seen">): void {
  if (replanMark(now) !== seen) throw new InvalidInput({ form: "changedMeanwhile" });
}

type Duties = DutyBoard["duties"];

function keyOf({ owed }: Duties[number]): string {
  return owed.key;
}

/** What a project has never written down of its periods, a further period does not owe it either. */
function isKept({ owed }: Duties[number], written: readonly Duty[]): boolean {
  const { isAlwaysOwed } = dutyKinds[owed.duty];
  return !owed.period || isAlwaysOwed === true || written.some(({ duty }) => duty === owed.duty);
}

function isStaying({ owed, written }: Duties[number]): boolean {
  if (!written || !owed.dates || owed.recursUntil !== null || written.cancelledOn !== null)
    return false;
  return !followsRule(written) && written.dueOn !== owed.dates.dueOn;
}

/** The periods as they would be, or as they are where something stands in the way. */
async function fittedOf(
  db: Database,
  periods: Period[],
  { before, after }: { before: ProjectSpan; after: ProjectSpan },
): Promise<{ fitted: FittedPeriod[]; changes: PeriodChange[]; hindered: number[] }> {
  const stays = { fitted: periods, changes: [], hindered: [] };
  if (before.startsOn === after.startsOn && before.endsOn === after.endsOn) return stays;
  const months = (await usualLength(db, after)) ?? null;
  const fitted = fitPeriods(periods, { from: before, to: after, months });
  if (fitted === null) return { ...stays, hindered: [1] };
  const changes = changesOfPeriods(periods, fitted);
  const uses = await listPeriodUses(db, before.id);
  const known = uses.map(({ id, isSettled, hasTargets, hasMoney, hasPapers }) => ({
    ...{ id, isSettled, isUsed: hasTargets || hasMoney || hasPapers },
  }));
  const hindered = hindrances(changes, periods, known);
  return hindered.length > 0 ? { ...stays, hindered } : { fitted, changes, hindered };
}

/**
 * Applies what was chosen of a preview, within the change that has already given the project its new days.
 * @throws InvalidInput of the form where something else came between
 */
export async function applyReplan(
  one: Change,
  deps: Pick<Deps, "config">,
  { before, after }: { before: ProjectSpan; after: ProjectSpan },
  choice: ReplanChoice,
): Promise<void> {
  try {
    if (choice.fitsPeriods) await fitStored(one, { before, after });
    const wanted = choice.fitsPeriods ? choice : await stillAsked(one, after, choice);
    await settleWithin(one, deps, after, wanted);
  } catch (error) {
    const isRefused = error instanceof Conflict || error instanceof InvalidInput;
    throw isRefused ? new InvalidInput({ form: "changedMeanwhile" }) : error;
  }
}

async function fitStored(
  one: Change,
  span: { before: ProjectSpan; after: ProjectSpan },
): Promise<void> {
  const { id } = span.after;
  const stored = await listPeriods(one.trx, id);
  const { fitted, hindered } = await fittedOf(one.trx, stored, span);
  if (hindered.length > 0) throw new Conflict("changedMeanwhile");
  await removePeriods(one, id, stored.slice(fitted.length));
  for (const period of fitted) {
    const was = stored.find((other) => other.id === period.id);
    if (was) await savePeriod(one, { id }, stored, { ...was, ...period, id: was.id });
  }
  const added = fitted.filter((period) => period.id === undefined);
  if (added.length > 0) await addPeriods(one, id, added);
}

/** Without other periods, what hangs on them is not asked for. */
async function stillAsked(
  { trx, at }: Change,
  project: ProjectSpan,
  choice: ReplanChoice,
): Promise<DutyChoice> {
  const { duties, gone } = await loadDutyBoard(trx, project, pragueDay(at));
  const moves = duties.filter(({ asked }) => asked.kind === "move" || asked.kind === "extend");
  const adds = duties.filter(({ asked }) => asked.kind === "add").map(keyOf);
  return {
    duties: choice.duties?.filter((key) => adds.includes(key)) ?? [],
    moveIds: choice.moveIds?.filter((id) => moves.some(({ written }) => written?.id === id)) ?? [],
    cancelIds: choice.cancelIds?.filter((id) => gone.some((duty) => duty.id === id)) ?? [],
  };
}
