import { type Duty, updateMilestoneTitle, updateSeriesEnd } from "../../../../db/queries/duties.ts";
import {
  findMilestone,
  type Milestone,
  updateMilestoneDue,
} from "../../../../db/queries/milestones.ts";
import { lockProject, type ProjectSpan } from "../../../../db/queries/project-locks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type Texts, textsFor } from "../../../texts/index.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { cancelWithin } from "../../milestones/completion/service.ts";
import { recordMoves } from "../../milestones/moves/service.ts";
import { datesSetBy } from "../../milestones/rules.ts";
import { addMilestone, keepMilestoneFound, milestoneAt } from "../../milestones/service.ts";
import type { Compared } from "../comparison/rules.ts";
import { dutyKinds } from "../kinds/rules.ts";
import type { Owed } from "../rules.ts";
import { type DutyBoard, loadDutyBoard } from "../service.ts";
import { dutyTitle } from "../words.ts";

export type DutyDeps = Pick<Deps, "db" | "clock" | "config">;

/** What of a board shall be done. */
export interface DutyChoice {
  /** Keys of duties to write down: `3-report`. */
  duties?: string[];
  /** Where no rule gives the day of such a duty, the one typed. */
  days?: Record<string, CalendarDate>;
  /** Written duties to move to the day of their rule, or to the end of their series. */
  moveIds?: number[];
  /** Written duties that are owed no more. */
  cancelIds?: number[];
}

/** Writes down, moves and cancels the duties chosen. */
export async function settleDuties(
  deps: DutyDeps,
  author: Author,
  projectId: number,
  choice: DutyChoice,
): Promise<void> {
  await change(deps, author, async (one) => {
    const project = await lockProject(one.trx, projectId);
    await settleWithin(one, deps, project, choice);
  });
}

/** The same within a change that has begun, of a project that is locked. */
export async function settleWithin(
  one: Change,
  deps: Pick<Deps, "config">,
  project: ProjectSpan,
  choice: DutyChoice,
): Promise<void> {
  const { duties = [], days = {}, moveIds = [], cancelIds = [] } = choice;
  if (duties.length + moveIds.length + cancelIds.length === 0) return;
  const board = await loadDutyBoard(one.trx, project, pragueDay(one.at));
  const settling: Settling = { one, project, board, texts: storedTexts(deps) };
  for (const id of moveIds) await move(settling, id);
  for (const id of cancelIds) await cancel(settling, id);
  for (const key of duties) await add(settling, key, days);
}

interface Settling {
  one: Change;
  project: ProjectSpan;
  board: DutyBoard;
  texts: Texts;
}

async function add(settling: Settling, key: string, days: DutyChoice["days"]): Promise<void> {
  const found = settling.board.duties.find(({ owed }) => owed.key === key);
  if (!found) throw new InvalidInput({ duties: "unknownChoice" });
  const { owed, written, asked } = found;
  if (asked.kind === "add") return writeDown(settling, owed, asked.on);
  if (written || owed.ruleId !== null) throw new InvalidInput({ duties: "unknownChoice" });
  const typed = days?.[key];
  if (typed === undefined) throw new InvalidInput({ [`day-${key}`]: "dutyNeedsDay" });
  await writeDown(settling, owed, typed);
}

async function writeDown(
  { one, project, board, texts }: Settling,
  owed: Owed,
  dueOn: CalendarDate,
  formerly?: Milestone,
): Promise<void> {
  const { period, recursUntil } = owed;
  const stored = board.periods.find(({ number }) => number === period?.number);
  const isSeries = recursUntil !== null;
  await addMilestone(one, project.id, {
    kind: dutyKinds[owed.duty].milestone,
    title: dutyTitle(owed, texts),
    dueOn,
    duty: owed.duty,
    origin: owed.dates ? "rule" : "hand",
    computed: isSeries ? datesSetBy(dueOn) : owed.dates,
    programmeRuleId: owed.ruleId,
    periodId: stored?.id ?? null,
    ...(isSeries ? { recurrence: "monthly", recursUntil } : {}),
    ...takenOver(formerly),
  });
}

/** A series that goes on from another day keeps its name and whoever answers for it. */
function takenOver(formerly: Milestone | undefined) {
  if (!formerly) return {};
  const { title, ownerUserId, ownerContactId } = formerly;
  return { title, owner: { ownerUserId, ownerContactId }, isOwnerTakenOver: true };
}

async function move(settling: Settling, id: number): Promise<void> {
  const found = settling.board.duties.find(({ written }) => written?.id === id);
  const { kind } = found?.asked ?? { kind: "nothing" };
  if (!found || (kind !== "move" && kind !== "extend")) throw new Conflict("changedMeanwhile");
  const milestone = await findMilestone(settling.one.trx, { projectId: settling.project.id, id });
  if (!milestone) throw new Conflict("changedMeanwhile");
  if (found.asked.kind === "extend") return extend(settling, milestone, found.asked.until);
  if (found.owed.recursUntil !== null) return replaceSeries(settling, milestone, found);
  await moveToRule(settling, milestone, found.owed);
}

async function moveToRule(
  { one, texts }: Settling,
  milestone: Milestone,
  owed: Owed,
): Promise<void> {
  const { dates } = owed;
  if (dates === null) throw new Conflict("changedMeanwhile");
  const updated = await updateMilestoneDue(one.trx, milestone, {
    ...dates,
    computedDueOn: dates.dueOn,
    overriddenDueOn: null,
    overrideReason: null,
    programmeRuleId: owed.ruleId,
  });
  if (updated === 0) throw new Conflict("changedMeanwhile");
  await rename(one, milestone, owed, texts);
  await keepMilestoneFound(one, milestone);
  await recordMoves(one, [{ milestone, dueOn: dates.dueOn }], texts.duties.movedByRule);
}

/** A report that has become the final one, or is so no more, is called so, unless somebody renamed it. */
async function rename(one: Change, milestone: Milestone, owed: Owed, texts: Texts): Promise<void> {
  const former = dutyTitle({ ...owed, isFinal: !owed.isFinal }, texts);
  const title = dutyTitle(owed, texts);
  if (milestone.title !== former || former === title) return;
  await updateMilestoneTitle(one.trx, { id: milestone.id, title });
}

async function extend(
  { one }: Settling,
  milestone: Milestone,
  recursUntil: CalendarDate,
): Promise<void> {
  if ((await updateSeriesEnd(one.trx, milestone, recursUntil)) === 0)
    throw new Conflict("changedMeanwhile");
  one.record({
    action: "milestone.edited",
    objectType: "milestone",
    objectId: milestone.id,
    projectId: milestone.projectId,
    changes: { recursUntil: [milestone.recursUntil, recursUntil] },
  });
}

/** Days of a series are counted from its first one: another day of the month begins another series. */
async function replaceSeries(
  settling: Settling,
  milestone: Milestone,
  { owed, asked }: Compared<Duty>,
): Promise<void> {
  if (asked.kind !== "move") return;
  await cancelWithin(settling.one, milestone, settling.texts.duties.movedByRule);
  await writeDown(settling, owed, asked.on, milestone);
}

async function cancel({ one, project, board, texts }: Settling, id: number): Promise<void> {
  if (!board.gone.some((duty) => duty.id === id)) throw new Conflict("changedMeanwhile");
  const milestone = await milestoneAt(one, { projectId: project.id, id });
  await cancelWithin(one, milestone, texts.duties.notOwed);
}

/** What is written down is called in the language of the authority, not of the reader. */
export function storedTexts({ config }: Pick<Deps, "config">): Texts {
  return textsFor(config.defaultLanguage);
}
