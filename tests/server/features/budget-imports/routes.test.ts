import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listBudgetLines } from "../../../../db/queries/budget-lines.ts";
import { findDraftVersion } from "../../../../db/queries/budget-versions.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { addMember, createProject, createUser, insert } from "../../../support/factories.ts";
import {
  createBudgetLine,
  createBudgetVersion,
  createExpenditure,
} from "../../../support/money-factories.ts";
import { statementsOf } from "../../../support/queries.ts";
import { columnName, textRow, workbook, workbookParts } from "../../../support/workbooks.ts";
import { zip } from "../../../support/zips.ts";

const HEADINGS = [
  ...["Kód", "Název", "Měrná jednotka (individuální)", "Cena jednotky", "Počet jednotek"],
  ...["Částka celkem", "Potomek", "Úroveň", "Procento", "Kombinace veřejné podpory"],
  ...["Měrná jednotka (přednastavena ŘO)", "Měrná jednotka (z číselníku)"],
];
const ROWS = [
  ["1", "Celkové způsobilé výdaje", "", "", "", "19000", "", "1", "", "", "", ""],
  ["1.1", "Přímé náklady", "", "", "", "15000", "", "2", "", "", "", ""],
  ["1.1.1", "Osobní náklady", "", "", "", "10000", "", "3", "", "", "", ""],
  ["1.1.1.1", "Koordinátor", "", "5000", "2", "10000", "", "4", "", "", "", "měsíc"],
  ["1.1.4", "Nákup služeb", "ks", "10000", "0,5", "5000", "", "3", "", "", "", ""],
  ["1.2", "Nepřímé náklady", "", "", "", "4000", "", "2", "40", "", "", ""],
];

/** The export as IS KP21+ writes it: one sheet, texts inside the cells. */
function exported(rows: string[][] = ROWS): Buffer {
  const sheet = [HEADINGS, ...rows].map((cells, at) => textRow(at + 1, cells)).join("");
  return workbook({ sheets: [sheet], names: ["Export"] });
}

/** The broken one: texts are only referred to, and what they refer to is not there. */
function broken(rows: string[][] = ROWS): Buffer {
  const isNumber = (text: string, column: number) => column > 2 && /^[\d,]+$/.test(text);
  const cellOf = (text: string, column: number, row: number) => {
    if (text === "") return "";
    const place = `${columnName(column)}${row}`;
    if (row > 1 && isNumber(text, column))
      return `<c r="${place}"><v>${text.replace(",", ".")}</v></c>`;
    return `<c r="${place}" t="s"><v>${row * 12 + column}</v></c>`;
  };
  const sheet = [HEADINGS, ...rows]
    .map((cells, at) => {
      const written = cells.map((text, column) => cellOf(text, column, at + 1));
      return `<row r="${at + 1}">${written.join("")}</row>`;
    })
    .join("");
  const parts = workbookParts({ sheets: [sheet], names: ["Export"] });
  return zip(parts.filter(({ name }) => name !== "xl/sharedStrings.xml"));
}

