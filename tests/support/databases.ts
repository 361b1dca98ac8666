import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { type Connection, type Engine, openDatabase } from "../../db/connection.ts";
import { POSTGRES_TEMPLATE, SQLITE_TEMPLATE } from "./global-setup.ts";

/** For `describe.each(engines)`. */
export const engines = ["sqlite", "postgres"] as const satisfies readonly Engine[];

export interface TestDatabase {
  db: Connection;
  engine: Engine;
  /** DATABASE_URL of this database, for a program or a further connection. */
  url: string;
  /** Empty folder of this database alone: DATA_DIR of whatever the test starts. */
  folder: string;
  /** A further connection to the same database, as another process would have; closed with it. */
  connectAgain(): Connection;
  /** Closes the connections and removes the database. */
  close(): Promise<void>;
}

let opened = 0;

/** A database of the test's own, with the newest schema, or with none at all for tests of migrations. */
export async function openTestDatabase(
  engine: Engine,
  { empty = false }: { empty?: boolean } = {},
): Promise<TestDatabase> {
  const name = `test_${process.pid}_${++opened}`;
  const folder = join(inject("testRun").folder, name);
  mkdirSync(folder);
  const store =
    engine === "sqlite" ? sqliteFile(folder, empty) : await postgresDatabase(name, empty);
  const connections: Connection[] = [];
  const connectAgain = () => {
    const connection = openDatabase({ url: store.url, poolSize: 5 });
    connections.push(connection);
    return connection;
  };
  const close = async () => {
    await Promise.all(connections.map((connection) => connection.destroy()));
    await store.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db: connectAgain(), engine, url: store.url, folder, connectAgain, close };
}

interface Store {
  url: string;
  remove(): Promise<void>;
}

function sqliteFile(folder: string, empty: boolean): Store {
  const file = join(folder, "osnova.db");
  if (!empty) copyFileSync(join(inject("testRun").folder, SQLITE_TEMPLATE), file);
  return { url: `sqlite:${file}`, remove: async () => {} };
}

async function postgresDatabase(name: string, empty: boolean): Promise<Store> {
  const template = empty ? "template0" : POSTGRES_TEMPLATE;
  // Copying the files takes half as long as writing the pages through the log.
  await onServer("create database ?? template ?? strategy file_copy", [name, template]);
  const url = new URL(inject("testRun").postgresUrl);
  url.pathname = name;
  return {
    url: url.href,
    remove: () => onServer("drop database ?? with (force)", [name]),
  };
}

async function onServer(statement: string, names: string[]): Promise<void> {
  const server = openDatabase({ url: inject("testRun").postgresUrl, poolSize: 1 });
  await server.raw(statement, names).finally(() => server.destroy());
}
