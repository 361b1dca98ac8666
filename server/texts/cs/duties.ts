import { plural } from "../plural.ts";

const forms = plural("cs");
const days = (n: number) => forms(n, { one: "termín", few: "termíny", other: "termínů" });
const owed = (n: number) => forms(n, { one: "povinnost", few: "povinnosti", other: "povinností" });

/** What the legal act owes: computed by rules, written down among milestones. */
export const duties = {
  title: "Povinnosti z právního aktu",
  subtitle: (span: string) => `Projekt ${span}`,
  decided: (on: string) => `rozhodnutí ${on}`,
  undecided: "datum rozhodnutí není zapsáno",
  settle: "Doplnit a přepočítat",
  rulesLink: "Pravidla projektu",
  periodsLink: "Sledovaná období",
  groups: {
    reporting: "Zprávy a žádosti o platbu",
    publicity: "Publicita",
    running: "Průběžné povinnosti",
    ending: "Ukončení a archivace",
  },
  columns: { duty: "Povinnost", due: "Termín", anchor: "Počítá se od", actions: "Úpravy" },
  names: {
    report: "Zpráva o realizaci",
    "payment-request": "Žádost o platbu",
    "advance-request": "Žádost o platbu č. 1 (záloha)",
    poster: "Vyvěsit plakát A3",
    "web-note": "Zveřejnit projekt na webu a sociálních sítích",
    "activity-plan": "Plán aktivit",
    timesheets: "Výkazy práce za měsíc",
    "participant-exits": "Doplnit data výstupu všech účastníků",
    "archive-decision": "Uchovat dokumenty podle rozhodnutí",
    "archive-national": "Uchovat dokumenty po dobu vyměření odvodu",
    "archive-eu": "Uchovat dokumenty podle nařízení EU",
  },
  numbered: {
    interim: {
      report: (number: string) => `Zpráva o realizaci č. ${number}`,
      "payment-request": (number: string) => `Žádost o platbu č. ${number}`,
    },
    final: {
      report: (number: string) => `Závěrečná zpráva o realizaci č. ${number}`,
      "payment-request": (number: string) => `Závěrečná žádost o platbu č. ${number}`,
    },
    activityPlan: (number: string) => `Plán aktivit na ${number}. období`,
  },
  period: (number: number, span: string) => `${number}. období, ${span}`,
  monthly: (until: string) => `každý měsíc do ${until}`,
  anchorOn: (anchor: string, on: string) => `${anchor}: ${on}`,
  version: (since: string) => `verze pravidla od ${since}`,
  ownVersion: (reason: string) => `vlastní pravidlo projektu: ${reason}`,
  source: (source: string) => `Zdroj: ${source}`,
  unconfirmed: "Neověřeno: zkontrolujte v rozhodnutí o poskytnutí dotace.",
  unconfirmedNote: (n: number) =>
    n === 1
      ? "Jedno z pravidel je jen zvyklost programu. Zkontrolujte je v rozhodnutí o poskytnutí dotace."
      : `Pravidla, která jsou jen zvyklostí programu: ${n}. Zkontrolujte je v rozhodnutí o poskytnutí dotace.`,
  shifted: (on: string) => `pracovní den ${on}`,
  remind: (on: string) => `upozorňuje se k ${on}`,
  byRule: (on: string) => `podle pravidla ${on}`,
  overridden: (on: string, reason: string) => `podle pravidla ${on}, změněno: ${reason}`,
  outdatedPill: "neodpovídá pravidlu",
  missingPill: "nezapsáno",
  noRule: "Program lhůtu nestanoví; termín zapište ručně podle rozhodnutí.",
  waits: {
    decision: "Čeká na datum rozhodnutí.",
    "final-report": "Čeká na závěrečné období.",
    "last-payment": "Čeká na poslední platbu.",
    "payment-year-end": "Čeká na poslední platbu.",
    other: "Termín zatím nelze určit.",
  },
  noPeriods: "Projekt nemá sledovaná období, proto chybí zprávy a žádosti o platbu.",
  makePeriods: "Vytvořit období",
  missing: (n: number) =>
    n === 1 ? "Jedna povinnost zatím není zapsána." : `Nezapsáno: ${n} ${owed(n)}.`,
  outdated: (n: number) =>
    n === 1 ? "Jeden termín už neodpovídá pravidlu." : `${n} ${days(n)} už neodpovídá pravidlům.`,
  check: "Zkontrolovat",
  move: "Určit jiný den",
  moveOf: (title: string) => `Určit jiný den: ${title}`,
  empty: "Z pravidel programu zatím žádná povinnost neplyne.",
  weekend:
    "Když termín padne na víkend nebo svátek, ukazuje se i nejbližší pracovní den. Upozornění se řídí dřívějším výkladem lhůty.",
  settlement: {
    title: "Doplnit a přepočítat povinnosti",
    text: "Nic se nezapíše, dokud výběr neuložíte. Zapsané povinnosti jsou mezi milníky, kde mají odpovědnou osobu a upozornění.",
    moves: "Přepočítat termíny",
    movesHint: "Ručně určené a splněné termíny se nemění.",
    adds: "Zapsat nové povinnosti",
    addsHint: "Co už uplynulo, není zaškrtnuto; zapište to, jen pokud to má být v evidenci.",
    cancels: "Zrušit, co už z pravidel neplyne",
    moved: (title: string, from: string, to: string) => `${title}: z ${from} na ${to}`,
    seriesMoved: (title: string, until: string) => `${title}: opakovat do ${until}`,
    added: (title: string, on: string) => `${title}: ${on}`,
    cancelled: (title: string, on: string) => `${title}: ${on}`,
    dayOf: (title: string) => `Termín: ${title}`,
    nothing: "Všechny povinnosti jsou zapsané a odpovídají pravidlům.",
    submit: "Uložit vybrané",
  },
  replan: {
    title: "Co ze změny plyne",
    lead: "Změna projektu zatím není uložena. Odškrtněte, co se měnit nemá; splněné a ručně určené termíny zůstávají.",
    dates: {
      startsOn: "Zahájení",
      endsOn: "Konec",
      decidedOn: "Datum rozhodnutí",
      programme: "Program",
    },
    none: "neuvedeno",
    before: "Dosud",
    after: "Nově",
    what: "Údaj",
    periods: "Sledovaná období",
    fitPeriods: "Přizpůsobit sledovaná období",
    fitHint: "Bez přizpůsobení se období nezmění a termíny, které na nich závisejí, také ne.",
    section: "Co ze změny plyne pro období a povinnosti",
    periodAdded: (name: string, span: string) => `${name} přibude: ${span}.`,
    periodGone: (name: string, span: string) => `${name} se zruší: ${span}.`,
    periodMoved: (name: string, span: string) => `${name} bude ${span}.`,
    newPeriod: "nové období",
    gone: "zruší se",
    periodsInUse: (list: string) =>
      `Období ${list} nelze zrušit, váží se k nim cíle, peníze nebo zprávy. Období proto zůstanou a upravíte je ručně.`,
    stays: (n: number) =>
      n === 1
        ? "Jeden splněný nebo ručně určený termín zůstává."
        : `Splněné a ručně určené termíny zůstávají: ${n}.`,
    submit: "Uložit projekt a vybrané změny",
    back: "Zpět k úpravám",
  },
  movedByRule: "Termín přepočten podle pravidla programu.",
  notOwed: "Povinnost už z pravidel neplyne.",
  history: {
    "duty.series-changed": "Změněn konec opakování povinnosti",
  } as Record<string, string>,
};
