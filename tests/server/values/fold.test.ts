import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { czechSortKey, foldText } from "../../../server/values/fold.ts";

fc.configureGlobal({ seed: 20261121 });

describe("folded text", () => {
  test.each([
    ["Příliš žluťoučký kůň", "prilis zlutoucky kun"],
    ["  ÚSTÍ\u00a0nad\n Labem ", "usti nad labem"],
    ["Łódź, Ørsted, Straße, Æneas", "lodz, orsted, strasse, aeneas"],
    ["mě\u00adsto\u200b", "mesto"],
    ["a\u0000b", "a b"],
    ["ﬁnance m²", "finance m2"],
    ["„Šance“ d’Art", '"sance" d\'art'],
    ["\ud83d zlomek", "zlomek"],
    ["", ""],
  ])("of %j is %j", (text, expected) => {
    expect(foldText(text)).toBe(expected);
  });

  test("is the same for composed and decomposed letters and for either case", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."aáčďéěíňóřšťúůýžAÁČĎ 09.-") });
    fc.assert(
      fc.property(letters, (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text));
        expect(foldText(text.toUpperCase())).toBe(foldText(text));
      }),
    );
  });

  test("stays the same when folded again, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 5000 },
    );
  });
});

const collator = new Intl.Collator("cs", { numeric: true });

const LETTERS = [
  ..."aáäbcčdďeéěfghiíjklľmnňoóôöpqrřsštťuúůüvwxyýzžł",
  ..."AÁBCČDĎEÉĚHIÍRŘSŠTŤUÚŮZŽ",
  ...["ch", "cH", "Ch", "CH"],
];
const SIGNS = [...".,:;!?()[]/-–_„&%+*'§°€", " "];
const NUMBERS = ["0", "1", "2", "9", "10", "19", "100", "007"];
const words = fc
  .array(fc.constantFrom(...LETTERS, ...NUMBERS, ...SIGNS), { minLength: 1, maxLength: 8 })
  .map((parts) => parts.join("").replace(/ +/g, " ").trim());

describe("the Czech sort key", () => {
  test("puts words in the order of the Czech alphabet", () => {
    const inOrder = [
      "",
      "(bez názvu)",
      "2 % z rozpočtu",
      "2. ročník",
      "10. ročník",
      "a",
      "A",
      "á",
      "Á",
      "cena",
      "cíl",
      "cukr",
      "čas",
      "čtvrt",
      "ďábel",
      "dotace",
      "had",
      "hrad",
      "hz",
      "chata",
      "Chata",
      "chléb",
      "ia",
      "KA1",
      "KA2",
      "KA10",
      "Karlovy Vary",
      "Karlovy Vary – město",
      "Karlovyn",
      "Liberec",
      "reforma",
      "rok",
      "rzi",
      "řada",
      "sad",
      "szn",
      "šance",
      "tabulka",
      "úvazek",
      "uvazek 2",
      "Zlín",
      "zvon",
      "žák",
      "Žďár",
    ];
    const shuffled = inOrder.toSorted((a, b) => b.length - a.length);
    expect(sortedByKey(shuffled)).toEqual(inOrder);
    expect(shuffled.toSorted(collator.compare)).toEqual(inOrder);
  });

  test("puts signs before numbers and letters of other scripts after the Czech ones", () => {
    const inOrder = ["(a)", "★", "10", "a", "ž", "žš", "альфа", "бета"];
    expect(sortedByKey(inOrder.toReversed())).toEqual(inOrder);
    expect(inOrder.toReversed().toSorted(collator.compare)).toEqual(inOrder);
  });

  test("orders any two words as the Czech collation does", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect([a, b, comparedByKey(a, b)]).toEqual([a, b, Math.sign(collator.compare(a, b))]);
      }),
      { numRuns: 8_000 },
    );
  });

  test("orders words that differ in case and diacritics alone as the Czech collation does", () => {
    const variants = [
      (text: string) => text,
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.normalize("NFD").replace(/\p{M}/gu, ""),
    ];
    const pairs = fc
      .array(fc.tuple(fc.constantFrom(...LETTERS), fc.constantFrom(...variants)), { maxLength: 6 })
      .map((parts) => [
        parts.map(([letter]) => letter).join(""),
        parts.map(([letter, variant]) => variant(letter)).join(""),
      ]);
    fc.assert(
      fc.property(pairs, ([a = "", b = ""]) => {
        expect([a, b, comparedByKey(a, b)]).toEqual([a, b, Math.sign(collator.compare(a, b))]);
      }),
      { numRuns: 8_000 },
    );
  });

  test("ties what the Czech collation tells apart by typography alone", () => {
    const pairs = [
      ['"a"', "„a“"],
      ["ss", "ß"],
      ["a b", "a  b"],
      ["m2", "m²"],
    ];
    for (const [plain = "", typographic = ""] of pairs) {
      expect(collator.compare(plain, typographic)).not.toBe(0);
      expect(comparedByKey(plain, typographic)).toBe(0);
    }
  });

  test("is printable ASCII, short enough for an index, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const key = czechSortKey(text.repeat(30));
        expect(key).toMatch(/^[\x20-\x7e]*$/);
        expect(key.length).toBeLessThan(2600);
      }),
      { numRuns: 1000 },
    );
  });
});

function comparedByKey(a: string, b: string): number {
  return Buffer.compare(Buffer.from(czechSortKey(a)), Buffer.from(czechSortKey(b)));
}

function sortedByKey(all: string[]): string[] {
  return all.toSorted(comparedByKey);
}
