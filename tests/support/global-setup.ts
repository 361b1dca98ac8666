import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../db/connection.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { startPostgres } from "./postgres-server.ts";
import { makeRunFolder } from "./run-folder.ts";

/** What one run of the tests shares; the databases below are copied for each test that asks. */
export interface TestRun {
  /** Private folder of this run, gone after it. */
  folder: string;
  /** A database of the PostgreSQL server from which others can be created. */
  postgresUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testRun: TestRun;
  }
}

export const SQLITE_TEMPLATE = "template.db";
export const POSTGRES_TEMPLATE = "osnova_template";

export default async function startTestRun(project: TestProject): Promise<() => Promise<void>> {
  const folder = makeRunFolder();
  const server = await startPostgres(folder).catch((error) => {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  });
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await createDatabase(server.urlOf("postgres"), POSTGRES_TEMPLATE);
    await migrate(server.urlOf(POSTGRES_TEMPLATE));
    await migrate(`sqlite:${join(folder, SQLITE_TEMPLATE)}`);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("testRun", { folder, postgresUrl: server.urlOf("postgres") });
  return stop;
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const db = openDatabase({ url: serverUrl });
  await db.raw("create database ??", [name]).finally(() => db.destroy());
}

async function migrate(url: string): Promise<void> {
  const db = openDatabase({ url });
  await migrateToLatest(db).finally(() => db.destroy());
}
