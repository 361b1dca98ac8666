import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import { workbookBuffer } from "../../../server/web/workbook.ts";

test("cells keep their types, and a text that looks like a formula stays a text", async () => {
  const rows = [{ title: '=HYPERLINK("http://evil.test")', day: "2026-03-29", sum: 1_579_560_005 }];
  const buffer = await workbookBuffer([
    {
      name: "Projekty [2026]",
      columns: [
        { header: "Název", type: "text", value: (row) => row.title },
        { header: "Začátek", type: "day", value: (row) => row.day },
        { header: "Částka", type: "money", value: (row) => row.sum },
        { header: "Podíl", type: "percent", value: () => 6_250 },
        { header: "Hodnota", type: "scaled", value: () => 125, decimals: () => 1 },
        { header: "Nic", type: "number", value: () => null },
      ],
      rows,
    },
  ]);
  const [header, row] = await readSheet(buffer);
  expect(header?.slice(0, 3)).toEqual(["Název", "Začátek", "Částka"]);
  expect(row?.[0]).toBe('=HYPERLINK("http://evil.test")');
  expect(row?.[1]).toEqual(new Date("2026-03-29T00:00:00Z"));
  expect(row?.slice(2)).toEqual([15_795_600.05, 0.625, 12.5, null]);
});
