import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleLetter } from "../../../server/mail/sample.ts";
import { templates } from "../../../server/mail/templates.ts";
import {
  faultOfWords,
  filledIn,
  placeholders,
  wordedTemplates,
} from "../../../server/mail/wording.ts";
import { languages } from "../../../server/texts/index.ts";

const SAMPLE = { publicUrl: "https://osnova.test", today: "2026-03-02" };

describe("words of letters", () => {
  test("are those of letters the product writes: all but those that have no sentence of their own in common", () => {
    const others = Object.keys(templates).filter(
      (name) => !wordedTemplates.includes(name as never),
    );
    expect(others.sort()).toEqual(["deputy-named", "notification", "sample"]);
  });

  test.each([
    ["Zveme vás na {event}, {dates}, {place}.", undefined],
    ["Bez údajů", undefined],
    ["", undefined],
    ["Milý {name}", "unknownPlaceholder:{name}"],
    ["{event} a {a:b}", "unknownPlaceholder:{ab}"],
    ["{event", "unknownPlaceholder:{ }"],
    ["a } b", "unknownPlaceholder:{ }"],
    ["{{event}}", "unknownPlaceholder:{ }"],
    ["První\ndruhý", "oneLine"],
    ["<b>tučně</b>", "noHtml"],
    ["a < b", "noHtml"],
  ])("%j are fit for an invitation: %s", (text, fault) => {
    expect(faultOfWords("event-invitation", text)).toBe(fault);
  });

  test("of one letter do not fit another that speaks of something else", () => {
    expect(faultOfWords("month-nudge", "{event}")).toBe("unknownPlaceholder:{event}");
    expect(faultOfWords("password-reset", "{event}")).toBe("unknownPlaceholder:{event}");
  });

  test("what was let through is filled in whole, once, whatever the values hold", () => {
    const names = fc.constantFrom("{event}", "{dates}", "{place}", " a ", "č", "$&", "\\");
    const values = fc.record({ event: fc.string(), dates: fc.string(), place: fc.string() });
    fc.assert(
      fc.property(fc.array(names), values, (parts, given) => {
        expect(faultOfWords("event-change", parts.join(""))).toBeUndefined();
        const plain = parts.map((part) => {
          const name = /^\{(\w+)\}$/.exec(part)?.[1];
          return name ? given[name as keyof typeof given] : part;
        });
        expect(filledIn(parts.join(""), given)).toBe(plain.join(""));
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  describe.each(wordedTemplates)("of %s", (template) => {
    test.each(languages)(
      "stand in the letter in %s, in both its forms, and in no other place",
      (language) => {
        const own = sampleLetter({ ...SAMPLE, template, language, words: undefined });
        const all = placeholders[template].map((name) => `{${name}}`).join(" ");
        const words = {
          subject: `Jiný předmět ${all}`,
          opening: `Jiný úvod & pozdrav ${all}`,
          closing: "Jiný závěr",
        };
        const letter = sampleLetter({ ...SAMPLE, template, language, words });
        expect(letter.subject).toMatch(/^Jiný předmět/);
        expect(letter.subject).not.toMatch(/[{}]/);
        expect(letter.text).toContain("Jiný úvod & pozdrav");
        expect(letter.html).toContain("Jiný úvod &amp; pozdrav");
        for (const form of [letter.text, letter.html]) {
          expect(form.split("Jiný závěr")).toHaveLength(2);
          expect(form.split("Jiný úvod")).toHaveLength(2);
          expect(form).not.toMatch(/\{\w+\}/);
        }
        expect(own.text).not.toContain("Jiný");
        const lines = (text: string) => text.split("\n").filter(Boolean).length;
        // The closing is a line more, the opening takes the place of the product's own.
        expect(lines(letter.text)).toBe(lines(own.text) + 1);
      },
    );
  });
});
