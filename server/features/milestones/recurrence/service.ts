import { hasInSeries, type Milestone } from "../../../../db/queries/milestones.ts";
import type { Change } from "../../../change.ts";
import { datesSetBy } from "../rules.ts";
import { addMilestone } from "../service.ts";
import { nextInSeries } from "./rules.ts";

/**
 * What follows a recurring milestone that was done or given up: the next of its series, not of the day on
 * which it was done. Undefined when the series has ended or has its next one already.
 */
export async function continueSeries(
  one: Change,
  milestone: Milestone,
): Promise<number | undefined> {
  const { recurrence, recursUntil, baselineDueOn, seriesFirstOn, projectId } = milestone;
  const dueOn = nextInSeries({
    recurrence,
    firstOn: seriesFirstOn,
    currentOn: baselineDueOn,
    until: recursUntil,
  });
  if (dueOn === null) return undefined;
  const seriesId = milestone.recursFromId ?? milestone.id;
  if (await hasInSeries(one.trx, { seriesId, baselineDueOn: dueOn })) return undefined;
  const { kind, outputKind, title, activityId, note, ownerUserId, ownerContactId } = milestone;
  const { duty, origin, programmeRuleId } = milestone;
  const isByRule = duty !== null && origin === "rule";
  return addMilestone(one, projectId, {
    kind,
    outputKind,
    title,
    dueOn,
    activityId,
    note,
    recurrence,
    recursUntil,
    owner: { ownerUserId, ownerContactId },
    recursFromId: seriesId,
    duty,
    ...(isByRule ? { origin, programmeRuleId, computed: datesSetBy(dueOn) } : {}),
    isOwnerTakenOver: true,
  });
}
