import type { DefinitionFields } from "../queries/indicator-definitions.ts";

const OPZ_CODES = "Číselník indikátorů OPZ+";
const ANNEX = "Nařízení (EU) 2021/1057, příloha I";
const FROM_OLDER = "Podle starší programové dokumentace, ověřte v rozhodnutí o poskytnutí dotace";

const persons = { unitCs: "osoby", unitEn: "persons" };
const documents = { unitCs: "dokumenty", unitEn: "documents" };
const places = { unitCs: "místa", unitEn: "places" };
const organisations = { unitCs: "organizace", unitEn: "organisations" };

type Given = Pick<DefinitionFields, "code" | "nameCs" | "nameEn" | "kind"> &
  Partial<DefinitionFields>;

function definition(given: Given): DefinitionFields {
  return {
    ...persons,
    valueType: "number",
    behaviour: "increment",
    decimals: 0,
    rule: null,
    computation: null,
    source: FROM_OLDER,
    isConfirmed: false,
    ...given,
  };
}

/** Codes without blanks. What is not confirmed comes from general knowledge or an older programme. */
const programme: DefinitionFields[] = [
  definition({
    code: "600000",
    computation: "persons-over-threshold",
    nameCs: "Celkový počet účastníků",
    nameEn: "Total number of participants",
    kind: "output",
    rule: "Různé osoby, jejichž podpora v projektu dosáhla alespoň 40 hodin a jejichž záznam je úplný. Osoba se v projektu počítá jednou.",
    source: OPZ_CODES,
    isConfirmed: true,
  }),
  definition({
    code: "670102",
    computation: "persons-under-threshold",
    nameCs: "Využívání podpořených služeb",
    nameEn: "Use of supported services",
    kind: "result",
    rule: "Různé osoby s podporou delší než 0 a kratší než 40 hodin. Kdo dosáhne 40 hodin, přechází do 600 000; obě hodnoty nelze sčítat.",
    source: `${OPZ_CODES}; zařazení mezi výsledky ověřte v rozhodnutí o poskytnutí dotace`,
  }),
  definition({
    code: "670001",
    nameCs: "Kapacita podpořených služeb",
    nameEn: "Capacity of supported services",
    kind: "output",
    ...places,
  }),
  definition({
    code: "805000",
    computation: "documents-published",
    nameCs:
      "Počet napsaných a zveřejněných analytických a strategických dokumentů (vč. evaluačních)",
    nameEn: "Analytical and strategic documents written and published (evaluations included)",
    kind: "output",
    ...documents,
    rule: "Dokument se počítá, jakmile je schválen a zveřejněn; dokládá se dokumentem samým.",
  }),
  definition({
    code: "625000",
    computation: "exits-in-education",
    nameCs: "Účastníci v procesu vzdělávání/odborné přípravy po ukončení své účasti",
    nameEn: "Participants in education or training upon leaving",
    kind: "result",
  }),
  definition({
    code: "626000",
    computation: "exits-with-qualification",
    nameCs: "Účastníci, kteří získali kvalifikaci po ukončení své účasti",
    nameEn: "Participants gaining a qualification upon leaving",
    kind: "result",
  }),
  definition({
    code: "627000",
    nameCs: "Účastníci zaměstnaní po ukončení své účasti, včetně OSVČ",
    nameEn: "Participants in employment upon leaving, including self-employment",
    kind: "result",
  }),
  definition({
    code: "628000",
    nameCs:
      "Znevýhodnění účastníci, kteří po ukončení své účasti hledají zaměstnání, jsou v procesu vzdělávání, získávají kvalifikaci nebo jsou zaměstnaní",
    nameEn:
      "Disadvantaged participants engaged in job searching, education, gaining a qualification or in employment upon leaving",
    kind: "result",
  }),
  definition({
    code: "673102",
    computation: "exits-with-purpose-met",
    nameCs:
      "Bývalí účastníci projektů, u nichž intervence formou sociální práce naplnila svůj účel",
    nameEn: "Former participants for whom the intervention by social work fulfilled its purpose",
    kind: "result",
  }),
  definition({
    code: null,
    computation: "persons-supported",
    nameCs: "Celkový počet podpořených osob",
    nameEn: "Total number of persons supported",
    kind: "data-item",
    rule: "Vykazuje se bez cílové hodnoty a bez sankce.",
    source: "Obecná pravidla OPZ+, kap. 18.3",
    isConfirmed: true,
  }),
  definition({
    code: null,
    computation: "persons-from-ukraine",
    nameCs: "Počet podpořených osob původem z Ukrajiny",
    nameEn: "Persons supported who come from Ukraine",
    kind: "data-item",
    rule: "Vykazuje se bez cílové hodnoty a bez sankce.",
    source: "Obecná pravidla OPZ+, kap. 18.3",
    isConfirmed: true,
  }),
];

