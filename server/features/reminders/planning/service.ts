import { setImmediate as othersTurn } from "node:timers/promises";
import type { Database } from "../../../../db/connection.ts";
import { agendaObjects, listAgenda } from "../../../../db/queries/agenda.ts";
import { findLastStart } from "../../../../db/queries/jobs.ts";
import { listRemindedPeople } from "../../../../db/queries/reminded-people.ts";
import { listActiveRules, type ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import { listTold } from "../../../../db/queries/reminders.ts";
import { listWaiting, waitingObjects } from "../../../../db/queries/waiting.ts";
import {
  addDays,
  type CalendarDate,
  pragueDay,
  pragueInstant,
} from "../../../values/calendar-date.ts";
import { furthestAhead } from "../rules.ts";
import { type Circumstances, type RemindedThing, type Told, toldBy } from "./rules.ts";

/** How far back it is looked for what was told; the last step of a thing is never older. */
const REMEMBERED_DAYS = 400;
/** How far back it is known who stood in for whom. */
const KNOWN_ABSENCES = 60;

export interface State extends Circumstances {
  things: RemindedThing[];
  told: Told;
  lastPlannedOn: CalendarDate | undefined;
}

export interface StateScope {
  day: CalendarDate;
  /** Days beyond it for which things are wanted too. */
  daysAhead?: number;
  /** Instead of those that bind. */
  rules?: readonly ReminderRule[];
  /** All of them unless some are named. */
  projectIds?: readonly number[];
}

/** Everything that decides what is told on a day, in a fixed number of questions with others' turns between. */
export async function readState(db: Database, scope: StateScope): Promise<State> {
  const { day } = scope;
  const circumstances = await readCircumstances(db, scope, scope.rules);
  await othersTurn();
  const things = await listThings(db, circumstances.rules, scope);
  await othersTurn();
  const told = toldBy(await listTold(db, addDays(day, -REMEMBERED_DAYS)));
  await othersTurn();
  return { ...circumstances, things, told, lastPlannedOn: await lastPlanningBefore(db, day) };
}

/** The rules and the people of all projects, or of some. */
export async function readCircumstances(
  db: Database,
  { day, projectIds }: { day: CalendarDate; projectIds?: readonly number[] },
  rules?: readonly ReminderRule[],
): Promise<Circumstances> {
  const scope = { from: addDays(day, -KNOWN_ABSENCES), ...(projectIds ? { projectIds } : {}) };
  return {
    rules: rules ?? (await listActiveRules(db)),
    people: await listRemindedPeople(db, scope),
  };
}

/** What the rules may have to remind of by that day, the nearest day first. */
export async function listThings(
  db: Database,
  rules: readonly ReminderRule[],
  { day, daysAhead = 0, projectIds, objectTypes }: StateScope & { objectTypes?: readonly string[] },
): Promise<RemindedThing[]> {
  const ruled = new Set(rules.filter((rule) => rule.isActive).map(({ objectType }) => objectType));
  const isWanted = (type: string) => ruled.has(type) && (objectTypes?.includes(type) ?? true);
  const dated = agendaObjects.filter(isWanted);
  const waiting = waitingObjects.filter(isWanted);
  const scope = { today: day, ...(projectIds ? { projectIds } : {}) };
  const remindTo = addDays(day, daysAhead + furthestAhead(rules));
  return [
    ...(dated.length > 0 ? await listAgenda(db, { ...scope, objectTypes: dated, remindTo }) : []),
    ...(waiting.length > 0 ? await listWaiting(db, { ...scope, objectTypes: waiting }) : []),
  ];
}

/** Undefined where no planning is on record: then nothing is known to have been missed. */
export async function lastPlanningBefore(
  db: Database,
  day: CalendarDate,
): Promise<CalendarDate | undefined> {
  const before = pragueInstant(day, "00:00");
  const at = await findLastStart(db, { name: "plan-reminders", before });
  return at && pragueDay(at);
}
