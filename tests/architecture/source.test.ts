import { describe, expect, test } from "vitest";
import { testLineRule } from "./line-rules.ts";
import { filesBelow, type SourceFile, sourceFiles } from "./source-files.ts";

const production = sourceFiles(["server", "db", "jobs"], ".ts");
const except = (files: SourceFile[], ...allowed: RegExp[]) =>
  files.filter(({ path }) => !allowed.some((pattern) => pattern.test(path)));

describe("names", () => {
  test("say what is inside: nothing is a drawer for the rest", () => {
    const rooms = ["server", "db", "jobs", "views", "public/js", "public/css", "tests", "docs"];
    const drawers = rooms
      .flatMap(filesBelow)
      .filter((path) => /(^|[/.-])(utils?|helpers?|common|misc)([/.-]|$)/.test(path));
    expect(drawers).toEqual([]);
  });

  testLineRule({
    title: "of functions say what they do, not that they handle or process",
    files: production,
    wrong: /\b(function|const) (handle|process)[A-Z]/,
    catches: ["export async function handleForm(", "const processRow = (row) =>"],
    passes: ["const processes = 2;", "const { handle } = lease;"],
  });
});

describe("size", () => {
  const longerThan = (most: number, files: SourceFile[]) =>
    files
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > most)
      .map(({ path, lines }) => `${path}: ${lines} lines`);

  test("of a source file stays within 300 lines", () => {
    const scripts = sourceFiles(["public/js"], ".js");
    const code = [...production, ...sourceFiles(["tests"], ".ts"), ...scripts];
    expect(longerThan(300, code)).toEqual([]);
  });

  test("of a view stays within 120 lines", () => {
    expect(longerThan(120, sourceFiles(["views"], ".ejs"))).toEqual([]);
  });
});

describe("what comes from outside", () => {
  testLineRule({
    title: "is the time only in the clock",
    files: except(production, /^server\/clock\.ts$/),
    wrong: /\bnew Date\(\s*\)|\bDate\.now\b/,
    catches: ["const now = new Date();", "const clock = Date.now;"],
    passes: ["return new Date(Date.parse(instant) + milliseconds)", "performance.now()"],
  });

  testLineRule({
    title: "is the environment only in the configuration",
    files: except(production, /^server\/config\.ts$/),
    wrong: /\bprocess\.env\b|\benv\b.*from "node:process"/,
    catches: ["const port = process.env.PORT;", 'import { env } from "node:process";'],
    passes: ["process.on('SIGTERM', stop)"],
  });
});

describe("SQL", () => {
  testLineRule({
    title: "is written in db alone",
    files: except(production, /^db\//),
    wrong: /\b(db|trx)(<\w+>)?\(\s*["'`]|\.raw\(|\.(where|whereIn|innerJoin|leftJoin)\(/,
    catches: ['await trx("log_entries").insert(row)', "db.raw(`select 1`)", ".where({ id })"],
    passes: ["await db.transaction(async (trx) => {", "rules.select(n)"],
  });

  // Imports that run over several lines are read as one.
  const doors = sourceFiles(["server/features"], "routes.ts").map(({ path, text }) => ({
    path,
    text: text.replace(/import [^;]*;/g, (statement) => statement.replaceAll("\n", " ")),
  }));
  testLineRule({
    title: "that changes something is reached through a service, never from a door",
    files: doors,
    wrong: /^import .*\b(insert|update|delete|claim)[A-Z].*\/db\/queries\//,
    catches: ['import { listTeam, updateTeam } from "../../../db/queries/team.ts";'],
    passes: ['import { listTeam } from "../../../db/queries/team.ts";'],
  });
});

describe("words for people", () => {
  const czech = {
    wrong: /[áčďéěíňóřšťúůýž]/i,
    catches: ["Dílčí cíl", "PŘEHLED"],
    passes: ["Overview", "— “quoted” … × 3"],
  };
  // Not words but letters: what people write after an amount, how wide the letters of the font are.
  const letters = [/^server\/values\/money\.ts$/, /-widths\.ts$/];

  testLineRule({
    title: "stand in the texts, not in the code",
    files: except(production, /^server\/texts\//, /^db\/(seeds|catalogues)\//, ...letters),
    ...czech,
  });

  testLineRule({
    title: "stand in the texts, not in the views",
    files: sourceFiles(["views"], ".ejs"),
    ...czech,
  });
});
