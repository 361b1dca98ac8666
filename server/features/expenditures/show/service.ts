import type { Database } from "../../../../db/connection.ts";
import { listHistory } from "../../../../db/queries/audit-events.ts";
import {
  listClaimsOfExpenditure,
  listExpenditureFacts,
} from "../../../../db/queries/expenditure-facts.ts";
import {
  findExpenditureLine,
  listOverdrawnLines,
  listTwins,
} from "../../../../db/queries/expenditure-list.ts";
import { findPayrollItem } from "../../../../db/queries/payroll-items.ts";
import { NotFound } from "../../../errors.ts";
import { findNamingVersion } from "../lines/service.ts";

const HISTORY_SHOWN = 30;

/** Everything on the page of one expenditure; a fixed number of queries. */
export async function loadExpenditurePage(db: Database, key: { projectId: number; id: number }) {
  const { projectId, id } = key;
  const versionId = await findNamingVersion(db, projectId);
  const line = await findExpenditureLine(db, { ...key, versionId });
  if (!line) throw new NotFound("expenditure");
  const { budgetLineId } = line;
  const [facts, claims, history, twins, overdrawn, item] = await Promise.all([
    listExpenditureFacts(db, { expenditureId: id, versionId }),
    listClaimsOfExpenditure(db, id),
    listHistory(db, { objectType: "expenditure", objectId: id, limit: HISTORY_SHOWN }),
    listTwins(db, line),
    listOverdrawnLines(db, { projectId, versionId, budgetLineId }),
    line.kind === "payroll" ? findPayrollItem(db, id) : undefined,
  ]);
  return { line, facts, claims, history, twins, overdrawn, item };
}

export type ExpenditurePage = Awaited<ReturnType<typeof loadExpenditurePage>>;
