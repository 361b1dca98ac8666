import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findPlanImport } from "../../../../db/queries/plan-imports.ts";
import { system as author } from "../../../../server/change.ts";
import {
  dropPlanImport,
  forgetOldPlanImports,
} from "../../../../server/features/plan-imports/dropping/service.ts";
import { readDueAnnexes } from "../../../../server/features/plan-imports/reading/running/service.ts";
import {
  type GivenAnnex,
  readAgain,
  readPlanImport,
} from "../../../../server/features/plan-imports/reading/service.ts";
import { listReviewedCards } from "../../../../server/features/plan-imports/service.ts";
import { countLostFiles, listLostFiles } from "../../../../server/features/stored-files/service.ts";
import { pathOfFile } from "../../../../server/files.ts";
import { FAR_AHEAD, LONG_AGO, leaveAnnexBehind } from "../../../support/annex-steps.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import { annexText, PLAIN } from "../../../support/plan-annexes.ts";
import { createPlan } from "../../../support/plan-factories.ts";

const ANNEX: GivenAnnex = { text: annexText(PLAIN), name: "příloha" };

describe.each(engines)("an annex that is read beside the request on %s", (engine) => {
  let deps: TestDeps;
  let planId: number;
  beforeEach(async () => {
    deps = await openTestDeps(engine, { config: { annexPatienceMs: 0 } });
    planId = await createPlan(deps.db);
  });
  afterEach(async () => {
    await readDueAnnexes(deps);
    await deps.close();
  });

  const send = (annex: GivenAnnex = ANNEX) => readPlanImport(deps, author, { planId, annex });
  const found = (id: number) => findPlanImport(deps.db, { planId, id });
  const row = () => deps.db("annex_readings").first();
  const cardsOf = async (id: number) => (await listReviewedCards(deps.db, id)).length;

  const becomes = (id: number, state: string) =>
    expect.poll(async () => (await found(id))?.state, { timeout: 60_000 }).toBe(state);

  async function filesKept(): Promise<number> {
    const names = await readdir(join(deps.config.dataDir, "files"), { recursive: true });
    return names.filter((name) => name.includes("/")).length;
  }

  test("is kept before anybody waits for it, and has its cards later", async () => {
    const { id, isKnown } = await send();
    expect(isKnown).toBe(false);
    expect((await found(id))?.state).toMatch(/^(waiting|reading)$/);
    await becomes(id, "read");
    expect([await cardsOf(id), await row()]).toEqual([3, undefined]);
    await expect.poll(filesKept).toBe(0);
  });

  test("which came twice is one, while it is read and when it is", async () => {
    const [one, other] = await Promise.all([send(), send()]);
    expect(one.id).toBe(other.id);
    expect([one.isKnown, other.isKnown].toSorted()).toEqual([false, true]);
    await becomes(one.id, "read");
    expect(await send()).toEqual({ id: one.id, isKnown: true });
    expect(await deps.db("plan_imports").pluck("id")).toEqual([one.id]);
    await expect.poll(filesKept).toBe(0);
  });

  test("which holds no card says so, is kept, and can be tried again or dropped", async () => {
    const { id } = await send({ text: "Nákupní seznam\nmléko\n", name: "seznam" });
    await becomes(id, "unreadable");
    expect(await found(id)).toMatchObject({ fault: "annexWithoutCards" });
    expect(await filesKept()).toBe(1);
    await readAgain(deps, author, { planId, id });
    expect((await found(id))?.state).not.toBe("unreadable");
    await becomes(id, "unreadable");
    await dropPlanImport(deps, author, { planId, id, version: 1 });
    expect([await found(id), await filesKept()]).toEqual([undefined, 0]);
  });

  test("which a killed process left is taken up once its lease is over, not before", async () => {
    const id = await leaveAnnexBehind(deps, planId, { lease_until: FAR_AHEAD });
    expect(await readDueAnnexes(deps)).toEqual({ read: 0, unread: 0 });
    await deps.db("annex_readings").update({ lease_until: LONG_AGO });
    expect(await readDueAnnexes(deps)).toEqual({ read: 1, unread: 0 });
    expect([(await found(id))?.state, await cardsOf(id)]).toEqual(["read", 3]);
  });

  test("which ends its process each time is given up and said to be our fault", async () => {
    const id = await leaveAnnexBehind(deps, planId, { lease_until: LONG_AGO, attempts: 3 });
    expect(await readDueAnnexes(deps)).toEqual({ read: 0, unread: 1 });
    expect(await found(id)).toMatchObject({ state: "unreadable", fault: "annexNotRead" });
  });

  test("whose file is lost says so, also to administrators, and is read when it comes again", async () => {
    const { id } = await send({ text: "Nákupní seznam\n", name: "seznam" });
    await becomes(id, "unreadable");
    const { file } = await row();
    await rm(pathOfFile(deps.config.dataDir, file));
    await readAgain(deps, author, { planId, id });
    await becomes(id, "unreadable");
    expect(await found(id)).toMatchObject({ fault: "annexGone" });
    await expect
      .poll(async () => (await listLostFiles(deps)).files)
      .toMatchObject([{ file, kind: "annex", mark: String(id) }]);
    const again = await send({ text: "Nákupní seznam\n", name: "Nákupy" });
    expect(again).toEqual({ id, isKnown: true });
    await becomes(id, "unreadable");
    expect(await found(id)).toMatchObject({ fault: "annexWithoutCards", fileName: "Nákupy" });
    expect([await filesKept(), await countLostFiles(deps)]).toEqual([1, 0]);
  });

  test("which was misnamed is read under the name it comes by the next time", async () => {
    const path = join(deps.database.folder, "upload");
    await writeFile(path, annexText(PLAIN));
    const { id } = await send({ path, originalName: "karty.pdf" });
    await becomes(id, "unreadable");
    expect(await found(id)).toMatchObject({ fault: "fileNotWhatItSays" });
    expect(await send({ path, originalName: "karty.txt" })).toEqual({ id, isKnown: true });
    await becomes(id, "read");
    expect([await cardsOf(id), (await found(id))?.fileName]).toEqual([3, "karty.txt"]);
    await expect.poll(filesKept).toBe(0);
  });

  test("goes with its plan to the archive and is there when the plan comes back", async () => {
    const { id } = await send();
    await deps.db("plans").update({ archived_at: deps.clock.now() });
    await becomes(id, "read");
    expect(await cardsOf(id)).toBe(3);
  });

  test("of a reader that was overtaken only what the second one read stays", async () => {
    const id = await leaveAnnexBehind(deps, planId, { lease_until: LONG_AGO });
    const first = readDueAnnexes(deps);
    await becomes(id, "reading");
    await deps.db("annex_readings").update({ lease_until: LONG_AGO });
    const done = await Promise.all([first, readDueAnnexes(deps)]);
    expect(done.reduce((sum, { read }) => sum + read, 0)).toBe(1);
    expect([await cardsOf(id), await row(), await countLostFiles(deps)]).toEqual([3, undefined, 0]);
  });

  test("is read once by two processes that look at the same moment", async () => {
    const id = await leaveAnnexBehind(deps, planId, { lease_until: LONG_AGO });
    const done = await Promise.all([readDueAnnexes(deps), readDueAnnexes(deps)]);
    expect(done.reduce((sum, { read }) => sum + read, 0)).toBe(1);
    expect(await cardsOf(id)).toBe(3);
  });

  test("which was dropped while it was read has no cards afterwards", async () => {
    const { id } = await send();
    await dropPlanImport(deps, author, { planId, id, version: 1 });
    await readDueAnnexes(deps);
    expect(await found(id)).toBeUndefined();
    expect(await deps.db("plan_import_cards").pluck("import_id")).toEqual([]);
  });

  test("which nobody asked about for two months is forgotten with its file", async () => {
    const { id } = await send({ text: "Nákupní seznam\n", name: "seznam" });
    await becomes(id, "unreadable");
    deps.clock.advanceDays(61);
    expect(await forgetOldPlanImports(deps)).toBe(1);
    expect([await found(id), await filesKept()]).toEqual([undefined, 0]);
  });
});
