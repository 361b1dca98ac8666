import { describe, expect, test } from "vitest";
import { identitiesOf } from "../../../../server/features/budget-imports/identities/rules.ts";
import { flatRateFor } from "../../../../server/features/budget-imports/rates/rules.ts";
import { readBudget } from "../../../../server/features/budget-imports/rules.ts";
import { namesOfField } from "../../../../server/features/budget-imports/words.ts";
import { LOST_TEXT } from "../../../../server/values/lost-text.ts";

const RATES = [
  { kind: "flat-rate-54a", mostBp: 700 },
  { kind: "flat-rate-54b", mostBp: 1_500 },
  { kind: "flat-rate-54c", mostBp: 2_500 },
  { kind: "flat-rate-56", mostBp: 4_000 },
];
const HEADINGS = [
  ...["Kód", "Název", "Měrná jednotka (individuální)", "Cena jednotky", "Počet jednotek"],
  ...["Částka celkem", "Potomek", "Úroveň", "Procento", "Kombinace veřejné podpory"],
  ...["Měrná jednotka (přednastavena ŘO)", "Měrná jednotka (z číselníku)"],
];

type Row = [code: string, name: string, price: string, units: string, amount: string, more?: More];
interface More {
  unit?: string;
  level?: string;
  percent?: string;
}

const GOOD: Row[] = [
  ["1", "Celkové způsobilé výdaje", "", "", "21000", { level: "1" }],
  ["1.1", "Přímé náklady", "", "", "15000", { level: "2" }],
  ["1.1.1", "Osobní náklady", "", "", "10000", { level: "3" }],
  ["1.1.1.1", "Koordinátor", "5000", "2", "10000", { level: "4", unit: "měsíc" }],
  ["1.1.4", "Nákup služeb", "10000", "0,5", "5000", { level: "3" }],
  ["1.2", "Nepřímé náklady", "", "", "4000", { level: "2", percent: "40" }],
  ["2", "Celkové nezpůsobilé výdaje", "0", "0", "0", { level: "1" }],
];

function read(rows: Row[], known: never[] = []) {
  const file = [
    { number: 1, cells: HEADINGS },
    ...rows.map(([code, name, price, units, amount, more = {}], at) => ({
      number: at + 2,
      cells: [
        ...[code, name, more.unit ?? "", price, units, amount],
        ...["", more.level ?? "", more.percent ?? "", "", "", ""],
      ],
    })),
  ];
  return readBudget(file, { namesOf: namesOfField, rates: RATES, known });
}

/** The good budget with one row put otherwise. */
function faultsWith(change: (rows: Row[]) => Row[]) {
  const { rows, tree } = read(change(GOOD.map((row) => [...row] as Row)));
  const faults = rows.flatMap(({ number, faults }) =>
    faults.map(({ field, message }) => `${number} ${field} ${message}`),
  );
  expect(tree === null).toBe(faults.length > 0);
  return faults;
}

const put = (at: number, row: Row) => (rows: Row[]) => rows.toSpliced(at, 1, row);
const add = (row: Row) => (rows: Row[]) => [...rows, row];

const fourTenths: Row = ["1", "Celkem", "", "", "19000", { level: "1" }];

