import type { ProjectInReach } from "../../../../db/queries/projects.ts";
import { paths } from "../../../paths.ts";
import { activityCode } from "../../activities/rules.ts";
import { agendaTitle } from "../../agenda/rules.ts";
import { agendaHref } from "../../agenda/service.ts";
import { presentComputed } from "./computed.ts";
import type { OverviewRights, Reading } from "./presenter.ts";
import { BOX_ROWS, type OverviewFacts } from "./service.ts";
import { drawStrip } from "./strip.ts";

export function presentStatus(
  project: ProjectInReach,
  facts: OverviewFacts,
  reading: Reading,
  can: OverviewRights,
) {
  const { overview } = facts;
  const { texts } = reading;
  const { healthSentence: sentence, decisionNeeded } = overview;
  const record = { href: paths.newProjectStatus(project.id), label: texts.overview.actions.status };
  return {
    sentence,
    decision: decisionNeeded,
    computed: presentComputed(project, facts, reading),
    all: { href: paths.projectStatuses(project.id), label: texts.overview.boxes.allStatuses },
    emptyState:
      sentence !== null
        ? null
        : {
            icon: "gauge",
            text: texts.overview.empty.status,
            ...(can.recordStatus && { action: record }),
          },
  };
}

export function presentStrip(
  project: ProjectInReach,
  facts: OverviewFacts,
  { texts, formats, today }: Reading,
  can: OverviewRights,
) {
  const strip = drawStrip({ project, ...facts }, today, {
    activity: ({ number, title, startsOn, endsOn }) => {
      const span = startsOn && endsOn ? `, ${formats.dateRange(startsOn, endsOn)}` : "";
      return `${activityCode({ number, parentNumber: null })} ${title}${span}`;
    },
    pin: ({ title, dueOn }) => `${formats.date(dueOn)} ${title}`,
  });
  const { boxes, empty } = texts.overview;
  const isEmpty = strip.bars.length === 0 && strip.pins.length === 0;
  const action = { href: paths.newActivity(project.id), label: empty.stripAction };
  return {
    ...strip,
    label: boxes.stripLabel(strip.bars.length, strip.pins.length),
    all: { href: paths.projectTimeline(project.id), label: boxes.wholeTimeline },
    emptyState: isEmpty
      ? { icon: "timeline", text: empty.strip, ...(can.editActivities && { action }) }
      : null,
  };
}

export function presentLog(project: ProjectInReach, facts: OverviewFacts, reading: Reading) {
  const { texts, formats } = reading;
  return {
    entries: facts.entries.map((entry) => ({
      href: paths.logEntry(project.id, entry.id),
      on: formats.date(entry.happenedOn),
      author: entry.authorName ?? texts.overview.unknownAuthor,
      body: entry.body,
      codes: facts.entryActivities
        .filter(({ entryId }) => entryId === entry.id)
        .map((activity) => ({ code: activityCode(activity), title: activity.title })),
    })),
    all: { href: paths.progress(project.id), label: texts.overview.showAll },
    emptyState:
      facts.entries.length > 0 ? null : { icon: "notebook", text: texts.overview.empty.log },
  };
}

/** What the box of the log may refer to, out of what the page has read already. */
export function logChoices(facts: OverviewFacts) {
  const byId = new Map(facts.activities.map((activity) => [activity.id, activity]));
  const mains = facts.activities.filter(({ parentId }) => parentId === null);
  const inOrder = mains.flatMap((main) => [
    main,
    ...facts.activities.filter(({ parentId }) => parentId === main.id),
  ]);
  return {
    activities: inOrder.map(({ id, number, title, parentId }) => ({
      ...{ id, number, title },
      parentNumber: byId.get(parentId ?? 0)?.number ?? null,
    })),
    milestones: facts.pins
      .filter(({ doneOn }) => doneOn === null)
      .map(({ id, title, dueOn }) => ({ id, title, dueOn })),
  };
}

export function presentDeadlines(
  project: ProjectInReach,
  facts: OverviewFacts,
  { texts, formats, today }: Reading,
  can: OverviewRights,
) {
  const { empty } = texts.overview;
  const { kinds } = texts.agenda;
  const action = { href: paths.newMilestone(project.id), label: empty.deadlinesAction };
  return {
    rows: facts.deadlines.slice(0, BOX_ROWS).map((row) => ({
      href: agendaHref(row),
      title: agendaTitle(row, texts),
      kind: kinds[row.kind as keyof typeof kinds],
      owner: row.contactName ?? row.ownerName ?? "",
      on: formats.nearDate(row.dueOn, today),
      away: formats.daysFromToday(row.dueOn, today),
      isLate: row.dueOn < today,
    })),
    all: { href: paths.milestones(project.id), label: texts.overview.showAll },
    emptyState:
      facts.deadlines.length > 0
        ? null
        : { icon: "calendar-due", text: empty.deadlines, ...(can.editMilestones && { action }) },
  };
}

export function presentTeam(
  project: ProjectInReach,
  { members }: OverviewFacts,
  { texts }: Reading,
  can: OverviewRights,
) {
  return {
    members: members.slice(0, BOX_ROWS).map(({ name, role, position }) => ({
      name,
      role: [texts.projects.roles[role], position].filter(Boolean).join(", "),
    })),
    all: {
      href: paths.team(project.id),
      label:
        members.length > BOX_ROWS
          ? texts.overview.all(String(members.length))
          : texts.overview.showAll,
    },
    invite: can.editTeam ? { href: paths.newTeamMember(project.id), label: texts.team.add } : null,
  };
}
