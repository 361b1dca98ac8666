import type { Database } from "../../../../db/connection.ts";
import { type AgendaRow, agendaObjects, listAgenda } from "../../../../db/queries/agenda.ts";
import { listActiveRules, type ReminderRule } from "../../../../db/queries/reminder-rules.ts";
import { listWaiting, type WaitingRow, waitingObjects } from "../../../../db/queries/waiting.ts";
import { addDays, type CalendarDate } from "../../../values/calendar-date.ts";
import { addWorkingDays } from "../../../values/working-days.ts";
import { isEscalated, ruleFor } from "../../reminders/addressees/rules.ts";

export type EscalatedThing = AgendaRow | WaitingRow;

/**
 * What has been owed, or has waited, for so long that its rule tells the monthly summary of it; the oldest
 * first. Without such a rule nothing else is asked.
 */
export async function listEscalated(
  db: Database,
  { today, projectIds }: { today: CalendarDate; projectIds?: readonly number[] },
): Promise<EscalatedThing[]> {
  const rules = await listActiveRules(db);
  const telling = rules.filter((rule) => rule.escalateSummaryAfter !== null);
  const [agendaTypes, waitingTypes] = [
    typesOf(telling, agendaObjects),
    typesOf(telling, waitingObjects),
  ];
  const scope = { today, ...(projectIds ? { projectIds } : {}) };
  const to = addDays(addWorkingDays(today, 1 - leastDays(telling)), -1);
  const agenda = { ...scope, ...kindsOf(telling), to, objectTypes: agendaTypes };
  const owed = agendaTypes.length === 0 ? [] : await listAgenda(db, agenda);
  const waiting =
    waitingTypes.length === 0 ? [] : await listWaiting(db, { ...scope, objectTypes: waitingTypes });
  return [...owed, ...waiting]
    .filter((thing) =>
      isEscalated(thing, ruleFor(rules, thing)?.escalateSummaryAfter ?? null, today),
    )
    .sort((one, other) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn)));
}

function typesOf<Type extends string>(
  rules: readonly ReminderRule[],
  all: readonly Type[],
): Type[] {
  return all.filter((type) => rules.some(({ objectType }) => objectType === type));
}

/** Where each rule is about one kind only, the rest of thousands of dates need not be read. */
function kindsOf(rules: readonly ReminderRule[]): { kinds?: string[] } {
  const kinds = rules.flatMap(({ kind }) => kind ?? []);
  return kinds.length === rules.length ? { kinds } : {};
}

function leastDays(rules: readonly ReminderRule[]): number {
  return Math.min(250, ...rules.map((rule) => rule.escalateSummaryAfter ?? 250));
}
