import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PayVoucher } from "../../../../../db/queries/voucher-lists.ts";
import {
  nameParts,
  PAY_FIELDS,
  type PayRecord,
  payFaults,
  payRecord,
  voucherFaults,
} from "../../../../../server/features/payment-requests/voucher-lists/rules.ts";
import { ofFile } from "../../../../../server/features/payment-requests/voucher-lists/service.ts";
import { payListXml } from "../../../../../server/features/payment-requests/voucher-lists/xml.ts";
import { readXml } from "../../../../../server/tables/xml.ts";

const SEED = 20_260_302;
const PAYER = "70890692";

const pay = (given: Partial<PayVoucher> = {}): PayVoucher => ({
  ...{ claimId: 5, expenditureId: 7, kind: "payroll", documentNumber: null, supplierName: null },
  ...{ supplierIco: null, description: "Mzda za leden", issuedOn: null, paidOn: "2026-02-12" },
  ...{ totalHalere: null, netHalere: null, contractNumber: null, orderNumber: null },
  ...{
    amountHalere: 4_014_167,
    claimedHalere: 4_014_167,
    lineCode: "1.1.1.1",
    lineName: "Koordinátor",
  },
  ...{ personName: "Mgr. Jana Marie Nováková, Ph.D.", month: "2026-01", contractCode: "Smlouva" },
  ...{ payHalere: 3_000_050, otherWithLeviesHalere: 100, leviesHalere: 1_014_017 },
  ...{ otherWithoutLeviesHalere: 0, fundHours: 16_800, projectHours: 8_425 },
  ...given,
});

/** The file read back with the parser that reads workbooks. */
function readBack(xml: string) {
  const records: Record<string, string>[] = [];
  const opened: string[] = [];
  let root: { namespace: string | undefined; date: string | undefined } | null = null;
  readXml(Buffer.from(xml, "utf8"), {
    open: (name, attribute) => {
      opened.push(name);
      if (opened.length === 1) root = { namespace: attribute("xmlns"), date: attribute("DATE") };
      if (name === "SoupiskaDoklad") records.push({});
      else if (opened.length === 3) Object.assign(records.at(-1) ?? {}, { [name]: "" });
    },
    text: (text) => {
      const field = opened[2];
      const record = records.at(-1);
      if (field && record) record[field] += text;
    },
    close: () => void opened.pop(),
  });
  return { root, records };
}

describe("a row of pay", () => {
  test("becomes a record with the fields of SD-2 in their order", () => {
    const record = payRecord(pay(), PAYER);
    expect(record).toEqual({
      ...{ ID_EXT: "OSNOVA-5", TYPDOKLADU: "Mzdy", IC: PAYER, POLOZKA: "1.1.1.1" },
      ...{ POPIS: "Mzda za leden", DATUMUHRADY: "2026-02-12", DATUMLZ: "2026-01-01" },
      ...{ PRIJMENI: "Nováková", JMENO: "Jana Marie", DRUHPRACVZTAHU: "Smlouva" },
      ...{ MZDA: "30000.50", FONDPRACDOBY: "168.00", POCETHODINNAPRJ: "84.25" },
      ...{ JINEVYDAJESODVODY: "1.00", POJISTNE: "10140.17", JINEVYDAJEBEZODVODU: "0.00" },
    });
    expect(Object.keys(record)).toEqual([...PAY_FIELDS]);
  });

  test.each([
    ["its line", { lineCode: null }, "line"],
    ["the day it was paid", { paidOn: null }, "paidOn"],
    ["what it is made of", { month: null, contractCode: null }, "pay"],
    ["parts that make its sum", { leviesHalere: 1_014_016 }, "parts"],
    ["a whole name", { personName: "Nováková" }, "person"],
    ["a description short enough", { description: "x".repeat(2001) }, "description"],
  ])("is told to lack %s, and never written", (_case, given, fault) => {
    expect(payFaults(pay(given), PAYER)).toEqual([fault]);
    expect(() => payRecord(pay(given), PAYER)).toThrow(RangeError);
  });

  test("needs to know who pays it", () => {
    expect(payFaults(pay(), null)).toEqual(["payer"]);
  });
});

test("a document is told to lack its number, supplier, days and line", () => {
  expect(voucherFaults(pay())).toEqual(["documentNumber", "supplier", "issuedOn"]);
});

test.each([
  ["Jana Nováková", "Nováková", "Jana"],
  ["Ing. et Ing. Petr Dvořák, MBA", "Dvořák", "Petr"],
  ["Anna  Malá Veselá", "Veselá", "Anna Malá"],
])("%s is parted into surname and forenames", (name, surname, forenames) => {
  expect(nameParts(name)).toEqual({ surname, forenames });
});

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom("<b>&amp;", "]]>", "\"'", "řádek\nřádek", " mezery ", "tab\t", "\u0001\uffff"),
);
const record = fc
  .tuple(...PAY_FIELDS.map(() => text))
  .map(
    (values) =>
      Object.fromEntries(PAY_FIELDS.map((name, index) => [name, values[index]])) as PayRecord,
  );

/** What a parser gives back: signs that XML cannot write are left out. */
const writable = (value: string) =>
  value.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "");

test("whatever is written into SD-2 is read back as it was", () => {
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 8 }), (records) => {
      const { root, records: back } = readBack(payListXml(records, "2026-03-02"));
      expect(root).toEqual({
        namespace: "http://ms21xsd.mssf.cz/ImportXML/SoupiskaDoklad/v_1.1",
        date: "2026-03-02",
      });
      expect(back).toEqual(
        records.map((one) =>
          Object.fromEntries(Object.entries(one).map(([name, value]) => [name, writable(value)])),
        ),
      );
    }),
    { seed: SEED },
  );
});

test("no file carries more than five hundred records, and together they carry all", () => {
  const rows = Array.from({ length: 1001 }, (_, index) => index);
  const files = [1, 2, 3, 4].map((file) => ofFile(rows, file));
  expect(files.map(({ length }) => length)).toEqual([500, 500, 1, 0]);
  expect(files.flat()).toEqual(rows);
});
