import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { newestVersion } from "../../../db/migrate.ts";
import { migrations } from "../../../db/migrations/index.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../support/databases.ts";
import { startProgram } from "../../support/programs.ts";

const SECRET_KEY = "f3b8c1d09a7e4625f3b8c1d09a7e46257712";

let database: TestDatabase;
afterEach(() => database.close());

async function run(command: string, ...args: string[]): Promise<{ code: number; output: string }> {
  const env = { DATABASE_URL: database.url, DATA_DIR: database.folder, SECRET_KEY };
  const program = startProgram(`server/commands/${command}.ts`, { args, env });
  const { code } = await program.ended;
  return { code: code ?? -1, output: program.output() };
}

describe.each(engines)("db:migrate on %s", (engine) => {
  test("brings an empty database to this version with its catalogues, and once is enough", async () => {
    database = await openTestDatabase(engine, { empty: true });
    if (engine === "sqlite") rmSync(join(database.folder, "osnova.db"), { force: true });
    const before = await run("migrate", "status");
    expect(before.output).toContain(`missing: ${newestVersion()}`);
    expect((await run("migrate")).code).toBe(0);
    expect(await run("migrate", "status")).toEqual({
      code: 0,
      output: `schema: ${newestVersion()}\n`,
    });
    const groups = await database.db("code_list_items").where({ list: "target-groups" });
    expect(groups.length).toBeGreaterThan(0);
    expect((await run("migrate")).output).toMatch(/already/);
    expect(await database.db("code_list_items").where({ list: "target-groups" })).toEqual(groups);
  });

  test("explains itself when it is told something else", async () => {
    database = await openTestDatabase(engine);
    const { code, output } = await run("migrate", "down");
    expect(code).toBe(2);
    expect(output).toMatch(/^usage: npm run db:migrate/);
  });
});

describe.each(engines)("admin on %s", (engine) => {
  test("makes the first administrator and prints the link at which they set a password", async () => {
    database = await openTestDatabase(engine);
    const { code, output } = await run("admin", "invite", "eva@kraj.test", "--name", "Eva Malá");
    expect(code).toBe(0);
    expect(output).toMatch(/http:\/\/localhost:3000\/invitations\/1\.[\w-]{43}\n/);
    const [user, ...others] = await database
      .db("users")
      .select("name", "password_hash", "is_administrator");
    expect(others).toEqual([]);
    expect(user.name).toBe("Eva Malá");
    expect(Boolean(user.is_administrator)).toBe(true);
    expect(user.password_hash).toBeNull();
  });
});

describe("admin", () => {
  test.each([
    [["promote", "eva@kraj.test"]],
    [["invite"]],
    [["invite", "eva"]],
    [["invite", "eva@kraj.test", "--role", "x"]],
  ])("explains itself when it is told %j", async (args) => {
    database = await openTestDatabase("sqlite");
    const { code, output } = await run("admin", ...args);
    expect(code).toBe(2);
    expect(output).toMatch(/^usage: npm run admin -- invite EMAIL/);
  });

  test("does not make a database by accident", async () => {
    database = await openTestDatabase("sqlite", { empty: true });
    await database.db.destroy();
    rmSync(join(database.folder, "osnova.db"), { force: true });
    const { code, output } = await run("admin", "invite", "eva@kraj.test");
    expect(code).toBe(1);
    expect(output).toMatch(/no database yet/);
    expect(existsSync(join(database.folder, "osnova.db"))).toBe(false);
  });
});

describe("db:migrate on SQLite", () => {
  test("keeps a copy of what was there before an upgrade", async () => {
    database = await openTestDatabase("sqlite");
    await migrations.at(-1)?.down(database.db);
    await database.db("knex_migrations").where({ name: newestVersion() }).delete();
    const { code, output } = await run("migrate");
    expect(code).toBe(0);
    expect(output).toMatch(/database as it was lies in/);
    expect(readdirSync(join(database.folder, "before-upgrade"))).toHaveLength(1);
  });
});
