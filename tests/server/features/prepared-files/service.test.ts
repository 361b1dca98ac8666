import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { afterEach, describe, expect, test } from "vitest";
import { findPreparedFile } from "../../../../db/queries/prepared-files.ts";
import { kinds, type Preparer } from "../../../../server/features/prepared-files/kinds.ts";
import {
  prepareDue,
  preparedFile,
  removeOutlivedFiles,
} from "../../../../server/features/prepared-files/service.ts";
import { pathOfFile } from "../../../../server/files.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps } from "../../../support/deps.ts";
import { createUser } from "../../../support/factories.ts";

const ORDER = { kind: "test", orderKey: "test:1", projectId: null, keptDays: 1, params: { of: 1 } };

function prepareBy(preparer: Preparer): void {
  kinds.test = async () => preparer;
}

afterEach(() => {
  delete kinds.test;
});

describe.each(engines)("files that take a while on %s", (engine) => {
  test("an order placed twice is worked on once and told how far it is", async () => {
    const deps = await openTestDeps(engine);
    let runs = 0;
    prepareBy(async (_deps, order, told) => {
      runs += 1;
      await told(1, 2);
      const half = await findPreparedFile(deps.db, order.orderKey);
      expect(half).toMatchObject({ state: "running", doneSteps: 1, allSteps: 2 });
      return { fileName: "přehled.txt", mediaType: "text/plain", bytes: Buffer.from("hotovo") };
    });
    await Promise.all([preparedFile(deps, ORDER, null), preparedFile(deps, ORDER, null)]);
    await prepareDue(deps);
    const done = await preparedFile(deps, ORDER, null);
    expect(done).toMatchObject({ state: "done", fileName: "přehled.txt", byteCount: 6 });
    expect(done.sha256).toBe(createHash("sha256").update("hotovo").digest("hex"));
    const stored = await readFile(pathOfFile(deps.config.dataDir, String(done.file)), "utf8");
    expect([stored, runs]).toEqual(["hotovo", 1]);
    await deps.close();
  });

  test("a large file is written straight to its place", async () => {
    const deps = await openTestDeps(engine);
    prepareBy(async () => ({
      fileName: "balík.zip",
      mediaType: "application/zip",
      write: (path) => writeFile(path, "dlouhé"),
    }));
    await preparedFile(deps, ORDER, null);
    await prepareDue(deps);
    const { sha256, state } = await preparedFile(deps, ORDER, null);
    expect([state, sha256]).toEqual(["done", createHash("sha256").update("dlouhé").digest("hex")]);
    await deps.close();
  });

  test("what fails is tried three times, shown as failed and tried anew a minute later", async () => {
    const deps = await openTestDeps(engine);
    let runs = 0;
    prepareBy(async () => {
      runs += 1;
      throw new Error("došel papír");
    });
    await preparedFile(deps, ORDER, null);
    await prepareDue(deps);
    expect((await preparedFile(deps, ORDER, null)).state).toBe("failed");
    expect(runs).toBe(3);
    deps.clock.advance(61_000);
    prepareBy(async () => ({ fileName: "a", mediaType: "text/plain", bytes: Buffer.from("a") }));
    await preparedFile(deps, ORDER, null);
    await prepareDue(deps);
    expect((await preparedFile(deps, ORDER, null)).state).toBe("done");
    await deps.close();
  });

  test("work that a killed process left is taken over once its lease is over", async () => {
    const deps = await openTestDeps(engine);
    prepareBy(async () => ({ fileName: "a", mediaType: "text/plain", bytes: Buffer.from("a") }));
    await deps.db("prepared_files").insert({
      ...{ kind: "test", order_key: "test:1", params: "{}", state: "running", attempts: 1 },
      ...{ ordered_at: deps.clock.now(), lease_owner: "dead" },
      lease_until: "2020-01-01T00:00:00.000Z",
    });
    expect(await prepareDue(deps)).toEqual({ prepared: 1, failed: 0 });
    await deps.close();
  });

  test("an order that ends its process each time is given up", async () => {
    const deps = await openTestDeps(engine);
    let runs = 0;
    prepareBy(async () => {
      runs += 1;
      return { fileName: "a", mediaType: "text/plain", bytes: Buffer.from("a") };
    });
    await deps.db("prepared_files").insert({
      ...{ kind: "test", order_key: "test:1", params: "{}", state: "running", attempts: 3 },
      ...{ ordered_at: deps.clock.now(), lease_owner: "dead" },
      lease_until: "2020-01-01T00:00:00.000Z",
    });
    expect(await prepareDue(deps)).toEqual({ prepared: 0, failed: 1 });
    expect([(await preparedFile(deps, ORDER, null)).state, runs]).toEqual(["failed", 0]);
    await deps.close();
  });

  test("nobody fills the queue alone", async () => {
    const deps = await openTestDeps(engine);
    const [one, other] = [await createUser(deps.db), await createUser(deps.db)];
    await deps.db("prepared_files").insert(
      Array.from({ length: 10 }, (_, n) => ({
        ...{ kind: "test", order_key: `waits:${n}`, params: "{}", state: "running" },
        ...{ ordered_at: deps.clock.now(), ordered_by: one, lease_owner: "busy" },
        lease_until: "2999-01-01T00:00:00.000Z",
      })),
    );
    prepareBy(async () => ({ fileName: "a", mediaType: "text/plain", bytes: Buffer.from("a") }));
    await expect(preparedFile(deps, ORDER, one)).rejects.toThrow("tooManyFilesWaiting");
    await preparedFile(deps, ORDER, other);
    await prepareDue(deps);
    expect((await preparedFile(deps, ORDER, one)).state).toBe("done");
    await deps.close();
  });

  test("nothing is prepared where the disk is nearly full", async () => {
    const deps = await openTestDeps(engine, { config: { freeSpaceBytes: 2 ** 60 } });
    prepareBy(async (_deps, _order, told) => {
      await told(0, 1);
      return { fileName: "a", mediaType: "text/plain", bytes: Buffer.from("a") };
    });
    await preparedFile(deps, ORDER, null);
    await prepareDue(deps);
    const { failure } = await deps.db("prepared_files").first();
    expect(failure).toBe("no room on the disk");
    await deps.close();
  });

  test("a file of more than two gigabytes is told of as any other", async () => {
    const deps = await openTestDeps(engine);
    const byteCount = 3_000_000_000;
    await deps.db("prepared_files").insert({
      ...{ kind: "test", order_key: "test:1", params: "{}", state: "done", file: "ab/ab" },
      ...{ ordered_at: deps.clock.now(), byte_count: byteCount, sha256: "0".repeat(64) },
    });
    expect((await preparedFile(deps, ORDER, null)).byteCount).toBe(byteCount);
    await deps.close();
  });

  test("a file goes when its days are over; one without days stays", async () => {
    const deps = await openTestDeps(engine);
    prepareBy(async () => ({ fileName: "a", mediaType: "text/plain", bytes: Buffer.from("a") }));
    await preparedFile(deps, ORDER, null);
    await preparedFile(deps, { ...ORDER, orderKey: "test:2", keptDays: null }, null);
    await prepareDue(deps);
    deps.clock.advance(25 * 3_600_000);
    expect(await removeOutlivedFiles(deps)).toBe(1);
    const states = await deps.db("prepared_files").orderBy("order_key").pluck("state");
    expect(states).toEqual(["removed", "done"]);
    await deps.close();
  });
});
