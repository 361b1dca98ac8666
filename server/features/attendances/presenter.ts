import type { AttendanceCell } from "../../../db/queries/attendances.ts";
import type { EventSession } from "../../../db/queries/event-sessions.ts";
import type { Registration } from "../../../db/queries/registrations.ts";
import { paths } from "../../paths.ts";
import { clockText } from "../../values/duration.ts";
import { isOpen } from "../events/rules.ts";
import { timesText, type Wording } from "../events/words.ts";
import { nameInList } from "../participants/words.ts";
import { registrationPill } from "../registrations/words.ts";
import {
  addMinutes,
  attendedMinutes,
  minutesOf,
  NO_SUPPORT,
  type SupportMinutes,
} from "../support/rules.ts";
import { thresholdBar } from "../support/words.ts";
import type { Attendance } from "./loading.ts";
import { turnoutOf } from "./rules.ts";

export interface Reader {
  canRecord: boolean;
  canRegister: boolean;
}

/** The model of `views/attendances/show.ejs`: persons down, sessions across. */
export function presentAttendance(attendance: Attendance, wording: Wording, reader: Reader) {
  const { event, sessions, people, cells } = attendance;
  const { texts } = wording;
  const words = texts.attendances;
  const mayRecord = reader.canRecord && isOpen(event) && event.archivedAt === null;
  const byPlace = new Map(cells.map((cell) => [placeOf(cell), cell]));
  return {
    labels: words,
    isEmpty: people.length === 0 || sessions.length === 0,
    emptyState: presentEmpty(attendance, wording, reader),
    mayRecord,
    notice: mayRecord ? null : presentNotice(attendance, wording, reader),
    words: JSON.stringify(scriptWords(attendance, words)),
    columns: sessions.map((session, index) => presentColumn(attendance, session, index, wording)),
    rows: people.map((person) => presentRow(attendance, person, byPlace, wording)),
    totals: presentTotals(attendance, wording),
    closing: mayRecord ? presentClosing(attendance, wording) : null,
    walkIn: mayRecord && reader.canRegister ? presentWalkIn(attendance, wording) : null,
  };
}

/** What the script says and counts with; the same words and rules that the page was made by. */
function scriptWords({ event, rule }: Attendance, words: Wording["texts"]["attendances"]) {
  const { states, script } = words;
  const counts = event.countsAsSupport;
  return {
    states,
    ...script,
    threshold: rule.thresholdMinutes,
    cap: rule.electronicCapPercent,
    counts,
  };
}

function presentColumn(
  { event, people, cells }: Attendance,
  session: EventSession,
  index: number,
  { texts, formats, today }: Wording,
) {
  const { projectId, id } = event;
  const words = texts.attendances;
  const day = formats.shortDate(session.heldOn);
  const decided = cells.filter(({ sessionId }) => sessionId === session.id);
  const present = decided.filter(({ state }) => state === "present" || state === "left-early");
  return {
    id: session.id,
    number: index + 2,
    day,
    weekday: formats.shortWeekday(session.heldOn),
    times: timesText(session, formats),
    note: [
      formats.hours(session.supportMinutes),
      ...(session.form === "electronic" ? [texts.events.forms.electronic] : []),
    ].join(" · "),
    topic: session.topic,
    isAhead: session.heldOn > today,
    form: session.form,
    minutes: session.supportMinutes,
    action: paths.attendanceSession(projectId, id, session.id),
    edit: paths.editAttendanceSession(projectId, id, session.id),
    all: words.everybody,
    allLabel: words.everybodyOn(day),
    editLabel: words.editColumn(day),
    undecided: people
      .filter((one) => !decided.some(({ registrationId }) => registrationId === one.id))
      .map(({ id: registrationId }) => registrationId),
    present: formats.number(present.length),
  };
}

