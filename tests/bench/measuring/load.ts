import { Agent, request } from "node:http";
import autocannon from "autocannon";
import { cpuMs } from "./process-figures.ts";

export interface Asked {
  port: number;
  path: string;
  headers: Record<string, string>;
  /** Makes the body of a POST, a new one for each. */
  body?: () => string;
}

export interface Latencies {
  p50: number;
  p99: number;
  bytes: number;
  status: number;
}

const FORM = { "content-type": "application/x-www-form-urlencoded" };

/** One request after another over one connection, the first ones not counted. */
export async function latencies(asked: Asked, count: number): Promise<Latencies> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  let last = { status: 0, bytes: 0 };
  for (let n = -20; n < count; n += 1) {
    const began = performance.now();
    last = await once(agent, asked);
    if (n >= 0) times.push(performance.now() - began);
  }
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5) ?? 0, p99: at(0.99) ?? 0, ...last };
}

function once(agent: Agent, asked: Asked): Promise<{ status: number; bytes: number }> {
  const body = asked.body?.();
  const method = body === undefined ? "GET" : "POST";
  const headers = { ...asked.headers, ...(body === undefined ? {} : FORM) };
  return new Promise((resolve, reject) => {
    const { port, path } = asked;
    const sent = request({ agent, host: "127.0.0.1", port, path, method, headers }, (answer) => {
      let bytes = 0;
      answer.on("data", (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, bytes }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

export interface Throughput {
  perSecond: number;
  cpuMsPerRequest: number;
  failures: number;
}

/** Sixteen clients at once for so many seconds, with the CPU time the server spent on each request. */
export async function throughput(asked: Asked, pid: number, seconds: number): Promise<Throughput> {
  const { port, path, headers, body } = asked;
  const before = cpuMs(pid);
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: 16,
    duration: seconds,
    requests: [
      {
        method: body ? "POST" : "GET",
        path,
        headers: { ...headers, ...(body ? FORM : {}) },
        ...(body && { setupRequest: (one: object) => ({ ...one, body: body() }) }),
      },
    ],
  });
  const requests = result.requests.total;
  return {
    perSecond: requests / result.duration,
    cpuMsPerRequest: (cpuMs(pid) - before) / Math.max(1, requests),
    failures: result.errors + result["4xx"] + result["5xx"],
  };
}
