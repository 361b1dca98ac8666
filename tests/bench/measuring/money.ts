import { openDatabase } from "../../../db/connection.ts";
import { type BudgetLine, listBudgetLines } from "../../../db/queries/budget-lines.ts";
import { LARGE } from "../filling/money-rows.ts";
import { type Asked, latencies } from "./load.ts";
import { cpuMs } from "./process-figures.ts";
import { type SignedIn, serveProduct, signIn } from "./product.ts";
import type { RegistryFigure } from "./registry.ts";
import type { ServedProcess } from "./served-process.ts";

const TIMES = 60;
/** Its budget is approved and has the expenditure; the next project's is a draft. */
const APPROVED = 1;
const DRAFT = 2;

interface Visitor extends SignedIn {
  product: ServedProcess;
}

/** A large budget, its expenditure, and the sums of all projects. */
export async function measureMoney(dataDir: string): Promise<RegistryFigure[]> {
  const leaves = await draftLeaves(dataDir);
  const product = await serveProduct(dataDir);
  try {
    const visitor = { product, ...(await signIn(`http://127.0.0.1:${product.port}`)) };
    return [
      await measurePage(visitor, "budget", `/projects/${APPROVED}/budget`, 60),
      await measurePage(visitor, "list of expenditure", `/projects/${APPROVED}/expenditures`, 60),
      await measurePage(visitor, "pictures of drawdown", `/projects/${APPROVED}/drawdown`, 60),
      await measurePage(visitor, "budgets of all projects", "/budgets", 100),
      await measureCell(visitor, leaves),
      ...(await measureImport(visitor)),
    ];
  } finally {
    await product.stop();
  }
}

async function measurePage(
  { product, cookie }: Visitor,
  name: string,
  path: string,
  goal: number,
): Promise<RegistryFigure> {
  const { p50, status } = await latencies({ port: product.port, path, headers: { cookie } }, TIMES);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return { name, value: p50, unit: "ms", goal, isFixed: true };
}

/** Lines of the draft as they are, for whoever edits one says which edition of it they saw. */
async function draftLeaves(dataDir: string): Promise<BudgetLine[]> {
  const db = openDatabase({ url: `sqlite:${dataDir}/osnova.db` });
  try {
    // The first version of a project's budget has the number of the project.
    const lines = await listBudgetLines(db, DRAFT);
    return lines.filter(({ isLeaf, category }) => isLeaf && category === "direct");
  } finally {
    await db.destroy();
  }
}

/** Prices of the draft, another line each time, so that none is refused as edited meanwhile. */
async function measureCell(
  { product, cookie, csrf }: Visitor,
  leaves: BudgetLine[],
): Promise<RegistryFigure> {
  let saved = 0;
  const save = async () => {
    const { lineId, version } = leaves[saved] as BudgetLine;
    saved += 1;
    const body = new URLSearchParams({
      ...{ _csrf: csrf, name: "Nákup služeb", unit: "kus" },
      ...{ unitPrice: "1 250,00", units: "20", version: String(version) },
    });
    const answer = await fetch(
      `http://127.0.0.1:${product.port}/projects/${DRAFT}/budget/lines/${lineId}`,
      { method: "POST", body, headers: { cookie, accept: "application/json" } },
    );
    if (answer.status !== 200) throw new Error(`the cell of the budget answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  for (let n = 0; n < TIMES; n += 1) await save();
  const before = cpuMs(product.pid);
  const count = 4 * TIMES;
  for (let n = 0; n < count; n += 1) await save();
  const each = (cpuMs(product.pid) - before) / count;
  return {
    name: "a cell of the budget saved",
    value: each,
    unit: "ms CPU",
    goal: 6,
    isFixed: true,
  };
}

/** Ten thousand documents from a table, which nobody has brought in before, while somebody else opens pages. */
async function measureImport(visitor: Visitor): Promise<RegistryFigure[]> {
  const { product, cookie } = visitor;
  const page: Asked = { port: product.port, path: `/projects/${DRAFT}`, headers: { cookie } };
  let isRunning = true;
  const began = performance.now();
  const importing = bringIn(visitor).finally(() => {
    isRunning = false;
  });
  const meanwhile: number[] = [];
  while (isRunning) meanwhile.push((await latencies(page, 1)).p50);
  await importing;
  const seconds = (performance.now() - began) / 1_000;
  meanwhile.sort((a, b) => a - b);
  const p95 = meanwhile[Math.floor(meanwhile.length * 0.95)] ?? 0;
  return [
    { name: "10,000 expenditures imported", value: seconds, unit: "s", goal: 20, isFixed: false },
    { name: "another page meanwhile, p95", value: p95, unit: "ms", goal: 500, isFixed: false },
  ];
}

/** As a finance officer does: the file is read and tried, then what it would bring is saved. */
async function bringIn({ product, cookie, csrf }: Visitor): Promise<void> {
  const base = `http://127.0.0.1:${product.port}`;
  const imports = `/projects/${APPROVED}/imports`;
  const form = new FormData();
  form.set("_csrf", csrf);
  form.set("kind", "expenditures");
  form.set("file", new Blob([documents()], { type: "text/csv" }), "vydaje.csv");
  const read = await fetch(`${base}${imports}`, {
    ...{ method: "POST", body: form, redirect: "manual" as const },
    headers: { cookie },
  });
  const address = read.headers.get("location") ?? "";
  if (!address.startsWith(imports)) throw new Error(`the import answered ${read.status}`);
  const page = await (await fetch(`${base}${address}`, { headers: { cookie } })).text();
  const version = /name="version" value="(\d+)"/.exec(page)?.[1] ?? "1";
  const applied = await fetch(`${base}${address}/application`, {
    ...{ method: "POST", redirect: "manual" as const, headers: { cookie } },
    body: new URLSearchParams({ _csrf: csrf, version }),
  });
  if (applied.status !== 303) throw new Error(`the import was not saved: ${applied.status}`);
}

function documents(): string {
  const time = Date.now().toString(36);
  const rows = Array.from({ length: LARGE.expenditures }, (_, i) => {
    const code = `1.1.${4 + (i % 10)}.${1 + (i % 100)}`;
    return `D-${time}-${i + 1};Dodavatel ${i % 40};Nákup ${i + 1};12.1.2026;100,00;${code}`;
  });
  return ["Číslo dokladu;Dodavatel;Popis;Datum úhrady;Částka;Položka rozpočtu", ...rows].join(
    "\r\n",
  );
}
