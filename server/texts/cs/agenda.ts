import { plural } from "../plural.ts";

const deadlinesOf = (n: number) =>
  plural("cs")(n, { one: "termín", few: "termíny", many: "termínu", other: "termínů" });

const personsOf = (n: number) =>
  plural("cs")(n, { one: "osoba", few: "osoby", many: "osoby", other: "osob" });

/** What is due: the page, and the words by which its things are called in mails as well. */
export const agenda = {
  title: "Co mě čeká",
  count: (n: string, of: number) => `${n} ${deadlinesOf(of)}`,
  periodEnd: (n: number) => `Konec ${n}. sledovaného období`,
  target: (name: string) => `Cílová hodnota: ${name}`,
  periodTarget: (name: string, n: number) => `Cílová hodnota za ${n}. období: ${name}`,
  closing: (title: string) => `Uzavřít docházku: ${title}`,
  campaignEnd: (title: string) => `Konec kampaně: ${title}`,
  riskReview: (title: string) => `Přezkoumat riziko: ${title}`,
  remedy: (what: string) => `Náprava zjištění: ${what}`,
  submission: (title: string) => `Předložit: ${title}`,
  reportAnswer: (n: number) => `Doplnit vrácenou zprávu o realizaci č. ${n}`,
  outputComments: (title: string) => `Vypořádat připomínky: ${title}`,
  internshipEnd: (title: string) => `Konec stáže: ${title}`,
  control: (subject: string) => `Začátek kontroly: ${subject}`,
  nomination: (what: string) => `Odpověď na výzvu k nominaci: ${what}`,
  confirmation: (what: string) => `Potvrzení stáže mentorem: ${what}`,
  exits: (n: number | null) =>
    n === null
      ? "Doplnit data výstupu účastníků"
      : `Doplnit data výstupu účastníků: ${n} ${personsOf(n)}`,
  awaitedDocuments: (n: number | null) =>
    n === null ? "Doplnit povinné dokumenty" : `Doplnit povinné dokumenty: chybí ${n}`,
  kinds: {
    milestone: "milník",
    report: "zpráva o realizaci",
    "payment-request": "žádost o platbu",
    publicity: "publicita",
    output: "výstup",
    task: "úkol",
    other: "ostatní",
    "period-end": "konec období",
    target: "cíl indikátoru",
    event: "akce",
    "event-closing": "uzavření docházky",
    internship: "stáž",
    campaign: "kampaň",
    "risk-review": "přezkoumání rizika",
    remedy: "náprava zjištění",
    submission: "předložení usnesení",
    "report-answer": "vrácená zpráva",
    "output-comments": "připomínky k výstupu",
    "internship-end": "konec stáže",
    control: "kontrola",
    nomination: "nominace",
    "internship-confirmation": "potvrzení stáže",
    exit: "výstup účastníků",
    "awaited-document": "povinné dokumenty",
  },
  sections: {
    overdue: "Po termínu",
    today: "Dnes",
    week: "Do 7 dnů",
    month: "Do 30 dnů",
    quarter: "Do 90 dnů",
  },
  everything: "Vše",
  columns: {
    due: "Termín",
    thing: "Co",
    kind: "Druh",
    project: "Projekt",
    owner: "Odpovídá",
    section: "Část",
  },
  whose: "Čí termíny",
  mine: "Moje",
  all: "Všechny v dosahu",
  person: "Osoba",
  project: "Projekt",
  anyProject: "Všechny projekty",
  standIn: (contact: string, manager: string) => `${contact} (hlídá ${manager})`,
  nobody: "bez odpovědné osoby",
  noneYet: "Nic vás nečeká.",
  noneYetDetail: "V nejbližších 90 dnech nemáte žádný termín a nic není po termínu.",
  noneHere: "Tomuto výběru neodpovídá žádný termín.",
  showAll: "Zobrazit všechny termíny v dosahu",
  clear: "Zrušit filtr",
  workbook: "Stáhnout jako Excel",
  fileName: "co-me-ceka",
  tabs: "Části přehledu termínů",
  range: (from: string, to: string, of: string) => `${from}–${to} z ${of}`,
};
