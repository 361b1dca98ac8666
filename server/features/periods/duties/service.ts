import type { Database } from "../../../../db/connection.ts";
import { listMilestonesById, updateMilestoneDue } from "../../../../db/queries/milestones.ts";
import { listRulesInForce, type RuleInForce } from "../../../../db/queries/offset-rules.ts";
import {
  type Duty,
  listDuties,
  listPeriods,
  type Period,
  updateMilestoneTitle,
} from "../../../../db/queries/periods.ts";
import { lockProject, type ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type Texts, textsFor } from "../../../texts/index.ts";
import type { CalendarDate } from "../../../values/calendar-date.ts";
import { recordMoves } from "../../milestones/moves/service.ts";
import { addMilestone, keepMilestoneFound } from "../../milestones/service.ts";
import type { NumberedSpan } from "../rules.ts";
import {
  type Compared,
  compareDuties,
  type DutyDates,
  dutiesOf,
  dutyKey,
  type OffsetKind,
  type OffsetRule,
  offsetKinds,
  readOffset,
  requestNumber,
} from "./rules.ts";

export type DutyDeps = Pick<Deps, "db" | "clock" | "config">;

/** Which duties are wanted and, where the programme has no rule, on which day: `3-report` → day. */
export interface DutyChoice {
  duties: string[];
  days: Record<string, CalendarDate>;
}

export interface DutyBoard {
  periods: Period[];
  duties: Compared<Duty>[];
  rules: RuleInForce[];
  /** Rules of the programme that are missing or cannot be read. */
  missingRules: OffsetKind[];
}

/** What each period owes by the rules of the programme, beside what is written down. Three queries. */
export async function loadDutyBoard(db: Database, project: ProjectSpan): Promise<DutyBoard> {
  // One after another: within a transaction there is one connection.
  const periods = await listPeriods(db, project.id);
  const stored = await listDuties(db, project.id);
  const rules = await loadOffsetRules(db, project);
  const due = dutiesOf(periods, project, rules.readable);
  const idOf = ({ number }: NumberedSpan) => periods.find((one) => one.number === number)?.id;
  const missingRules = offsetKinds.filter((kind) => rules.readable[kind] === undefined);
  return { periods, duties: compareDuties(due, stored, idOf), rules: rules.all, missingRules };
}

/** The project's own rules, else those in force on the day of its decision, or of its start without one. */
export async function loadOffsetRules(
  db: Database,
  project: ProjectSpan,
): Promise<{ all: RuleInForce[]; readable: Partial<Record<OffsetKind, OffsetRule>> }> {
  const on = ruleDayOf(project);
  const found = await listRulesInForce(db, {
    projectId: project.id,
    programme: project.programme,
    kinds: offsetKinds,
    on,
  });
  const readable: Partial<Record<OffsetKind, OffsetRule>> = {};
  const all: RuleInForce[] = [];
  for (const kind of offsetKinds) {
    const rule = found.find((one) => one.kind === kind);
    const offset = rule && readOffset(rule.value);
    if (!rule || !offset) continue;
    readable[kind] = { id: rule.id, offset };
    all.push(rule);
  }
  return { all, readable };
}

/** The day whose rules bind the project. */
export function ruleDayOf({
  decidedOn,
  startsOn,
}: Pick<ProjectSpan, "decidedOn" | "startsOn">): CalendarDate {
  return decidedOn ?? startsOn;
}

/** Writes down the duties chosen and moves those whose rule gives another day by now. */
export async function settleDuties(
  deps: DutyDeps,
  author: Author,
  projectId: number,
  entry: DutyChoice & { moveIds: number[] },
): Promise<void> {
  await change(deps, author, async (one) => {
    const project = await lockProject(one.trx, projectId);
    await addDuties(one, deps, project, entry);
    await moveDuties(one, deps, project, entry.moveIds);
  });
}

/** Adds the duties chosen for periods already stored, within a change that has begun. */
export async function addDuties(
  one: Change,
  deps: Pick<Deps, "config">,
  project: ProjectSpan,
  choice: DutyChoice,
): Promise<void> {
  if (choice.duties.length === 0) return;
  const board = await loadDutyBoard(one.trx, project);
  for (const key of choice.duties) {
    const { duty, period } = offered(board, key);
    const dueOn = duty.dates?.dueOn ?? choice.days[key];
    if (dueOn === undefined) throw new InvalidInput({ [`day-${key}`]: "dutyNeedsDay" });
    await addMilestone(one, project.id, {
      kind: duty.kind,
      title: dutyTitle(duty, storedTexts(deps)),
      dueOn,
      origin: duty.dates ? "rule" : "hand",
      computed: duty.dates,
      programmeRuleId: duty.ruleId,
      periodId: period.id,
    });
  }
}

function offered(board: DutyBoard, key: string): { duty: DutyDates; period: Period } {
  const found = board.duties.find(({ due }) => dutyKey(due) === key);
  const period = board.periods.find(({ number }) => number === found?.due.period.number);
  if (!found || found.stored || !period) throw new InvalidInput({ duties: "unknownChoice" });
  return { duty: found.due, period };
}

/** Moves the duties named to the days their rules give now, within a change that has begun. */
export async function moveDuties(
  one: Change,
  deps: Pick<Deps, "config">,
  project: ProjectSpan,
  ids: number[],
): Promise<void> {
  if (ids.length === 0) return;
  const board = await loadDutyBoard(one.trx, project);
  const milestones = await listMilestonesById(one.trx, { projectId: project.id, ids });
  const texts = storedTexts(deps);
  for (const milestone of milestones) {
    const duty = board.duties.find(({ stored }) => stored?.id === milestone.id);
    const dates = duty?.due.dates;
    if (!duty?.isOutdated || !dates) throw new Conflict("changedMeanwhile");
    const updated = await updateMilestoneDue(one.trx, milestone, {
      ...dates,
      computedDueOn: dates.dueOn,
      overriddenDueOn: null,
      overrideReason: null,
      programmeRuleId: duty.due.ruleId,
    });
    if (updated === 0) throw new Conflict("changedMeanwhile");
    await renameDuty(one, milestone, duty.due, texts);
    await keepMilestoneFound(one, milestone);
    await recordMoves(one, [{ milestone, dueOn: dates.dueOn }], texts.periods.movedByRule);
  }
}

/** A report that has become the final one, or is so no more, is called so, unless somebody renamed it. */
async function renameDuty(
  one: Change,
  milestone: { id: number; title: string },
  duty: DutyDates,
  texts: Texts,
): Promise<void> {
  const former = dutyTitle({ ...duty, isFinal: !duty.isFinal }, texts);
  if (milestone.title !== former) return;
  await updateMilestoneTitle(one.trx, { id: milestone.id, title: dutyTitle(duty, texts) });
}

/** How the duty is called when it is written down: in the language of the authority, not of the reader. */
export function dutyTitle(
  duty: Pick<DutyDates, "kind" | "period" | "isFinal">,
  texts: Texts,
): string {
  const { title } = texts.periods.duty;
  const number = duty.kind === "report" ? duty.period.number : requestNumber(duty.period);
  return (duty.isFinal ? title.final : title.interim)[duty.kind](String(number));
}

export function storedTexts({ config }: Pick<Deps, "config">): Texts {
  return textsFor(config.defaultLanguage);
}
