import fc from "fast-check";
import { afterAll, expect, inject, vi } from "vitest";
import { restartCounters } from "./counting.ts";
import { stopPrograms } from "./programs.ts";

// Files share a process and its modules (see vitest.config.ts). Each begins alike, and one that leaves something to
// the next fails, whatever its own tests say.

/** What works on when the tests are over: programs, servers, connections (those to PostgreSQL are pipes). */
const AT_WORK = /^(ProcessWrap|PipeWrap|TCPSocketWrap|TCPServerWrap|Worker|FSEventWrap)$/;
const HEARD = ["SIGTERM", "SIGINT", "message", "uncaughtException", "unhandledRejection"];
/** A drawing that nobody waits for is ended after a minute at the latest. */
const PATIENCE_MS = 70_000;

// What a build writes into `server/own-program.ts`.
Object.assign(globalThis, { BUILT_INTO: inject("testRun").programs });
fc.resetConfigureGlobal();
restartCounters();
const found = surroundings();

afterAll(async () => {
  stopPrograms();
  await vi.waitFor(() => expect(surroundings()).toEqual(found), { timeout: PATIENCE_MS });
}, 2 * PATIENCE_MS);

function surroundings() {
  return {
    working: process
      .getActiveResourcesInfo()
      .filter((kind) => AT_WORK.test(kind))
      .sort(),
    listeners: HEARD.map((name) => [name, process.listenerCount(name)]),
    environment: { ...process.env },
    folder: process.cwd(),
    globals: [Date, fetch, setTimeout, setInterval, setImmediate, Math.random],
  };
}
