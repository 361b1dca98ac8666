import { updateRiskArchived } from "../../../../db/queries/risks.ts";
import { type Author, change } from "../../../change.ts";
import type { Deps } from "../../../deps.ts";
import { Conflict } from "../../../errors.ts";
import { pragueDay } from "../../../values/calendar-date.ts";
import { canBeRestored } from "../../activities/rules.ts";
import { indexRisk, type RiskKey, recordRisk, riskAt } from "../keeping.ts";

type Doing = Pick<Deps, "db" | "clock">;

/** For what was written down by mistake: a risk that has passed is closed by an assessment. */
export async function archiveRisk(deps: Doing, author: Author, key: RiskKey): Promise<void> {
  await change(deps, author, async (one) => {
    const risk = await riskAt(one.trx, key);
    if (risk.archivedAt !== null) return;
    await updateRiskArchived(one.trx, risk, one.at);
    await indexRisk(one.trx, { ...risk, archivedAt: one.at });
    recordRisk(one, key, "risk.archived");
  });
}

export async function restoreRisk(deps: Doing, author: Author, key: RiskKey): Promise<void> {
  await change(deps, author, async (one) => {
    const risk = await riskAt(one.trx, key);
    if (risk.archivedAt === null) return;
    if (!canBeRestored(risk.archivedAt, pragueDay(one.at))) throw new Conflict("archivedTooLong");
    await updateRiskArchived(one.trx, risk, null);
    await indexRisk(one.trx, { ...risk, archivedAt: null });
    recordRisk(one, key, "risk.restored");
  });
}
