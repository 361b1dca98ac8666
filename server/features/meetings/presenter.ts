import type { MeetingTask } from "../../../db/queries/meetings.ts";
import { paths } from "../../paths.ts";
import type { Formats } from "../../texts/formats.ts";
import type { Texts } from "../../texts/index.ts";
import { dueCell } from "../../web/due-cell.ts";
import { stateOf } from "../milestones/rules.ts";
import type { Meeting } from "./service.ts";

export interface Wording {
  texts: Texts;
  formats: Formats;
  today: string;
}

const STATES_IN_ORDER = ["present", "excused", "absent", "invited"] as const;

/** The minutes as they are read and printed. */
export function presentMinutes(
  meeting: Meeting,
  carried: MeetingTask[],
  wording: Wording,
  canEdit: boolean,
) {
  const { event, meeting: record, items, tasks } = meeting;
  const { texts, formats } = wording;
  const { meetings: words } = texts;
  const { projectId, id } = event;
  const isEmpty =
    items.length === 0 &&
    meeting.attendees.length === 0 &&
    record.minutes === null &&
    record.conclusions === null;
  return {
    labels: words,
    held:
      event.startsOn === null
        ? ""
        : words.held(formats.longDate(event.startsOn), event.place ?? ""),
    body:
      record.bodyId === null || record.bodyName === null
        ? null
        : { href: paths.body(projectId, record.bodyId), name: record.bodyName },
    attendees: presentAttendees(meeting, texts),
    items: items.map((item, index) => ({
      number: `${index + 1}.`,
      title: item.title,
      minutes: item.minutes,
      conclusion: item.conclusion,
      tasks: tasks
        .filter(({ agendaItemId }) => agendaItemId === item.id)
        .map((task) => presentTask(task, projectId, wording)),
    })),
    minutes: record.minutes,
    conclusions: record.conclusions,
    tasks: tasks.map((task) => presentTask(task, projectId, wording)),
    emptyState: isEmpty
      ? {
          text: words.nothing,
          icon: "notebook",
          ...(canEdit
            ? {
                detail: words.nothingDetail,
                action: {
                  href: paths.editMinutes(projectId, id),
                  label: words.write,
                  icon: "pencil",
                },
              }
            : {}),
        }
      : null,
    carrying:
      canEdit && carried.length > 0
        ? {
            action: paths.carriedTasks(projectId, id),
            label: words.carried(formats.number(carried.length)),
          }
        : null,
  };
}

function presentAttendees({ attendees }: Meeting, { meetings }: Texts) {
  return STATES_IN_ORDER.map((state) => ({
    title: meetings.groupsOfState[state],
    people: attendees
      .filter((attendee) => attendee.state === state)
      .map(({ ownerName, function: about }) => (about ? `${ownerName} (${about})` : ownerName)),
  })).filter(({ people }) => people.length > 0);
}

function presentTask(task: MeetingTask, projectId: number, wording: Wording) {
  const due = dueCell(task, wording);
  const state = stateOf(task, wording.today);
  return {
    href: paths.milestone(projectId, task.milestoneId),
    title: task.title,
    owner: task.ownerName ?? "",
    due,
    state: wording.texts.milestones.states[state],
    isLate: due.isOverdue,
  };
}

/** What an unfinished task is called on the agenda of the next meeting. */
export function carriedTitle({ texts, formats }: Pick<Wording, "texts" | "formats">) {
  return (task: MeetingTask) =>
    texts.meetings.carriedItem(task.title, task.ownerName ?? "", formats.date(task.dueOn));
}