describe.each(engines)("a budget read from a file on %s", (engine) => {
  let house: TestApp;
  let projectId: number;
  let browser: Browser;
  beforeEach(async () => {
    house = await openTestApp(engine);
    projectId = await createProject(house.db);
    browser = await as("finance");
    for (const [kind, value] of Object.entries({ "flat-rate-54c": "25", "flat-rate-56": "40" }))
      await insert(house.db, "programme_rules", {
        ...{ programme: "OPZ+", kind, valid_from: "2021-01-01", value },
        ...{ source: "Pravidla", created_at: "2026-01-05T08:00:00.000Z" },
      }).catch(() => undefined);
  });
  afterEach(() => house.close());

  async function as(role: "finance" | "coordinator" | "reader") {
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId, userId, role });
    return house.signedInAs(userId);
  }

  const address = (rest = "") => `/projects/${projectId}/budget/imports${rest}`;
  const upload = (file: Buffer, name = "Export.xlsx") => browser.upload(address(), file, {}, name);

  async function imported(file: Buffer): Promise<{ path: string; page: string; version: string }> {
    const answer = await upload(file);
    expect(answer.status).toBe(303);
    return shown(String(answer.headers.location));
  }

  async function shown(path: string) {
    const page = (await browser.get(path)).text.replaceAll("\u00a0", " ");
    return { path, page, version: /name="version" value="(\d+)"/.exec(page)?.[1] ?? "" };
  }

  const step = (path: string, name: string, version: string) =>
    browser.post(`${path}/${name}`, { version });

  async function draftLines() {
    const draft = await findDraftVersion(house.db, projectId);
    return draft ? listBudgetLines(house.db, draft.id) : [];
  }

  test("is shown as a tree, then becomes the first budget as a draft", async () => {
    const { path, page, version } = await imported(exported());
    expect(page).toContain("Koordinátor");
    expect(page).toContain("19 000,00");
    expect(page).toContain("vznikne první rozpočet");
    expect(await draftLines()).toEqual([]);
    expect((await step(path, "application", version)).status).toBe(303);
    const lines = await draftLines();
    expect(lines.map(({ code, unit, amountHalere }) => [code, unit, amountHalere])).toEqual([
      ["1", null, 1_900_000],
      ["1.1", null, 1_500_000],
      ["1.1.1", null, 1_000_000],
      ["1.1.1.1", "měsíc", 1_000_000],
      ["1.1.4", "ks", 500_000],
      ["1.2", null, 400_000],
    ]);
    const draft = await findDraftVersion(house.db, projectId);
    expect([draft?.kind, draft?.eligible, draft?.flat]).toEqual(["decision", 1_900_000, 400_000]);
    expect(lines[5]).toMatchObject({ flatRateKind: "flat-rate-56", flatRateBp: 4_000 });
    expect((await step(path, "application", version)).status).toBe(409);
  });

  test("read again changes nothing, and taken back leaves the draft as it was", async () => {
    const first = await imported(exported());
    await step(first.path, "application", first.version);
    const before = await draftLines();
    const again = await imported(exported());
    expect(again.page).toContain("Není co zapsat");
    expect((await step(again.path, "application", again.version)).status).toBe(409);
    const other = [
      ...ROWS.slice(0, 3),
      ["1.1.1.7", "koordinátor", "", "5000", "2", "10000", "", "", "", "", "", "měsíc"],
      ...ROWS.slice(4),
    ];
    const second = await imported(exported(other));
    await step(second.path, "application", second.version);
    const renumbered = await draftLines();
    expect(renumbered.map(({ lineId }) => lineId)).toEqual(before.map(({ lineId }) => lineId));
    expect(renumbered[3]?.code).toBe("1.1.1.7");
    const { version } = await shown(second.path);
    expect((await step(second.path, "undoing", version)).status).toBe(303);
    const content = (lines: typeof before) => lines.map(({ version: _edition, ...line }) => line);
    expect(content(await draftLines())).toEqual(content(before));
  });

  test("is not taken back once somebody has worked on the draft", async () => {
    const { path, version } = await imported(exported());
    await step(path, "application", version);
    await house.db("budget_line_versions").where({ code: "1.1.4" }).update({ name: "Jinak" });
    const now = await shown(path);
    expect((await step(path, "undoing", now.version)).status).toBe(409);
    expect(await draftLines()).toHaveLength(6);
  });

  test("with any row wrong is not written at all", async () => {
    const rows = [
      ...ROWS,
      ["1.1.9.1", "Sirotek", "", "2.200", "1", "2200", "", "", "", "", "", ""],
    ];
    const { path, page, version } = await imported(exported(rows));
    expect(page).toContain("V rozpočtu chybí nadřazená kapitola 1.1.9.");
    expect((await browser.get(`${path}?rows=failed`)).text).toContain("Sirotek");
    expect(page).not.toContain("Zapsat do návrhu");
    expect((await step(path, "application", version)).status).toBe(409);
    expect(await house.db("project_changes")).toEqual([]);
  });

  test("changes the budget in force by a draft that keeps what its lines are", async () => {
    const { versionId } = await createBudgetVersion(house.db, projectId);
    const key = { projectId, versionId };
    const lineId = await createBudgetLine(house.db, key, { code: "1.1.4", name: "Služby" });
    const { path, page, version } = await imported(exported());
    expect(page).toContain("vznikne návrh změny");
    await step(path, "application", version);
    expect((await draftLines()).find(({ code }) => code === "1.1.4")?.lineId).toBe(lineId);
    expect((await findDraftVersion(house.db, projectId))?.kind).toBe("insubstantial");
    expect(await listBudgetLines(house.db, versionId)).toHaveLength(1);
  });

  test("may not take lines away from under their expenditure", async () => {
    const { versionId } = await createBudgetVersion(house.db, projectId);
    const key = { projectId, versionId };
    const lineId = await createBudgetLine(house.db, key, { code: "1.1.5", name: "Cestovné" });
    await createExpenditure(house.db, projectId, { budget_line_id: lineId });
    const { path, page, version } = await imported(exported());
    expect(page).toContain("Na položkách 1.1.5 jsou výdaje");
    expect((await step(path, "application", version)).status).toBe(409);
  });

  test("without its shared texts keeps its numbers, and is completed by pasted names", async () => {
    const { path, page, version } = await imported(broken());
    expect(page).toContain("sharedStrings.xml");
    expect(page).toContain("Text v souboru chybí.");
    expect(page).toContain("10 000,00");
    const texts = ROWS.map(([code, name, unit, ...more]) =>
      [code, name, unit || more.at(-1)].join("\t"),
    );
    const short = await browser.post(`${path}/texts`, {
      version,
      texts: texts.slice(1).join("\n"),
    });
    expect(short.status).toBe(422);
    expect(short.text).toContain("Soubor má 6 řádků, vloženo jich je 5.");
    const done = await browser.post(`${path}/texts`, { version, texts: texts.join("\n") });
    expect(done.status).toBe(303);
    const now = await shown(path);
    expect(now.page).not.toContain("Text v souboru chybí.");
    await step(path, "application", now.version);
    expect((await draftLines()).map(({ code, unit }) => [code, unit])).toEqual([
      ...[
        ["1", null],
        ["1.1", null],
        ["1.1.1", null],
        ["1.1.1.1", "měsíc"],
      ],
      ...[
        ["1.1.4", "ks"],
        ["1.2", null],
      ],
    ]);
  });

  test("goes out and comes back as it was", async () => {
    const { path, version } = await imported(exported());
    await step(path, "application", version);
    const draft = await findDraftVersion(house.db, projectId);
    const file = await browser
      .get(`/projects/${projectId}/exports/budget.xlsx?version=${draft?.id}`)
      .responseType("blob");
    const again = await imported(file.body as Buffer);
    expect(again.page).toContain("Není co zapsat");
  });

  test("that is no table is refused beside its field", async () => {
    const answer = await upload(Buffer.from("nic"), "Export.xlsx");
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("neodpovídá jeho příponě");
    expect((await browser.post(address(), {})).text).toContain("Vyberte soubor.");
    expect(await house.db("budget_imports")).toEqual([]);
  });

  test("is for those who edit the budget, within their project", async () => {
    const { path } = await imported(exported());
    for (const role of ["coordinator", "reader"] as const) {
      const other = await as(role);
      expect((await other.get(address())).status).toBe(403);
      expect((await other.get(path)).status).toBe(403);
    }
    const elsewhere = await createProject(house.db);
    const userId = await createUser(house.db);
    await addMember(house.db, { projectId: elsewhere, userId, role: "manager" });
    const foreign = path.replace(`/projects/${projectId}/`, `/projects/${elsewhere}/`);
    expect((await (await house.signedInAs(userId)).get(foreign)).status).toBe(404);
  });

  test("is shown by few queries however many its rows", async () => {
    const { path } = await imported(exported());
    const statements = await statementsOf(house.db, () => browser.get(path).then(() => undefined));
    expect(statements.length).toBeLessThanOrEqual(12);
  });
});
