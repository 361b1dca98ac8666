import { execFile, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { projectRoot } from "../../../server/web/folders.ts";
import { namesOfOwnPrograms } from "../../support/own-programs.ts";
import { startProgram } from "../../support/programs.ts";

const run = promisify(execFile);
const INTO = `node_modules/.cache/built-${process.pid}`;
const built = (name: string) => join(projectRoot, INTO, `${name}.js`);

let env: Record<string, string>;

beforeAll(async () => {
  await run(process.execPath, ["--import", "tsx", "server/commands/build.ts", INTO], {
    cwd: projectRoot,
  });
  env = {
    PATH: process.env.PATH ?? "",
    NODE_ENV: "production",
    DATA_DIR: mkdtempSync(join(inject("testRun").folder, "built-")),
    SECRET_KEY: "f3b8c1d09a7e4625f3b8c1d09a7e46257712",
    PUBLIC_URL: "http://localhost:3000",
    JOBS: "off",
    PORT: "0",
  };
}, 60_000);

afterAll(() => rmSync(join(projectRoot, INTO), { recursive: true, force: true }));

describe("what is built", () => {
  test("holds every program that the product starts by its name", () => {
    const named = namesOfOwnPrograms();
    expect(named.length).toBeGreaterThan(1);
    expect(named.filter((name) => !existsSync(built(name)))).toEqual([]);
  });

  test("migrates an empty folder, serves pages with their styles and runs a job", async () => {
    await run(process.execPath, [built("server/commands/migrate")], { env });
    const server = startProgram(built("server/main"), { env });
    const [, port] = await server.untilPrints(/"port":(\d+),"msg":"listening"/);
    const page = await fetch(`http://127.0.0.1:${port}/sign-in`);
    const html = await page.text();
    const [, style = ""] = /href="([^"]+tabler\.css)"/.exec(html) ?? [];
    const styles = await fetch(`http://127.0.0.1:${port}${style}`);
    expect([page.status, styles.status]).toEqual([200, 200]);
    const job = await run(process.execPath, [built("server/commands/job"), "tidy"], { env });
    expect(job.stdout).toBe("tidy: 0 old rows and files removed\n");
    expect((await server.stop()).code).toBe(0);
  });

  test("reads a table in a process of its own", async () => {
    const path = join(env.DATA_DIR ?? "", "lidé.csv");
    writeFileSync(path, "Jméno;Příjmení\nJana;Nová\n");
    const wish = JSON.stringify({ path, name: "lidé.csv" });
    const { stdout } = await run(process.execPath, [built("server/commands/read-table"), wish]);
    expect(stdout).toContain('2 ["Jana","Nová"]');
  });

  test("joins papers in a process of its own", async () => {
    const paper = await PDFDocument.create();
    paper.addPage([100, 100]);
    const file = await paper.save();
    const drawing = fork(built("server/features/certificates/drawing/program"), {
      serialization: "advanced",
    });
    drawing.send({ kind: "join", files: [file, file] });
    const [{ files }] = (await once(drawing, "message")) as [{ files: [Uint8Array] }];
    expect((await PDFDocument.load(files[0])).getPageCount()).toBe(2);
  });
});
