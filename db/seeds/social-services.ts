import type { SeededService } from "../queries/social-services.ts";

type Service = [section: string, nameCs: string, nameEn: string, synonyms?: string[]];

const ACT = "Zákon č. 108/2006 Sb., o sociálních službách";

const of = (kind: SeededService["kind"], services: Service[]): SeededService[] =>
  services.map(([section, nameCs, nameEn, synonyms = []]) => ({
    section,
    nameCs,
    nameEn,
    kind,
    synonyms,
    source: `${ACT}, § ${section}`,
  }));

const groups = of("group", [
  ["34", "Zařízení sociálních služeb", "Social services facilities"],
  ["38", "Služby sociální péče", "Social care services"],
  ["53", "Služby sociální prevence", "Social prevention services"],
]);

const advice = of("advice", [
  [
    "37",
    "Sociální poradenství",
    "Social counselling",
    ["odborné sociální poradenství", "základní sociální poradenství", "poradny", "OSP"],
  ],
]);

const care = of("care", [
  ["39", "Osobní asistence", "Personal assistance", ["OA"]],
  ["40", "Pečovatelská služba", "Home care", ["pečovatelské služby", "PS"]],
  ["41", "Tísňová péče", "Emergency care"],
  [
    "42",
    "Průvodcovské a předčitatelské služby",
    "Guide and reading services",
    ["průvodcovská a předčitatelská služba"],
  ],
  [
    "43",
    "Podpora samostatného bydlení",
    "Support of independent living",
    ["podpora samostatného bydlení osob", "PSB"],
  ],
  ["44", "Odlehčovací služby", "Respite care", ["odlehčovací služba", "respitní péče"]],
  ["45", "Centra denních služeb", "Day service centres", ["centrum denních služeb", "CDS"]],
  ["46", "Denní stacionáře", "Day care centres", ["denní stacionář"]],
  ["47", "Týdenní stacionáře", "Week care centres", ["týdenní stacionář"]],
  [
    "48",
    "Domovy pro osoby se zdravotním postižením",
    "Homes for people with disabilities",
    ["domov pro osoby se zdravotním postižením", "domovy pro OZP", "DOZP"],
  ],
  [
    "49",
    "Domovy pro seniory",
    "Homes for the elderly",
    ["domov pro seniory", "domovy seniorů", "DS"],
  ],
  [
    "50",
    "Domovy se zvláštním režimem",
    "Homes with special regime",
    ["domov se zvláštním režimem", "DZR"],
  ],
  ["51", "Chráněné bydlení", "Sheltered housing", ["chráněná bydlení", "CHB"]],
  [
    "52",
    "Sociální služby poskytované ve zdravotnických zařízeních lůžkové péče",
    "Social services in inpatient health care",
    [
      "sociální služby poskytované ve zdravotnických zařízeních ústavní péče",
      "sociální služby ve zdravotnických zařízeních lůžkové péče",
      "sociální služby ve zdravotnických zařízeních",
    ],
  ],
]);

const prevention = of("prevention", [
  ["54", "Raná péče", "Early intervention", ["rané péče", "RP"]],
  [
    "55",
    "Telefonická krizová pomoc",
    "Telephone crisis help",
    ["linka důvěry", "linky důvěry", "TKP"],
  ],
  ["56", "Tlumočnické služby", "Interpreting services", ["tlumočnická služba"]],
  ["57", "Azylové domy", "Asylum houses", ["azylový dům", "azylové bydlení", "AD"]],
  ["58", "Domy na půl cesty", "Halfway houses", ["dům na půl cesty", "DPC"]],
  ["59", "Kontaktní centra", "Contact centres", ["kontaktní centrum", "K-centrum", "KC"]],
  ["60", "Krizová pomoc", "Crisis help", ["krizové centrum", "krizová lůžka"]],
  ["60a", "Intervenční centra", "Intervention centres", ["intervenční centrum", "IC"]],
  [
    "61",
    "Nízkoprahová denní centra",
    "Low-threshold day centres",
    ["nízkoprahové denní centrum", "NDC"],
  ],
  [
    "62",
    "Nízkoprahová zařízení pro děti a mládež",
    "Low-threshold facilities for children and youth",
    ["nízkoprahové zařízení pro děti a mládež", "NZDM"],
  ],
  ["63", "Noclehárny", "Night shelters", ["noclehárna"]],
  ["64", "Služby následné péče", "Aftercare services", ["následná péče", "služba následné péče"]],
  [
    "65",
    "Sociálně aktivizační služby pro rodiny s dětmi",
    "Social activation services for families with children",
    ["SAS pro rodiny s dětmi", "sociálně aktivizační služba pro rodiny s dětmi", "SASRD", "SAS RD"],
  ],
  [
    "66",
    "Sociálně aktivizační služby pro seniory a osoby se zdravotním postižením",
    "Social activation services for seniors and people with disabilities",
    [
      "SAS pro seniory a osoby se zdravotním postižením",
      "SAS pro seniory a OZP",
      "sociálně aktivizační služby pro seniory a OZP",
      "sociálně aktivizační služby pro osoby se zdravotním postižením",
      "sociálně aktivizační služby pro seniory",
    ],
  ],
  [
    "67",
    "Sociálně terapeutické dílny",
    "Social therapeutic workshops",
    ["sociálně terapeutická dílna", "STD"],
  ],
  ["68", "Terapeutické komunity", "Therapeutic communities", ["terapeutická komunita"]],
  ["69", "Terénní programy", "Outreach programmes", ["terénní program", "streetwork", "TP"]],
  ["70", "Sociální rehabilitace", "Social rehabilitation", ["sociální rehabilitace osob"]],
]);

/** Newer than the plans it may be found in; nobody has compared it with the collection of laws yet. */
const unconfirmed: SeededService[] = [
  {
    section: "70a",
    nameCs: "Centra duševního zdraví",
    nameEn: "Mental health centres",
    kind: "prevention",
    synonyms: ["centrum duševního zdraví", "CDZ"],
    source: `${ACT}, § 70a; znění a účinnost ověřte.`,
  },
];

/** Kinds of social services with their sections, and the groups that plans name in their place. */
export const socialServices: SeededService[] = [
  ...groups,
  ...advice,
  ...care,
  ...prevention,
  ...unconfirmed,
];
