import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../../db/connection.ts";
import { system } from "../../../server/change.ts";
import { systemClock } from "../../../server/clock.ts";
import { closePortfolio } from "../../../server/features/months/closing/portfolio.ts";
import { addToMonth, type Month, monthOf } from "../../../server/values/month.ts";
import { latencies } from "./load.ts";
import { serveProduct, signIn } from "./product.ts";
import type { RegistryFigure } from "./registry.ts";

const TIMES = 60;
const LONGEST_SECONDS = 120;

/** The close of last month for every project, and its summary as a page and as a paper. */
export async function measureMonths(dataDir: string, today: string): Promise<RegistryFigure[]> {
  const month = addToMonth(monthOf(today), -1);
  const closed = await measureClose(dataDir, month);
  const product = await serveProduct(dataDir);
  try {
    const { cookie } = await signIn(`http://127.0.0.1:${product.port}`);
    const asked = { port: product.port, path: `/summaries/${month}`, headers: { cookie } };
    const { p50, status } = await latencies(asked, TIMES);
    if (status !== 200) throw new Error(`the summary answered ${status}`);
    const seconds = await secondsToPaper(
      `http://127.0.0.1:${product.port}${asked.path}.pdf`,
      cookie,
    );
    return [
      closed,
      { name: "summary of a closed month", value: p50, unit: "ms", goal: 60, isFixed: true },
      {
        ...{ name: "its PDF, beside the requests", value: seconds, unit: "s" as const },
        ...{ goal: 10, isFixed: false },
      },
    ];
  } finally {
    await product.stop();
  }
}

async function measureClose(dataDir: string, month: Month): Promise<RegistryFigure> {
  const db = openDatabase({ url: `sqlite:${dataDir}/osnova.db` });
  try {
    const began = performance.now();
    const { projects } = await closePortfolio({ db, clock: systemClock() }, system, month);
    const value = (performance.now() - began) / 1_000;
    if (projects === 0) throw new Error("there was no month to close");
    const name = "month closed for all projects";
    return { name, value, unit: "s", goal: 5, isFixed: false };
  } finally {
    await db.destroy();
  }
}

/** Asks as a browser does: while the paper is not there its address answers 202. */
async function secondsToPaper(url: string, cookie: string): Promise<number> {
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1_000;
  while (elapsed() < LONGEST_SECONDS) {
    const answer = await fetch(url, { headers: { cookie } });
    const bytes = await answer.arrayBuffer();
    if (answer.status === 200 && bytes.byteLength > 1_000) return elapsed();
    if (answer.status !== 202) throw new Error(`the paper answered ${answer.status}`);
    await pause(200);
  }
  throw new Error("the paper did not come");
}
