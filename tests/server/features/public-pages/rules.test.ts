import { describe, expect, test } from "vitest";
import type { ProjectParts } from "../../../../db/queries/project-parts.ts";
import type { PublicPageFields, PublicProject } from "../../../../db/queries/public-pages.ts";
import {
  differencesOf,
  proposedSlug,
  publicFactsOf,
} from "../../../../server/features/public-pages/rules.ts";

const PROJECT: PublicProject = {
  title: "Podpora péče",
  shortName: "Péče",
  registrationNumber: null,
  programme: "OPZ+",
  priorityAxis: null,
  callNumber: null,
  callName: null,
  beneficiary: "Kraj",
  vision: null,
  startsOn: "2020-09-01",
  endsOn: "2022-06-30",
  totalHalere: 100_01,
};
const PAGE: PublicPageFields = {
  slug: "pece",
  introduction: null,
  fundingSentence: "Spolufinancováno.",
  contactFunction: null,
  contactOffice: null,
  contactAddress: null,
  contactEmail: null,
  contactPhone: null,
};
const parts = (shares: (number | null)[]): ProjectParts => ({
  goals: [],
  partners: [],
  codeItems: [],
  sources: shares.map((sharePpm, index) => ({
    ...{ id: index, kind: "other" as const, name: `Zdroj ${index}`, sharePpm },
  })),
});

describe("facts made public", () => {
  test("the total is split to the heller where all shares are known", () => {
    const { sources } = publicFactsOf(PROJECT, parts([767_350, 182_650, 50_000]), [], PAGE);
    expect(sources.map(({ amountHalere }) => amountHalere)).toEqual([76_74, 18_27, 5_00]);
    expect(sources.reduce((sum, { amountHalere }) => sum + (amountHalere ?? 0), 0)).toBe(100_01);
  });

  test("no split is invented where a share is missing or they do not make a whole", () => {
    for (const shares of [
      [850_000, null],
      [850_000, 100_000],
    ]) {
      const { sources } = publicFactsOf(PROJECT, parts(shares), [], PAGE);
      expect(sources.every((one) => one.sharePpm === null && one.amountHalere === null)).toBe(true);
    }
  });

  test("sub-activities stand below their activity, and the duration is in months", () => {
    const { activities, duration } = publicFactsOf(
      PROJECT,
      parts([]),
      [
        { id: 1, parentId: null, number: "1", title: "Vzdělávání", goal: "Umět víc." },
        { id: 2, parentId: 1, number: "a", title: "Kurzy", goal: null },
      ],
      PAGE,
    );
    expect(duration).toEqual({ months: 22, days: 0 });
    expect(activities).toEqual([
      {
        number: "1",
        title: "Vzdělávání",
        goal: "Umět víc.",
        parts: [{ letter: "a", title: "Kurzy" }],
      },
    ]);
  });

  test("two editions differ only in the parts that do", () => {
    const before = publicFactsOf(PROJECT, parts([]), [], PAGE);
    const after = publicFactsOf({ ...PROJECT, endsOn: "2022-07-31" }, parts([]), [], PAGE);
    expect(differencesOf(before, before)).toEqual([]);
    expect(differencesOf(before, after)).toEqual(["endsOn", "duration"]);
  });

  test("an address is proposed that a person can read out", () => {
    expect(proposedSlug("Dostupnost a kvalita KHK VII", 3)).toBe("dostupnost-a-kvalita-khk-vii");
    expect(proposedSlug("Péče – „duše“!", 3)).toBe("pece-duse");
    expect(proposedSlug("???", 3)).toBe("projekt-3");
  });
});
