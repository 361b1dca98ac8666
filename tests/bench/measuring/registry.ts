import { setTimeout as pause } from "node:timers/promises";
import { openDatabase } from "../../../db/connection.ts";
import { listDailySupport } from "../../../db/queries/support-postings.ts";
import { listCountedValues } from "../../../server/features/indicators/computing/service.ts";
import { PEOPLE_OF_A_PROJECT, PER_REGISTRY } from "../filling/people-rows.ts";
import { type Asked, latencies } from "./load.ts";
import { cpuMs, proportionalMb } from "./process-figures.ts";
import { productEnv, type SignedIn, serveProduct, signIn } from "./product.ts";
import type { ServedProcess } from "./served-process.ts";

export interface RegistryFigure {
  name: string;
  /** In the unit of the goal; the median where it is a time. */
  value: number;
  unit: "ms" | "ms CPU" | "s" | "MB";
  goal: number;
  /** Whether it is to stay as it is when the rest of the registry grows tenfold. */
  isFixed: boolean;
}

interface Bench {
  dataDir: string;
  today: string;
}

/** A project like any other; the first one has everybody. */
const PROJECT = 2;
const WHOLE = 1;
const TIMES = 60;

/** People, hours, indicators and exports of a filled registry. */
export async function measureRegistry(bench: Bench): Promise<RegistryFigure[]> {
  const counted = await measureCounting(bench);
  const product = await serveProduct(bench.dataDir);
  try {
    const visitor = { product, ...(await signIn(`http://127.0.0.1:${product.port}`)) };
    return [
      ...counted,
      await measureSearch(visitor),
      await measureCell(visitor),
      ...(await measureExport(visitor)),
    ];
  } finally {
    await product.stop();
  }
}

/** What pages add up, without the page around it. */
async function measureCounting({ dataDir, today }: Bench): Promise<RegistryFigure[]> {
  const db = openDatabase({ url: `sqlite:${productEnv(dataDir).DATA_DIR}/osnova.db` });
  const moment = { on: today, asOf: `${today}T23:59:59.999Z` };
  const person = 150;
  try {
    const hours = await medianOf(() => listDailySupport(db, [person]));
    const indicators = await medianOf(() =>
      listCountedValues(db, { projectIds: [PROJECT] }, moment),
    );
    return [
      figure("hours of one person", hours, { unit: "ms", goal: 5 }),
      figure("all indicators of a project at a date", indicators, { unit: "ms", goal: 50 }),
    ];
  } finally {
    await db.destroy();
  }
}

interface Visitor extends SignedIn {
  product: ServedProcess;
}

async function measureSearch({ product, cookie, csrf }: Visitor): Promise<RegistryFigure> {
  const form = new URLSearchParams({ _csrf: csrf, q: "zkusebni" }).toString();
  const asked = post(product, { path: "/participants/search", cookie, body: () => form });
  const { p50, status } = await latencies(asked, TIMES);
  if (status !== 200) throw new Error(`the search of participants answered ${status}`);
  return { ...figure("search of participants", p50, { unit: "ms", goal: 20 }), isFixed: false };
}

/** Cells of the planned training of the project, another one each time. */
async function measureCell({ product, cookie, csrf }: Visitor): Promise<RegistryFigure> {
  const eventId = PROJECT * PER_REGISTRY.events;
  const sessionId = (eventId - 1) * PER_REGISTRY.sessions + 1;
  const first = (eventId - 1) * PEOPLE_OF_A_PROJECT;
  let n = 0;
  const body = () => {
    n += 1;
    const registration = String(first + 1 + (n % PEOPLE_OF_A_PROJECT));
    const state = n % (2 * PEOPLE_OF_A_PROJECT) < PEOPLE_OF_A_PROJECT ? "present" : "excused";
    return new URLSearchParams({ _csrf: csrf, registration, state, minutes: "" }).toString();
  };
  const path = `/projects/${PROJECT}/events/${eventId}/attendance/${sessionId}`;
  const asked = post(product, { path, cookie, body });
  const json = { ...asked, headers: { ...asked.headers, accept: "application/json" } };
  await latencies(json, TIMES);
  const before = cpuMs(product.pid);
  const { status } = await latencies(json, 4 * TIMES);
  if (status !== 200) throw new Error(`the cell of attendance answered ${status}`);
  const each = (cpuMs(product.pid) - before) / (4 * TIMES + 20);
  return figure("a cell of attendance saved", each, { unit: "ms CPU", goal: 6 });
}

/** The whole file of persons, while somebody else opens pages. */
async function measureExport({ product, cookie }: Visitor): Promise<RegistryFigure[]> {
  const page: Asked = { port: product.port, path: `/projects/${PROJECT}`, headers: { cookie } };
  await latencies(page, TIMES);
  const before = proportionalMb(product.pid);
  let isRunning = true;
  let most = before;
  const watch = (async () => {
    while (isRunning) {
      most = Math.max(most, proportionalMb(product.pid));
      await pause(50);
    }
  })();
  const began = performance.now();
  const url = `http://127.0.0.1:${product.port}/projects/${WHOLE}/exports/is-esf-persons.csv`;
  const file = fetch(url, { headers: { cookie } }).then(async (answer) => {
    if (answer.status !== 200) throw new Error(`the export answered ${answer.status}`);
    await answer.arrayBuffer();
    isRunning = false;
    return (performance.now() - began) / 1_000;
  });
  const meanwhile: number[] = [];
  while (isRunning && performance.now() - began < 60_000) {
    meanwhile.push((await latencies(page, 1)).p50);
  }
  const seconds = await file;
  await watch;
  meanwhile.sort((a, b) => a - b);
  const p95 = meanwhile[Math.floor(meanwhile.length * 0.95)] ?? 0;
  const of = { isFixed: false };
  return [
    { ...figure("file of all persons for IS ESF", seconds, { unit: "s", goal: 5 }), ...of },
    {
      ...figure("memory more while it is written", most - before, { unit: "MB", goal: 50 }),
      ...of,
    },
    { ...figure("another page meanwhile, p95", p95, { unit: "ms", goal: 300 }), ...of },
  ];
}

function post(
  { port }: ServedProcess,
  { path, cookie, body }: { path: string; cookie: string; body: () => string },
): Asked {
  return { port, path, headers: { cookie }, body };
}

function figure(
  name: string,
  value: number,
  { unit, goal }: Pick<RegistryFigure, "unit" | "goal">,
): RegistryFigure {
  return { name, value, unit, goal, isFixed: true };
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = -5; n < TIMES; n += 1) {
    const began = performance.now();
    await work();
    if (n >= 0) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return times[Math.floor(times.length / 2)] ?? 0;
}
