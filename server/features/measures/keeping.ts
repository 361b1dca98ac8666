import type { Transaction } from "../../../db/connection.ts";
import { findMeasure, type Measure } from "../../../db/queries/measures.ts";
import type { Change } from "../../change.ts";
import { NotFound } from "../../errors.ts";
import { livingCardAt } from "../cards/keeping/service.ts";

export interface MeasureKey {
  planId: number;
  cardId: number;
  id: number;
}

/** The measure of a living card, with the plan locked. */
export async function measureAt(trx: Transaction, key: MeasureKey): Promise<Measure> {
  await livingCardAt(trx, { planId: key.planId, id: key.cardId });
  const measure = await findMeasure(trx, key);
  if (!measure) throw new NotFound("measure");
  return measure;
}

export function recordMeasure(
  { record }: Change,
  objectId: number,
  action: string,
  changes: Record<string, [unknown, unknown]> = {},
): void {
  record({ action, objectType: "measure", objectId, changes });
}
