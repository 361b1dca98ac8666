import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openDatabase } from "../../db/connection.ts";
import { migrateToLatest } from "../../db/migrate.ts";
import { buildOwnPrograms } from "./own-programs.ts";
import { type PostgresServer, startPostgres } from "./postgres-server.ts";
import { makeRunFolder } from "./run-folder.ts";

/** What one run of the tests shares; the databases below are copied for each test that asks. */
export interface TestRun {
  /** Private folder of this run, gone after it. */
  folder: string;
  /** A database of the PostgreSQL server from which others can be created. */
  postgresUrl: string;
  /** Where the programs lie that the product starts as processes of their own. */
  programs: string;
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
  const building = buildOwnPrograms();
  try {
    const [programs, server] = await Promise.all([building, startTemplates(folder)]);
    const testRun = { folder, postgresUrl: server.urlOf("postgres"), programs: programs.into };
    project.provide("testRun", testRun);
    return async () => {
      programs.remove();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
  } catch (error) {
    await building.then(({ remove }) => remove()).catch(() => {});
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The server, with a database of each engine that has the newest schema. */
async function startTemplates(folder: string): Promise<PostgresServer> {
  const server = await startPostgres(folder);
  try {
    await createDatabase(server.urlOf("postgres"), POSTGRES_TEMPLATE);
    await migrate(server.urlOf(POSTGRES_TEMPLATE));
    await migrate(`sqlite:${join(folder, SQLITE_TEMPLATE)}`);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function createDatabase(serverUrl: string, name: string): Promise<void> {
  const db = openDatabase({ url: serverUrl });
  await db.raw("create database ??", [name]).finally(() => db.destroy());
}

async function migrate(url: string): Promise<void> {
  const db = openDatabase({ url });
  await migrateToLatest(db).finally(() => db.destroy());
}
