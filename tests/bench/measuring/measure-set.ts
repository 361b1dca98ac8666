import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Asked, type Latencies, latencies, type Throughput, throughput } from "./load.ts";
import { entryForm, type MeasuredPage } from "./pages.ts";
import { proportionalMb } from "./process-figures.ts";
import { productEnv, serveProduct, signIn } from "./product.ts";
import { type ServedProcess, serve } from "./served-process.ts";
import { countStatements } from "./statements.ts";

export interface Effort {
  /** Requests at one client. */
  requests: number;
  /** Of each page under load, in each round. */
  seconds: number;
  rounds: number;
}

export interface PageFigures {
  page: MeasuredPage;
  /** Missing where the page does not answer as it should. */
  alone?: Latencies;
  loaded?: Throughput;
  statements?: number;
  /** Requests per second as a part of what bare Express does with the same bytes, and of the floor. */
  ofBare?: number;
  ofFloor?: number;
}

export interface SetFigures {
  pages: PageFigures[];
  startMs: number;
  startMb: number;
  loadedMb: number;
}

interface Bench {
  dataDir: string;
  today: string;
  effort: Effort;
}

/** Everything that is measured of one filled set. Ratios cost the most time: they are only taken when asked for. */
export async function measureSet(
  bench: Bench,
  pages: MeasuredPage[],
  withRatios: boolean,
): Promise<SetFigures> {
  const statements = await countStatements(bench.dataDir, pages);
  const starts: number[] = [];
  for (let n = 0; n < 4; n += 1) {
    const trial = await serveProduct(bench.dataDir);
    starts.push(trial.firstAnswerMs);
    await trial.stop();
  }
  const product = await serveProduct(bench.dataDir);
  const startMb = proportionalMb(product.pid);
  const askedOf = await asking(product, bench.today);
  const figures: PageFigures[] = [];
  for (const page of pages) {
    const alone = await latencies(askedOf(page), bench.effort.requests);
    const isRight = alone.status === (page.isPost ? 303 : 200);
    const count = statements.get(page.name);
    figures.push({
      page,
      ...(isRight && { alone }),
      ...(count !== undefined && { statements: count }),
    });
  }
  if (withRatios) await compare(bench, product, { figures, askedOf });
  const loadedMb = proportionalMb(product.pid);
  await product.stop();
  return { pages: figures, startMs: median(starts), startMb, loadedMb };
}

type AskedOf = (page: MeasuredPage) => Asked;

async function asking({ port }: ServedProcess, today: string): Promise<AskedOf> {
  const { cookie, csrf } = await signIn(`http://127.0.0.1:${port}`);
  return ({ path, isPublic, isPost }) => ({
    port,
    path,
    headers: isPublic ? {} : { cookie },
    ...(isPost && { body: () => entryForm(csrf, today) }),
  });
}

/** In alternating rounds, so that whatever else the machine does meets them all. */
async function compare(
  bench: Bench,
  product: ServedProcess,
  { figures, askedOf }: { figures: PageFigures[]; askedOf: AskedOf },
): Promise<void> {
  const folder = join(bench.dataDir, "bench-pages");
  mkdirSync(folder, { recursive: true });
  const shown = figures.filter(({ alone }) => alone);
  for (const [index, { page }] of shown.entries()) {
    await keepBytes(join(folder, `${index}.html`), askedOf(page));
  }
  const database = productEnv(bench.dataDir).DATA_DIR;
  const bare = await serve(
    [process.execPath, "--import", "tsx", "tests/bench/measuring/comparison-server.ts"],
    {
      ...{ NODE_ENV: "production", PAGES: folder, TODAY: bench.today },
      DATABASE: `${database}/osnova.db`,
    },
  );
  const { seconds, rounds } = bench.effort;
  const bareAsked = (path: string): Asked => ({ port: bare.port, path, headers: {} });
  const seen = shown.map(() => ({ own: [] as Throughput[], bare: [] as number[] }));
  const floor: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    floor.push((await throughput(bareAsked("/floor"), bare.pid, seconds)).perSecond);
    for (const [index, { page }] of shown.entries()) {
      seen[index]?.own.push(await throughput(askedOf(page), product.pid, seconds));
      const same = await throughput(bareAsked(`/same/${index}`), bare.pid, seconds);
      seen[index]?.bare.push(same.perSecond);
    }
  }
  await bare.stop();
  for (const [index, one] of shown.entries()) {
    const { own = [], bare: others = [] } = seen[index] ?? {};
    const perSecond = median(own.map((each) => each.perSecond));
    const cpuMsPerRequest = median(own.map((each) => each.cpuMsPerRequest));
    const failures = own.reduce((sum, each) => sum + each.failures, 0);
    one.loaded = { perSecond, cpuMsPerRequest, failures };
    one.ofBare = perSecond / median(others);
    one.ofFloor = perSecond / median(floor);
  }
}

async function keepBytes(file: string, { port, path, headers, body }: Asked): Promise<void> {
  const method = body ? "POST" : "GET";
  const url = `http://127.0.0.1:${port}${path}`;
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const answer = await fetch(url, {
    ...{ method, redirect: "manual" },
    headers: { ...headers, ...(body ? form : {}) },
    ...(body && { body: body() }),
  });
  writeFileSync(file, await answer.text());
}

export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
