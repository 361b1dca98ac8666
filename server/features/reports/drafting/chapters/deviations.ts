import type { ReportedMilestone } from "../../../../../db/queries/report-drafts.ts";
import { activityCode } from "../../../activities/rules.ts";
import { type Draft, eventName, paragraph, type Words } from "../draft.ts";
import type { Block, Line } from "../fitting.ts";
import { isMissed, type KeyActivity, sentenceOf } from "../rules.ts";

/** What went otherwise than planned on a key activity, why, and what is done about it. */
export function deviationsOf(draft: Draft, key: KeyActivity): Block[] {
  const { words } = draft;
  if (key.state === "cancelled") return [words.drafts.done.none.cancelled];
  const lines = [
    ...cancelled(draft, key),
    ...movedMilestones(draft, key),
    ...shifts(draft, key),
    ...milestones(draft, key),
    ...occurred(draft, key),
    ...overrun(draft, key),
  ].map((text): Line => ({ text }));
  if (lines.length > 0) return [{ heading: null, lines, rest: words.drafts.restOf }];
  const isRunning = key.state === "running" && (key.startsOn ?? "") <= draft.material.seenOn;
  return [isRunning ? words.drafts.deviations.none : words.drafts.deviations.noneOfDone];
}

function cancelled({ material, digest, words }: Draft, key: KeyActivity): string[] {
  const { drafts, formats } = words;
  const { from, to } = material.span;
  const isOwn = (one: { activityId: number | null; state: string; startsOn: string }) =>
    digest.keyOf(one.activityId) === key.id &&
    one.state === "cancelled" &&
    one.startsOn >= from &&
    one.startsOn <= to;
  return [
    ...material.events.filter(isOwn).map((event) => {
      const day = formats.date(event.startsOn);
      const why = event.isConfidential ? null : event.cancelledReason;
      const told = drafts.deviations.cancelled(eventName(event, words), day);
      return paragraph([told, reason(why, words)]);
    }),
    ...material.internships.filter(isOwn).map(({ title, cancelledReason }) => {
      const told = drafts.deviations.internshipCancelled(drafts.quoted(title));
      return paragraph([told, reason(cancelledReason, words)]);
    }),
  ];
}

function ownMilestones({ material, digest }: Draft, key: KeyActivity): ReportedMilestone[] {
  return material.milestones.filter(
    ({ activityId, kind }) => digest.keyOf(activityId) === key.id && kind !== "task",
  );
}

/** Told once by its last move, from the day that was planned at first. */
function movedMilestones(draft: Draft, key: KeyActivity): string[] {
  const { deviations, quoted } = draft.words.drafts;
  const { date } = draft.words.formats;
  const lastOf = new Map(draft.material.moves.map((move) => [move.milestoneId, move]));
  return ownMilestones(draft, key).flatMap((one) => {
    const move = lastOf.get(one.id);
    if (!move || move.dueOn === one.baselineDueOn) return [];
    const moved = deviations.moved(quoted(one.title), date(one.baselineDueOn), date(move.dueOn));
    return [paragraph([moved, reason(move.reason, draft.words)])];
  });
}

function shifts({ material, words }: Draft, key: KeyActivity): string[] {
  const { deviations } = words.drafts;
  const own = new Map(
    material.activities
      .filter(({ id, parentId }) => id === key.id || parentId === key.id)
      .map((activity) => [activity.id, activity]),
  );
  const lastOf = new Map(material.shifts.map((shift) => [shift.activityId, shift]));
  return [...lastOf.values()].flatMap((shift) => {
    const activity = own.get(shift.activityId);
    if (!activity || shift.endsOn === null) return [];
    const shifted = deviations.shifted(activityCode(activity), words.formats.date(shift.endsOn));
    return [paragraph([shifted, reason(shift.reason, words)])];
  });
}

/** Missed by the end of the period, or met late in it. */
function milestones(draft: Draft, key: KeyActivity): string[] {
  const { deviations, quoted } = draft.words.drafts;
  const { date } = draft.words.formats;
  const { seenOn, span } = draft.material;
  const { from, to } = span;
  return ownMilestones(draft, key).flatMap((one) => {
    const title = quoted(one.title);
    if (isMissed(one, seenOn)) {
      const expected = one.expectedOn !== null && one.expectedOn > seenOn;
      return paragraph([
        deviations.missed(title, date(one.dueOn)),
        expected && deviations.expected(date(one.expectedOn ?? "")),
      ]);
    }
    const { doneOn } = one;
    const isLate = doneOn !== null && doneOn > one.dueOn && doneOn >= from && doneOn <= to;
    return isLate ? deviations.late(title, date(doneOn), date(one.dueOn)) : [];
  });
}

function occurred({ material, digest, words }: Draft, key: KeyActivity): string[] {
  const { deviations } = words.drafts;
  return material.risks
    .filter(({ state, activityId }) => state === "occurred" && digest.keyOf(activityId) === key.id)
    .map(({ title, measure }) =>
      paragraph([
        sentenceOf(deviations.risk(title)),
        measure !== null && deviations.remedy(sentenceOf(measure)),
      ]),
    );
}

function overrun({ material, words }: Draft, { endsOn, state }: KeyActivity): string[] {
  if (endsOn === null || endsOn > material.seenOn || state === "done") return [];
  return [words.drafts.deviations.overrun(words.formats.date(endsOn))];
}

function reason(why: string | null, { drafts }: Words): string {
  return why === null ? "" : drafts.deviations.reason(sentenceOf(why));
}
