import type { Activity, ActivityLine } from "../../../../db/queries/activities.ts";
import type { ActivityLogLine } from "../../../../db/queries/activity-log.ts";
import type { MilestoneLine } from "../../../../db/queries/milestone-list.ts";
import { paths } from "../../../paths.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { withQuery } from "../../../web/query-string.ts";
import { activityCode, canBeRestored, percentOf } from "../rules.ts";
import { datesText, datesWarnings, slipText, statePill, type Wording } from "../words.ts";
import { presentFacts } from "./facts-presenter.ts";
import { presentMoves, presentProgressFacts } from "./progress-presenter.ts";
import { type ActivityPage, MOST_MILESTONES_SHOWN } from "./service.ts";

export interface Allowed {
  edit: boolean;
  progress: boolean;
  milestones: boolean;
}

const LOG_LINE_LENGTH = 240;

export function presentActivity(
  page: ActivityPage,
  project: { id: number; startsOn: string; endsOn: string },
  wording: Wording,
  can: Allowed,
) {
  const { activity } = page;
  const { texts, formats } = wording;
  const { activities } = texts;
  const { show } = activities;
  const { archivedAt } = activity;
  const archived = archivedAt && show.archived(formats.date(pragueDay(archivedAt)));
  return {
    pageHeader: presentHeader(activity, wording, can),
    notice: archived || null,
    warnings: archivedAt ? [] : warningsOf(activity, project, wording),
    labels: { ...show, columns: activities.columns, milestone: texts.milestones.columns },
    tiles: presentTiles(page, wording),
    goal: activity.goal,
    description: activity.description,
    outputs: activity.outputs,
    parts: page.parts.map((part) => presentPart(part, activity, wording)),
    milestones: page.milestones
      .slice(0, MOST_MILESTONES_SHOWN)
      .map((milestone) => presentMilestone(milestone, project.id, wording)),
    allMilestones: withQuery(paths.milestones(project.id), { activity: activity.id, state: "all" }),
    log: page.log.map((line) => presentLog(line, project.id, wording)),
    allLog: withQuery(paths.progress(project.id), { activity: activity.id }),
    facts: presentFacts(page, project.id, wording),
    percentHistory: presentProgressFacts(page, project.id, wording, can),
    datesHistory: presentMoves(page, wording),
    historyList: presentHistory(page.history, wording),
  };
}

export function warningsOf(
  activity: Activity,
  project: { startsOn: string; endsOn: string },
  { texts }: Wording,
): string[] {
  const parent =
    activity.parentNumber === null
      ? null
      : {
          startsOn: activity.parentStartsOn,
          endsOn: activity.parentEndsOn,
          code: activityCode({ number: activity.parentNumber, parentNumber: null }),
        };
  return datesWarnings(activity, { project, parent }, texts);
}

function presentHeader(activity: Activity, wording: Wording, can: Allowed) {
  const { texts, today } = wording;
  const { activities, frame } = texts;
  const { projectId, id, archivedAt } = activity;
  const header = {
    title: activity.title,
    code: activityCode(activity),
    pill: statePill(activity.state, texts),
  };
  if (archivedAt !== null) {
    const restore = {
      href: paths.activityRestoration(projectId, id),
      label: activities.restore,
      icon: "archive-off",
      method: "post",
    };
    const more = can.edit && canBeRestored(archivedAt, today) ? [restore] : [];
    return { ...header, actions: { primary: null, more } };
  }
  const primary = {
    href: paths.newActivityProgress(projectId, id),
    label: activities.recordProgress,
    icon: "progress",
  };
  return {
    ...header,
    actions: { primary: can.progress ? primary : null, more: moreActions(activity, texts, can) },
    label: frame.moreActions,
  };
}

