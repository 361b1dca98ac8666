import { plural } from "../plural.ts";

const count = plural("cs");
const projectsOf = (n: number) =>
  count(n, { one: "projekt", few: "projekty", many: "projektu", other: "projektů" });

/** How a plan is fulfilled by the end of a year: what was said, what was done, what projects have come to. */
export const cardFulfilment = {
  title: (year: string) => `Plnění za rok ${year}`,
  year: "Rok",
  standing: (day: string) => `Indikátory a peníze projektů jsou k ${day}.`,
  running: (day: string) => `Rok běží, indikátory a peníze projektů jsou k ${day}.`,
  measuresToday: "Stav opatření je dnešní.",
  tiles: {
    answered: "Vyjádřilo se",
    answeredNote: (n: string) => `chybí ${n}`,
    notAskedYet: "ptát se budeme až po konci roku",
    allAnswered: "všechny karty mají vyjádření",
    measures: "Splněná opatření",
    projects: "Projekty",
    outside: (n: string) => `a ${n} mimo váš dosah`,
    total: "Rozpočet projektů",
    spent: "Vyčerpáno",
    claimedOf: (amount: string) => `nárokováno ${amount}`,
    ofTotal: (percent: string) => `${percent} rozpočtu`,
  },
  /** `12 z 26` */
  partOf: (part: string, whole: string) => `${part} z ${whole}`,
  tree: {
    title: "Karty podle oblastí",
    columns: {
      card: "Karta",
      measures: "Opatření",
      statement: "Vyjádření",
      projects: "Projekty",
      total: "Rozpočet",
      spent: "Vyčerpáno",
      claimed: "Nárokováno",
    },
    without: "Karty mimo oblasti",
    noStatement: "bez vyjádření",
    noMeasures: "žádná",
    noProject: "bez projektu",
    unknown: "neznámo",
    outside: (n: number) =>
      count(n, {
        one: "1 projekt mimo váš dosah",
        few: `${n} projekty mimo váš dosah`,
        other: `${n} projektů mimo váš dosah`,
      }),
    named: (n: number) =>
      count(n, {
        one: "1 jen jmenovaný",
        few: `${n} jen jmenované`,
        other: `${n} jen jmenovaných`,
      }),
    coming: "zatím se nepočítá",
    projectCount: (n: string, of: number) => `${n} ${projectsOf(of)}`,
    sum: "Celý plán",
  },
  projects: {
    title: "Projekty, které plán naplňují",
    columns: {
      project: "Projekt",
      standing: "Stav",
      cards: "Karty",
      total: "Rozpočet",
      spent: "Vyčerpáno",
      claimed: "Nárokováno",
    },
    none: "Do konce tohoto roku nezačal žádný projekt, na který karty odkazují.",
    noNumber: "bez registračního čísla",
    sum: "Součet",
  },
  indicators: {
    title: "Indikátory projektů",
    columns: {
      indicator: "Indikátor",
      projects: "Projekty",
      target: "Cíl",
      achieved: "Dosaženo",
      fulfilment: "Plnění",
    },
    together: "Za všechny projekty",
    none: "Projekty nemají žádný indikátor.",
    noTarget: "bez cíle",
    noValue: "zatím nic",
  },
  notes: {
    whole:
      "Peníze a indikátory jsou za celé projekty, ne jen za tu jejich část, která patří kartě.",
    once: "Projekt u více karet se v každém součtu počítá jednou, součty oblastí proto mohou dát dohromady víc než celý plán.",
    outside: (n: number) =>
      count(n, {
        one: "Jeden projekt je mimo váš dosah: v součtech není a nejmenujeme ho.",
        few: `${n} projekty jsou mimo váš dosah: v součtech nejsou a nejmenujeme je.`,
        other: `${n} projektů je mimo váš dosah: v součtech nejsou a nejmenujeme je.`,
      }),
    withoutTotal: (n: number) =>
      count(n, {
        one: "U jednoho projektu není znám rozpočet.",
        few: `U ${n} projektů není znám rozpočet.`,
        other: `U ${n} projektů není znám rozpočet.`,
      }),
    withoutSpent: (n: number) =>
      count(n, {
        one: "U jednoho projektu není známo čerpání, ve vyčerpané částce není.",
        few: `U ${n} projektů není známo čerpání, ve vyčerpané částce nejsou.`,
        other: `U ${n} projektů není známo čerpání, ve vyčerpané částce nejsou.`,
      }),
    persons:
      "Osoba podpořená ve dvou projektech je v součtu indikátorů dvakrát, jak ji vykázaly oba.",
  },
  empty: "Plán zatím nemá žádnou kartu.",
};
