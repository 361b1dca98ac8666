import { plural } from "../plural.ts";

const count = plural("cs");

/** Figures of an implementation report, on its page, on paper and beside its texts. */
export const reportFigures = {
  tiles: {
    time: "Čas",
    timeNote: "uplynulo z doby realizace",
    physical: "Věcné plnění",
    before: (was: string) => `na začátku období ${was}`,
    spent: "Výdaje za období",
    spentNote: (all: string) => `celkem ${all}`,
    persons: "Osoby v období",
    personsNote: (supported: string) => `podpořeno celkem ${supported}`,
    unknown: "neuvedeno",
  },
  chips: {
    done: "práce v období",
    unchanged: "beze změny",
    changed: "změněno po podání",
  },
  activity: {
    events: (n: number, text: string) =>
      `${text} ${count(n, { one: "akce", few: "akce", other: "akcí" })}`,
    persons: (n: number, text: string) =>
      `${text} ${count(n, { one: "osoba", few: "osoby", other: "osob" })}`,
    hours: (text: string) => `${text} podpory`,
    outputs: (n: number, text: string) =>
      `${text} ${count(n, { one: "výstup", few: "výstupy", other: "výstupů" })}`,
    percent: (now: string) => `hotovo ${now}`,
    nothing: "v období bez záznamu",
  },
  indicators: {
    title: "Indikátory k poslednímu dni období",
    columns: {
      indicator: "Indikátor",
      baseline: "Výchozí",
      target: "Cíl",
      increment: "Přírůstek",
      cumulative: "Dosaženo",
      fulfilment: "Plnění",
    },
    since: (day: string) => `Přírůstek je od podání předchozí zprávy ${day}.`,
    sinceStart: "Přírůstek je za celé období, předchozí zpráva podána nebyla.",
    late: (amount: string) => `z toho ${amount} dodatečně`,
    noTarget: "bez cíle",
    date: "Datum dosažení",
  },
  people: {
    title: "Lidé",
    events: "Akce",
    persons: "Osoby na akcích a s podporou",
    women: "z toho ženy",
    heads: "Další účastníci bez evidence",
    newlySupported: "Nově podpořené osoby",
    supportedToDate: "Podpořené osoby celkem",
    hours: "Rozsah podpory v období",
    hoursToDate: "Rozsah podpory celkem",
    entered: "Vstoupilo",
    exited: "Ukončilo účast",
    reachedThreshold: "Překročilo bagatelní podporu",
  },
  money: {
    title: "Výdaje po obdobích",
    period: (n: string) => `${n}. období`,
    direct: "Přímé výdaje",
    columns: { period: "Období", direct: "Přímé výdaje" },
    budget: "Rozpočet",
    spent: "Vyčerpáno včetně paušálu",
    total: "Celkem",
  },
  events: {
    title: "Akce v období",
    columns: { event: "Akce", dates: "Termín", persons: "Osoby", women: "Ženy", hours: "Podpora" },
    confidential: "Důvěrná akce",
    none: "V období se nekonala žádná akce.",
  },
  paper: {
    over: "Zpráva o realizaci projektu",
    draft: "Pracovní verze, nebyla podána.",
    submitted: (day: string) => `Podáno ${day}.`,
    fileNumber: (number: string) => `Č. j. ${number}`,
    hash: (hash: string) => `SHA-256 podané verze: ${hash}`,
    pageOf: "strana {page} z {pages}",
    empty: "Nevyplněno.",
    fileName: (number: string) => `zprava-o-realizaci-${number}`,
  },
  whole: {
    title: "Celá zpráva",
    submission: (number: string) => `${number}. podání`,
    lead: "Tak, jak zprávu teď uvidí ten, komu ji pošlete.",
    print: "Vytisknout",
    pdf: "PDF",
    docx: "Word (DOCX)",
  },
};
