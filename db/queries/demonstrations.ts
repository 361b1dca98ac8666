import type { Transaction } from "../connection.ts";
import type { Health } from "./project-list.ts";

interface Stamp {
  projectId: number;
  validOn: string;
  recordedAt: string;
  recordedBy: number | null;
}

export async function insertStatus(
  trx: Transaction,
  status: Stamp & { health: Health; sentence: string; decisionNeeded: string | null },
): Promise<void> {
  const { projectId, validOn, recordedAt, recordedBy, health, sentence, decisionNeeded } = status;
  await trx("project_statuses").insert({
    project_id: projectId,
    health,
    sentence,
    decision_needed: decisionNeeded,
    valid_on: validOn,
    recorded_at: recordedAt,
    recorded_by: recordedBy,
  });
  await trx("project_totals").where({ project_id: projectId }).update({
    health,
    health_sentence: sentence,
    decision_needed: decisionNeeded,
    health_on: validOn,
    health_by: recordedBy,
  });
}

export async function insertSpend(
  trx: Transaction,
  spend: Stamp & { spentHalere: number; note: string },
): Promise<void> {
  const { projectId, validOn, recordedAt, recordedBy, spentHalere, note } = spend;
  await trx("project_spends").insert({
    project_id: projectId,
    spent_halere: spentHalere,
    note,
    valid_on: validOn,
    recorded_at: recordedAt,
    recorded_by: recordedBy,
  });
  await trx("project_totals")
    .where({ project_id: projectId })
    .update({ spent_halere: spentHalere, spent_on: validOn });
}
