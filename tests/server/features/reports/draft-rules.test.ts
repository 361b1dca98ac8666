import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standingText } from "../../../../server/features/reports/content/rules.ts";
import { differenceOf } from "../../../../server/features/reports/drafts/rules.ts";

describe("the difference of a text and a newer draft", () => {
  test("is told word by word", () => {
    const pieces = differenceOf("Proběhly 2 akce pro 14 osob.", "Proběhly 3 akce pro 21 osob.");
    expect(pieces).toEqual([
      { kind: "same", text: "Proběhly " },
      { kind: "removed", text: "2 " },
      { kind: "added", text: "3 " },
      { kind: "same", text: "akce pro " },
      { kind: "removed", text: "14 " },
      { kind: "added", text: "21 " },
      { kind: "same", text: "osob." },
    ]);
  });

  test("loses nothing of either text and shows no common word as changed at its ends", () => {
    const text = fc
      .array(fc.constantFrom("a", "b", "c ", " ", "\n", "d, "))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const pieces = differenceOf(before, after);
        const without = (kind: string) =>
          pieces.filter((piece) => piece.kind !== kind).map((piece) => piece.text);
        expect(without("added").join("")).toBe(before);
        expect(without("removed").join("")).toBe(after);
        if (before === after) expect(pieces.every(({ kind }) => kind === "same")).toBe(true);
      }),
      { seed: 5 },
    );
  });
});

describe("a field of a report", () => {
  const kept = { body: "Můj text.", draftedBody: "Návrh.", isEdited: true };

  test("is its draft while nobody has touched it", () => {
    expect(standingText(undefined, "Návrh.")).toEqual({
      ...{ body: "Návrh.", source: "live", newer: null },
    });
  });

  test("is offered a draft only when that says something new", () => {
    expect(standingText(kept, "Návrh.").newer).toBeNull();
    expect(standingText(kept, "Nový návrh.").newer).toBe("Nový návrh.");
    expect(standingText(kept, "Můj text.").newer).toBeNull();
    expect(standingText(kept, "").newer).toBeNull();
  });

  test("is never the draft once somebody wrote it, whatever the draft says", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.boolean(), (body, draft, isEdited) => {
        expect(standingText({ ...kept, body, isEdited }, draft).body).toBe(body);
      }),
      { seed: 5 },
    );
  });
});
