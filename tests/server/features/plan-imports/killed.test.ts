import { execFileSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPlanImport } from "../../../../db/queries/plan-imports.ts";
import { readDueAnnexes } from "../../../../server/features/plan-imports/reading/running/service.ts";
import { listReviewedCards } from "../../../../server/features/plan-imports/service.ts";
import { storeFile } from "../../../../server/files.ts";
import { LONG_AGO, leaveAnnexBehind } from "../../../support/annex-steps.ts";
import { pdf } from "../../../support/annexes/pdfs.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { annexText, PLAIN } from "../../../support/plan-annexes.ts";
import { createPlan } from "../../../support/plan-factories.ts";
import { type Program, startProgram } from "../../../support/programs.ts";

/** Each piece is measured and none is seen: it keeps its reader busy until it is ended. */
const pieces = Array.from({ length: 400_000 }, (_, n) => `${n % 97} 0 Td (a) Tj `).join("");
const ENDLESS = pdf({ content: `BT /F1 12 Tf ${pieces.repeat(20)} ET`, rounds: 2 });

describe.each(engines)("an annex whose reading is cut off on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  let id: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    planId = await createPlan(deps.db);
    id = await leaveAnnexBehind(deps, planId, { lease_until: LONG_AGO, attempts: 0 });
  });
  afterEach(() => deps.close());

  const row = () => deps.db("annex_readings").first();
  const state = async () => (await findPlanImport(deps.db, { planId, id }))?.state;
  const store = (bytes: Buffer) => storeFile(deps.config.dataDir, bytes);

  /** A process of its own takes the annex up; gives it with the id of the reader that it started. */
  async function begun(): Promise<{ program: Program; readerPid: number }> {
    const { database } = deps;
    const program = startProgram("server/commands/job.ts", {
      args: ["read-annexes"],
      env: { DATABASE_URL: database.url, DATA_DIR: deps.config.dataDir },
    });
    await expect.poll(() => readersOf(program.pid), { timeout: 20_000 }).toHaveLength(1);
    return { program, readerPid: readersOf(program.pid)[0] as number };
  }

  test("by the end of its process is read by another, and no reader is left behind", async () => {
    await deps.db("annex_readings").update({ file: await store(ENDLESS), format: "pdf" });
    const { program, readerPid } = await begun();
    await program.stop("SIGKILL");
    expect(await state()).toBe("reading");
    await expect.poll(() => isAlive(readerPid), { timeout: 10_000 }).toBe(false);
    expect(await readDueAnnexes(deps)).toEqual({ read: 0, unread: 0 });
    const file = await store(Buffer.from(annexText(PLAIN)));
    await deps.db("annex_readings").update({ file, format: "txt", lease_until: LONG_AGO });
    expect(await readDueAnnexes(deps)).toEqual({ read: 1, unread: 0 });
    expect(await listReviewedCards(deps.db, id)).toHaveLength(3);
  }, 40_000);

  test("because its reader was told to stop is no fault of the file", async () => {
    await deps.db("annex_readings").update({ file: await store(ENDLESS), format: "pdf" });
    const { program, readerPid } = await begun();
    process.kill(readerPid, "SIGTERM");
    await expect.poll(async () => (await row()).attempts, { timeout: 10_000 }).toBe(2);
    expect(await row()).toMatchObject({ fault: null });
    await program.stop("SIGKILL");
  }, 40_000);
});

function readersOf(pid: number): number[] {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter(([, parent, ...args]) => Number(parent) === pid && args.join(" ").includes("annex"))
    .map(([own]) => Number(own));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
