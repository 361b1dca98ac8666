import { openDatabase } from "../../../db/connection.ts";
import { listActivityTree } from "../../../db/queries/computed-indicators.ts";
import { insertPeriods, listPeriods } from "../../../db/queries/periods.ts";
import { insertRows } from "../../../db/queries/whole-tables.ts";
import { loadReportDraft } from "../../../server/features/reports/drafting/service.ts";
import { addDays } from "../../../server/values/calendar-date.ts";
import { busyRows } from "../filling/report-rows.ts";
import { productEnv } from "./product.ts";
import type { RegistryFigure } from "./registry.ts";

const PROJECT = 1;
const TIMES = 40;

/** The draft of a report over six months: texts, figures and chips from one reading, without the page around it. */
export async function measureReportDraft(
  dataDir: string,
  { entries, today, at }: { entries: number; today: string; at: string },
): Promise<RegistryFigure> {
  const db = openDatabase({ url: `sqlite:${productEnv(dataDir).DATA_DIR}/osnova.db` });
  try {
    const from = addDays(today, -182);
    const tree = await listActivityTree(db, [PROJECT]);
    const activityIds = tree.map(({ id }) => id);
    const number = 1 + Math.max(0, ...(await listPeriods(db, PROJECT)).map((one) => one.number));
    const periodId = await db.transaction(async (trx) => {
      const rows = busyRows({ entries, projectId: PROJECT, activityIds, from, at });
      for (const [table, all] of Object.entries(rows)) await insertRows(trx, table, all);
      const span = { number, startsOn: from, endsOn: today };
      return (await insertPeriods(trx, PROJECT, [span]))[0]?.id ?? 0;
    });
    const order = { projectId: PROJECT, periodId, reportId: null, language: "cs" as const };
    const times: number[] = [];
    for (let n = -5; n < TIMES; n += 1) {
      const began = performance.now();
      const { texts } = await loadReportDraft(db, order);
      if (n >= 0) times.push(performance.now() - began);
      if (![...texts.values()].some((text) => text.includes("Poskytnuto bylo")))
        throw new Error("the draft tells of no support");
    }
    times.sort((a, b) => a - b);
    const value = times[Math.floor(times.length / 2)] ?? 0;
    const name = `draft of a report over ${entries} entries`;
    return { name, value, unit: "ms", goal: 300, isFixed: false };
  } finally {
    await db.destroy();
  }
}
