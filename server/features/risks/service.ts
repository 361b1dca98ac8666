import { lockProject } from "../../../db/queries/project-locks.ts";
import { insertAssessment } from "../../../db/queries/risk-assessments.ts";
import {
  insertRisk,
  nextRiskNumber,
  type Risk,
  type RiskFields,
  updateRisk,
} from "../../../db/queries/risks.ts";
import { type Author, type Change, change } from "../../change.ts";
import type { Deps } from "../../deps.ts";
import { editedMeanwhile, type FormOf } from "../../edited-meanwhile.ts";
import { Conflict, InvalidInput } from "../../errors.ts";
import { pragueDay } from "../../values/calendar-date.ts";
import { changedFields } from "../../values/changed-fields.ts";
import { checkActivity } from "../activities/choices/service.ts";
import { tellOwner } from "../notifications/owners/service.ts";
import { resolveOwner } from "../owners/service.ts";
import { indexRisk, type RiskKey, recordRisk, riskAt } from "./keeping.ts";
import type { EditedRisk, NewRisk } from "./schema.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** A risk with its first assessment; gives its id. */
export async function createRisk(
  deps: Doing,
  author: Author,
  projectId: number,
  entry: NewRisk,
): Promise<number> {
  return change(deps, author, async (one) => {
    const { trx, at, by } = one;
    await lockProject(trx, projectId);
    const { probability, impact, validOn } = entry;
    if (validOn > pragueDay(at)) throw new InvalidInput({ validOn: "notInFuture" });
    checkReview(entry.nextReviewOn, validOn);
    const fields = await fieldsOf(one, projectId, entry);
    const assessed = { state: "open" as const, probability, impact };
    const number = await nextRiskNumber(trx, projectId);
    const id = await insertRisk(trx, {
      ...fields,
      ...assessed,
      ...{ assessedOn: validOn, closedOn: null, projectId, number, createdAt: at },
    });
    await insertAssessment(trx, {
      ...assessed,
      ...{ riskId: id, note: null, validOn, recordedAt: at, recordedBy: by, correctsId: null },
    });
    const key = { projectId, id };
    recordRisk(one, key, "risk.created", { title: [null, entry.title], ...first(entry) });
    await indexRisk(trx, await riskAt(trx, key));
    await tellOwner(one, { projectId, objectType: "risk", objectId: id }, fields);
    return id;
  });
}

function first({ probability, impact }: NewRisk): Record<string, [unknown, unknown]> {
  return { probability: [null, probability], impact: [null, impact] };
}

/** @throws EditedMeanwhile when the form was opened on another version of the risk */
export async function editRisk(
  deps: Doing,
  author: Author,
  key: RiskKey,
  { entry, formOf }: { entry: EditedRisk; formOf: FormOf<Risk> },
): Promise<void> {
  await change(deps, author, async (one) => {
    const before = await riskAt(one.trx, key);
    if (before.archivedAt !== null) throw new Conflict("archived");
    if (entry.nextReviewOn !== before.nextReviewOn)
      checkReview(entry.nextReviewOn, before.assessedOn);
    const fields = await fieldsOf(one, key.projectId, entry, before);
    const updated = await updateRisk(one.trx, { id: key.id, version: entry.version }, fields);
    if (updated === 0)
      throw await editedMeanwhile(one.trx, {
        ...{ objectType: "risk", objectId: key.id, version: before.version },
        values: formOf(before),
      });
    const after = await riskAt(one.trx, key);
    recordRisk(one, key, "risk.edited", changedFields(told(before), told(after)));
    await indexRisk(one.trx, after);
    const owned = { projectId: key.projectId, objectType: "risk" as const, objectId: key.id };
    await tellOwner(one, owned, owedBy(after), owedBy(before));
  });
}

function owedBy({ ownerUserId, nextReviewOn: dueOn }: Risk) {
  return { ownerUserId, dueOn };
}

/** A review is of a day after the assessment that it follows. */
export function checkReview(nextReviewOn: string | null, assessedOn: string): void {
  if (nextReviewOn !== null && nextReviewOn <= assessedOn)
    throw new InvalidInput({ nextReviewOn: "reviewAfterAssessment" });
}

async function fieldsOf(
  one: Change,
  projectId: number,
  entry: Omit<EditedRisk, "version">,
  current?: Risk,
): Promise<RiskFields> {
  const { activityId, title, description, measure } = entry;
  await checkActivity(one, projectId, activityId, current?.activityId ?? null);
  const owner = await resolveOwner(one, projectId, entry, current);
  const nextReviewOn = current?.state === "closed" ? null : entry.nextReviewOn;
  return { title, description, measure, activityId, nextReviewOn, ...owner };
}

function told(risk: Risk) {
  const { title, description, measure, nextReviewOn } = risk;
  return {
    title,
    description,
    measure,
    nextReviewOn,
    activity: risk.activityTitle,
    owner: risk.ownerName,
  };
}
