import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { lockForServing } from "../db/connection.ts";
import { newestVersion, schemaVersion } from "../db/migrate.ts";
import { type Clockwork, startClockwork } from "../jobs/clockwork.ts";
import { createApp } from "./app.ts";
import type { Config } from "./config.ts";
import type { Deps } from "./deps.ts";
import { lifecycle } from "./lifecycle.ts";
import { closeDeps, openDeps } from "./open-deps.ts";

const REQUESTS_FINISH_WITHIN_MS = 25_000;

/** Starts the web and resolves when it listens; SIGTERM and SIGINT drain it and end the process with 0. */
export async function startServer(config: Config): Promise<{ url: string }> {
  const lock = lockForServing(config.databaseUrl);
  if (!lock) throw new Error("another process already serves this database");
  const deps = openDeps(config);
  const version = await schemaVersion(deps.db);
  if (version !== newestVersion()) {
    throw new Error(
      `the database has schema ${version ?? "none"}, this version needs ${newestVersion()}: run npm run db:migrate`,
    );
  }
  const server = await listen(deps);
  const clockwork = config.runsJobs ? await startClockwork(deps) : undefined;
  stopOnSignal(deps, { server, clockwork, release: lock.release });
  return { url: config.publicUrl };
}

function listen(deps: Deps): Promise<Server> {
  const { config, log } = deps;
  return new Promise((resolve, reject) => {
    const server = createApp(deps).listen(config.port, config.host, (error?: Error) => {
      if (error) return reject(error);
      log.info({ url: config.publicUrl }, "listening");
      resolve(server);
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
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeIdleConnections();
    await Promise.race([closed, pause(REQUESTS_FINISH_WITHIN_MS)]);
    await clockwork?.stop();
    await closeDeps(deps);
    release();
    process.exit(0);
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
