import type { Milestone } from "../../../../db/queries/milestones.ts";
import { paths } from "../../../paths.ts";
import { dueCell } from "../../../web/due-cell.ts";
import { codeOfActivity, recurrenceText, type Wording } from "../words.ts";

interface Fact {
  term: string;
  text?: string;
  href?: string;
  note?: string;
  isMissing?: boolean;
}

/** The facts of a milestone as `views/partials/definition-list.ejs` prints them. */
export function presentFacts(milestone: Milestone, wording: Wording): Fact[] {
  return [
    ...dueFacts(milestone, wording),
    ...outcomeFacts(milestone, wording),
    ...belongingFacts(milestone, wording),
  ];
}

function dueFacts(milestone: Milestone, wording: Wording): Fact[] {
  const { texts, formats } = wording;
  const { show } = texts.milestones;
  const { dueOn, computedDueOn, overriddenDueOn, overrideReason, expectedOn } = milestone;
  const due = dueCell(milestone, wording);
  const facts: Fact[] = [
    {
      term: show.due,
      text: formats.longDate(dueOn),
      ...(due.isClosed ? {} : { note: due.note }),
    },
  ];
  if (computedDueOn !== null && computedDueOn !== dueOn)
    facts.push({ term: show.computed, text: formats.date(computedDueOn) });
  if (overriddenDueOn !== null && overrideReason)
    facts.push({ term: show.overridden, text: overrideReason });
  if (milestone.shiftedOn !== dueOn) {
    const text = formats.longDate(milestone.shiftedOn);
    facts.push({ term: show.shifted, text, note: show.shiftedNote });
  }
  if (milestone.remindOn !== dueOn) {
    const text = formats.date(milestone.remindOn);
    facts.push({ term: show.remind, text, note: show.remindNote });
  }
  if (milestone.baselineDueOn !== dueOn)
    facts.push({ term: show.baseline, text: formats.date(milestone.baselineDueOn) });
  if (expectedOn !== null) facts.push({ term: show.expected, text: formats.date(expectedOn) });
  return facts;
}

function outcomeFacts(milestone: Milestone, { texts, formats }: Wording): Fact[] {
  const { show } = texts.milestones;
  const { doneOn, cancelledOn, proof, proofUrl } = milestone;
  const facts: Fact[] = [];
  if (doneOn !== null) facts.push({ term: show.done, text: formats.date(doneOn) });
  if (cancelledOn !== null) facts.push({ term: show.cancelled, text: formats.date(cancelledOn) });
  if (proofUrl !== null) facts.push({ term: show.proof, text: proof ?? proofUrl, href: proofUrl });
  else if (proof !== null) facts.push({ term: show.proof, text: proof });
  return facts;
}

function belongingFacts(milestone: Milestone, wording: Wording): Fact[] {
  const { texts } = wording;
  const { show } = texts.milestones;
  const { projectId, activityId, periodId, periodNumber, ownerName, ownerFunction } = milestone;
  const code = codeOfActivity(milestone);
  const facts: Fact[] = [
    ownerName === null
      ? { term: show.owner, text: show.missing, isMissing: true }
      : { term: show.owner, text: ownerName, ...(ownerFunction ? { note: ownerFunction } : {}) },
  ];
  if (code !== null && activityId !== null) {
    const text = `${code} ${milestone.activityTitle}`;
    facts.push({ term: show.activity, text, href: paths.activity(projectId, activityId) });
  }
  if (periodId !== null && periodNumber !== null) {
    const text = show.periodName(periodNumber);
    facts.push({ term: show.period, text, href: paths.periods(projectId) });
  }
  const recurrence = recurrenceText(milestone, wording);
  if (recurrence !== null) facts.push({ term: show.recurrence, text: recurrence });
  facts.push({ term: show.origin, ...originOf(milestone, wording) });
  return facts;
}

function originOf(milestone: Milestone, { texts }: Wording) {
  const { origin, projectId, logEntryId, ruleSource, ruleReason } = milestone;
  const { origins, ownRule, ruleSource: sourceOf } = texts.milestones.show;
  if (origin === "rule" && ruleSource !== null) {
    const href = paths.projectRules(projectId);
    if (ruleReason === null) return { text: origins.rule, href, note: sourceOf(ruleSource) };
    return { text: ownRule, href, note: `${ruleReason} ${sourceOf(ruleSource)}` };
  }
  const text = origins[origin];
  return logEntryId === null ? { text } : { text, href: paths.logEntry(projectId, logEntryId) };
}
