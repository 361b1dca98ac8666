import fc from "fast-check";
import { expect, test } from "vitest";
import { STYLES } from "../../../../../server/features/timelines/drawing/metrics.ts";
import {
  bindShortWords,
  fitText,
  wrapEvenly,
  wrapText,
} from "../../../../../server/features/timelines/drawing/text-lines.ts";
import {
  textWidth,
  tidyText,
} from "../../../../../server/features/timelines/drawing/text-width.ts";

const RUNS = { seed: 1329, numRuns: 400 };
const style = STYLES.pin;
const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc
    .array(fc.constantFrom("péče", "o", "duševní", "zdraví/", "a-b", "—", "🙂"), { maxLength: 30 })
    .map((w) => w.join(" ")),
);
const room = fc.record({
  width: fc.integer({ min: 20, max: 400 }),
  lines: fc.integer({ min: 1, max: 5 }),
});

test("no line is wider than the room, nor are there more of them", () => {
  fc.assert(
    fc.property(text, room, (given, room) => {
      const { lines } = wrapText(tidyText(given), room, style);
      expect(lines.length).toBeLessThanOrEqual(room.lines);
      // A single letter goes on a line of its own even where it is too wide.
      for (const line of lines.filter((line) => [...line].length > 1)) {
        expect(textWidth(line, style)).toBeLessThanOrEqual(room.width);
      }
    }),
    RUNS,
  );
});

test("a text is whole exactly when its lines hold all of it", () => {
  fc.assert(
    fc.property(text, room, fc.boolean(), (given, room, even) => {
      const tidy = tidyText(given);
      const { lines, whole } = (even ? wrapEvenly : wrapText)(tidy, room, style);
      const letters = (words: string) => words.replace(/\s/g, "");
      expect(letters(lines.join("")) === letters(tidy)).toBe(whole);
    }),
    RUNS,
  );
});

test("a text is cut only where it does not fit, and says so by an ellipsis", () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 300 }), (given, width) => {
      const tidy = tidyText(given);
      const fitting = fitText(tidy, width, style);
      expect(textWidth(fitting, style)).toBeLessThanOrEqual(width);
      if (textWidth(tidy, style) <= width) expect(fitting).toBe(tidy);
      else if (fitting !== "")
        expect(tidy.startsWith(fitting.slice(0, -1))).toBe(fitting.endsWith("…"));
    }),
    RUNS,
  );
});

test("a preposition of one letter and the parts of a date stay with what follows", () => {
  const title = bindShortWords("Odborné semináře v kraji a konference o péči 30. 4. 2026");
  const { lines } = wrapText(title, { width: 95, lines: 9 }, style);
  for (const line of lines) expect(line).not.toMatch(/(^|\s)(v|a|o|30\.|4\.)$/);
  expect(lines.length).toBeGreaterThan(3);
});

test("a line may end after a slash or a hyphen, and a word is broken only when it must be", () => {
  const wrap = (given: string, width: number) => wrapText(given, { width, lines: 9 }, style);
  expect(wrap("zdravotně-sociálně-vzdělávací", 70)).toEqual({
    lines: ["zdravotně-", "sociálně-", "vzdělávací"],
    whole: true,
    brokenWord: false,
  });
  expect(wrap("spotů/aplikace", 50).lines).toEqual(["spotů/", "aplikace"]);
  expect(wrap("nejneobhospodařovávatelnější", 70).brokenWord).toBe(true);
});

test("lines of a short text are about equally long", () => {
  const title = "Metodika zavádění biografické péče do praxe pobytových služeb";
  const { lines } = wrapEvenly(title, { width: 320, lines: 2 }, style);
  const [first = 0, second = 0] = lines.map((line) => textWidth(line, style));
  expect(Math.abs(first - second)).toBeLessThan(70);
});

test("texts lose what a drawing cannot show", () => {
  expect(tidyText(" Stáže \n pracovníků\t\u0000 (obce)  ")).toBe("Stáže pracovníků (obce)");
  expect(tidyText("sou\u00adčinnost\u200b")).toBe("součinnost");
  expect(tidyText("c\u030c\ud800")).toBe("č");
  expect(tidyText("1. 5.\u00a02023")).toBe("1. 5.\u00a02023");
});
