import { plural } from "../plural.ts";

const word = plural("cs");

/** Indicators counted from evidence: what they count, the facts behind them, breakdowns, outlook. */
export const computedIndicators = {
  computation: "Odkud se hodnota bere",
  computationHint:
    "Hodnota z evidence se počítá sama; ručně zapsané hodnoty se k ní přičítají a potřebují zdroj.",
  declared: "zapisuje se ručně",
  computations: {
    "persons-over-threshold": "počítá se z evidence: osoby od prahu podpory, s úplným záznamem",
    "persons-under-threshold": "počítá se z evidence: osoby s podporou pod prahem",
    "persons-supported": "počítá se z evidence: všechny podpořené osoby",
    "persons-from-ukraine": "počítá se z evidence: podpořené osoby původem z Ukrajiny",
    "exits-in-education": "počítá se z evidence: po ukončení účasti ve vzdělávání (SPVZD)",
    "exits-with-qualification": "počítá se z evidence: po ukončení účasti s kvalifikací (SPUKV)",
    "exits-with-purpose-met":
      "počítá se z evidence: intervence sociální práce naplnila účel (SPUINU)",
    "documents-published": "počítá se z evidence: splněné výstupy druhu dokument",
    "positions-filled": "počítá se z evidence: splněné výstupy druhu obsazená pozice",
    "events-held": "počítá se z evidence: uskutečněné akce",
    attendances: "počítá se z evidence: účasti na akcích",
  },
  rules: {
    "persons-over-threshold": (hours: string) =>
      `Různé osoby, jejichž podpora v projektu dosáhla ${hours} a jejichž záznam je úplný. Osoba se počítá jednou, ode dne, kdy práh překročila.`,
    "persons-under-threshold": (hours: string) =>
      `Různé osoby s podporou vyšší než 0 a nižší než ${hours}. Kdo práh překročí, tím dnem odsud odchází.`,
    "persons-supported": () => "Různé osoby, které v projektu dostaly jakoukoli podporu.",
    "persons-from-ukraine": () => "Různé podpořené osoby, u nichž je uveden původ z Ukrajiny.",
    "exits-in-education": () =>
      "Osoby, které jsou po ukončení účasti v procesu vzdělávání nebo odborné přípravy (SPVZD).",
    "exits-with-qualification": () =>
      "Osoby, které po ukončení účasti získaly kvalifikaci (SPUKV).",
    "exits-with-purpose-met": () =>
      "Osoby, u nichž intervence formou sociální práce naplnila svůj účel (SPUINU).",
    "documents-published": () =>
      "Výstupy druhu dokument ode dne, kdy byly označeny za splněné; dokládá je odkaz nebo příloha.",
    "positions-filled": () => "Výstupy druhu obsazená pozice ode dne, kdy byly splněny.",
    "events-held": () => "Akce ve stavu uskutečněná nebo uzavřená, podle posledního dne akce.",
    attendances: () =>
      "Účast = jedna osoba na jedné akci, bez ohledu na počet jejích setkání. Jedna osoba může mít účastí více.",
  },
  noThreshold: "prahu, který program neurčuje",
  facts: {
    title: "Z čeho se hodnota skládá",
    link: "Z čeho se skládá",
    subtitle: (name: string, on: string) => `${name} · k ${on}`,
    on: "Ke dni",
    show: "Zobrazit",
    rule: "Co se počítá",
    fromFacts: "Z evidence",
    byHand: "Zapsáno ručně",
    total: "Dosaženo celkem",
    persons: (n: number) => `${n} ${word(n, { one: "osoba", few: "osoby", other: "osob" })}`,
    attendancesAndPersons: "Účasti a osoby",
    attendances: (n: number) => `${n} ${word(n, { one: "účast", few: "účasti", other: "účastí" })}`,
    attendanceMeans: "účast = jedna osoba na jedné akci; osoba = člověk, počítaný jednou",
    headsNote: (n: string) => `z toho ${n} jen spočteno na místě, bez jmen`,
    code: "Kód",
    name: "Jméno",
    inPerson: "Prezenčně (h)",
    electronic: "Elektronicky (h)",
    hours: "Celkem (h)",
    since: "Počítá se od",
    exitedOn: "Výstup",
    events: "Podpora z",
    moreEvents: (n: number) => `a dalších ${n}`,
    byHandSupport: "zapsáno ručně",
    internship: "stáž",
    output: "Výstup",
    doneOn: "Splněno",
    proof: "Doloženo",
    noProof: "nedoloženo",
    event: "Akce",
    heldOn: "Dne",
    count: "Počet",
    person: "Osoba",
    heads: "bez jmen",
    onlyCounted: "jen počet",
    confidential: "Důvěrná akce",
    namesHidden: "Jména vidí jen manažer a koordinátor projektu.",
    nearly: (n: number) =>
      `${n} ${word(n, { one: "osoba překročila", few: "osoby překročily", other: "osob překročilo" })} práh, ale ${word(n, { one: "její záznam není úplný, proto se nepočítá", few: "jejich záznam není úplný, proto se nepočítají", other: "jejich záznam není úplný, proto se nepočítají" })}.`,
    nearlyLink: "Zobrazit osoby s neúplným záznamem",
    declaredNote: "Hodnota zapsaná ručně, bez jednotlivých faktů",
    empty: "K tomuto dni se nic nepočítá.",
    emptyDetail: "Hodnota vznikne, jakmile budou v evidenci první fakta.",
    onlyDeclared: "Indikátor se zapisuje ručně, fakta za ním v evidenci nejsou.",
    values: "Ručně zapsané hodnoty",
    workbook: "Stáhnout jako Excel",
    range: (from: string, to: string, of: string) => `${from}–${to} z ${of}`,
    sheet: "Fakta",
    fileName: "fakta-indikatoru",
    document: "Příloha",
  },
  breakdown: {
    title: "Členění osob",
    dimension: "Hledisko",
    category: "Skupina",
    count: "Osob",
    share: "Podíl",
    total: "Celkem",
    unknown: "neuvedeno",
    dimensions: {
      sex: "Pohlaví",
      age: "Věk při vstupu",
      education: "Vzdělání",
      labourStatus: "Postavení na trhu práce",
      targetGroup: "Cílová skupina",
    },
    ages: {
      "under-18": "do 17 let",
      "18-29": "18–29 let",
      "30-54": "30–54 let",
      "55-plus": "55 a více let",
    },
    note: (on: string) => `Osoby z evidence k ${on}; ručně zapsané hodnoty se nečlení.`,
    empty: "Zatím není koho členit.",
    sheet: "Členění",
  },
  forecast: {
    title: "Výhled",
    reached: "Cíle už bylo dosaženo.",
    noTarget: "Bez cílové hodnoty nelze výhled spočítat.",
    over: (missing: string, unit: string) =>
      `Termín cíle uplynul; do cíle chybí ${missing} (${unit}).`,
    tooSoon: "Na výhled je brzy: projekt běží méně než měsíc.",
    pace: (given: {
      months: number;
      pace: string;
      unit: string;
      expected: string;
      target: string;
      by: string;
      needed: string;
    }) =>
      `Tempem ${word(given.months, { one: "posledního měsíce", few: `posledních ${given.months} měsíců`, other: `posledních ${given.months} měsíců` })} (${given.pace} za měsíc) bude k ${given.by} dosaženo ${given.expected} z ${given.target}; ke splnění je potřeba ${given.needed} za měsíc (${given.unit}).`,
    stalled: (given: {
      months: number;
      target: string;
      by: string;
      needed: string;
      unit: string;
      missing: string;
    }) =>
      `${word(given.months, { one: "Za poslední měsíc", few: `Za poslední ${given.months} měsíce`, other: `Za posledních ${given.months} měsíců` })} nic nepřibylo; do cíle ${given.target} chybí ${given.missing} a do ${given.by} je potřeba ${given.needed} za měsíc (${given.unit}).`,
    enough: "při tomto tempu se cíl splní",
    short: "při tomto tempu se cíl nesplní",
  },
  outputKinds: {
    document: "dokument (analýza, strategie, evaluace)",
    methodology: "metodika",
    campaign: "kampaň, spot, materiály",
    application: "aplikace, web",
    position: "obsazená pozice",
    other: "jiný výstup",
  },
  outputKind: "Druh výstupu",
  outputKindHint: "Jen u výstupů. Dokumenty a obsazené pozice se počítají do indikátorů.",
  outputKindNone: "— neurčeno —",
};
