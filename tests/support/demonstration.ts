import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { inject } from "vitest";
import { startProgram } from "./programs.ts";

export const DEMO_PASSWORD = "ukazka-osnova-2026";

export interface Demonstration {
  baseUrl: string;
  stop(): Promise<void>;
}

/** `npm run demo` as a process of its own on a fresh folder, in the morning of 18. 11. 2026. */
export async function startDemonstration(): Promise<Demonstration> {
  const folder = mkdtempSync(join(inject("testRun").folder, "demo-"));
  const port = String(await freePort());
  const env = { DATA_DIR: folder, PORT: port, CLOCK_START: "2026-11-18T08:00:00Z" };
  const program = startProgram("server/commands/demo.ts", {
    env: { ...env, LIMIT_READS_PER_MINUTE: "100000" },
  });
  const stop = async () => {
    await program.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  await program.untilPrints(/osnova\.test/).catch(async (error) => {
    await stop();
    throw error;
  });
  return { baseUrl: `http://localhost:${port}`, stop };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
