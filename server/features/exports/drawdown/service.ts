import type { Database } from "../../../../db/connection.ts";
import { type BudgetLine, listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { type LineClaims, sumClaimsByLine } from "../../../../db/queries/claims-by-line.ts";
import { type LineSum, sumRecordedByLine } from "../../../../db/queries/drawdowns.ts";
import type { Moment } from "../../../../db/queries/facts.ts";
import { flatRateOf } from "../../drawdowns/rules.ts";
import { type Drawdown, drawdownAt } from "../../drawdowns/service.ts";
import { type DrawnSums, together } from "./rules.ts";

/** A project's money by lines of the budget in force, each with what was drawn of it. */
export interface DrawdownByLine {
  /** Of the budget in force; null while there is none. */
  versionNumber: number | null;
  lines: BudgetLine[];
  drawn: Map<number, DrawnSums>;
  /** Recorded without a line, or on one that the budget in force does not have. */
  withoutLine: DrawnSums;
  /** Claims of flat rates where several lines share them: nobody says which. */
  flatUndivided: DrawnSums;
}

export async function drawdownByLine(
  db: Database,
  projectId: number,
  moment: Moment,
): Promise<DrawdownByLine> {
  const drawdown = await drawdownAt(db, projectId, moment);
  const lines = drawdown.budget ? await listBudgetLines(db, drawdown.budget.id) : [];
  const recorded = await sumRecordedByLine(db, projectId, moment);
  const claims = await sumClaimsByLine(db, projectId, moment);
  return byLine(lines, { drawdown, recorded, claims });
}

interface Sums {
  drawdown: Drawdown;
  recorded: readonly LineSum[];
  claims: readonly LineClaims[];
}

function byLine(lines: BudgetLine[], sums: Sums): DrawdownByLine {
  const versionNumber = sums.drawdown.budget?.number ?? null;
  const known = new Set(lines.map(({ lineId }) => lineId));
  const drawn = new Map<number, DrawnSums>();
  let withoutLine = together([]);
  for (const [lineId, one] of documentsOf(sums)) {
    if (lineId !== null && known.has(lineId)) drawn.set(lineId, one);
    else withoutLine = together([withoutLine, one]);
  }
  const rates = lines.filter((line) => line.flatRateKind !== null);
  for (const line of rates) {
    const { lineId, flatRateKind, flatRateBp } = line;
    const rate = { kind: flatRateKind as string, rateBp: flatRateBp ?? 0 };
    const flat = { ...together([]), recorded: flatRateOf(rate, sums.drawdown.recorded) };
    drawn.set(lineId, together([drawn.get(lineId), flat]));
  }
  const claimed = flatClaims(sums);
  const [only] = rates;
  if (!only || rates.length > 1)
    return { versionNumber, lines, drawn, withoutLine, flatUndivided: claimed };
  drawn.set(only.lineId, together([drawn.get(only.lineId), claimed]));
  return { versionNumber, lines, drawn, withoutLine, flatUndivided: together([]) };
}

/** What documents of each line amount to. */
function documentsOf({ recorded, claims }: Sums): Map<number | null, DrawnSums> {
  const found = new Map<number | null, DrawnSums>();
  for (const { budgetLineId, halere } of recorded)
    found.set(budgetLineId, { ...together([]), recorded: halere });
  for (const { budgetLineId, claimed, approved, cut, moved } of claims) {
    const one = { recorded: 0, claimed: claimed - moved, approved, cut };
    found.set(budgetLineId, together([found.get(budgetLineId), one]));
  }
  return found;
}

/** The part of requests that stands on no document. */
function flatClaims({ drawdown: { requests }, claims }: Sums): DrawnSums {
  const of = (name: "cut" | "moved") => claims.reduce((sum, one) => sum + one[name], 0);
  const cut = requests.cut - of("cut");
  const moved = requests.moved - of("moved");
  return {
    recorded: 0,
    claimed: requests.claimedFlat - moved,
    approved: requests.approvedFlat,
    cut,
  };
}
