import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listTerms } from "../../../db/queries/plan-terms.ts";
import { listServices } from "../../../db/queries/social-services.ts";
import { seedCatalogues } from "../../../db/seeds/catalogues.ts";
import { planTerms } from "../../../db/seeds/plan-terms.ts";
import { socialServices } from "../../../db/seeds/social-services.ts";
import { foldText } from "../../../server/values/fold.ts";
import { engines, openTestDatabase, type TestDatabase } from "../../support/databases.ts";

const AT = "2026-03-02T07:30:00.000Z";

describe.each(engines)("catalogues of plans on %s", (engine) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(engine);
  });
  afterEach(() => database.close());

  test("are put in once and read as recognition takes them", async () => {
    const { db } = database;
    await seedCatalogues(db, AT);
    await seedCatalogues(db, AT);
    const services = await listServices(db);
    expect(services).toHaveLength(socialServices.length);
    expect(services.find(({ section }) => section === "62")).toEqual({
      id: expect.any(Number),
      section: "62",
      name: "Nízkoprahová zařízení pro děti a mládež",
      synonyms: ["nízkoprahové zařízení pro děti a mládež", "NZDM"],
    });
    const terms = await listTerms(db);
    expect(terms).toHaveLength(planTerms.length);
    expect(terms.find(({ code }) => code === "carers")?.label).toBe("Pečující osoby");
  });

  test("leave what is archived to nobody", async () => {
    const { db } = database;
    await seedCatalogues(db, AT);
    await db("social_services").where({ section: "70a" }).update({ archived_at: AT });
    await db("plan_terms").where({ code: "donors" }).update({ archived_at: AT });
    await seedCatalogues(db, AT);
    expect((await listServices(db)).map(({ section }) => section)).not.toContain("70a");
    expect((await listTerms(db)).map(({ code }) => code)).not.toContain("donors");
  });
});

test("every section of the Act from 37 to 70 is there but for the heads of parts", () => {
  const sections = new Set(socialServices.map(({ section }) => section));
  const expected = Array.from({ length: 34 }, (_, index) => String(index + 37));
  expect(expected.filter((section) => !sections.has(section))).toEqual([]);
  expect(sections.size).toBe(socialServices.length);
  const kindOf = (section: string) =>
    socialServices.find((service) => service.section === section)?.kind;
  expect(["34", "38", "53"].map(kindOf)).toEqual(["group", "group", "group"]);
  for (let section = 39; section <= 52; section++) expect(kindOf(String(section))).toBe("care");
  for (let section = 54; section <= 70; section++)
    expect(kindOf(String(section))).toBe("prevention");
});

test("no name leads to two services, nor to two terms of a kind", () => {
  const names = socialServices.flatMap(({ nameCs, synonyms }) => [nameCs, ...synonyms]);
  expect(twice(names)).toEqual([]);
  const words = planTerms.flatMap(({ kind, labelCs, synonyms }) =>
    [labelCs, ...synonyms].map((word) => `${kind} ${word}`),
  );
  expect(twice(words)).toEqual([]);
});

function twice(words: string[]): string[] {
  const folded = words.map((word) => foldText(word));
  return folded.filter((word, index) => folded.indexOf(word) !== index);
}
