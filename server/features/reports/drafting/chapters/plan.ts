import type { ReportedEvent } from "../../../../../db/queries/report-occasions.ts";
import { byKind, type Draft, eventName, listed } from "../draft.ts";
import type { Block, Line } from "../fitting.ts";
import { isMissed, type KeyActivity } from "../rules.ts";

/** What is planned on a key activity until the end of the next period. */
export function planOf(draft: Draft, key: KeyActivity): Block[] {
  const { material, words } = draft;
  const { plan, restOf } = words.drafts;
  if (key.state === "cancelled") return [words.drafts.done.none.cancelled];
  if (material.isLast && material.seenOn === material.span.to) return [plan.ended];
  if (key.state === "done") return [plan.done];
  const events = plannedEvents(draft, key);
  const kinds = byKind(events, words).map(({ code, label, n }) =>
    words.drafts.kindCount(code, label, n),
  );
  const internships = plannedInternships(draft, key);
  const due = dueLines(draft, key);
  return [
    outlook(draft, key),
    kinds.length === 0 ? "" : plan.events(words.drafts.joined(kinds)),
    { heading: null, lines: events.map((event) => eventLine(event, draft)), rest: restOf },
    internships.length === 0 ? "" : plan.internships(internships.length),
    { heading: null, lines: internships, rest: restOf },
    { heading: plan.milestonesHeading, lines: due, rest: restOf },
    { heading: plan.tasksHeading, lines: taskLines(draft, key), rest: restOf },
  ];
}

function outlook({ material, words }: Draft, { startsOn, endsOn }: KeyActivity): string {
  const { plan } = words.drafts;
  const to = material.seenOn;
  if (startsOn !== null && startsOn > to) return plan.begins(words.formats.date(startsOn));
  if (endsOn === null) return plan.goesOnUndated;
  return endsOn > to ? plan.goesOn(words.formats.date(endsOn)) : "";
}

function plannedEvents({ material, digest }: Draft, key: KeyActivity): ReportedEvent[] {
  return material.events.filter(
    ({ activityId, startsOn, state }) =>
      digest.keyOf(activityId) === key.id && startsOn > material.seenOn && state !== "cancelled",
  );
}

function eventLine(event: ReportedEvent, { words }: Draft): Line {
  const days = words.days(event.startsOn, event.endsOn);
  return { text: `${listed([eventName(event, words), days])}.`, weight: 2 };
}

function plannedInternships({ material, digest, words }: Draft, key: KeyActivity): Line[] {
  return material.internships
    .filter(({ activityId }) => digest.keyOf(activityId) === key.id)
    .filter(({ startsOn, state }) => startsOn > material.seenOn && state !== "cancelled")
    .map(({ title, startsOn, endsOn }) => ({
      text: `${listed([words.drafts.quoted(title), words.days(startsOn, endsOn)])}.`,
      weight: 2,
    }));
}

/** As it stood at the end of the period: done later counts as planned. */
function openMilestones({ material, digest }: Draft, key: KeyActivity) {
  const to = material.seenOn;
  return material.milestones
    .filter(({ activityId }) => digest.keyOf(activityId) === key.id)
    .filter(({ doneOn, cancelledOn }) => cancelledOn === null && (doneOn === null || doneOn > to))
    .filter(({ dueOn }) => dueOn <= material.horizon);
}

function dueLines(draft: Draft, key: KeyActivity): Line[] {
  const { plan } = draft.words.drafts;
  const { date } = draft.words.formats;
  return openMilestones(draft, key)
    .filter(({ kind }) => kind !== "task")
    .map((one) => {
      const isOwed = isMissed(one, draft.material.seenOn);
      const text = (isOwed ? plan.overdue : plan.until)(one.title, date(one.dueOn));
      return { text: `${text}.`, weight: 3 };
    });
}

function taskLines(draft: Draft, key: KeyActivity): Line[] {
  const { plan } = draft.words.drafts;
  const { date } = draft.words.formats;
  return openMilestones(draft, key)
    .filter(({ kind, dueOn }) => kind === "task" && dueOn > draft.material.seenOn)
    .map(({ title, dueOn }) => ({ text: `${plan.until(title, date(dueOn))}.`, weight: 1 }));
}
