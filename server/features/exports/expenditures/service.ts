import type { Database } from "../../../../db/connection.ts";
import { findBudgetInForce } from "../../../../db/queries/budgets-in-force.ts";
import {
  type ClaimsAtMoment,
  type ExportedExpenditure,
  type ExportPlace,
  listExpendituresToExport,
  sumClaimsAt,
} from "../../../../db/queries/expenditure-export.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { stateOfClaims } from "../../expenditures/rules.ts";

export interface ExpenditureLine extends ExportedExpenditure {
  claimed: number;
  approved: number;
  cut: number;
  /** How far it had come by then. */
  step: ReturnType<typeof stateOfClaims>;
}

// Numbers of one page are bound at once; SQLite binds some thirty thousand.
const PAGE = 2_000;

/** All expenditure of a project as it stood at a moment, by pages. */
export async function* expendituresAt(
  db: Database,
  projectId: number,
  moment: Moment,
): AsyncGenerator<ExpenditureLine[]> {
  const budget = await findBudgetInForce(db, projectId, moment);
  const key = { projectId, versionId: budget?.id ?? null };
  let after: ExportPlace | null = null;
  for (;;) {
    const rows: ExportedExpenditure[] = await listExpendituresToExport(db, key, moment, {
      after,
      limit: PAGE,
    });
    if (rows.length > 0) yield await withClaims(db, rows, moment);
    if (rows.length < PAGE) return;
    after = rows.at(-1) ?? null;
  }
}

async function withClaims(
  db: Database,
  rows: ExportedExpenditure[],
  moment: Moment,
): Promise<ExpenditureLine[]> {
  const ids = rows.map(({ expenditureId }) => expenditureId);
  const claims = new Map(
    (await sumClaimsAt(db, ids, moment)).map((one) => [one.expenditureId, one]),
  );
  return rows.map((row) => ({ ...row, ...outcomeOf(row, claims.get(row.expenditureId)) }));
}

function outcomeOf(row: ExportedExpenditure, found: ClaimsAtMoment | undefined) {
  const { claimed = 0, approved = 0, cut = 0, moved = 0, claims = 0, decided = 0 } = found ?? {};
  const { expenditureId, state: recordedState } = row;
  const counted = { expenditureId, recordedState, held: claimed - moved, approved, cut, claims };
  const step = stateOfClaims({ ...counted, undecided: claims - decided });
  return { claimed: claimed - moved, approved, cut, step };
}