function presentRow(
  attendance: Attendance,
  person: Registration,
  byPlace: Map<string, AttendanceCell>,
  wording: Wording,
) {
  const { sessions, rule, event } = attendance;
  const { texts } = wording;
  const own = sessions.map((session) => {
    const cell = byPlace.get(placeOf({ registrationId: person.id, sessionId: session.id }));
    return { session, cell, minutes: attendedMinutes(cell, session.supportMinutes) };
  });
  const here = minutesOf(own.map(({ session, minutes }) => ({ form: session.form, minutes })));
  const elsewhere: SupportMinutes = attendance.elsewhere.get(person.participantId) ?? NO_SUPPORT;
  const counted = event.countsAsSupport ? here : NO_SUPPORT;
  return {
    id: person.id,
    number: person.rowNumber,
    name: nameInList(person),
    note: person.organisationName,
    pill: person.state === "registered" ? null : registrationPill(person.state, texts),
    sex: person.sex,
    person: person.participantId,
    elsewhere,
    cells: own.map(({ session, cell }) => presentCell(session, cell, wording)),
    hours: wording.formats.hours(here.inPerson + here.electronic),
    bar: thresholdBar(addMinutes(elsewhere, counted), rule, wording),
  };
}

function presentCell(session: EventSession, cell: AttendanceCell | undefined, { texts }: Wording) {
  const state = cell?.state ?? "";
  const { states, marks } = texts.attendances;
  const left = cell?.state === "left-early" ? clockText(cell.minutes ?? 0) : null;
  return {
    sessionId: session.id,
    state,
    minutes: cell?.minutes ?? "",
    mark: left ?? (state === "" || state === "present" ? "" : marks[state]),
    word: state === "" ? texts.attendances.undecided : states[state],
  };
}

function presentTotals({ event, people, cells, sessions }: Attendance, wording: Wording) {
  const { texts, formats } = wording;
  const lengths = new Map(sessions.map(({ id, supportMinutes }) => [id, supportMinutes]));
  const attended = cells.map((cell) => ({
    ...cell,
    attended: attendedMinutes(cell, lengths.get(cell.sessionId) ?? 0),
  }));
  const turnout = turnoutOf(people, attended);
  const { totals } = texts.attendances;
  return [
    { name: "attendances", label: totals.attendances, value: formats.number(turnout.attendances) },
    { name: "persons", label: totals.persons, value: formats.number(turnout.persons) },
    {
      name: "hours",
      label: totals.hours,
      value: formats.hourCount(turnout.minutes),
    },
    { name: "women", label: totals.women, value: formats.number(turnout.women) },
    { name: "men", label: totals.men, value: formats.number(turnout.men) },
    ...(event.countsAsSupport ? [] : [{ name: "note", label: totals.noSupport, value: "" }]),
  ];
}

function presentClosing({ event }: Attendance, { texts }: Wording) {
  const { projectId, id } = event;
  return { href: paths.newEventClosing(projectId, id), label: texts.closings.close };
}

function presentWalkIn({ event }: Attendance, { texts }: Wording) {
  const { projectId, id } = event;
  return {
    action: paths.registrationSearch(projectId, id),
    label: texts.attendances.walkIn,
    hint: texts.attendances.walkInHint,
    submit: texts.registrations.search,
  };
}

function presentNotice({ event }: Attendance, { texts }: Wording, { canRecord }: Reader) {
  if (event.state === "closed") {
    const text = texts.attendances.closed;
    if (!canRecord) return { tone: "info" as const, text };
    const href = paths.newEventReopening(event.projectId, event.id);
    return { tone: "info" as const, text, href, linkText: texts.closings.reopen };
  }
  if (event.state === "cancelled")
    return { tone: "info" as const, text: texts.attendances.cancelled };
  return null;
}

function presentEmpty(
  { event, sessions }: Attendance,
  { texts }: Wording,
  { canRegister }: Reader,
) {
  const { projectId, id } = event;
  const words = texts.attendances;
  if (sessions.length === 0)
    return {
      text: words.noSessions,
      icon: "calendar-time",
      action: { href: paths.event(projectId, id), label: words.toSessions },
    };
  const people = {
    href: paths.registrations(projectId, id),
    label: words.toPeople,
    icon: "user-plus",
  };
  return { text: words.nobody, icon: "users", ...(canRegister ? { action: people } : {}) };
}

function placeOf(cell: { registrationId: number; sessionId: number }): string {
  return `${cell.registrationId}/${cell.sessionId}`;
}
