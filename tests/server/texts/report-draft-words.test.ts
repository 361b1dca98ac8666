import { describe, expect, test } from "vitest";
import {
  counted,
  held,
  joined,
  kindCount,
  past,
  personsOf,
} from "../../../server/texts/cs/report-draft-words.ts";
import {
  held as heldInEnglish,
  personsOf as personsInEnglish,
} from "../../../server/texts/en/report-draft-words.ts";

const kind = (code: string, n: number, label = "Školení") => ({ code, n, label });

describe("Czech of a drafted report", () => {
  test.each([
    [1, "1 osoba"],
    [2, "2 osoby"],
    [4, "4 osoby"],
    [5, "5 osob"],
    [22, "22 osob"],
    [0, "0 osob"],
  ])("counts %i persons", (n, words) => {
    expect(counted("person", n)).toBe(words);
  });

  test.each([
    [1, "1", "1 hodina", "1 hodiny", "1 hodinu"],
    [3, "3", "3 hodiny", "3 hodin", "3 hodiny"],
    [12.5, "12,5", "12,5 hodiny", "12,5 hodiny", "12,5 hodiny"],
    [40, "40", "40 hodin", "40 hodin", "40 hodin"],
  ])("tells %d hours in each case it needs", (n, printed, plain, of, by) => {
    expect(counted("hour", n, printed)).toBe(plain);
    expect(counted("hourGenitive", n, printed)).toBe(of);
    expect(counted("hourAccusative", n, printed)).toBe(by);
  });

  test.each([
    [[kind("training", 1)], "Uskutečnilo se 1 školení"],
    [[kind("training", 2)], "Uskutečnila se 2 školení"],
    [[kind("seminar", 1)], "Uskutečnil se 1 seminář"],
    [[kind("round-table", 3)], "Uskutečnily se 3 kulaté stoly"],
    [[kind("lecture", 1)], "Uskutečnila se 1 přednáška"],
    [[kind("conference", 5)], "Uskutečnilo se 5 konferencí"],
    [[kind("training", 2), kind("seminar", 1)], "Uskutečnily se 3 akce: 2 školení a 1 seminář"],
    [
      [kind("training", 3), kind("workshop", 2), kind("webinar", 1)],
      "Uskutečnilo se 6 akcí: 3 školení, 2 workshopy a 1 webinář",
    ],
  ])("lets the verb follow what was held", (groups, sentence) => {
    expect(held(groups)).toBe(sentence);
  });

  test("calls a kind of the administrator's own an event and names it", () => {
    expect(kindCount("excursion", "Exkurze", 2)).toBe("2 akce (Exkurze)");
    expect(held([kind("excursion", 5, "Exkurze")])).toBe("Uskutečnilo se 5 akcí (Exkurze)");
  });

  test("lets a past tense follow gender and number", () => {
    expect([1, 3, 5].map((n) => past(n, "zúčastnil"))).toEqual([
      ...["zúčastnila", "zúčastnily", "zúčastnilo"],
    ]);
    expect([1, 3, 5].map((n) => past(n, "přibyl", "m"))).toEqual(["přibyl", "přibyly", "přibylo"]);
  });

  test("says how many of the persons are women, unless it is plain", () => {
    expect(personsOf(31, 22)).toBe("31 osob, z toho 22 žen");
    expect(personsOf(3, 1)).toBe("3 osoby, z toho 1 žena");
    expect(personsOf(4, 4)).toBe("4 osoby (ženy)");
    expect(personsOf(5, 0)).toBe("5 osob");
    expect(personsOf(1, 1)).toBe("1 osoba");
  });

  test("joins the last item by a word", () => {
    expect(joined([])).toBe("");
    expect(joined(["školení"])).toBe("školení");
    expect(joined(["školení", "supervize", "stáž"])).toBe("školení, supervize a stáž");
  });
});

test("English tells the same", () => {
  expect(heldInEnglish([kind("training", 1)])).toBe("1 training was held");
  expect(heldInEnglish([kind("training", 2), kind("seminar", 1)])).toBe(
    "3 events were held: 2 trainings and 1 seminar",
  );
  expect(personsInEnglish(31, 22)).toBe("31 persons, 22 of them women");
});
