import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { create, extract } from "tar";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Connection, openDatabase } from "../../../../db/connection.ts";
import { newestVersion } from "../../../../db/migrate.ts";
import { restoreBackup } from "../../../../server/features/backups/restoring.ts";
import { makeBackup } from "../../../../server/features/backups/service.ts";
import { indexForSearch } from "../../../../server/features/searches/service.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createActivity,
  createIndicator,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";
import { contentOf } from "./content.ts";

let deps: TestDeps;
let target: TestDatabase;
let archive: string;

async function fill(db: Connection): Promise<void> {
  const userId = await createUser(db, { name: "Žaneta Říhová", is_administrator: true });
  const projectId = await createProject(db, { total_halere: 1_579_560_005 });
  await addMember(db, { projectId, userId });
  const part = await createActivity(db, projectId, { title: "Stáže „na zkoušku“\nv praxi" });
  const whole = await createActivity(db, projectId);
  await db("activities").where({ id: part }).update({ parent_id: whole });
  await createMilestone(db, projectId, { owner_user_id: userId });
  const indicatorId = await createIndicator(db, projectId, { target: 61 });
  const value = { indicator_id: indicatorId, value: 12, valid_on: "2026-03-01" };
  await db("indicator_values").insert({ ...value, recorded_at: "2026-03-02T07:30:00.000Z" });
  await indexForSearch(db as never, {
    objectType: "project",
    objectId: projectId,
    projectId,
    datedOn: null,
    title: "Stáže",
    body: "",
  });
  await db("outgoing_mails").insert({
    kind: "digest",
    dedupe_key: "digest:1:2026-03-02",
    message_id: "<1@osnova>",
    recipient_user_id: userId,
    template: "digest",
    due_at: "2026-03-02T06:30:00.000Z",
    next_attempt_at: "2026-03-02T06:30:00.000Z",
    created_at: "2026-03-02T06:30:00.000Z",
  });
}

function targetConfig() {
  return { ...deps.config, databaseUrl: target.url, dataDir: target.folder };
}

test("a backup comes to a new machine that has no folder yet", async () => {
  deps = await openTestDeps("sqlite");
  await fill(deps.db);
  archive = join(deps.database.folder, "backup.tar.gz");
  await makeBackup(deps, archive);

  const dataDir = join(deps.database.folder, "new/var");
  const config = { ...deps.config, dataDir, databaseUrl: `sqlite:${dataDir}/osnova.db` };
  await restoreBackup({ ...deps, config }, archive, { replace: false });

  const restored = openDatabase({ url: config.databaseUrl });
  expect(await restored("users").pluck("name")).toContain("Žaneta Říhová");
  await restored.destroy();
  await deps.close();
});

describe.each(engines)("a backup made on %s", (engine) => {
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    archive = join(deps.database.folder, "backup.tar.gz");
    await fill(deps.db);
    await mkdir(join(deps.config.dataDir, "files/ab"), { recursive: true });
    await writeFile(join(deps.config.dataDir, "files/ab/plan.pdf"), "plán");
    await writeFile(join(deps.config.dataDir, "files/ab/half.draft"), "půl");
  });
  afterEach(async () => {
    await deps.close();
    await target?.close();
  });

  test.each(engines)("comes back whole on %s, with its documents, mail held", async (other) => {
    target = await openTestDatabase(other);
    await makeBackup(deps, archive);
    expect((await stat(archive)).mode & 0o777).toBe(0o600);

    await target.db.destroy();
    await restoreBackup({ ...deps, config: targetConfig() }, archive, { replace: false });

    const restored = await target.connectAgain();
    const before = await contentOf(deps.db);
    const after = await contentOf(restored);
    expect(after.outgoing_mails).toMatchObject([{ state: "held", reason: "backup-restored" }]);
    delete before.outgoing_mails;
    delete after.outgoing_mails;
    expect(after).toEqual(before);
    await createUser(restored, { email: "dalsi@kraj.test" });
    expect(await readdir(join(target.folder, "files/ab"))).toEqual(["plan.pdf"]);
    expect(await readFile(join(target.folder, "files/ab/plan.pdf"), "utf8")).toBe("plán");
    await restored.destroy();
  });

  test("made while others write holds each change whole or not at all", async () => {
    target = await openTestDatabase(engine);
    const writing = (async () => {
      for (let n = 0; n < 50; n += 1) {
        await deps.db.transaction(async (trx) => {
          const projectId = await createProject(trx as unknown as Connection);
          await createActivity(trx as unknown as Connection, projectId);
        });
      }
    })();
    const [manifest] = await Promise.all([makeBackup(deps, archive), writing]);
    const projects = manifest.tables.projects ?? 0;
    expect(manifest.tables.project_totals).toBe(projects);
    expect(manifest.tables.activities).toBe(projects + 1);
  });

  test("is refused when damaged, incomplete, newer or foreign, and nothing is touched", async () => {
    target = await openTestDatabase(engine);
    await makeBackup(deps, archive);
    const attempt = () =>
      restoreBackup({ ...deps, config: targetConfig() }, archive, { replace: false });

    await repack(async (folder) => {
      const file = join(folder, "tables/users.jsonl");
      await writeFile(file, (await readFile(file, "utf8")).replace("Říhová", "Říhovo"));
    });
    await expect(attempt()).rejects.toThrow("tables/users.jsonl is damaged");

    await makeBackup(deps, archive);
    await repack(async (folder) => {
      const manifest = JSON.parse(await readFile(join(folder, "manifest.json"), "utf8"));
      manifest.schemaVersion = "29990101000000-from-the-future";
      await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
    });
    await expect(attempt()).rejects.toThrow("newer version");

    await makeBackup(deps, archive);
    await repack((folder) => writeFile(join(folder, "tables/stranger.jsonl"), "{}"));
    await expect(attempt()).rejects.toThrow("not in the manifest");

    const whole = await (async () => {
      await makeBackup(deps, archive);
      return readFile(archive);
    })();
    await writeFile(archive, whole.subarray(0, whole.length / 2));
    await expect(attempt()).rejects.toThrow();
    await writeFile(archive, "not an archive");
    await expect(attempt()).rejects.toThrow();
    expect(await target.db("users").count({ n: "*" })).toMatchObject([{ n: 0 }]);
  });

  test("replaces a filled database only when asked to", async () => {
    target = await openTestDatabase(engine);
    await createUser(target.db, { name: "Dřívější" });
    await makeBackup(deps, archive);
    await target.db.destroy();
    const restoring = { ...deps, config: targetConfig() };

    await expect(restoreBackup(restoring, archive, { replace: false })).rejects.toThrow(
      "not empty",
    );
    const manifest = await restoreBackup(restoring, archive, { replace: true });

    expect(manifest.schemaVersion).toBe(newestVersion());
    const restored = await target.connectAgain();
    expect(await restored("users").pluck("name")).toEqual(["Žaneta Říhová"]);
    await restored.destroy();
  });
});

async function repack(alter: (folder: string) => Promise<void>): Promise<void> {
  const folder = join(deps.database.folder, `repacked-${Math.random()}`);
  await mkdir(folder);
  await extract({ file: archive, cwd: folder });
  await alter(folder);
  await create({ gzip: true, file: archive, cwd: folder, portable: true }, ["."]);
}
