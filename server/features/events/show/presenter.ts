import type { EventSession } from "../../../../db/queries/event-sessions.ts";
import type { EventRecord } from "../../../../db/queries/events.ts";
import { paths } from "../../../paths.ts";
import { presentHistory } from "../../../web/history-list.ts";
import { presentConflicts } from "../conflicts/presenter.ts";
import { differenceTexts } from "../plan/presenter.ts";
import { differences } from "../plan/rules.ts";
import { isOpen, proposedSupport, stateAfter, steps } from "../rules.ts";
import { durationText, timesText, type Wording } from "../words.ts";
import { presentFacts } from "./facts.ts";
import type { EventPage } from "./service.ts";

interface Reader {
  /** May change the event: of a confidential one its coordinator only. */
  canEdit: boolean;
  canClose: boolean;
  isInside: boolean;
  viewerId: number | null;
}

export function presentEventPage(page: EventPage, wording: Wording, reader: Reader) {
  const { event, sessions } = page;
  const { texts } = wording;
  const { show } = texts.events;
  const mayEdit = reader.canEdit && event.archivedAt === null;
  const mayPlan = mayEdit && isOpen(event);
  return {
    labels: show,
    actions: presentActions(event, texts, { mayEdit, canClose: reader.canClose }),
    archived: presentArchived(event, texts, reader),
    guarded: event.isConfidential ? (reader.isInside ? show.guardedOwn : show.guarded) : null,
    goal: reader.isInside ? event.goal : null,
    definitionList: presentFacts(page, wording, reader.isInside),
    steps: mayEdit ? presentSteps(event, wording) : [],
    sessions: {
      labels: texts.events.sessions,
      rows: sessions.map((one) => presentSession(one, event, wording, { ...reader, mayPlan })),
      total: presentTotal(sessions, wording),
      add: mayPlan ? paths.newEventSession(event.projectId, event.id) : null,
    },
    announced: differenceTexts(differences(event, sessions), wording),
    conflictLabels: texts.events.conflicts,
    conflicts: presentConflicts(page.conflicts, wording, {
      projectId: event.projectId,
      viewerId: reader.viewerId,
    }),
    historyList: presentHistory(page.history, wording),
  };
}

function presentActions(
  event: EventRecord,
  { events, closings }: Wording["texts"],
  { mayEdit, canClose }: { mayEdit: boolean; canClose: boolean },
) {
  if (!mayEdit) return { primary: null, more: [] };
  const { projectId, id } = event;
  const edit = { href: paths.editEvent(projectId, id), label: events.edit, icon: "pencil" };
  const copy = { href: paths.newEventCopy(projectId, id), label: events.copy, icon: "copy" };
  const series = {
    href: paths.newEventSeries(projectId, id),
    label: events.repeat,
    icon: "calendar-repeat",
  };
  const cancel = {
    href: paths.newEventCancellation(projectId, id),
    label: events.cancel,
    icon: "circle-x",
    isDanger: true,
  };
  const archive = {
    href: paths.eventArchive(projectId, id),
    label: events.archive,
    icon: "archive",
    method: "post" as const,
  };
  const isClosed = event.state === "closed";
  const steps = canClose ? stepsOfClosing(event, closings) : [];
  // What is over waits for its closing above all.
  const [primary, ...rest] = event.state === "held" ? [...steps, edit] : [edit, ...steps];
  return {
    primary: isClosed ? null : primary,
    more: [
      ...rest,
      copy,
      series,
      ...(isOpen(event) ? [cancel] : []),
      ...(isClosed ? [] : [archive]),
    ],
  };
}

/** Closing of what is open, opening again of what is closed. */
function stepsOfClosing(event: EventRecord, closings: Wording["texts"]["closings"]) {
  const { projectId, id } = event;
  if (event.state === "closed") {
    const href = paths.newEventReopening(projectId, id);
    return [{ href, label: closings.reopen, icon: "arrow-back-up" }];
  }
  if (!isOpen(event)) return [];
  const href = paths.newEventClosing(projectId, id);
  return [{ href, label: closings.close, icon: "circle-check" }];
}

function presentArchived(event: EventRecord, { events }: Wording["texts"], { canEdit }: Reader) {
  if (event.archivedAt === null) return null;
  const { projectId, id } = event;
  return {
    text: events.show.archived,
    action: canEdit ? paths.eventRestoration(projectId, id) : null,
    label: events.restore,
  };
}

/** The steps that may be taken now, each a form of its own button. */
function presentSteps(event: EventRecord, { texts, today }: Wording) {
  const { projectId, id } = event;
  return steps
    .filter((step) => stateAfter(step, event, today) !== undefined)
    .map((step) => ({
      action: paths.eventStep(projectId, id, step),
      label: texts.events.steps[step],
      isMain: step !== "renewal",
    }));
}

function presentSession(
  session: EventSession,
  event: EventRecord,
  { texts, formats }: Wording,
  { isInside, mayPlan }: { isInside: boolean; mayPlan: boolean },
) {
  const { events } = texts;
  const { projectId, id } = event;
  return {
    day: `${formats.shortWeekday(session.heldOn)} ${formats.date(session.heldOn)}`,
    times: timesText(session, formats),
    form: events.forms[session.form],
    support: durationText(session.supportMinutes, texts),
    computed: computedText(session, texts),
    topic: isInside ? session.topic : null,
    place: isInside ? session.place : null,
    edit: mayPlan ? paths.editEventSession(projectId, id, session.id) : null,
    remove: mayPlan ? paths.eventSessionDeletion(projectId, id, session.id) : null,
  };
}

/** How the support of the session came to be: from its length, its teaching hours, or by hand. */
function computedText(session: EventSession, { events }: Wording["texts"]): string {
  const { minutes, hours } = proposedSupport(session);
  if (minutes !== session.supportMinutes) return events.sessions.byHand;
  return hours === null ? "" : events.sessions.teachingHours(hours);
}

function presentTotal(sessions: EventSession[], { texts }: Wording) {
  const sum = (form: EventSession["form"]) =>
    sessions.reduce((total, one) => total + (one.form === form ? one.supportMinutes : 0), 0);
  const [inPerson, electronic] = [sum("in-person"), sum("electronic")];
  const all = durationText(inPerson + electronic, texts);
  if (electronic === 0) return all;
  return texts.events.sessions.ofWhichElectronic(all, durationText(electronic, texts));
}
