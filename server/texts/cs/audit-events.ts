import { plural } from "../plural.ts";

const events = (n: number) =>
  plural("cs")(n, { one: "událost", few: "události", other: "událostí" });

/** The log of what everybody did, and the seals that prove that nobody changed it. */
export const auditEvents = {
  title: "Záznam činností",
  subtitle: "Kdo, kdy a co změnil, přihlášení a odepřené pokusy. Záznam nelze upravit ani smazat.",
  filters: {
    person: "Osoba",
    project: "Projekt",
    action: "Činnost",
    outcome: "Výsledek",
    from: "Od",
    until: "Do",
    any: "Vše",
    denied: "Jen odepřené",
  },
  columns: { when: "Kdy", who: "Kdo", what: "Co", object: "Záznam", project: "Projekt" },
  outcomes: { denied: "Odepřeno", failed: "Nezdařilo se" },
  nobody: "nepřihlášený",
  changes: (n: number) => {
    const fields = plural("cs")(n, { one: "údaj", few: "údaje", other: "údajů" });
    return `${n} ${fields}`;
  },
  objectTypes: {
    user: "uživatel",
    page: "stránka",
    project: "projekt",
    activity: "aktivita",
    milestone: "milník",
    event: "akce",
    "event-kind": "druh akce",
    campaign: "kampaň",
    indicator: "indikátor",
    period: "období",
    "log-entry": "zápis v deníku",
    spend: "čerpání",
    status: "stav projektu",
    member: "člen týmu",
    "indicator-definition": "indikátor katalogu",
    "indicator-target": "cíl indikátoru",
    participation: "účastník",
    organisation: "organizace",
    "programme-rule": "pravidlo",
    "own-rule": "pravidlo projektu",
    "code-list-item": "položka číselníku",
    "brand-image": "obrázek",
    setting: "nastavení",
    audit: "záznam činností",
    mail: "e-mail",
    contact: "kontakt",
  } as Record<string, string>,
  numbered: (type: string, id: number) => `${type} č. ${id}`,
  newest: "Nejnovější",
  older: "Starší",
  shown: (n: number) => `Zobrazeno ${n} ${events(n)} od nejnovější.`,
  nothing: "Tomuto výběru neodpovídá žádná událost.",
  exportMost: (n: string) => `Stáhnout jako Excel (nejvýše ${n} řádků)`,
  sheet: "Záznam činností",
  seals: {
    title: "Pečetě záznamu",
    subtitle:
      "Každý skončený den je zapečetěn součtem, který navazuje na den předchozí. Kdyby někdo záznam změnil, pečeť nesouhlasí.",
    link: "Pečetě",
    columns: {
      day: "Den",
      events: "Událostí",
      state: "Stav",
      hash: "Součet (SHA-256)",
      sealedAt: "Zapečetěno",
    },
    intact: "Neporušeno",
    broken: "Porušeno",
    sealedUntil: (on: string) => `Zapečetěno do ${on}`,
    brokenOn: (on: string) => `Pečeť dne ${on} nesouhlasí`,
    none: "Zatím bez pečetě. První vznikne v noci po prvním dni provozu.",
    older: "Starší",
  },
  history: {
    "audit.opened": "Otevřen záznam činností",
    "audit.exported": "Záznam činností stažen",
  } as Record<string, string>,
  fields: { filter: "Výběr", rows: "Řádků" } as Record<string, string>,
};
