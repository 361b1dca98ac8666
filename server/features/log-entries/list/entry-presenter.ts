import type { Response } from "express";
import { can } from "../../../access/allow.ts";
import { paths } from "../../../paths.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityCode } from "../../activities/rules.ts";
import { stateOf } from "../../milestones/rules.ts";
import type { LogLine } from "./service.ts";

/** One entry as `views/log-entries/_entry.ejs` prints it. */
export function presentEntry(res: Response, line: LogLine) {
  const { texts, formats, project } = res.locals;
  const { entry, edit } = line;
  const words = texts.logEntries;
  const projectId = project?.id ?? entry.projectId;
  return {
    id: `entry-${entry.id}`,
    href: paths.logEntry(projectId, entry.id),
    date: formats.date(entry.happenedOn),
    weekday: formats.shortWeekday(entry.happenedOn),
    author: entry.authorName ?? words.unknownAuthor,
    hours: entry.workedMinutes === null ? null : res.locals.formats.hours(entry.workedMinutes),
    body: entry.body,
    activities: line.activities.map((activity) => ({
      code: activityCode(activity),
      title: activity.title,
      href: withQuery(paths.progress(projectId), { activity: activity.id }),
      percent:
        activity.percent === null
          ? null
          : words.percentRecorded(formats.percent(activity.percent * 100)),
    })),
    nextStep: presentNextStep(res, line),
    nextStepLabel: words.nextStep,
    milestones: line.touched.map((milestone) => ({
      label: words.milestone,
      title: milestone.title,
      href: paths.milestone(projectId, milestone.id),
      note: milestone.doneOn === null ? null : words.milestoneDone,
    })),
    edited: edit && {
      text: edit.byName
        ? words.edited(formats.dateTime(edit.at), edit.byName)
        : words.editedNameless(formats.dateTime(edit.at)),
      href: `${paths.logEntry(projectId, entry.id)}#history`,
    },
    archived: entry.archivedAt === null ? null : words.archivedMark,
    edit:
      entry.archivedAt === null && can(res, "log-entry:write")
        ? { href: paths.editLogEntry(projectId, entry.id), label: words.edit }
        : null,
  };
}

function presentNextStep(res: Response, { entry, task }: LogLine) {
  const { texts, formats, today } = res.locals;
  if (entry.nextStep === null) return null;
  const words = texts.logEntries.task;
  if (task === null) {
    const note = entry.nextStepOn === null ? null : words.none(formats.date(entry.nextStepOn));
    return { text: entry.nextStep, note, href: null, isLate: false };
  }
  const state = stateOf(task, today);
  const note = {
    open: () => words.open(formats.date(task.dueOn)),
    overdue: () => words.overdue(formats.date(task.dueOn)),
    done: () => words.done(formats.date(task.doneOn ?? task.dueOn)),
    cancelled: () => words.cancelled,
  }[state]();
  return {
    text: entry.nextStep,
    note,
    href: paths.milestone(entry.projectId, task.id),
    isLate: state === "overdue",
  };
}
