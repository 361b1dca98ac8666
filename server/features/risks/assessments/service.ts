import { EVER } from "../../../../db/queries/facts.ts";
import { lockProject } from "../../../../db/queries/project-locks.ts";
import {
  type Assessment,
  findAssessmentInForce,
  insertAssessment,
  listRisksAt,
} from "../../../../db/queries/risk-assessments.ts";
import { type Risk, updateStandingAssessment } from "../../../../db/queries/risks.ts";
import { type Author, type Change, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict, InvalidInput } from "../../../errors.ts";
import { type CalendarDate, pragueDay } from "../../../values/calendar-date.ts";
import { changedFields } from "../../../values/changed-fields.ts";
import { type RiskKey, recordRisk, riskAt } from "../keeping.ts";
import type { AssessmentEntry, CorrectionEntry } from "../schema.ts";
import { checkReview } from "../service.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** What is thought of the risk from a day on; the assessment that stands follows in the same transaction. */
export async function assessRisk(
  deps: Doing,
  author: Author,
  key: RiskKey,
  entry: AssessmentEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await openRisk(one, key, entry.validOn);
    const { nextReviewOn, ...assessment } = entry;
    checkReview(nextReviewOn, entry.validOn);
    await insertAssessment(one.trx, {
      ...assessment,
      ...stamp(one),
      riskId: key.id,
      correctsId: null,
    });
    await refreshStanding(one, before, nextReviewOn);
    recordRisk(one, key, "risk.assessed", changedFields(marksOf(before), told(assessment)));
  });
}

/** Says again, and better, what was thought on a day; the first statement stays in the history. */
export async function correctAssessment(
  deps: Doing,
  author: Author,
  key: RiskKey & { assessmentId: number },
  entry: CorrectionEntry,
): Promise<void> {
  await change(deps, author, async (one) => {
    const risk = await openRisk(one, key, entry.validOn);
    const corrected = { riskId: key.id, id: key.assessmentId };
    const before = await findAssessmentInForce(one.trx, corrected);
    if (!before) throw new Conflict("changedMeanwhile");
    const correctsId = key.assessmentId;
    await insertAssessment(one.trx, { ...entry, ...stamp(one), riskId: key.id, correctsId });
    await refreshStanding(one, risk, risk.nextReviewOn);
    const changes = changedFields(told(before), told(entry));
    recordRisk(one, key, "risk.assessment-corrected", changes);
  });
}

async function openRisk(one: Change, key: RiskKey, validOn: CalendarDate): Promise<Risk> {
  await lockProject(one.trx, key.projectId);
  const risk = await riskAt(one.trx, key);
  if (risk.archivedAt !== null) throw new Conflict("archived");
  if (validOn > pragueDay(one.at)) throw new InvalidInput({ validOn: "notInFuture" });
  return risk;
}

/** An assessment cannot be of a day to come, so all that was ever recorded counts. */
async function refreshStanding(
  { trx }: Change,
  risk: Risk,
  nextReviewOn: CalendarDate | null,
): Promise<void> {
  const [standing] = await listRisksAt(trx, { riskIds: [risk.id] }, EVER);
  if (!standing) throw new Error("A risk without an assessment");
  const { state, probability, impact, validOn } = standing;
  const isClosed = state === "closed";
  await updateStandingAssessment(trx, risk.id, {
    ...{ state, probability, impact, assessedOn: validOn },
    closedOn: isClosed ? validOn : null,
    nextReviewOn: isClosed ? null : nextReviewOn,
  });
}

function stamp({ at, by }: Change) {
  return { recordedAt: at, recordedBy: by };
}

function marksOf({
  state,
  probability,
  impact,
}: Pick<Assessment, "state" | "probability" | "impact">) {
  return { state, probability, impact };
}

function told(assessment: Assessment) {
  const { validOn, note } = assessment;
  return { ...marksOf(assessment), validOn, note };
}
