import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnnex } from "../../../server/annexes/read-annex.ts";
import { recogniseCards } from "../../../server/features/plan-imports/recognition/recognising/rules.ts";
import {
  annexOfAreas,
  annexOfGoals,
  contentOf,
  type PutAnnex,
} from "../../support/annexes/content.ts";
import { inCp1250, inCsv, inDocx, inPdf, inXlsx } from "../../support/annexes/files.ts";
import { catalogue } from "../../support/annexes/recognised.ts";
import { plainStyle, textsOf, written } from "../../support/annexes/writing.ts";

const textOf = (annex: PutAnnex) => textsOf(written(annex, plainStyle)).join("\r\n");
const forms: [name: string, write: (annex: PutAnnex) => Buffer | Promise<Buffer>][] = [
  ["karty.txt", (annex) => Buffer.from(textOf(annex))],
  ["cp1250.txt", (annex) => inCp1250(textOf(annex))],
  ["utf16.txt", (annex) => Buffer.from(`\ufeff${textOf(annex)}`, "utf16le")],
  ["karty.docx", inDocx],
  ["karty.pdf", inPdf],
  ["karty.xlsx", inXlsx],
  ["karty.csv", inCsv],
];

/** Where a page of a PDF ends, nobody can tell whether a paragraph does. */
function withParagraphsJoined<Content extends { description: string }>(content: Content): Content {
  return { ...content, description: content.description.replaceAll("\n", " ") };
}

describe.each(forms)("the same cards as %s", (name, write) => {
  test.each([
    ["areas", annexOfAreas],
    ["goals", annexOfGoals],
  ] as const)("of %s are the same cards", async (_layout, annexes) => {
    await fc.assert(
      fc.asyncProperty(annexes, async (annex) => {
        const { lines } = await readAnnex(await write(annex), name);
        const { cards, lines: told } = recogniseCards(lines, catalogue, {});
        const asPut = name.endsWith("pdf") ? withParagraphsJoined : (content: object) => content;
        expect(cards.map(({ content }) => asPut(content))).toEqual(
          annex.cards.map((card) => asPut(contentOf(card))),
        );
        expect(told.filter(({ fate }) => fate === "unrecognised")).toEqual([]);
      }),
      { seed: 20261122, numRuns: name.endsWith("txt") ? 25 : 5 },
    );
  });
});
