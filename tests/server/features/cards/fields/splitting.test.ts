import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { splitTexts } from "../../../../../server/features/cards/fields/splitting/rules.ts";

fc.configureGlobal({ seed: 20261122 });

const words = fc.constantFrom(
  ...[
    "senioři",
    "kraj",
    "obce",
    "(rodiny, mládež)",
    "(nezavřená",
    "které",
    "včetně",
    "p. o.",
    "EU",
  ],
  ...[
    "děti do 3,5 roku",
    "•",
    "-",
    "a",
    "z. ú.",
    "příspěvková organizace",
    "MPSV.",
    "(SMI)",
    "65+",
  ],
);
const signs = fc.constantFrom(", ", ",", "; ", ";", "\n", " ", "\n• ", ",, ", " , ");
const texts = fc
  .array(fc.tuple(words, signs), { maxLength: 12 })
  .map((pairs) => pairs.flat().join(""));

describe("texts of a field", () => {
  test.each([
    ["S, OZP", ["S", "OZP"]],
    ["rodiny s dětmi; osoby bez domova,", ["rodiny s dětmi", "osoby bez domova"]],
    ["kraj,obce,MPSV", ["kraj", "obce", "MPSV"]],
    ["• senioři\n• pečující osoby", ["senioři", "pečující osoby"]],
    ["kraj a obce", ["kraj a obce"]],
    [
      "kraj (sociální odbor, zdravotní odbor), obce",
      ["kraj (sociální odbor, zdravotní odbor)", "obce"],
    ],
    ["kraj (sociální odbor, obce", ["kraj (sociální odbor", "obce"]],
    ["děti od 1,5 roku, mládež", ["děti od 1,5 roku", "mládež"]],
    ["", []],
    [" , ; ", []],
  ])("%j are %j", (text, expected) => {
    expect(splitTexts(text)).toEqual(expected);
  });

  test.each([
    "osoby po výkonu trestu, které nemají kam jít",
    "rodiny, jejichž dítě je dlouhodobě nemocné",
    "lidé, u nichž hrozí, že přijdou o byt",
    "dospělí po úrazu, kteří potřebují podporu",
    "osoby ohrožené násilím, včetně seniorů",
    "mladí lidé, zejména po odchodu z dětského domova",
    "Domov U Lesa, příspěvková organizace",
    "Domov U Lesa, p. o.",
    "Most k domovu, z. ú.",
  ])("go on behind the comma in %j", (text) => {
    expect(splitTexts(text)).toEqual([text]);
  });

  test("end where a clause ends", () => {
    expect(splitTexts("osoby, kterým hrozí ztráta bydlení, senioři")).toEqual([
      "osoby, kterým hrozí ztráta bydlení",
      "senioři",
    ]);
  });

  test("go over the end of a line that cannot be the end of a name", () => {
    expect(splitTexts("osoby s mentálním a\nkombinovaným postižením\nsenioři")).toEqual([
      "osoby s mentálním a kombinovaným postižením",
      "senioři",
    ]);
  });

  test.each([
    ["kraj, obce.", ["kraj", "obce"]],
    ["obce, MPSV.", ["obce", "MPSV"]],
    ["obce, nadace apod.", ["obce", "nadace apod."]],
    ["obce, Domov U Lesa, p. o.", ["obce", "Domov U Lesa, p. o."]],
  ])("lose the full stop of a sentence, not that of an abbreviation: %j", (text, expected) => {
    expect(splitTexts(text)).toEqual(expected);
  });

  test("keep every letter and digit in its order", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const letters = (written: string) => written.replace(/[^\p{L}\p{N}]/gu, "");
        expect(letters(splitTexts(text).join(" "))).toBe(letters(text));
      }),
    );
  });

  test("are not cut any further when they are split again", () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const part of splitTexts(text)) expect(part).toBe(part.trim());
        for (const part of splitTexts(text)) expect(splitTexts(part).join(", ")).toBe(part);
      }),
    );
  });

  test("are found in a very long line at once", () => {
    const text = `${"(".repeat(10_000)}${", osoby".repeat(3_000)}`;
    expect(splitTexts(text).length).toBe(3_000);
    expect(splitTexts("a".repeat(100_000))).toHaveLength(1);
  }, 2_000);
});
