import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { warningText } from "../../../../server/features/plan-imports/cards/findings.ts";
import { languages, textsFor } from "../../../../server/texts/index.ts";

const RECOGNITION = "server/features/plan-imports/recognition";

/** Words of the source that look like codes and are something else. */
const OTHER = new Set(["sub-area", "target-group", "area", "goal", "paragraph", "item"]);

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [readFileSync(path, "utf8")];
  });
}

/** Every text in quotation marks that may be a code, a kind of repair or a reason. */
function codesOfRecognition(): string[] {
  const all = sources(RECOGNITION).join("\n");
  const dashed = [...all.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map(([, code]) => code ?? "");
  const named = [...all.matchAll(/\b(?:code|kind|reason): "([a-z-]+)"/g)].map(
    ([, code]) => code ?? "",
  );
  return [...new Set([...dashed, ...named])].filter((code) => !OTHER.has(code)).toSorted();
}

describe.each(languages)("what recognition says in %s", (language) => {
  const texts = textsFor(language);
  const { warnings, repairs } = texts.planImportWarnings;

  test("each of its codes has a sentence", () => {
    const known = { ...warnings, ...repairs, ...texts.planImports.reasons };
    expect(codesOfRecognition().filter((code) => known[code] === undefined)).toEqual([]);
  });

  test("no sentence is left with a gap, whatever it is given", () => {
    const full = { text: "Raná péče", section: "54", proposed: "65", number: "1.1.1", area: "1" };
    for (const code of Object.keys(warnings))
      for (const params of [full, { ...full, proposed: "" }])
        expect([code, warningText({ code, params }, texts)]).toEqual([
          code,
          expect.not.stringMatching(/undefined|NaN| {2}/),
        ]);
  });

  test("a long text is quoted in part", () => {
    const sentence = warningText(
      { code: "service-unknown", params: { text: "slovo ".repeat(200) } },
      texts,
    );
    expect(sentence.length).toBeLessThan(200);
  });
});
