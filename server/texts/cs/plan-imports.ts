import { plural } from "../plural.ts";

const count = plural("cs");
const cards = (n: number) => `${n} ${count(n, { one: "karta", few: "karty", other: "karet" })}`;
const freshCards = (n: number) =>
  `${n} ${count(n, { one: "nová karta", few: "nové karty", other: "nových karet" })}`;
const changedCards = (n: number) =>
  `${n} ${count(n, { one: "změněná karta", few: "změněné karty", other: "změněných karet" })}`;
const cardsOf = (n: number) => `${n} ${count(n, { one: "kartu", few: "karty", other: "karet" })}`;
const lines = (n: number) => `${n} ${count(n, { one: "řádek", few: "řádky", other: "řádků" })}`;
const warnings = (n: number) =>
  `${n} ${count(n, { one: "upozornění", few: "upozornění", other: "upozornění" })}`;
const proposals = (n: number) =>
  `${n} ${count(n, { one: "návrh", few: "návrhy", other: "návrhů" })}`;

/** Cards of a plan read from an annex and gone through before they are written. */
export const planImports = {
  title: "Import karet",
  lead: [
    "Nahrajte přílohu s kartami rozvojových aktivit. Každý řádek zdroje uvidíte vedle toho, co z něj vznikne; do plánu se nic nezapíše, dokud to nepotvrdíte.",
  ],
  file: "Soubor",
  fileHint: "Word (.docx), PDF s textem, text (.txt), Excel (.xlsx) nebo CSV, nejvýše 10 MB.",
  text: "Nebo vložte text přílohy",
  textHint: "Celý text tak, jak je v dokumentu, i se záhlavími a čísly stran.",
  pasted: (day: string) => `vložený text ${day}`,
  read: "Načíst a projít",
  recent: "Načtené přílohy",
  columns: { file: "Příloha", state: "Stav", readAt: "Načteno", readBy: "Načetl(a)" },
  states: {
    waiting: "čeká na přečtení",
    reading: "čte se",
    unreadable: "nepodařilo se přečíst",
    read: "zatím nezapsáno",
    applied: "zapsáno do plánu",
    undone: "vzato zpět",
    dropped: "zahozeno",
  },
  by: (name: string, at: string) => `${name}, ${at}`,
  outcomes: {
    new: "nová",
    changed: "změněná",
    same: "beze změny",
    duplicate: "číslo dvakrát",
  },
  decisions: { accepted: "přijatá", edited: "upravená", skipped: "přeskočená" },
  undecided: "k rozhodnutí",
  placeholder: "prázdná karta",
  fieldNames: {
    number: "Číslo aktivity",
    name: "Název aktivity",
    areaCode: "Oblast",
    goals: "Vazba na strategické cíle",
    targetGroups: "Cílové skupiny",
    services: "Druhy sociálních služeb",
    period: "Doba realizace",
    responsible: "Odpovědnost za realizaci",
    costs: "Předpokládané náklady",
    funding: "Zdroje financování",
    description: "Popis aktivity",
    measures: "Opatření",
  },
  fates: {
    field: "údaj karty",
    heading: "nadpis",
    noise: "bez obsahu",
    unrecognised: "nezařazený",
  },
  reasons: {
    blank: "prázdný řádek",
    "page-number": "číslo strany",
    "page-header": "záhlaví nebo zápatí strany",
    separator: "oddělovací čára",
    contents: "obsah",
    markup: "značky formátování",
    "page-break": "konec strany",
  } as Record<string, string>,
  reading: {
    waiting: "Příloha čeká, až na ni přijde řada.",
    running: (seconds: string) =>
      `Přílohu čteme a hledáme v ní karty. Trvá to nejdéle ${seconds} vteřin.`,
    hint: "Stránka se sama ptá každé dvě vteřiny. Můžete ji zavřít a vrátit se později, čtení pokračuje.",
    progress: "Čtení přílohy",
    lookAgain: "Podívat se hned",
    kept: "Soubor jsme si nechali, znovu ho nahrávat nemusíte.",
    ofFile: "Nic se do plánu nezapsalo. Nahrajte opravený soubor, tento můžete zahodit.",
    gone: "Nahrajte stejný soubor ještě jednou, čtení bude pokračovat tady. Správce ho může vrátit ze zálohy.",
    tryAgain: "Zkusit znovu",
    another: "Nahrát jinou přílohu",
  },
  show: {
    undecided: "čeká na projití",
    ready: "připraveno k zápisu",
    upToDate: "není co zapsat",
    tiles: { cards: "Karty", lines: "Řádky zdroje", warnings: "Upozornění", decided: "Rozhodnuto" },
    cardsNote: (fresh: number, changed: number, same: number, skipped: number) =>
      [
        fresh > 0 ? `${fresh} ${count(fresh, { one: "nová", few: "nové", other: "nových" })}` : "",
        changed > 0
          ? `${changed} ${count(changed, { one: "změněná", few: "změněné", other: "změněných" })}`
          : "",
        same > 0 ? `${same} beze změny` : "",
        skipped > 0
          ? `${skipped} ${count(skipped, { one: "přeskočená", few: "přeskočené", other: "přeskočených" })}`
          : "",
      ]
        .filter((part) => part !== "")
        .join(", "),
    linesNote: (n: number) => (n === 0 ? "všechny zařazené" : `${lines(n)} jsme nezařadili`),
    warningsNote: (n: number) =>
      n === 0 ? "nic k upozornění" : `u ${n} ${n === 1 ? "karty" : "karet"}`,
    decidedOf: (done: string, all: string) => `${done} z ${all}`,
    decidedNote: (n: number) =>
      n === 0
        ? "nic nebrání zápisu"
        : `${cards(n)} ${count(n, { one: "čeká", few: "čekají", other: "čeká" })} na vás`,
    apply: (n: number) => `Zapsat ${cardsOf(n)} do plánu`,
    nothing: "Plán už říká totéž co příloha. Není co zapsat.",
    goOn: "Projít, co čeká",
    start: "Projít karty",
    accept: (n: number) => `Přijmout ${cardsOf(n)} bez návrhů`,
    drop: "Zahodit import",
    undo: "Vzít import zpět",
    undoHint: "Nové karty se přesunou do archivu, změněné se vrátí do původního znění.",
    undone: "Import je vzatý zpět. Plán je tak, jak byl před ním.",
    dropped: "Import je zahozený, do plánu se nic nezapsalo.",
    applied: (created: number, changed: number) =>
      created + changed === 0
        ? "Do plánu se nezapsalo nic, příloha říkala totéž."
        : `Do plánu se zapsalo: ${[created > 0 ? freshCards(created) : "", changed > 0 ? changedCards(changed) : ""].filter((part) => part !== "").join(", ")}.`,
    toPlan: "Otevřít plán",
    adopt: (what: string) => `Převzít do plánu i jeho záhlaví: ${what}`,
    list: "Karty v příloze",
    filters: {
      all: "Všechny",
      blocked: "K rozhodnutí",
      proposals: "S návrhem",
      warnings: "S upozorněním",
      new: "Nové",
      changed: "Změněné",
      same: "Beze změny",
      duplicate: "Číslo dvakrát",
      skipped: "Přeskočené",
    },
    columns: {
      card: "Karta",
      outcome: "Proti plánu",
      findings: "Co jsme našli",
      decision: "Rozhodnutí",
    },
    proposals,
    warnings,
    none: "Žádná taková karta tu není.",
    without: "Mimo oblasti",
    missing: "V plánu, ale ne v příloze",
    missingHint: "Tyto karty zůstanou v plánu, jak jsou.",
    freshAreas: "Nové oblasti a cíle",
    freshAreasHint: "Založí se s kartami, které do nich patří.",
    renamedAreas: "Oblasti, které se v plánu jmenují jinak",
    renamedHint: "V plánu zůstane dosavadní název.",
    renamed: (here: string, there: string) => `${here} (v příloze „${there}“)`,
    whole: "K celé příloze",
    unrecognised: "Řádky, které jsme nezařadili",
    allLines: "Všechny řádky zdroje",
    changedByHand: "v plánu upravená ručně",
  },
  card: {
    position: (at: string, of: string) => `Karta ${at} z ${of}`,
    noName: "(bez názvu)",
    noNumber: "bez čísla",
    previous: "Předchozí",
    next: "Další",
    back: "Přehled importu",
    source: "Ve zdroji",
    result: "Do plánu se zapíše",
    resultClosed: "Z řádků vzniklo",
    inPlan: "V plánu je dosud",
    nothing: "nic",
    lineNumber: (n: string) => `řádek ${n}`,
    page: (n: string) => `strana ${n}`,
    clipped: (n: string) => `… (řádek má ${n} znaků)`,
    otherLines: "Ostatní řádky karty",
    understood: "Rozumíme tomu takto",
    since: (year: string) => `od roku ${year}`,
    perYear: "ročně",
    costText: "jen slovy, bez částky",
    noTerm: "není v číselníku",
    before: "Ve zdroji",
    after: "Návrh",
    isDone: "Použito",
    isDeclined: "Necháno jako ve zdroji",
    decline: "Nechat jako ve zdroji",
    take: "Použít návrh",
    touches: (numbers: string) => `Týká se i karty ${numbers}.`,
    accept: "Přijmout",
    acceptEdited: "Ponechat úpravy",
    edit: "Upravit",
    skip: "Přeskočit",
    takeBack: "Vrátit k rozhodnutí",
    discardEdits: "Zahodit úpravy",
    toCard: "Karta v plánu",
    same: "Plán o této kartě říká totéž. Zapisovat není co.",
    changedByHand:
      "Příloha říká totéž, co posledně; s kartou v plánu se od té doby pracovalo. Zůstane, jak je.",
    changed: (n: number) =>
      `Karta v plánu už je, ${count(n, { one: "liší se jeden údaj", few: `liší se ${n} údaje`, other: `liší se ${n} údajů` })}.`,
    blocks: {
      number: "Karta nemá číslo. Doplňte ho, nebo kartu přeskočte.",
      duplicate:
        "Stejné číslo má v příloze i jiná karta. Opravte číslo, nebo jednu z nich přeskočte.",
      undecided: "Prohlédněte si návrhy oprav a kartu přijměte, upravte, nebo přeskočte.",
    },
    twin: (number: string) => `Druhá karta s číslem ${number}`,
    removed: "odebráno",
    added: "přidáno",
  },
  edit: {
    title: (number: string) => `Upravit kartu ${number}`,
    save: "Uložit a přijmout",
    measuresHint:
      "Každé opatření na svůj řádek; řádek začínající pomlčkou patří k opatření nad ním.",
    bulletsHint: "Odrážky začínají znakem •, odstavce oddělte koncem řádku.",
    goalsHint: "Každý cíl na svůj řádek, např. SC2 a jeho název.",
    noArea: "— mimo oblasti —",
  },
  lines: {
    title: "Řádky zdroje",
    lead: "Každý řádek přílohy a co z něj vzniklo.",
    filters: {
      unrecognised: "Nezařazené",
      heading: "Nadpisy",
      field: "Údaje karet",
      noise: "Bez obsahu",
      all: "Všechny",
    },
    number: "Řádek",
    page: "Strana",
    text: "Text",
    fate: "Co z něj je",
    cardOf: (number: string) => `karta ${number}`,
    none: "Žádné takové řádky tu nejsou.",
    summary: (from: string, to: string, of: string) => `${from}–${to} z ${of}`,
  },
  history: {
    "plan-import.applied": "Karty zapsány z přílohy",
    "plan-import.dropped": "Import karet zahozen",
    "plan-import.undone": "Import karet vzat zpět",
  } as Record<string, string>,
  fields: { created: "Nové karty", changed: "Změněné karty" } as Record<string, string>,
};
