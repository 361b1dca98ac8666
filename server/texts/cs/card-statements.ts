import { plural } from "../plural.ts";

const count = plural("cs");
const cardsOf = (n: number) =>
  count(n, { one: "karta", few: "karty", many: "karty", other: "karet" });

const states = {
  "as-planned": "plní se podle plánu",
  behind: "má zpoždění",
  done: "splněno",
  "not-started": "zatím nezahájeno",
  dropped: "upuštěno",
};

/** What owners of cards say each year of how it goes. */
export const cardStatements = {
  title: "Roční vyjádření",
  ofYear: (year: string) => `Vyjádření za rok ${year}`,
  states,
  form: {
    state: "Jak se aktivita v roce plnila",
    text: "Co se podařilo udělat",
    textHint: "Stručně: kroky, výsledky, případně proč se něco nepovedlo.",
    nextSteps: "Co bude dál",
    nextStepsHint: "Nepovinné. Hlavní kroky v dalším roce.",
    save: "Uložit vyjádření",
    correctLead: "Dosavadní znění zůstane uchované, nové ho opraví.",
    behalf: (name: string) => `Vyjadřujete se v zástupu: ${name}.`,
    before: (year: string) => `Co bylo řečeno za rok ${year}`,
    nothingBefore: (year: string) => `Za rok ${year} se k této kartě nikdo nevyjádřil.`,
    measures: "Opatření karty",
    noMeasures: "Karta nemá žádná opatření.",
    card: "Celá karta",
  },
  box: {
    title: "Roční vyjádření",
    empty: "Zatím se k této kartě nikdo nevyjádřil.",
    waits: (year: string) => `Za rok ${year} se čeká na vyjádření.`,
    answer: (year: string) => `Vyjádřit se za rok ${year}`,
    correct: "Opravit",
    earlier: "Dřívější znění",
    next: "Dál:",
    by: (name: string, when: string) => `${name}, ${when}`,
    system: "převzato",
  },
  year: {
    inForce: "Platné znění",
    earlier: "Dřívější znění",
    empty: "Za tento rok se k této kartě nikdo nevyjádřil.",
  },
  mine: {
    title: "Moje karty",
    subtitle:
      "Karty plánů, za které odpovídáte, co se k nim má za uplynulý rok říci a co se má udělat.",
    waiting: "Čekají na vyjádření",
    others: "Ostatní karty",
    columns: {
      card: "Karta",
      measures: "Opatření",
      last: "Poslední vyjádření",
      action: "Vyjádření",
    },
    measures: (done: string, all: string) => `${done} z ${all} splněno`,
    noMeasures: "žádná",
    never: "zatím žádné",
    answer: (year: string) => `Vyjádřit se za ${year}`,
    correct: (year: string) => `Opravit ${year}`,
    insteadOf: (name: string) => `v zástupu: ${name}`,
    nothingWaits: "Ke všem kartám jste se za uplynulý rok vyjádřili.",
    tasks: {
      title: "Co má být hotové",
      columns: { what: "Úkol", card: "Karta", actionPlan: "Akční plán", due: "Termín" },
      wholeCard: "celá karta",
      inYear: (year: string) => `v roce ${year}`,
      late: "po termínu",
    },
    empty: "Neodpovídáte za žádnou kartu platného plánu.",
    emptyDetail: "Gestora karty určuje správce plánu na stránce karty.",
    plans: "Přejít na plány",
  },
  overview: {
    title: "Vyjádření",
    lead: (day: string) => `Gestoři karet byli požádáni ${day}.`,
    leadAhead: (day: string) => `Gestoři karet budou požádáni ${day}.`,
    leadNotAsked: "Plán není platný, gestorů se nikdo neptá.",
    year: "Rok",
    given: "Vyjádřeno",
    missing: "Chybí",
    withoutOwner: "Bez gestora",
    partOf: (part: string, whole: string) => `${part} z ${whole}`,
    show: "Zobrazit",
    all: "všechny karty",
    onlyMissing: "jen karty bez vyjádření",
    columns: { card: "Karta", owner: "Gestor", state: "Vyjádření", when: "Zapsáno" },
    notGiven: "chybí",
    notYet: "zatím ne",
    outsideYear: "v tom roce se neprovádí",
    noOwner: "bez gestora",
    left: "účet je zrušený",
    contact: "bez účtu, vyjádření zapíše správce plánu",
    write: "Zapsat",
    empty: "Plán nemá žádné karty.",
    nothingMissing: "Za tento rok nechybí žádné vyjádření.",
    table: "Vyjádření ke kartám",
  },
  home: {
    title: (year: string) => `Vyjádření ke kartám za rok ${year}`,
    note: (n: string, of: number) => `${n} ${cardsOf(of)}`,
  },
  mail: {
    subject: (plan: string, year: string) => `Vyjádření ke kartám za rok ${year}: ${plan}`,
    reminderSubject: (plan: string, year: string) =>
      `Připomínáme vyjádření ke kartám za rok ${year}: ${plan}`,
    greeting: "Dobrý den,",
    text: (plan: string, year: string) =>
      `prosíme o vyjádření, jak se v roce ${year} plnily vaše karty plánu ${plan}.`,
    cards: (n: string, of: number) =>
      `Na vyjádření ${count(of, { one: "čeká", few: "čekají", many: "čeká", other: "čeká" })} ${n} ${cardsOf(of)}.`,
    deputy: "Zprávu dostáváte v zástupu za gestora karet.",
    since: (day: string) => `Poprvé jsme o ně žádali ${day}.`,
    button: "Otevřít moje karty",
    why: "Zprávu dostáváte jako gestor karet strategického plánu. Posíláme ji jednou ročně a nejvýše třikrát ji připomeneme.",
  },
  history: {
    "card-statement.given": "Zapsáno roční vyjádření",
    "card-statement.corrected": "Roční vyjádření opraveno",
  } as Record<string, string>,
  fields: {
    year: "Rok",
    state: "Plnění",
    text: "Co se udělalo",
    nextSteps: "Co bude dál",
  } as Record<string, string>,
  fieldValues: { state: states as Record<string, string> },
};
