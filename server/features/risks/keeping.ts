import type { Transaction } from "../../../db/connection.ts";
import { findRisk, type Risk } from "../../../db/queries/risks.ts";
import type { Change } from "../../change.ts";
import { NotFound } from "../../errors.ts";
import { dropFromSearch, indexForSearch } from "../searches/service.ts";

export interface RiskKey {
  projectId: number;
  id: number;
}

export async function riskAt(trx: Transaction, key: RiskKey): Promise<Risk> {
  const risk = await findRisk(trx, key);
  if (!risk) throw new NotFound("risk");
  return risk;
}

export function recordRisk(
  one: Change,
  { projectId, id: objectId }: RiskKey,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  one.record({ action, objectType: "risk", objectId, projectId, changes });
}

export async function indexRisk(trx: Transaction, risk: Risk): Promise<void> {
  const { id: objectId, projectId, title, description, measure } = risk;
  if (risk.archivedAt !== null) return dropFromSearch(trx, { objectType: "risk", objectId });
  const body = [description, measure].filter(Boolean).join("\n");
  await indexForSearch(trx, {
    ...{ objectType: "risk", objectId, projectId, datedOn: risk.assessedOn, title, body },
  });
}
