import { describe, expect, test } from "vitest";
import { readAnnex } from "../../../server/annexes/read-annex.ts";
import { readText } from "../../../server/annexes/text.ts";
import { inCp1250 } from "../../support/annexes/files.ts";

const CARD = "Číslo aktivity: 1.1.1\r\nNázev aktivity: Žlutý kůň – § 44\r\n";

describe("a text", () => {
  test.each([
    ["UTF-8", Buffer.from(CARD), "utf-8"],
    ["UTF-8 with a mark", Buffer.from(`\ufeff${CARD}`), "utf-8"],
    ["Czech Windows", inCp1250(CARD), "windows-1250"],
    ["UTF-16", Buffer.from(`\ufeff${CARD}`, "utf16le"), "utf-16le"],
    ["UTF-16 the other way", Buffer.from(`\ufeff${CARD}`, "utf16le").swap16(), "utf-16be"],
  ])("is read in %s", async (_what, file, encoding) => {
    expect(await readAnnex(file, "karty.TXT")).toEqual({
      encoding,
      lines: [
        { number: 1, page: null, text: "Číslo aktivity: 1.1.1" },
        { number: 2, page: null, text: "Název aktivity: Žlutý kůň – § 44" },
      ],
    });
  });

  test("has lines numbered as an editor numbers them, blank ones too", () => {
    const lines = readText("a\r\n\r\nb\rc\n\n d\t\n");
    expect(lines.map(({ number, text }) => [number, text])).toEqual([
      ...[
        [1, "a"],
        [2, ""],
        [3, "b"],
        [4, "c"],
        [5, ""],
        [6, " d"],
      ],
    ]);
  });

  test("has pages where it has form feeds", () => {
    const lines = readText("a\n\fb\nc\fd\n\f\ne");
    expect(lines.map(({ page, text }) => [page, text])).toEqual([
      ...[
        [1, "a"],
        [2, "\fb"],
        [2, "c"],
        [3, "\fd"],
        [4, "\f"],
        [4, "e"],
      ],
    ]);
  });
});
