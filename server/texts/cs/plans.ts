import { plural } from "../plural.ts";
import { cardLinks } from "./card-links.ts";

const count = plural("cs");
const cardsOf = (n: number) =>
  count(n, { one: "karta", few: "karty", many: "karty", other: "karet" });

const coverage = cardLinks.states;
const states = { draft: "připravovaný", "in-force": "platný", closed: "ukončený" };
const kinds = { area: "Oblast", "sub-area": "Podoblast", goal: "Strategický cíl" };

/** Strategic plans and their areas; what a card says is in `cards`. */
export const plans = {
  title: "Strategické plány",
  subtitle:
    "Plány rozvoje sociálních služeb, jejich karty rozvojových aktivit a co z nich projekty kryjí.",
  new: "Nový plán",
  edit: "Upravit plán",
  archive: "Přesunout do archivu",
  restore: "Obnovit z archivu",
  archived: "v archivu",
  archivedNotice: "Plán je v archivu. Je jen ke čtení.",
  showArchived: "Plány v archivu",
  showLiving: "Plány mimo archiv",
  states,
  kinds,
  sinceYear: (year: string) => `od ${year}`,
  untilYear: (year: string) => `do ${year}`,
  pages: {
    cards: "Karty",
    coverage: "Pokrytí",
    fulfilment: "Plnění",
    statements: "Vyjádření",
    comparison: "Srovnání",
    actionPlans: "Akční plány",
    import: "Import",
  },
  columns: {
    plan: "Plán",
    years: "Období",
    state: "Stav",
    cards: "Karty",
    coverage: "Kryje projekt",
    measures: "Opatření",
    withoutOwner: "Bez gestora",
  },
  cardsCount: (n: string, of: number) => `${n} ${cardsOf(of)}`,
  areasCount: (n: number) =>
    `${n} ${count(n, { one: "oblast", few: "oblasti", many: "oblasti", other: "oblastí" })}`,
  /** `18 z 26` */
  partOf: (part: string, whole: string) => `${part} z ${whole}`,
  /** What a bar of coverage says aloud. */
  partsOf: (counts: Record<keyof typeof coverage, number>, n: (count: number) => string) =>
    (Object.keys(coverage) as (keyof typeof coverage)[])
      .filter((state) => counts[state] > 0)
      .map((state) => `${coverage[state]} ${n(counts[state])}`)
      .join(" · "),
  empty: "Zatím tu není žádný plán.",
  emptyDetail: "Založte plán a jeho karty načtěte z přílohy ve Wordu, PDF nebo Excelu.",
  nothingArchived: "V archivu žádný plán není.",
  history: {
    "plan.created": "Plán založen",
    "plan.edited": "Plán upraven",
    "plan.archived": "Plán přesunut do archivu",
    "plan.restored": "Plán obnoven z archivu",
    "plan-area.created": "Oblast založena",
    "plan-area.edited": "Oblast upravena",
    "plan-area.archived": "Oblast přesunuta do archivu",
    "plan-area.restored": "Oblast obnovena z archivu",
  } as Record<string, string>,
  fields: {
    region: "Kraj",
    fromYear: "Od roku",
    toYear: "Do roku",
    asksOn: "Vyžádat vyjádření",
    parent: "Patří do",
  } as Record<string, string>,
  fieldValues: { state: states as Record<string, string>, kind: kinds as Record<string, string> },
  form: {
    newTitle: "Nový plán",
    editTitle: "Upravit plán",
    title: "Název plánu",
    titleHint: "Jak je v záhlaví schváleného dokumentu.",
    region: "Kraj nebo území",
    fromYear: "Od roku",
    toYear: "Do roku",
    toYearHint: "Bez konce nechte prázdné.",
    state: "Stav",
    asksOn: "Kdy se každý rok ptát na plnění",
    asksOnHint:
      "Den a měsíc, např. 15. 1. Gestoři karet pak dostanou žádost o vyjádření za uplynulý rok.",
    note: "Poznámka",
    create: "Založit plán",
    save: "Uložit plán",
  },
  areaForm: {
    newTitle: "Nová oblast",
    editTitle: "Upravit oblast",
    kind: "Druh",
    code: "Označení",
    codeHint: "Např. 1, 1.2 nebo SC3. Podle něj se řadí.",
    title: "Název",
    parent: "Patří do",
    noParent: "— nikam, stojí samostatně —",
    create: "Založit oblast",
    save: "Uložit oblast",
    archive: "Přesunout oblast do archivu",
  },
  areas: {
    new: "Nová oblast",
    edit: "Upravit oblast",
    without: "Karty mimo oblasti",
  },
  tree: {
    newCard: "Nová karta",
    import: "Načíst karty ze souboru",
    workbook: "Stáhnout jako Excel",
    fileName: "karty-planu",
    history: "Historie plánu",
    label: "Karty plánu",
    columns: {
      card: "Karta",
      period: "Období",
      coverage: "Pokrytí",
      measures: "Opatření",
      owner: "Gestor",
      statement: "Poslední vyjádření",
    },
    outline: "Oblasti plánu",
    placeholder: "zatím prázdná karta",
    noMeasures: "žádná",
    noOwner: "bez gestora",
    noStatement: "zatím žádné",
    /** What a bar of measures says aloud. */
    measuresOf: (done: string, all: string) => `${done} z ${all} splněno`,
    dropped: (n: string) => `${n} zrušeno`,
    tiles: {
      cards: "Karty",
      shown: (n: string, of: string) => `${n} z ${of}`,
      coverage: "Kryje běžící projekt",
      measures: "Splněná opatření",
      withoutOwner: "Bez gestora",
      everybody: "každá karta má gestora",
      none: "bez projektu",
      cost: "Náklady v kartách",
    },
    empty: "Plán zatím nemá žádnou kartu.",
    emptyDetail: "Načtěte karty z přílohy plánu, nebo je zapište ručně.",
    nothingHere: "Tomuto výběru žádná karta neodpovídá.",
    clear: "Zrušit filtr",
    filters: {
      words: "Hledat v kartách",
      group: "Cílová skupina",
      service: "Sociální služba",
      source: "Zdroj financování",
      body: "Odpovědný subjekt",
      year: "Rok",
      coverage: "Pokrytí",
      owner: "Gestor",
      any: "Vše",
      mine: "Moje karty",
      nobody: "Bez gestora",
      /** `Senioři (12)` */
      option: (label: string, n: string) => `${label} (${n})`,
      service37: (section: string, name: string) => `§ ${section} ${name}`,
    },
    sheet: {
      number: "Číslo",
      name: "Název",
      area: "Oblast",
      subArea: "Podoblast",
      targetGroups: "Cílové skupiny",
      services: "Sociální služby",
      period: "Doba realizace",
      fromYear: "Od roku",
      toYear: "Do roku",
      responsible: "Odpovědnost",
      owner: "Gestor",
      costs: "Náklady",
      costMin: "Náklady od (Kč)",
      costMax: "Náklady do (Kč)",
      funding: "Zdroje",
      coverage: "Pokrytí",
      measures: "Opatření",
      measuresDone: "Splněno",
    },
  },
};
