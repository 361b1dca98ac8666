import { describe, expect, test } from "vitest";
import { cellsOf } from "../../../../server/features/budgets/pasting/rows/rules.ts";
import { readBlock } from "../../../../server/features/budgets/pasting/rules.ts";
import type { WrittenLine } from "../../../../server/features/budgets/trees/rules.ts";

const bare = { unit: null, unitPriceHalere: null, unitsE4: null };
const existing: WrittenLine[] = ["1", "1.1", "1.1.4", "1.2"].map((code) => ({
  ...{ code, name: code, flatRateKind: null, flatRateBp: null },
  ...bare,
}));
const read = (...rows: string[]) => readBlock(rows.join("\n"), existing, null);
const told = (...rows: string[]) =>
  read(...rows).rows.map(({ number, faults }) => [
    number,
    ...faults.map(({ field, message }) => `${field} ${message}`),
  ]);

test("cells are divided by tabs, quoted where they hold a line break", () => {
  expect(cellsOf('1\t"Nájem\n""velkého"" sálu"\t2\r\n2\t\tx\r\n\r\n')).toEqual([
    ["1", 'Nájem\n"velkého" sálu', "2"],
    ["2", "", "x"],
  ]);
});

describe("a block of a spreadsheet", () => {
  test("may begin with names of columns and hold blank rows; rows keep the numbers they have there", () => {
    const block = read("Kód\tNázev", "", "1.1.4.1\tNájem\tden\t100\t2", "1.1.4.2\tTisk");
    expect(block.rows.map(({ number }) => number)).toEqual([3, 4]);
    expect(block.tree?.sums).toMatchObject({ eligible: 20_000, direct: 20_000 });
  });

  test("tells every fault by its row and column, and comes to nothing while there is one", () => {
    expect(
      told(
        "1.1.4.1\tNájem\tden\t2.200\t1",
        "1.1.4.2\tTisk\tks\t10 EUR\t-1",
        "1.1.4.3\t\tks\t0,333\t1",
        "x\tPoložka",
        "1.1.4.5\tA\tks\t3,33\t1,5",
        "1.1.4.6\tB\tks\t1\t2.200",
        "1.1.4.7\tC\tks\t1\t2\t3\tnavíc",
        "1.1.9.1\tD",
      ),
    ).toEqual([
      [1, "unitPrice ambiguousAmount"],
      [2, "unitPrice otherCurrency", "units notNegative"],
      [3, "name required", "unitPrice validAmount"],
      [4, "code budgetCode"],
      [5, "unitPrice inexactPrice:332:334", "units inexactUnits:10000:20000"],
      [6, "units ambiguousUnits"],
      [7, "amount tooManyColumns"],
      [8, "code chapterMissing:1.1.9"],
    ]);
    expect(read("1.1.9.1\tD").tree).toBeNull();
  });

  test("amounts given must agree with what comes out, of chapters too", () => {
    expect(told("1.1.4\tOstatní\t\t\t\t300", "1.1.4.1\tNájem\tden\t100\t2\t200")).toEqual([
      [1, "amount amountDiffers:20000"],
      [2],
    ]);
    expect(told("1.1.4\tOstatní\t\t\t\t200", "1.1.4.1\tNájem\tden\t100\t2\t200")).toEqual([
      [1],
      [2],
    ]);
  });

  test("an amount alone is one unit of that price, of a flat rate it needs the rate", () => {
    const [row] = read("1.1.4.1\tNájem\t\t\t\t1 500,50").rows;
    expect(row?.line).toMatchObject({ unitPriceHalere: 150_050, unitsE4: 10_000 });
    const flat = ["1.1.4.1\tNájem\t\t\t\t1 000", "1.2\tPaušál\t\t\t\t70"];
    expect(told(...flat)).toEqual([[1], [2, "amount chooseFlatRate"]]);
    const rate = { kind: "flat-rate-54a", rateBp: 700 };
    expect(readBlock(flat.join("\n"), existing, rate).tree?.sums).toMatchObject({ flat: 7_000 });
    expect(readBlock(flat.join("\n"), existing, { ...rate, rateBp: 500 }).rows[1]?.faults).toEqual([
      { field: "amount", message: "amountDiffers:5000" },
    ]);
  });

  test("two roots and a code twice are told at both rows; a chapter under a price is refused", () => {
    expect(told("2\tA", "2\tB")).toEqual([
      [1, "code secondRoot"],
      [2, "code secondRoot"],
    ]);
    expect(told("2\tA\tks\t1\t1", "2.1\tB\tks\t1\t1")).toEqual([
      [1],
      [2, "code chapterHasPrice:2"],
    ]);
  });
});