function moreActions(activity: Activity, { activities }: Wording["texts"], can: Allowed) {
  const { projectId, id } = activity;
  const newMilestone = (kind?: string) =>
    withQuery(paths.newMilestone(projectId), { activity: id, kind });
  const edits = [
    { href: paths.editActivity(projectId, id), label: activities.edit, icon: "pencil" },
    ...(activity.parentId === null
      ? [
          {
            href: withQuery(paths.newActivity(projectId), { parent: id }),
            label: activities.newSub,
            icon: "list-tree",
          },
        ]
      : []),
  ];
  const milestones = [
    { href: newMilestone(), label: activities.newMilestone, icon: "flag" },
    { href: newMilestone("output"), label: activities.newOutput, icon: "checklist" },
  ];
  const rest = [
    {
      href: paths.newActivityBaseline(projectId, id),
      label: activities.setBaseline,
      icon: "calendar-time",
    },
    { href: paths.newActivityArchive(projectId, id), label: activities.archive, icon: "archive" },
  ];
  return [
    ...(can.edit ? edits : []),
    ...(can.milestones ? milestones : []),
    ...(can.edit ? rest : []),
  ];
}

function presentTiles(page: ActivityPage, wording: Wording) {
  const { activity, own } = page;
  const { texts, formats } = wording;
  const { activities } = texts;
  const tiles = [
    { label: activities.columns.percent, ...percentTile(page, wording) },
    {
      label: activities.columns.dates,
      value: datesText(activity, wording) ?? activities.noDates,
      note: slipText(activity, texts) ?? (activity.baselineEndsOn ? activities.onTime : ""),
    },
    { label: activities.columns.outputs, value: outputsText(own, wording) },
  ];
  if (activity.parentId !== null) return tiles;
  const share = {
    label: activities.columns.share,
    value:
      activity.shareBp === null ? activities.show.missing : formats.share(activity.shareBp * 100),
  };
  return [...tiles, share];
}

function percentTile({ activity, own, parts }: ActivityPage, { texts, formats }: Wording) {
  const { activities } = texts;
  const known = percentOf(own, parts);
  if (known === null) return { value: activities.noPercent };
  const { percent, isMean } = known;
  const on = activity.percentOn ? activities.onDay(formats.date(activity.percentOn)) : "";
  return {
    value: formats.percent(percent * 100),
    note: isMean ? activities.fromParts : on,
    bar: { percent, ...(percent === 100 ? { tone: "green" } : {}) },
  };
}

function outputsText({ outputs, outputsDone }: ActivityLine, { texts, formats }: Wording): string {
  const { activities } = texts;
  if (outputs === 0) return activities.noOutputs;
  return activities.outputsDone(formats.number(outputsDone), formats.number(outputs));
}

function presentPart(part: ActivityLine, activity: Activity, wording: Wording) {
  const { texts, formats } = wording;
  const { activities } = texts;
  return {
    href: paths.activity(activity.projectId, part.id),
    code: activityCode({ number: part.number, parentNumber: activity.number }),
    title: part.title,
    state: statePill(part.state, texts),
    bar: {
      percent: part.percent,
      label: part.percent === null ? activities.noPercent : formats.percent(part.percent * 100),
    },
    owner: part.ownerName ?? "",
    dates: datesText(part, wording) ?? "",
  };
}

function presentMilestone(milestone: MilestoneLine, projectId: number, wording: Wording) {
  return {
    href: paths.milestone(projectId, milestone.id),
    title: milestone.title,
    kind: wording.texts.milestones.kinds[milestone.kind],
    owner: milestone.ownerName ?? "",
    due: dueCell(milestone, wording),
  };
}

function presentLog(line: ActivityLogLine, projectId: number, { formats }: Wording) {
  const isLong = line.body.length > LOG_LINE_LENGTH;
  return {
    href: paths.logEntry(projectId, line.id),
    date: formats.date(line.happenedOn),
    body: isLong ? `${line.body.slice(0, LOG_LINE_LENGTH).trimEnd()}…` : line.body,
    author: line.authorName ?? "",
  };
}
