import { plural } from "../plural.ts";
import { notificationPreferences } from "./notification-preferences.ts";

type FieldValues = Record<
  string,
  Record<string, string> | ((stored: string) => string | undefined)
>;

const { categories, ways } = notificationPreferences;

const days = (n: number) => plural("cs")(n, { one: "den", few: "dny", many: "dne", other: "dní" });
const workingDays = (n: number) =>
  plural("cs")(n, {
    one: "pracovním dni",
    few: "pracovních dnech",
    many: "pracovního dne",
    other: "pracovních dnech",
  });

/** What people are reminded of, whom and when; the rules stand on a page of the administration. */
export const reminderRules = {
  title: "Upozorňování",
  subtitle:
    "Komu a kdy systém napíše o tom, co má termín nebo na někoho čeká. Na každou věc platí jediné pravidlo, a to nejužší.",
  add: "Nové pravidlo",
  foreseen: "Co odejde v příštích 30 dnech",
  workingDays:
    "Přehled chodí jen v pracovní dny: upozornění předem se posune na předchozí pracovní den, po termínu na následující. V kolik hodin a ve které dny, si každý volí sám.",
  unruled: (list: string) => `Bez pravidla, nikoho na ně nic neupozorní: ${list}.`,
  groups: {
    deadlines: "Termíny a povinnosti",
    events: "Akce, stáže a kampaně",
    waiting: "Co na někoho čeká",
  },
  columns: {
    what: "Čeho se týká",
    when: "Kdy",
    recipients: "Komu",
    escalation: "Když se nic nestane",
    category: "Kategorie",
    state: "Stav",
    actions: "Další kroky",
  },
  objects: {
    milestone: "Milníky a vše, co má termín",
    period: "Konce sledovaných období",
    indicator: "Cíle indikátorů za celý projekt",
    "indicator-target": "Cíle indikátorů za období",
    event: "Začátky akcí",
    "event-closing": "Uzavření docházky po akci",
    internship: "Začátky stáží",
    "internship-end": "Konce stáží",
    campaign: "Konce kampaní",
    "risk-review": "Přezkoumání rizik",
    remedy: "Náprava zjištění kontrol",
    control: "Ohlášené kontroly",
    nomination: "Odpovědi organizací na žádost o nominaci",
    "internship-confirmation": "Potvrzení stáží mentory",
    submission: "Předložení usnesení",
    "report-answer": "Doplnění vrácených zpráv",
    "output-comments": "Vypořádání připomínek k výstupům",
    "awaited-document": "Chybějící povinné dokumenty",
    exit: "Data výstupu účastníků",
    "waiting-report": "Zprávy o realizaci",
    "waiting-change": "Žádosti o změnu",
    "waiting-timesheet": "Výkazy práce",
    "waiting-output": "Výstupy",
    "waiting-internship": "Zprávy ze stáží",
    "waiting-payment-request": "Žádosti o platbu",
  } as Record<string, string>,
  // Of what waits; kinds of milestones have their words already.
  kinds: {
    approval: "ke schválení",
    submission: "k podání",
    returned: "vrácené k doplnění",
  } as Record<string, string>,
  // Before the name of a kind.
  shortObjects: { milestone: "Milníky" } as Record<string, string>,
  ofKind: (object: string, kind: string) => `${object}: ${kind}`,
  ofProgramme: (code: string) => `jen program ${code}`,
  allProgrammes: "Všechny programy",
  daysBefore: (list: string, only: number | null) =>
    `${list} ${only === null ? "dní" : days(only)} předem`,
  onTheDay: "v den termínu",
  never: "neupozorňuje se",
  once: (first: number) => `jednou, ${first}. den po termínu`,
  overdue: (first: number, every: number) =>
    every === 1
      ? `od ${first}. dne po termínu denně`
      : `${first}. den po termínu, potom každých ${every} ${days(every)}`,
  waitsOnce: (first: number) => `jednou, po ${first} ${first === 1 ? "dni" : "dnech"} čekání`,
  waits: (first: number, every: number) =>
    every === 1
      ? `od ${first}. dne čekání denně`
      : `po ${first} ${first === 1 ? "dni" : "dnech"} čekání, potom každých ${every} ${days(every)}`,
  roles: {
    owner: "kdo odpovídá",
    manager: "projektový manažer",
    coordinator: "koordinátor",
    finance: "finanční manažer",
  },
  toManager: (n: number) => `po ${n} ${workingDays(n)} projektovému manažerovi`,
  toSummary: (n: number) => `po ${n} ${workingDays(n)} do měsíčního přehledu`,
  active: "Zapnuto",
  inactive: "Vypnuto",
  archivedTitle: "Archivovaná pravidla",
  edit: "Upravit",
  narrow: "Přidat užší pravidlo",
  archive: "Archivovat",
  restore: "Obnovit",
  categoryTable: {
    title: "Co komu chodí, dokud si nezvolí jinak",
    hint: "Každé pravidlo patří do jedné kategorie. Lidé si u kategorie volí, jak často jim o ní psát; povinnou úplně vypnout nemohou.",
    columns: { name: "Kategorie", way: "Výchozí", mandatory: "Povinná", own: "Zvolilo si jinak" },
    mandatory: "povinná",
  },
  categoryForm: {
    defaultWay: "Jak často, pokud si člověk nezvolí jinak",
    defaultWayHint: "Kdo už má vlastní volbu, tomu zůstane.",
    isMandatory: "Povinná kategorie",
    isMandatoryHint:
      "Kdo za věc odpovídá, ji nemůže úplně vypnout: vypnuté se bere jako jednou týdně.",
    save: "Uložit",
    history: "Historie kategorie",
  },
  form: {
    choiceTitle: "Čeho se bude nové pravidlo týkat",
    choiceLead:
      "Užší pravidlo nahradí obecné jen tam, kam dosáhne: pro jeden druh termínů, pro jeden program nebo pro obojí.",
    subject: "Čeho se týká",
    programme: "Program",
    choose: "Pokračovat",
    takenOver: "Předvyplněno podle pravidla, které pro tyto věci platilo dosud.",
    when: "Kdy",
    daysBefore: "Kolik dní předem",
    daysBeforeHint:
      "Počty oddělené čárkou, např. 30, 14, 7, 0; nula je den termínu. Bez čísel se předem neupozorňuje.",
    overdueAfter: "Poprvé po termínu",
    waitsAfter: "Poprvé po",
    overdueEvery: "Potom každých",
    overdueHint: "Bez čísla se po termínu neupozorňuje.",
    waitsHint: "Počítá se ode dne, od kterého věc čeká.",
    everyHint: "Bez čísla přijde jen jednou.",
    days: "dní",
    workingDays: "pracovních dní",
    whom: "Komu",
    recipients: "Příjemci",
    roleHints: {
      owner: "Nemá-li věc nikoho, první projektový manažer.",
      manager: "Všichni projektoví manažeři projektu.",
      coordinator: "Všichni koordinátoři projektu.",
      finance: "Všichni finanční manažeři projektu.",
    },
    recipientsHint:
      "Kdo odešel nebo má zástup, toho zastoupí zástupce, jinak projektový manažer, jinak správce.",
    category: "Kategorie",
    categoryHint: "Podle ní si lidé volí, jak často jim o tom psát.",
    escalation: "Když se nic nestane",
    escalationHint: "Počítají se pracovní dny po termínu. Bez čísla se nepředává.",
    escalationWaitingHint: "Počítají se pracovní dny čekání. Bez čísla se nepředává.",
    escalateManagerAfter: "Projektovému manažerovi po",
    escalateSummaryAfter: "Do měsíčního přehledu po",
    note: "Poznámka",
    noteHint: "Proč je pravidlo právě takové.",
    isActive: "Pravidlo platí",
    isActiveHint: "Vypnuté nic neposílá; uplatní se místo něj obecnější.",
    show: "Ukázat, co se změní",
    save: "Uložit pravidlo",
    history: "Historie pravidla",
  },
  preview: {
    subtitle:
      "Co by podle změny odešlo v příštích 30 dnech proti tomu, co platí dnes. Uložené zatím není nic.",
    unchanged: "V příštích 30 dnech by odešlo přesně totéž co dnes.",
    was: (before: string) => `dnes ${before}`,
    totals: { reminders: "Upozornění", mails: "Zpráv", people: "Příjemců" },
    titles: { days: "Po dnech", people: "Po lidech", differences: "Co přibude a co odpadne" },
    columns: {
      day: "Den",
      person: "Komu",
      thing: "O čem",
      before: "Dnes",
      after: "Po změně",
      change: "Rozdíl",
      state: "Změna",
    },
    same: "jiný obsah",
    gained: "přibude",
    lost: "odpadne",
    more: (n: number) => `a dalších ${n}`,
    contact: (name: string) => `${name} (bez účtu)`,
    silenced: (list: string) => `Po změně nebude na nic z tohoto nikdo upozorněn: ${list}.`,
    silent: "Pravidlo nemá jediný den: na tyto věci se po uložení nebude upozorňovat vůbec.",
    back: "Zpět k úpravám",
    archiveTitle: (name: string) => `Archivovat: ${name}`,
    archive: "Archivovat pravidlo",
  },
  history: {
    "reminder-rule.created": "Pravidlo přidáno",
    "reminder-rule.edited": "Pravidlo upraveno",
    "reminder-rule.archived": "Pravidlo archivováno",
    "notification-category.edited": "Kategorie upravena",
    "reminder-rule.restored": "Pravidlo obnoveno",
  } as Record<string, string>,
  fields: {
    daysBefore: "Kolik dní předem",
    overdueAfter: "Poprvé po termínu",
    overdueEvery: "Potom každých",
    recipients: "Příjemci",
    category: "Kategorie",
    escalateManagerAfter: "Projektovému manažerovi po",
    escalateSummaryAfter: "Do měsíčního přehledu po",
    defaultWay: "Výchozí",
    isMandatory: "Povinná",
    note: "Poznámka",
    isActive: "Pravidlo platí",
  } as Record<string, string>,
  fieldValues: {
    recipients: {
      owner: "kdo odpovídá",
      manager: "projektový manažer",
      coordinator: "koordinátor",
      finance: "finanční manažer",
    },
    category: (stored: string) => categories[stored as keyof typeof categories]?.name,
    defaultWay: ways,
  } as FieldValues,
};
