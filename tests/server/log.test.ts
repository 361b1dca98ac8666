import { expect, test } from "vitest";
import { openLog } from "../../server/log.ts";
import { engines, openTestDatabase } from "../support/databases.ts";
import { createUser } from "../support/factories.ts";

test.each(engines)(
  "of an error on %s the log tells what and where, and nobody's data",
  async (engine) => {
    const { db, close } = await openTestDatabase(engine);
    const written: string[] = [];
    const log = openLog("info", { write: (line) => void written.push(line) });
    await createUser(db, { name: "Jana Tajná", email: "tajna@kraj.test" });
    const failing = createUser(db, { name: "Jana Tajná", email: "tajna@kraj.test" });
    const error = await failing.catch((failure: unknown) => failure);
    expect(`${error} ${(error as { detail?: string }).detail}`).toContain("tajna@kraj.test");
    log.error({ err: error, job: "gather-digests" }, "job failed");
    expect(written.join()).not.toMatch(/tajna@kraj\.test|Jana Tajná/);
    const [{ err, job }] = written.map((line) => JSON.parse(line));
    expect(job).toBe("gather-digests");
    expect(err.code).toBe(engine === "sqlite" ? "SQLITE_CONSTRAINT_UNIQUE" : "23505");
    expect(err.where.join()).toContain("node_modules");
    await close();
  },
);
