import type { Database, Transaction } from "../connection.ts";

/** The month of all projects together. */
export interface PortfolioMonth {
  closedAt: string | null;
  closedByName: string | null;
  /** When its summary was handed over to the mail, and whether the month was closed by then. */
  mailedAt: string | null;
  wasClosedWhenMailed: boolean | null;
}

const UNTOUCHED: PortfolioMonth = {
  closedAt: null,
  closedByName: null,
  mailedAt: null,
  wasClosedWhenMailed: null,
};

export async function findPortfolioMonth(db: Database, month: string): Promise<PortfolioMonth> {
  const row = await db("portfolio_months as m")
    .leftJoin("users as u", "u.id", "m.closed_by")
    .where("m.month", month)
    .first({
      closedAt: "m.closed_at",
      closedByName: "u.name",
      mailedAt: "m.mailed_at",
      wasClosedWhenMailed: "m.was_closed_when_mailed",
    });
  return row ? asPortfolioMonth(row) : UNTOUCHED;
}

/** Makes whoever closes, mends or mails the month wait for one another. */
export async function lockPortfolioMonth(trx: Transaction, month: string): Promise<PortfolioMonth> {
  await trx("portfolio_months").insert({ month }).onConflict("month").ignore();
  const row = await trx("portfolio_months").where({ month }).forUpdate().first({
    closedAt: "closed_at",
    mailedAt: "mailed_at",
    wasClosedWhenMailed: "was_closed_when_mailed",
  });
  return asPortfolioMonth({ ...row, closedByName: null });
}

export async function updatePortfolioClosed(
  trx: Transaction,
  month: string,
  { at, by }: { at: string; by: number | null },
): Promise<void> {
  await trx("portfolio_months").where({ month }).update({ closed_at: at, closed_by: by });
}

export async function updatePortfolioMailed(
  trx: Transaction,
  month: string,
  { at, wasClosed }: { at: string; wasClosed: boolean },
): Promise<void> {
  await trx("portfolio_months")
    .where({ month })
    .update({ mailed_at: at, was_closed_when_mailed: wasClosed });
}

/** When each of the months that were closed or mailed was; the latest first. */
export async function listPortfolioMonths(
  db: Database,
): Promise<(PortfolioMonth & { month: string })[]> {
  const rows = await db("portfolio_months as m")
    .leftJoin("users as u", "u.id", "m.closed_by")
    .orderBy("m.month", "desc")
    .select({
      month: "m.month",
      closedAt: "m.closed_at",
      closedByName: "u.name",
      mailedAt: "m.mailed_at",
      wasClosedWhenMailed: "m.was_closed_when_mailed",
    });
  return rows.map((row) => ({ month: row.month, ...asPortfolioMonth(row) }));
}

function asPortfolioMonth(row: PortfolioMonth): PortfolioMonth {
  const { wasClosedWhenMailed: was } = row;
  return { ...row, wasClosedWhenMailed: was === null ? null : Boolean(was) };
}
