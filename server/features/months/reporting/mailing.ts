import type { Transaction } from "../../../../db/connection.ts";
import { listSummaryReaders } from "../../../../db/queries/month-figures.ts";
import { updatePortfolioMailed } from "../../../../db/queries/month-portfolios.ts";
import type { Month } from "../../../values/month.ts";
import { queueMails } from "../../mails/service.ts";

/**
 * Hands the summary of a month over to the mail, once for each reader and month, and puts down that its
 * figures were told. The caller holds the month of the portfolio.
 * @returns how many mails were made
 */
export async function mailSummary(
  trx: Transaction,
  month: Month,
  { at, wasClosed }: { at: string; wasClosed: boolean },
): Promise<number> {
  const readers = await listSummaryReaders(trx);
  const added = await queueMails(
    trx,
    readers.map((userId) => ({
      kind: "summary",
      template: "monthly-summary",
      dedupeKey: `summary:${userId}:${month}`,
      recipientUserId: userId,
      params: { month },
      at,
    })),
  );
  await updatePortfolioMailed(trx, month, { at, wasClosed });
  return added.length;
}
