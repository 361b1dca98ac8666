import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { socialServices } from "../../../../../db/seeds/social-services.ts";
import { servicesIn } from "../../../../../server/features/cards/fields/services/rules.ts";

fc.configureGlobal({ seed: 20261122 });

const catalogue = socialServices.map(({ section, nameCs, synonyms }) => ({
  section,
  name: nameCs,
  synonyms,
}));

const found = (text: string) => servicesIn(text, catalogue);
const sectionsOf = (text: string) => found(text).map(({ service }) => service?.section ?? null);

describe("services of a card", () => {
  test.each([
    ["Odlehčovací služby (§ 44), Raná péče (§ 54)", ["44", "54"]],
    ["Odlehčovací služby (§44) Raná péče (§54)", ["44", "54"]],
    ["Odlehčovací služby (§ 44). Raná péče (§ 54);", ["44", "54"]],
    ["Odlehčovací služby(§44)Raná péče(§54)", ["44", "54"]],
    ["Odlehčovací služby ( § 44 ); Raná péče (54)", ["44", "54"]],
    ["Odlehčovací služby (§\n44), Raná péče (§ 54", ["44", "54"]],
    ["• Odlehčovací služby (§ 44)\n• Raná péče (§ 54)", ["44", "54"]],
    ["Odlehčovací služby § 44 a raná péče § 54", ["44", "54"]],
    ["§ 44 Odlehčovací služby, § 54 Raná péče", ["44", "54"]],
    ["Odlehčovací služby (§ 44 zákona č. 108/2006 Sb.)", ["44"]],
    ["Odlehčovací služby (par. 44), Raná péče (S 54)", ["44", "54"]],
    ["§§ 44, 54 a 60a", ["44", "54", "60a"]],
    ["44, 54, 60a", ["44", "54", "60a"]],
    ["Intervenční centra (§ 60A), Krizová pomoc (§ 60)", ["60a", "60"]],
    ["služby sociální prevence: Raná péče (§ 54), Noclehárny (§ 63)", ["54", "63"]],
    ["", []],
  ])("are read from %j", (text, sections) => {
    expect(sectionsOf(text)).toEqual(sections);
    expect(found(text).filter(({ warning }) => warning)).toEqual([]);
  });

  test("keep the words of the source", () => {
    expect(found("Domova pro seniory (§\n49), NZDM (§ 62)")).toMatchObject([
      { text: "Domova pro seniory (§ 49)", name: "Domova pro seniory", section: "49" },
      { text: "NZDM (§ 62)", name: "NZDM", section: "62" },
    ]);
  });

  test.each([
    ["Domovy se zvláštním režimem", "50"],
    ["Domov pro seniory", "49"],
    ["osobní asistenci", "39"],
    ["NZDM", "62"],
    ["DOZP", "48"],
    ["SAS pro rodiny s dětmi", "65"],
    ["Sociálně aktivisační služby pro rodiny z dětmi", "65"],
    ["Odlehčovaci službi", "44"],
  ])("without a section are known by name: %s", (name, section) => {
    expect(found(name)).toMatchObject([
      { section: null, service: { section }, warning: "sectionMissing", proposedSection: section },
    ]);
  });

  test("without sections are cut apart where each half is a service", () => {
    expect(sectionsOf("Pečovatelská služba a osobní asistence, Noclehárny")).toEqual([
      "40",
      "39",
      "63",
    ]);
    expect(
      sectionsOf("Sociálně aktivizační služby pro seniory a osoby se zdravotním postižením"),
    ).toEqual(["66"]);
  });

  test.each([
    ["Noclehárny (§ 69)", "63"],
    ["Kontaktní centra (§ 64)", "59"],
    ["Denní stacionáře (§ 47)", "46"],
    ["Krizová pomoc (§ 60a)", "60"],
    ["Domovy pro seniory (§ 50)", "49"],
  ])(
    "%s bear the section of another service: the source stays, %s is proposed",
    (text, proposed) => {
      const [service] = found(text);
      expect(service).toMatchObject({
        text,
        service: { section: proposed },
        warning: "sectionDoesNotFit",
        proposedSection: proposed,
      });
      expect(text).toContain(`§ ${service?.section})`);
    },
  );

  test.each([
    "Odborné sociální poradenství (§ 37)",
    "Nízkoprahová centra pro děti a mládež (§ 62)",
    "Chráněného bydlení (§ 51)",
    "Podpora samostaného bydleni (§ 43)",
    "SAS (§ 65)",
    "SAS (§ 66)",
  ])("%s are not doubted for a slip or an older name", (text) => {
    expect(found(text)).toMatchObject([{ text }]);
    expect(found(text)[0]?.warning).toBeUndefined();
  });

  test.each([
    ["Keramické dílny (§ 69)", "unknownName"],
    ["Raná péče (§ 99)", "unknownSection"],
    ["Hipoterapie", "unknownService"],
    ["pobytové služby", "unknownService"],
  ])("%s are doubted: %s", (text, warning) => {
    expect(found(text)).toMatchObject([{ text, warning }]);
  });

  test.each([
    "všechny",
    "dopad na všechny druhy služeb",
    "dopad na všechny druhy služeb a § 94, § 95 zákona",
    "nerelevantní",
    "nerrelevantní",
    "bez vazby na službu",
  ])("%j is one text without a service and without a doubt", (text) => {
    expect(found(text)).toEqual([{ text, name: text, section: null, service: null }]);
  });

  test("are known beside words that speak of all", () => {
    expect(sectionsOf("Terénní programy, všechny služby prevence")).toEqual(["69", null]);
  });

  test("are all read back in their order, however they are joined", () => {
    const some = fc.uniqueArray(fc.constantFrom(...catalogue), {
      selector: ({ section }) => section,
      minLength: 1,
      maxLength: 12,
    });
    const joins = fc.constantFrom(", ", ",", "; ", " ", ". ", "\n", "\n• ", " a ");
    const marks = fc.constantFrom("(§ N)", "(§N)", "( § N )", "§ N", "(§\nN)");
    fc.assert(
      fc.property(some, joins, marks, (services, join, mark) => {
        const text = services
          .map(({ section, name }) => `${name} ${mark.replace("N", section)}`)
          .join(join);
        expect(found(text).map(({ section }) => section)).toEqual(
          services.map(({ section }) => section),
        );
        expect(found(text).map(({ name }) => name)).toEqual(services.map(({ name }) => name));
        expect(found(text).every(({ warning }) => !warning)).toBe(true);
      }),
    );
  });

  test("keep every letter of a list", () => {
    const words = fc.constantFrom(
      ...["Raná péče", "(§ 54)", "§ 44", "Noclehárny", "(63)", ",", ";", ".", "jiná podpora", "(§"],
      ...["60a)", "•", "pro děti", "zákona", "SAS"],
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 10 }), (list) => {
        const letters = (written: string) => written.replace(/[^\p{L}\p{N}]/gu, "");
        const text = list.join(" ");
        expect(
          letters(
            found(text)
              .map((one) => one.text)
              .join(" "),
          ),
        ).toBe(letters(text));
      }),
    );
  });
});
