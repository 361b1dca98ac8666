import type { OwnTask } from "../../../../db/queries/own-tasks.ts";
import { paths } from "../../../paths.ts";
import type { Wording } from "../words.ts";
import { lastDayOf } from "./rules.ts";

/** What the viewer has to do for plans, by the day; null when there is nothing. */
export function presentTasks(
  tasks: readonly OwnTask[],
  { userId }: { userId: number },
  wording: Wording,
) {
  if (tasks.length === 0) return null;
  const { title, columns, late } = wording.texts.cardStatements.mine.tasks;
  return { title, columns, late, rows: tasks.map((task) => presentTask(task, userId, wording)) };
}

function presentTask(task: OwnTask, userId: number, { texts, formats, today }: Wording) {
  const { mine } = texts.cardStatements;
  const { planId, cardId, year, dueOn, measureText } = task;
  const lastDay = lastDayOf(task);
  return {
    what: task.task ?? measureText ?? mine.tasks.wholeCard,
    measure: task.task === null ? null : measureText,
    note: task.ownerUserId === userId ? null : mine.insteadOf(task.ownerName),
    card: { href: paths.card(planId, cardId), label: `${task.cardNumber} ${task.cardName}` },
    actionPlan:
      year === null
        ? null
        : {
            href: paths.actionPlan(planId, year),
            year: String(year),
            label: texts.actionPlans.ofYear(String(year)),
          },
    due: dueOn === null ? mine.tasks.inYear(String(year)) : formats.date(dueOn),
    isLate: lastDay !== null && lastDay < today,
  };
}
