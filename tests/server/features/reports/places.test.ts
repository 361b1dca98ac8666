import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  countedLength,
  placeOf,
  placesOf,
  sections,
} from "../../../../server/features/reports/places.ts";

describe("fields of a report", () => {
  test("follow the screens of IS KP21+, each activity and indicator with fields of its own", () => {
    const places = placesOf({ activityIds: [12, 4], indicatorIds: [7] });
    expect(places.map(({ place }) => place)).toEqual([
      "identification/contact",
      "progress/description",
      "problems/problem",
      "problems/solution",
      "activities/12/done",
      "activities/12/purpose",
      "activities/12/outputs",
      "activities/12/deviations",
      "activities/12/plan",
      "activities/4/done",
      "activities/4/purpose",
      "activities/4/outputs",
      "activities/4/deviations",
      "activities/4/plan",
      "target-group/description",
      "indicators/7/comment",
      "horizontal-principles/equal-opportunities",
      "horizontal-principles/gender-equality",
      "publicity/description",
      "procurement/description",
      "income/description",
      "inspections/description",
      "declarations/statement",
      "documents/list",
    ]);
  });

  test("have one name each, and every section has some", () => {
    const places = placesOf({ activityIds: [1, 2, 3], indicatorIds: [1, 2] });
    expect(new Set(places.map(({ place }) => place)).size).toBe(places.length);
    expect([...new Set(places.map(({ section }) => section))]).toEqual([...sections]);
    for (const { section, part, activityId, indicatorId, place } of places)
      expect(placeOf(section, part, activityId ?? indicatorId ?? undefined)).toBe(place);
  });
});

describe("characters of a field", () => {
  test("count a new line as two, however the browser sent it", () => {
    expect(countedLength("a\nb")).toBe(4);
    expect(countedLength("a\r\nb")).toBe(4);
    expect(countedLength("a\rb")).toBe(4);
    expect(countedLength("ab\n\n")).toBe(6);
    expect(countedLength("")).toBe(0);
    expect(countedLength("Šťáva", 1)).toBe(5);
  });

  test("equal the length of the text with each new line written by so many characters", () => {
    const text = fc
      .array(fc.constantFrom("ě", "a", " ", "\n", "\r\n", "č."))
      .map((all) => all.join(""));
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 2 }), (typed, newline) => {
        const written = typed.replaceAll("\r\n", "\n").replaceAll("\n", "#".repeat(newline));
        expect(countedLength(typed, newline)).toBe(written.length);
      }),
      { seed: 5 },
    );
  });
});
