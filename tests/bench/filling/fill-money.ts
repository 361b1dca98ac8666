import { advanceSequences, insertRows, listTables } from "../../../db/queries/whole-tables.ts";
import type { Deps } from "../../../server/deps.ts";
import { refreshDrawdownTotals } from "../../../server/features/drawdowns/service.ts";
import { moneyRows, numbersTaken } from "./money-rows.ts";

const PROJECTS_AT_ONCE = 50;

/** Gives each of the filled projects a budget and expenditure; the first two have the large ones. */
export async function fillMoney(
  { db, clock }: Pick<Deps, "db" | "clock">,
  projects: number,
  say: (line: string) => void = () => {},
): Promise<void> {
  const money = { today: clock.today(), at: clock.now() };
  const first = { line: 1, row: 1 };
  for (let from = 1; from <= projects; from += PROJECTS_AT_ONCE) {
    const to = Math.min(projects, from + PROJECTS_AT_ONCE - 1);
    await db.transaction(async (trx) => {
      for (let n = from; n <= to; n += 1) {
        for (const [table, rows] of Object.entries(moneyRows(n, first, money)))
          await insertRows(trx, table, rows);
        await refreshDrawdownTotals(trx, n);
        const taken = numbersTaken(n);
        first.line += taken.line;
        first.row += taken.row;
      }
    });
  }
  const tables = await listTables(db);
  await db.transaction((trx) => advanceSequences(trx, tables));
  say(`money of ${projects} projects`);
}
