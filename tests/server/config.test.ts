import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { InvalidConfiguration, loadConfig } from "../../server/config.ts";

const SECRET = "f3b8c1d09a7e4625f3b8c1d09a7e46257712";
const RIGHT = {
  NODE_ENV: "production",
  SECRET_KEY: SECRET,
  PUBLIC_URL: "https://osnova.kraj.test",
  TRUST_PROXY: "1",
};

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    return (error as InvalidConfiguration).problems;
  }
}

describe("the configuration", () => {
  test("needs nothing outside production", () => {
    const config = loadConfig({});
    expect(config.defaultLanguage).toBe("cs");
    expect(config.databaseUrl).toBe(`sqlite:${config.dataDir}/osnova.db`);
  });

  test("names every problem in one message", () => {
    const faulty = {
      NODE_ENV: "production",
      PORT: "http",
      DEFAULT_LANGUAGE: "de",
      DATABASE_URL: "mysql://kraj",
      CLOCK_START: "2026-03-02T07:30:00Z",
    };
    const problems = problemsOf(faulty);
    const named = problems.map((line) => line.split(":")[0]).sort();
    expect(named).toEqual([
      "CLOCK_START",
      "DATABASE_URL",
      "DEFAULT_LANGUAGE",
      "PORT",
      "PUBLIC_URL",
      "SECRET_KEY",
    ]);
    expect(() => loadConfig(faulty)).toThrow(InvalidConfiguration);
    for (const line of problems) expect(new InvalidConfiguration(problems).message).toContain(line);
  });

  test("is accepted in production when everything is right", () => {
    expect(problemsOf(RIGHT)).toEqual([]);
    expect(loadConfig(RIGHT).isSecure).toBe(true);
  });

  test.each([
    ["a short secret", { SECRET_KEY: "short" }],
    ["a sample secret", { SECRET_KEY: "change-me-change-me-change-me-change-me" }],
    ["one letter for a secret", { SECRET_KEY: "a".repeat(64) }],
  ])("refuses %s in production", (_what, given) => {
    const problems = problemsOf({ ...RIGHT, ...given });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^SECRET_KEY: /);
  });

  test("refuses plain HTTP beyond this machine, and a proxy that nobody announced", () => {
    expect(problemsOf({ ...RIGHT, PUBLIC_URL: "http://osnova.kraj.test" })).toEqual([
      "PUBLIC_URL: has to begin with https://",
    ]);
    expect(problemsOf({ ...RIGHT, TRUST_PROXY: "0" })[0]).toMatch(/^TRUST_PROXY/);
    const local = { ...RIGHT, PUBLIC_URL: "http://localhost:3000", TRUST_PROXY: "0" };
    expect(problemsOf(local)).toEqual([]);
  });

  test.each([
    ["postgres://osnova@db.kraj.test/osnova", false],
    ["postgres://osnova@db.kraj.test/osnova?sslmode=require", false],
    ["postgres://osnova@db.kraj.test/osnova?sslmode=verify-full", true],
    ["postgres://osnova@127.0.0.1:5432/osnova", true],
    ["postgres://osnova@localhost/osnova", true],
    ["sqlite:/srv/osnova/osnova.db", true],
  ])("lets the database be at %s in production: %s", (url, isFine) => {
    expect(problemsOf({ ...RIGHT, DATABASE_URL: url }).length === 0).toBe(isFine);
    expect(problemsOf({ DATABASE_URL: url })).toEqual([]);
  });
});

describe("a secret in a file", () => {
  let folder: string;
  let file: string;
  const { SECRET_KEY: _left, ...others } = RIGHT;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "osnova-config-"));
    file = join(folder, "secret");
    writeFileSync(file, `${SECRET}\n`, { mode: 0o600 });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is read without its last line break", () => {
    expect(loadConfig({ ...others, SECRET_KEY_FILE: file }).secretKey).toBe(SECRET);
  });

  test("is refused when everybody may read it", () => {
    chmodSync(file, 0o644);
    const problems = problemsOf({ ...others, SECRET_KEY_FILE: file });
    expect(problems).toEqual([`SECRET_KEY_FILE: everybody may read ${file}, set its mode to 0600`]);
  });

  test("is refused when it is given twice or is not there", () => {
    expect(problemsOf({ ...RIGHT, SECRET_KEY_FILE: file })[0]).toMatch(/either/);
    const missing = problemsOf({ ...others, SECRET_KEY_FILE: join(folder, "no") });
    expect(missing[0]).toMatch(/^SECRET_KEY_FILE: .* cannot be read$/);
  });
});
