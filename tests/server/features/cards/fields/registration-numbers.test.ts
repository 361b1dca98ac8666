import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { registrationNumbersIn } from "../../../../../server/features/cards/fields/registration-numbers/rules.ts";
import { parseRegistrationNumber } from "../../../../../server/values/registration-number.ts";

fc.configureGlobal({ seed: 20261122 });

const numbersOf = (text: string) => registrationNumbersIn(text).map(({ number }) => number);

describe("registration numbers in a text", () => {
  test.each([
    ["projekt reg. č. CZ.03.02.02/00/22_006/0001329.", "CZ.03.02.02/00/22_006/0001329"],
    ["reg.\nč. CZ.03.02.\n02/00/22_004/ 0001329, dále", "CZ.03.02.02/00/22_004/0001329"],
    ["(CZ 03.2.63/0.0/0.0/15_007/0003861)", "CZ.03.2.63/0.0/0.0/15_007/0003861"],
    ["cz.03.x.63/0.0/0.0/15_007/0003861 12 osob", "CZ.03.X.63/0.0/0.0/15_007/0003861"],
    ["CZ. 03. 02.02/00/22_\n004/ 0001329", "CZ.03.02.02/00/22_004/0001329"],
  ])("of %j are found", (text, number) => {
    expect(numbersOf(text)).toEqual([number]);
  });

  test("stand where they stood, in their order", () => {
    const text = "A CZ.03.02.02/00/22_006/0001329 a CZ.03.02.01/00/25_106/0006125";
    const found = registrationNumbersIn(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(
      found.map((one) => one.text),
    );
    expect(found.map(({ number }) => number)).toEqual([
      "CZ.03.02.02/00/22_006/0001329",
      "CZ.03.02.01/00/25_106/0006125",
    ]);
  });

  test.each([
    ["CZ.03.02.02/00/22_006/001329", undefined],
    ["CZ.03.02.02/00/22_006/00013290", undefined],
    ["CZ.O3.02.02/00/22_006/0001329", "CZ.03.02.02/00/22_006/0001329"],
    ["CZ.03.02.02/00/22-006/0001329", "CZ.03.02.02/00/22_006/0001329"],
    ["03.02.02/00/22_006/0001329", "CZ.03.02.02/00/22_006/0001329"],
  ])("that are none are doubted: %s", (text, proposal) => {
    const [found] = registrationNumbersIn(`projekt ${text}, další`);
    expect(found).toMatchObject({ text, number: null });
    expect(found?.proposal).toBe(proposal);
  });

  test.each(["CZ051", "CZ-NACE 88", "č. j. KULK 1234/2024", "108/2006 Sb.", "12. 3. 2024", ""])(
    "are not seen in %j",
    (text) => {
      expect(registrationNumbersIn(text)).toEqual([]);
    },
  );

  test("are found again wherever lines are broken in them", () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    const numbers = fc
      .tuple(digits(2), digits(2), digits(2), digits(3), digits(7))
      .map(([goal, aim, year, call, last]) => `CZ.03.${goal}.${aim}/00/${year}_${call}/${last}`);
    const breaks = fc.array(
      fc.tuple(fc.integer({ min: 2, max: 28 }), fc.constantFrom(" ", "\n", " \n ")),
      {
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(numbers, breaks, (number, places) => {
        const broken = [...new Map(places)]
          .sort(([one], [other]) => other - one)
          .reduce((text, [at, gap]) => text.slice(0, at) + gap + text.slice(at), number);
        expect(numbersOf(`podpora (${broken}) a dále`)).toEqual([parseRegistrationNumber(number)]);
      }),
    );
  });

  test("do not slow a line that nearly holds one many times", () => {
    expect(
      registrationNumbersIn("CZ.03.02.02/00/22_".repeat(2_000)).every(({ number }) => !number),
    ).toBe(true);
  }, 2_000);
});
