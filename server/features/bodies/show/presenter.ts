import type { HistoryLine } from "../../../../db/queries/audit-events.ts";
import type { Body, BodyLine } from "../../../../db/queries/bodies.ts";
import type { BodyMember } from "../../../../db/queries/body-members.ts";
import type { MeetingLine, MeetingTask } from "../../../../db/queries/meetings.ts";
import { paths } from "../../../paths.ts";
import type { Formats } from "../../../texts/formats.ts";
import type { Texts } from "../../../texts/index.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { titleFor } from "../../events/rules.ts";

export interface BodyPage {
  body: Body;
  subgroups: BodyLine[];
  members: BodyMember[];
  meetings: MeetingLine[];
  tasks: MeetingTask[];
  history: HistoryLine[];
}

interface Wording {
  texts: Texts;
  formats: Formats;
  today: string;
}

export function presentBody(
  page: BodyPage,
  wording: Wording,
  viewer: { id: number; canEdit: boolean },
) {
  const { body, subgroups } = page;
  const { texts } = wording;
  const { show } = texts.bodies;
  return {
    pageHeader: presentHeader(body, texts, viewer.canEdit),
    labels: show,
    definitionList: presentFacts(body, texts),
    members: page.members.map((member) => presentMember(member, body, wording, viewer.canEdit)),
    addMember: viewer.canEdit ? paths.newBodyMember(body.projectId, body.id) : null,
    subgroups: subgroups.map(({ id, name, ownerName }) => ({
      href: paths.body(body.projectId, id),
      name,
      guarantor: ownerName ?? "",
    })),
    meetings: page.meetings.map((meeting) => presentMeeting(meeting, body, wording, viewer.id)),
    tasks: page.tasks.map((task) => ({
      href: paths.milestone(body.projectId, task.milestoneId),
      title: task.title,
      owner: task.ownerName ?? "",
      due: dueCell(task, wording),
    })),
    historyList: presentHistory(page.history, wording),
  };
}

function presentHeader(body: Body, { bodies }: Texts, canEdit: boolean) {
  const { projectId, id, archivedAt } = body;
  const live = [
    { href: paths.editBody(projectId, id), label: bodies.edit, icon: "pencil" },
    {
      href: paths.bodyArchive(projectId, id),
      label: bodies.archive,
      icon: "archive",
      method: "post" as const,
    },
  ];
  const archived = [
    {
      href: paths.bodyRestoration(projectId, id),
      label: bodies.restore,
      icon: "archive-off",
      method: "post" as const,
    },
  ];
  const more = archivedAt === null ? live : archived;
  return {
    title: body.name,
    subtitle: body.parentName === null ? undefined : bodies.partOf(body.parentName),
    actions: { primary: null, more: canEdit ? more : [] },
  };
}

function presentFacts(body: Body, { bodies: { show } }: Texts) {
  const { projectId, parentId, parentName, purpose, ownerName } = body;
  return [
    ownerName === null
      ? { term: show.guarantor, text: show.missing, isMissing: true }
      : { term: show.guarantor, text: ownerName },
    ...(parentId === null || parentName === null
      ? []
      : [{ term: show.parent, text: parentName, href: paths.body(projectId, parentId) }]),
    ...(purpose === null ? [] : [{ term: show.purpose, text: purpose }]),
  ];
}

function presentMember(member: BodyMember, body: Body, wording: Wording, canEdit: boolean) {
  const { texts, formats, today } = wording;
  const { show } = texts.bodies;
  const { sinceOn, untilOn } = member;
  const isFormer = untilOn !== null && untilOn < today;
  return {
    name: member.ownerName,
    note: [member.role, member.function].filter(Boolean).join(", "),
    span:
      untilOn === null
        ? show.since(formats.date(sinceOn))
        : show.former(formats.date(sinceOn), formats.date(untilOn)),
    former: isFormer ? show.formerMark : null,
    href: canEdit ? paths.editBodyMember(body.projectId, body.id, member.id) : null,
  };
}

function presentMeeting(meeting: MeetingLine, body: Body, wording: Wording, viewerId: number) {
  const { texts, formats } = wording;
  const { show } = texts.bodies;
  const { projectId } = body;
  return {
    title: titleFor(meeting, viewerId, texts),
    href: meeting.hasMinutes
      ? paths.minutes(projectId, meeting.id)
      : paths.event(projectId, meeting.id),
    date: meeting.startsOn === null ? show.noDate : formats.date(meeting.startsOn),
    note: meeting.hasMinutes ? show.hasMinutes : null,
  };
}
