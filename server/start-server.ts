import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { lockForServing } from "../db/connection.ts";
import { type Clockwork, startClockwork } from "../jobs/clockwork.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { lifecycle } from "./lifecycle.ts";
import { closeDeps, openDeps } from "./open-deps.ts";
import { checkDatabase, checkPlaces } from "./start-checks.ts";
import { httpServer } from "./web/http-server.ts";

const REQUESTS_FINISH_WITHIN_MS = 25_000;
const STOPS_WITHIN_MS = 30_000;

/** Starts the web and resolves when it listens; SIGTERM and SIGINT drain it and end the process with 0. */
export async function startServer(config: Config): Promise<{ url: string }> {
  checkPlaces(config);
  const lock = lockForServing(config.databaseUrl);
  if (!lock) throw new Error("another process already serves this database");
  const deps = await checkDatabase(config, () => openDeps(config));
  const server = await listen(deps);
  const clockwork = config.runsJobs ? await startClockwork(deps) : undefined;
  stopOnSignal(deps, { server, clockwork, release: lock.release });
  const { port } = server.address() as AddressInfo;
  deps.log.info({ url: config.publicUrl, host: config.host, port }, "listening");
  return { url: config.publicUrl };
}

function listen(deps: Deps): Promise<Server> {
  const { config } = deps;
  return new Promise((resolve, reject) => {
    const server = httpServer(createApp(deps));
    server.once("error", reject);
    server.listen(config.port, config.host, () => resolve(server.off("error", reject)));
    server.prependListener("request", (_request, response) => {
      if (lifecycle.isStopping) response.setHeader("Connection", "close");
    });
    server.headersTimeout = 10_000;
    server.requestTimeout = 60_000;
    server.keepAliveTimeout = 65_000;
  });
}

interface Running {
  server: Server;
  clockwork: Clockwork | undefined;
  release: () => void;
}

function stopOnSignal(deps: Deps, { server, clockwork, release }: Running): void {
  let isStopping = false;
  const stop = async () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    lifecycle.isStopping = true;
    await pause(deps.config.shutdownDelaySeconds * 1_000);
    setTimeout(() => process.exit(1), STOPS_WITHIN_MS).unref();
    await drain(server);
    await clockwork?.stop();
    await closeDeps(deps);
    release();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}

/** Takes nothing new and lets what has begun finish; a connection kept open after its last answer is let go. */
async function drain(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  const letGo = setInterval(() => server.closeIdleConnections(), 50);
  await Promise.race([closed, pause(REQUESTS_FINISH_WITHIN_MS)]);
  clearInterval(letGo);
  server.closeAllConnections();
}