describe("an exported budget", () => {
  test("is a tree of lines, its flat rate told by what it comes to", () => {
    const { tree } = read(GOOD.with(0, fourTenths));
    expect(tree?.sums).toEqual({
      ...{ eligible: 1_900_000, direct: 1_500_000, staff: 1_000_000, flat: 400_000 },
      ineligible: 0,
    });
    const flat = tree?.lines.find(({ code }) => code === "1.2");
    expect([flat?.flatRateKind, flat?.flatRateBp]).toEqual(["flat-rate-56", 4_000]);
    expect(tree?.lines.find(({ code }) => code === "1.1.1.1")?.unit).toBe("měsíc");
  });

  test("names what is wrong by row and field, and is then no budget", () => {
    expect(faultsWith((rows) => rows)).toEqual(["2 amount sumBelowDiffers:1900000"]);
    const right = (change: (rows: Row[]) => Row[]) =>
      faultsWith((rows) => change(rows.with(0, fourTenths)));
    expect(right((rows) => rows)).toEqual([]);
    expect(right(add(["1.3.7.1", "Sirotek", "1", "1", "1"]))).toContain(
      "9 code chapterMissing:1.3.7",
    );
    expect(right(add(["1", "Druhý kořen", "", "", "0"]))).toContain("9 code secondRoot");
    expect(right(add(["1.1.4", "Podruhé", "1", "1", "1"]))).toEqual(
      expect.arrayContaining(["6 code codeTwice", "9 code codeTwice"]),
    );
    expect(right(add(["7", "Cizí kořen", "1", "1", "1"]))).toContain("9 code budgetRoot");
    expect(right(put(4, ["1.1.4", "Služby", "10000", "-0,5", "5000"]))).toContain(
      "6 units notNegative",
    );
    expect(right(put(4, ["1.1.4", "Služby", "2.200", "1", "2200"]))).toContain(
      "6 unitPrice ambiguousAmount",
    );
    expect(right(put(4, ["1.1.4", "Služby", "1", "2.200", "2200"]))).toContain(
      "6 units ambiguousUnits",
    );
    expect(right(put(4, ["1.1.4", "Služby", "10000", "0,4", "5000"]))).toContain(
      "6 amount amountDiffers:400000",
    );
    expect(right(put(4, ["1.1.4", "Služby", "200 EUR", "1", "5000"]))).toContain(
      "6 unitPrice otherCurrency",
    );
    expect(right(put(4, ["1.1.4", "Služby", "10000", "0,5", "5000", { level: "2" }]))).toContain(
      "6 code levelDiffers:2",
    );
    expect(right(put(4, ["1.1.4", "Služby", "0,03", "0,5", "0,02"]))).toContain(
      "6 unitPrice inexactPrice:2:4",
    );
    expect(right(put(5, ["1.2", "Paušál", "", "", "4000", { percent: "13" }]))).toContain(
      "7 flatRateKind rateGivesOther",
    );
    expect(right(put(5, ["1.2", "Paušál", "", "", "4000"]))).toContain(
      "7 flatRateKind rateMissing",
    );
  });

  test("a wrong amount is told at its row and at the chapter right above, no further", () => {
    const wrong = (rows: Row[]) =>
      rows.with(0, fourTenths).with(3, ["1.1.1.1", "Koordinátor", "5000", "2", "9999"]);
    const faults = faultsWith(wrong);
    expect(faults).toEqual(["4 amount sumBelowDiffers:999900", "5 amount amountDiffers:1000000"]);
  });

  test("whose texts are lost is told so row by row, never filled by guess", () => {
    const lost = read([[LOST_TEXT, LOST_TEXT, "5000", "2", "10000"]]);
    expect(lost.rows[0]?.faults).toEqual(
      expect.arrayContaining([
        { field: "code", message: "textLost" },
        { field: "name", message: "textLost" },
      ]),
    );
    expect(lost.tree).toBeNull();
  });

  test("without its columns says which are missing", () => {
    const file = [
      { number: 1, cells: ["Kód", "Název"] },
      { number: 2, cells: ["1", "Celkem"] },
    ];
    const context = { namesOf: namesOfField, rates: RATES, known: [] };
    expect(readBudget(file, context).missing).toEqual(["unitPrice", "units", "amount"]);
  });
});

describe("a flat rate of a file", () => {
  const bases = { direct: 1_500_000, staff: 1_000_000 };
  const of = (
    percent: string,
    amount: number | null,
    known: { kind: string; rateBp: number } | null = null,
  ) => flatRateFor({ percent, amount, known }, bases, RATES);

  test("is understood in per cent and as a share, and checked by the amount", () => {
    for (const percent of ["40", "40,00", "40 %", "0,4"])
      expect(of(percent, 400_000)).toEqual({
        ok: true,
        rate: { kind: "flat-rate-56", rateBp: 4_000 },
      });
    expect(of("25", 375_000)).toMatchObject({ rate: { kind: "flat-rate-54c" } });
    expect(of("7", 105_000)).toMatchObject({ rate: { kind: "flat-rate-54a" } });
    expect(of("15", 150_000)).toMatchObject({ rate: { kind: "flat-rate-54b" } });
    expect(of("40", 600_000)).toEqual({ ok: false, message: "rateGivesOther" });
    expect(of("mnoho", 1)).toEqual({ ok: false, message: "validRate" });
    expect(of("0,4", 0, null).ok).toBe(false);
  });

  test("stays what it was where that comes out too", () => {
    const known = { kind: "flat-rate-54c", rateBp: 700 };
    expect(of("7", 105_000, known)).toEqual({ ok: true, rate: known });
  });
});

describe("lines of a file", () => {
  const known = [
    { lineId: 1, code: "1.1.1.1", name: "Koordinátor" },
    { lineId: 2, code: "1.1.1.2", name: "Psycholog" },
    { lineId: 3, code: "1.1.1.3", name: "Lektor" },
    { lineId: 4, code: "1.1.1.4", name: "Lektor" },
  ];
  test("are those of the project by code, then by a name that no other has", () => {
    const found = identitiesOf(known, [
      { code: "1.1.1.1", name: "Hlavní koordinátor" },
      { code: "1.1.1.7", name: "psycholog" },
      { code: "1.1.1.8", name: "Lektor" },
      { code: "1.1.1.9", name: "Nová pozice" },
    ]);
    expect(Object.fromEntries(found)).toEqual({ "1.1.1.1": 1, "1.1.1.7": 2 });
  });
});
