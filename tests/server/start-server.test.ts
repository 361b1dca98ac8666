import { once } from "node:events";
import {
  existsSync,
  openSync,
  readFileSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { engines, openTestDatabase, type TestDatabase } from "../support/databases.ts";
import { type Program, startProgram } from "../support/programs.ts";

const SECRET_KEY = "f3b8c1d09a7e4625f3b8c1d09a7e46257712";
const LISTENS = /"port":(\d+),"msg":"listening"/;

let database: TestDatabase;
let program: Program | undefined;

afterEach(async () => {
  await program?.stop("SIGKILL");
  program = undefined;
  await database.close();
});

function start(env: Record<string, string> = {}): Program {
  program = startProgram("server/main.ts", {
    env: {
      ...{ DATABASE_URL: database.url, DATA_DIR: database.folder, SECRET_KEY, JOBS: "off" },
      ...{ NODE_ENV: "production", PUBLIC_URL: "http://localhost:3000", PORT: "0", ...env },
    },
  });
  return program;
}

async function startedAt(one: Program): Promise<string> {
  const [, port] = await one.untilPrints(LISTENS);
  return `http://127.0.0.1:${port}`;
}

const FORM = "email=nikdo%40kraj.test&password=nic";

/** A form of which half has arrived; the rest goes off when `finish` is called, which gives the answer. */
async function beginRequest(url: string): Promise<() => Promise<string>> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (text: string) => {
    answer += text;
  });
  const head = `POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${FORM.length}`;
  socket.write(
    `${head}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${FORM.slice(0, 9)}`,
  );
  await pause(150);
  return async () => {
    socket.write(FORM.slice(9));
    await once(socket, "end");
    return answer;
  };
}

function refusesConnections(url: string): Promise<void> {
  return expect
    .poll(() =>
      fetch(`${url}/healthz`).then(
        () => "open",
        () => "closed",
      ),
    )
    .toBe("closed");
}

/** One line that says why, exit code 1, and soon. */
async function refusal(one: Program): Promise<string> {
  const { code } = await one.ended;
  expect(code).toBe(1);
  const lines = one.output().trim().split("\n");
  expect(lines).toHaveLength(1);
  return lines[0] ?? "";
}

describe.each(engines)("the server on %s", (engine) => {
  test("answers, drains what is under way after SIGTERM and ends with 0", async () => {
    database = await openTestDatabase(engine);
    const one = start();
    const url = await startedAt(one);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(`${url}/readyz`)).text()).toBe("ready");
    const finish = await beginRequest(url);
    const stopped = one.stop();
    await refusesConnections(url);
    expect(await finish()).toMatch(/^HTTP\/1\.1 403 [\s\S]*<\/html>/);
    expect((await stopped).code).toBe(0);
    if (engine === "sqlite") expect(existsSync(`${database.folder}/osnova.db-wal`)).toBe(false);
  });

  test("is not ready while it waits to be taken out of service", async () => {
    database = await openTestDatabase(engine);
    const one = start({ SHUTDOWN_DELAY_SECONDS: "30" });
    const url = await startedAt(one);
    const ended = one.stop();
    await expect.poll(async () => (await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    one.stop();
    expect((await ended).code).toBe(1);
  });

  test("is not ready when the disk is nearly full", async () => {
    database = await openTestDatabase(engine);
    const url = await startedAt(start({ FREE_SPACE_MB: "1000000000" }));
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/sign-in`)).status).toBe(200);
  });

  test("does not start without its schema", async () => {
    database = await openTestDatabase(engine, { empty: true });
    if (engine === "sqlite") await database.db.raw("create table other (id integer)");
    expect(await refusal(start())).toMatch(/schema none.*npm run db:migrate$/);
  });
});

describe("the server", () => {
  beforeEach(async () => {
    database = await openTestDatabase("sqlite");
  });

  test("names what is wrong with its configuration", async () => {
    const one = start({ SECRET_KEY: "short", PORT: "x" });
    expect((await one.ended).code).toBe(1);
    expect(one.output()).toMatch(/SECRET_KEY[\s\S]*PORT|PORT[\s\S]*SECRET_KEY/);
  });

  test("never makes an empty database in place of a missing one", async () => {
    const file = join(database.folder, "missing.db");
    expect(await refusal(start({ DATABASE_URL: `sqlite:${file}` }))).toMatch(/no database yet/);
    expect(existsSync(file)).toBe(false);
  });

  test("does not start where it cannot write", async () => {
    const file = join(database.folder, "a-file");
    writeFileSync(file, "");
    expect(await refusal(start({ DATA_DIR: join(file, "var") }))).toMatch(/cannot be written/);
  });

  test("does not start a second time on one SQLite file", async () => {
    const first = start();
    await startedAt(first);
    const second = start();
    expect(await refusal(second)).toMatch(/another process already serves/);
    await first.stop();
  });

  test("does not start when the port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    expect(await refusal(start({ PORT: String(port) }))).toMatch(/port is taken/);
    other.close();
  });

  test("does not start on a file that is no database", async () => {
    const file = join(database.folder, "letter.db");
    writeFileSync(file, "Dobrý den,\n".repeat(1_000));
    expect(await refusal(start({ DATABASE_URL: `sqlite:${file}` }))).toMatch(/damaged.*restore/);
  });

  test("finds damage after it was killed", async () => {
    const one = start();
    await startedAt(one);
    await database.db("settings").insert({ key: "a", value: "b", changed_at: "2026-03-02" });
    await one.stop("SIGKILL");
    // What a killed process leaves behind: the log is still there.
    const log = readFileSync(`${database.folder}/osnova.db-wal`);
    await database.db.destroy();
    const file = join(database.folder, "osnova.db");
    const handle = openSync(file, "r+");
    for (let page = 3; page < 12; page += 1)
      writeSync(handle, Buffer.alloc(4_096, 0xa5), 0, 4_096, page * 4_096);
    writeFileSync(`${file}-wal`, log.subarray(0, 32));
    expect(await refusal(start())).toMatch(/damaged.*restore/);
    truncateSync(file, 0);
  });

  test("says that the database does not answer when its server is gone", async () => {
    const line = await refusal(start({ DATABASE_URL: "postgres://osnova@127.0.0.1:1/osnova" }));
    expect(line).toMatch(/ECONNREFUSED/);
  });
});
