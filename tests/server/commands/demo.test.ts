import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDatabase } from "../../../db/connection.ts";
import { migrateToLatest } from "../../../db/migrate.ts";
import { demoPassword } from "../../../db/seeds/demo/people.ts";
import { createUser } from "../../support/factories.ts";
import { type Program, startProgram } from "../../support/programs.ts";

/** Years of a project are told anew by each fresh start, beside other tests. */
const MOST_MS = 120_000;

let folder: string;
let port: string;
let program: Program | undefined;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "osnova-demo-"));
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  port = String((server.address() as { port: number }).port);
  server.close();
});
afterEach(async () => {
  await program?.stop("SIGKILL");
  rmSync(folder, { recursive: true });
});

function demo(args: string[] = [], env: Record<string, string> = {}): Program {
  const DATABASE_URL = "postgres://somebody@127.0.0.1:1/real";
  const given = { DATA_DIR: folder, PORT: port, JOBS: "off", DATABASE_URL, ...env };
  program = startProgram("server/commands/demo.ts", { args, env: given });
  return program;
}

test(
  "one command fills it, says who may sign in, and keeps the data of the last run",
  async () => {
    const first = demo();
    const [, url = ""] = await first.untilPrints(/(http:\/\/localhost:\d+)/);
    await first.untilPrints(/--fresh starts over/);
    expect(first.output()).toMatch(/is filled with demonstration data/);
    expect(first.output()).toContain(demoPassword);
    expect(await (await fetch(`${url}/sign-in`)).text()).toContain("manager@osnova.test");
    expect((await first.stop()).code).toBe(0);

    const db = openDatabase({ url: `sqlite:${folder}/osnova.db` });
    await createUser(db, { name: "Přidaná Osoba" });
    await db.destroy();

    const second = demo();
    await second.untilPrints(/keeps the data of the last run[\s\S]*--fresh starts over/);
    const third = demo(["--fresh"]);
    expect((await third.ended).code).toBe(1);
    expect(third.output()).toMatch(/it is running/);
    await second.stop();

    const fourth = demo(["--fresh"]);
    await fourth.untilPrints(/is filled with demonstration data[\s\S]*--fresh starts over/);
    await fourth.stop();
    const again = openDatabase({ url: `sqlite:${folder}/osnova.db` });
    expect(await again("users").where({ name: "Přidaná Osoba" })).toEqual([]);
    await again.destroy();
  },
  MOST_MS,
);

test.each([[[]], [["--fresh"]]])(
  "a database of other people stays as it is (%j)",
  async (args) => {
    const db = openDatabase({ url: `sqlite:${folder}/osnova.db` });
    await migrateToLatest(db);
    const id = await createUser(db);
    const one = demo(args);
    expect((await one.ended).code).toBe(1);
    expect(one.output()).toMatch(/stays as it is/);
    expect(await db("users").pluck("id")).toEqual([id]);
    await db.destroy();
    expect(existsSync(join(folder, "osnova.db"))).toBe(true);
  },
  MOST_MS,
);

test(
  "a port that is taken is said in one line",
  async () => {
    const other = createServer().listen(Number(port), "127.0.0.1");
    await once(other, "listening");
    const one = demo();
    expect((await one.ended).code).toBe(1);
    expect(one.output().trim().split("\n")).toHaveLength(1);
    expect(one.output()).toMatch(/port is taken: set PORT/);
    other.close();
  },
  MOST_MS,
);