const SENSITIVE =
  "Citlivý údaj: osoba ho může odmítnout sdělit, pokus o zjištění je třeba doložit.";

/** Code, Czech and English name, in the order of the annex; a star marks what a person may refuse to tell. */
const commonOutputs: [string, string, string, "*"?][] = [
  ["EECO01", "Účastníci celkem", "Total participants"],
  [
    "EECO02",
    "Nezaměstnaní účastníci, včetně dlouhodobě nezaměstnaných",
    "Unemployed, including long-term unemployed",
  ],
  ["EECO03", "Dlouhodobě nezaměstnaní účastníci", "Long-term unemployed"],
  ["EECO04", "Neaktivní účastníci", "Inactive"],
  ["EECO05", "Zaměstnaní účastníci, včetně OSVČ", "Employed, including self-employed"],
  ["EECO06", "Účastníci mladší 18 let", "Children below 18 years of age"],
  ["EECO07", "Účastníci ve věku 18–29 let", "Young people aged 18–29 years"],
  ["EECO08", "Účastníci ve věku 55 let a více", "Participants 55 years of age and above"],
  [
    "EECO09",
    "Účastníci s nejvýše nižším sekundárním vzděláním (ISCED 0–2)",
    "With lower secondary education or less (ISCED 0–2)",
  ],
  [
    "EECO10",
    "Účastníci s vyšším sekundárním nebo postsekundárním vzděláním (ISCED 3–4)",
    "With upper secondary or post-secondary education (ISCED 3–4)",
  ],
  ["EECO11", "Účastníci s terciárním vzděláním (ISCED 5–8)", "With tertiary education (ISCED 5–8)"],
  ["EECO12", "Účastníci se zdravotním postižením", "Participants with disabilities", "*"],
  ["EECO13", "Státní příslušníci třetích zemí", "Third-country nationals"],
  ["EECO14", "Účastníci zahraničního původu", "Participants with a foreign background", "*"],
  ["EECO15", "Příslušníci menšin, včetně Romů", "Minorities, including Roma", "*"],
  [
    "EECO16",
    "Lidé bez domova nebo vyloučení z přístupu k bydlení",
    "Homeless or affected by housing exclusion",
    "*",
  ],
  ["EECO17", "Účastníci z venkovských oblastí", "Participants from rural areas"],
];

const commonResults: [string, string, string][] = [
  [
    "EECR01",
    "Účastníci, kteří po ukončení účasti hledají zaměstnání",
    "Engaged in job searching upon leaving",
  ],
  [
    "EECR02",
    "Účastníci, kteří jsou po ukončení účasti v procesu vzdělávání",
    "In education or training upon leaving",
  ],
  [
    "EECR03",
    "Účastníci, kteří po ukončení účasti získali kvalifikaci",
    "Gaining a qualification upon leaving",
  ],
  ["EECR04", "Účastníci zaměstnaní po ukončení účasti", "In employment upon leaving"],
  [
    "EECR05",
    "Účastníci zaměstnaní šest měsíců po ukončení účasti",
    "In employment six months after leaving",
  ],
  [
    "EECR06",
    "Účastníci s lepším postavením na trhu práce šest měsíců po ukončení účasti",
    "With an improved labour market situation six months after leaving",
  ],
];

// Only these two numbers are confirmed; the others follow from the order of the annex.
const CONFIRMED_NUMBERS = ["EECO02", "EECO12"];

const common: DefinitionFields[] = [
  ...commonOutputs.map(([code, nameCs, nameEn, mark]) =>
    definition({
      code,
      nameCs,
      nameEn,
      kind: "output",
      rule: mark === "*" ? SENSITIVE : null,
      source: ANNEX,
      isConfirmed: CONFIRMED_NUMBERS.includes(code),
    }),
  ),
  definition({
    code: "EECO18",
    nameCs: "Podpořené orgány veřejné správy a veřejné služby",
    nameEn: "Public administrations or public services supported",
    kind: "output",
    source: ANNEX,
    ...organisations,
  }),
  definition({
    code: "EECO19",
    nameCs: "Podpořené mikropodniky, malé a střední podniky",
    nameEn: "Micro, small and medium-sized enterprises supported",
    kind: "output",
    source: ANNEX,
    ...organisations,
  }),
  ...commonResults.map(([code, nameCs, nameEn]) =>
    definition({ code, nameCs, nameEn, kind: "result", source: ANNEX }),
  ),
];

export const indicatorDefinitions: DefinitionFields[] = [...programme, ...common];
