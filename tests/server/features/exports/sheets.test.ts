import fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import type { BudgetLine } from "../../../../db/queries/budget-lines.ts";
import { flatRateOf } from "../../../../server/features/drawdowns/rules.ts";
import { budgetColumns, budgetRows } from "../../../../server/features/exports/budget/sheet.ts";
import type { DrawnSums } from "../../../../server/features/exports/drawdown/rules.ts";
import {
  drawdownColumns,
  drawdownRows,
} from "../../../../server/features/exports/drawdown/sheet.ts";
import { sumOf } from "../../../../server/features/exports/formulas.ts";
import type { ExportTable } from "../../../../server/features/exports/table.ts";
import { writeWorkbook } from "../../../../server/features/exports/writing/workbook.ts";
import { textsFor } from "../../../../server/texts/index.ts";
import { evaluate } from "../../../support/formulas.ts";
import { partOf, reckoned } from "../../../support/reckoned-workbooks.ts";
import { asBudgetLines, budgetTrees } from "./random-tree.ts";

const texts = textsFor("cs");
const RUNS = { numRuns: 25, seed: 4 };

function table(given: Pick<ExportTable, "columns" | "rows">): ExportTable {
  return {
    ...{ language: "cs" as const, title: "Rozpočet", project: "Projekt", moment: "dnes" },
    ...{ notes: [], treeColumn: 1, exportedAt: "2026-03-02T07:30:00.000Z" },
    ...{ exportedOn: "2026-03-02", ...given },
  };
}

const about = { sheet: "O souboru", lines: [{ label: "Projekt", text: "=1+1" }] };

describe("a budget as a workbook", () => {
  const workbookOf = (rows: ExportTable["rows"]) =>
    writeWorkbook({ table: table({ columns: budgetColumns(texts), rows }), about });

  test("reckons every sum to what the project has, for any tree", async () => {
    await fc.assert(
      fc.asyncProperty(budgetTrees, async (lines) => {
        const file = await workbookOf(budgetRows(lines));
        const { valueAt, stored } = reckoned(file);
        lines.forEach(({ amountHalere }, at) => {
          const address = `G${at + 2}`;
          expect(Math.round((valueAt(address) ?? 0) * 100)).toBe(amountHalere);
          expect(Math.round((stored.get(address) ?? 0) * 100)).toBe(amountHalere);
        });
        const rows = await readSheet(file);
        expect(rows.slice(1).map((row) => row[0])).toEqual(lines.map(({ code }) => code));
        expect(rows.slice(1).map((row) => Math.round(Number(row[6]) * 100))).toEqual(
          lines.map(({ amountHalere }) => amountHalere),
        );
      }),
      RUNS,
    );
  });

  test("sums chapters by formulas, multiplies leaves and takes flat rates of their bases", async () => {
    const plain = { unit: null, unitPriceHalere: null, unitsE4: null };
    const noRate = { flatRateKind: null, flatRateBp: null };
    const lines = asBudgetLines([
      { code: "1", name: "Celkem", ...plain, ...noRate },
      { code: "1.1", name: "Přímé", ...plain, ...noRate },
      {
        code: "1.1.1",
        name: "Mzdy",
        ...noRate,
        unit: "h",
        unitPriceHalere: 35_000,
        unitsE4: 15_000,
      },
      { code: "1.1.4", name: "=cmd", ...noRate, unit: "ks", unitPriceHalere: 200, unitsE4: 20_000 },
      { code: "1.2", name: "Paušál", ...plain, flatRateKind: "flat-rate-56", flatRateBp: 4_000 },
    ]);
    const file = await workbookOf(budgetRows(lines));
    const { formulas } = reckoned(file);
    expect(Object.fromEntries(formulas)).toEqual({
      G2: "SUM(G3,G6)",
      G3: "SUM(G4:G5)",
      G4: "ROUND(D4*E4,2)",
      G5: "ROUND(D5*E5,2)",
      G6: "ROUND(F6*SUM(G4),2)",
    });
    const sheet = partOf(file, "xl/worksheets/sheet1.xml");
    expect(sheet).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
    const [header, , , , injected] = await readSheet(file);
    expect(header?.[0]).toBe("Kód");
    expect(injected?.[1]).toBe("=cmd");
  });

  test("a sum of more scattered rows than a spreadsheet takes in one call is nested", () => {
    const rows = Array.from({ length: 600 }, (_, at) => at * 2);
    const formula = sumOf(6, rows) ?? "";
    expect(evaluate(formula, () => 1)).toBe(600);
    expect(
      sumOf(
        6,
        Array.from({ length: 5_000 }, (_, at) => at * 2),
      ),
    ).toBeNull();
  });
});

const NOTHING: DrawnSums = { recorded: 0, claimed: 0, approved: 0, cut: 0 };

/** Documents on leaves, what flat rates bring of them, and the eligible total, all reckoned apart. */
function drawnOf(lines: BudgetLine[], given: DrawnSums[], withoutLine: DrawnSums) {
  const documents = lines.filter(({ isLeaf, category }) => isLeaf && category !== "flat-rate");
  const own = new Map(documents.map(({ lineId }, at) => [lineId, given[at] ?? NOTHING]));
  const add = (some: BudgetLine[]) =>
    some.reduce((sum, { lineId }) => sum + (own.get(lineId)?.recorded ?? 0), 0);
  const eligible = add(documents.filter(({ category }) => category !== "ineligible"));
  const bases = {
    direct: eligible + withoutLine.recorded,
    staff: add(documents.filter(({ isStaff }) => isStaff)),
  };
  let total = bases.direct;
  for (const { lineId, flatRateKind: kind, flatRateBp } of lines) {
    if (kind === null) continue;
    const recorded = flatRateOf({ kind, rateBp: flatRateBp ?? 0 }, bases);
    own.set(lineId, { ...NOTHING, recorded });
    total += recorded;
  }
  return { own, total };
}

describe("a drawdown as a workbook", () => {
  const sum = fc.integer({ min: 0, max: 10 ** 9 });
  const drawn = fc.record({ recorded: sum, claimed: sum, approved: sum, cut: sum });
  const documents = fc.array(drawn, { minLength: 80, maxLength: 80 });

  test("adds up to the sums of its lines and flat rates, for any tree and any documents", async () => {
    await fc.assert(
      fc.asyncProperty(budgetTrees, documents, drawn, async (lines, given, withoutLine) => {
        const { own, total } = drawnOf(lines, given, withoutLine);
        const facts = { versionNumber: 1, lines, drawn: own, withoutLine, flatUndivided: NOTHING };
        const rows = drawdownRows(facts, texts);
        const columns = drawdownColumns(texts);
        const { valueAt, stored } = reckoned(
          await writeWorkbook({ table: table({ columns, rows }), about }),
        );
        const last = rows.length + 1;
        expect(Math.round((valueAt(`E${last}`) ?? 0) * 100)).toBe(total);
        for (let row = 2; row <= last; row += 1)
          for (const column of "DEFGHI") {
            const [now, kept] = [valueAt(`${column}${row}`), stored.get(`${column}${row}`)];
            expect(now ?? 0).toBeCloseTo(kept ?? 0, 4);
          }
      }),
      RUNS,
    );
  });
});
