import { readFileSync } from "node:fs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  ASCII_WIDTHS,
  type FontWeight,
  OTHER_WIDTHS,
} from "../../server/features/timelines/drawing/inter-widths.ts";
import { textWidth } from "../../server/features/timelines/drawing/text-width.ts";
import { mentalHealthChart } from "../server/features/timelines/mental-health-chart.ts";
import { launchBrowser } from "../support/browser.ts";
import { interFaces } from "../support/inter-faces.ts";

const WEIGHTS: FontWeight[] = [400, 600];
const CSS = readFileSync("public/css/timeline.css", "utf8");

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent(`<style>${interFaces()} ${CSS}</style>
    <p style="font-family: Inter">aáčď„…“<b style="font-weight: 600">aáčď„…“</b></p>
    <svg class="timeline" width="9000" height="40"><text y="30" xml:space="preserve"></text></svg>`);
  await page.evaluate("document.fonts.ready");
});
afterAll(() => browser.close());

/** Widths in px that the browser gives to texts of a drawing. */
function measured(texts: readonly string[], size: number, weight: FontWeight): Promise<number[]> {
  return page.evaluate(
    ({ texts, size, weight }) => {
      interface TextNode {
        textContent: string;
        setAttribute(name: string, value: string): void;
        getComputedTextLength(): number;
      }
      const { document } = globalThis as unknown as {
        document: { querySelector(selector: string): TextNode };
      };
      const node = document.querySelector("svg text");
      node.setAttribute("font-size", String(size));
      node.setAttribute("font-weight", String(weight));
      return texts.map((text) => {
        node.textContent = text;
        return node.getComputedTextLength();
      });
    },
    { texts, size, weight },
  );
}

test.each(WEIGHTS)("the table holds the widths of Inter at weight %i", async (weight) => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(0x20 + index));
  const others = Object.keys(OTHER_WIDTHS);
  const table = [
    ...ASCII_WIDTHS[weight],
    ...others.map((letter) => OTHER_WIDTHS[letter]?.[weight === 400 ? 0 : 1]),
  ];
  const letters = [...ascii, ...others];
  const widths = await measured(letters, 1000, weight);
  const differing = letters
    .map((letter, index) => ({ letter, width: widths[index] ?? 0, known: table[index] ?? 0 }))
    .filter(({ width, known }) => known < width - 0.5 || known > width + 1.5);
  expect(differing).toEqual([]);
});

const accented = Array.from({ length: 0x180 - 0xc0 }, (_, index) =>
  String.fromCharCode(0xc0 + index),
);

test.each(WEIGHTS)(
  "no text is wider in the browser than the product thinks, at weight %i",
  async (weight) => {
    const { rows, pins } = mentalHealthChart();
    const titles = [
      ...rows.flatMap(({ title, note }) => [title, note]),
      ...pins.map(({ label }) => label),
    ];
    const words = titles.flatMap((title) => title.split(" "));
    const pangrams = [
      "Příliš žluťoučký kůň úpěl ďábelské ódy",
      "NECHŤ JIŽ HŘÍŠNÉ SAXOFONY ĎÁBLŮ",
      "15 795 600,05 Kč – 62 % · „tyto“ trh",
    ];
    const texts = [
      ...new Set([...titles, ...words, ...accented, ...pangrams, "Tyto týmy: AVA, Ťok, Ľaľa"]),
    ];
    for (const size of [11, 12, 13, 16]) {
      const widths = await measured(texts, size, weight);
      const style = { size, weight, line: 0 };
      const narrow = texts.filter(
        (text, index) => (widths[index] ?? 0) > textWidth(text, style) + 0.05,
      );
      expect(narrow).toEqual([]);
    }
  },
);

test("and only a little narrower, so that no room is wasted", async () => {
  const titles = mentalHealthChart().rows.map(({ title }) => title);
  const widths = await measured(titles, 12, 400);
  for (const [index, title] of titles.entries()) {
    const guess = textWidth(title, { size: 12, weight: 400, line: 0 });
    expect(guess / (widths[index] ?? 0)).toBeLessThan(1.02);
  }
});

test("a letter the table does not know is taken for wide", async () => {
  const letters = ["Ж", "Ω", "漢", "あ", "م", "🙂", "№", "Ǆ", "ế"];
  const widths = await measured(letters, 12, 400);
  for (const [index, letter] of letters.entries()) {
    expect(textWidth(letter, { size: 12, weight: 400, line: 0 })).toBeGreaterThan(
      widths[index] ?? 99,
    );
  }
});
