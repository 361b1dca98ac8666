import { plural } from "../plural.ts";

const projects = (n: number) =>
  plural("cs")(n, { one: "projekt", few: "projekty", many: "projektu", other: "projektů" });

/** Stav k dnešku: one page to take to a meeting. */
export const standings = {
  title: "Stav k dnešku",
  asOf: (date: string) => `Stav k ${date}`,
  count: (n: number) => `${n} ${projects(n)}`,
  scope: "Které projekty",
  all: "všechny neukončené",
  mine: "jen moje",
  department: "Odbor",
  everyDepartment: "všechny odbory",
  apply: "Zobrazit",
  print: "Tip: vytiskněte z prohlížeče, každý projekt vyjde na vlastní list A4.",
  overviewTitle: "Přehled",
  decisionNeeded: "K rozhodnutí vedení",
  noDecision: "Žádné rozhodnutí není potřeba.",
  sentence: "Sdělení manažera",
  noSentence: "Manažer zatím stav nezapsal.",
  statedBy: (name: string, date: string) => `${name}, ${date}`,
  manager: "Projektový manažer",
  span: "Doba realizace",
  number: "Registrační číslo",
  time: "Čas",
  physical: "Fyzický pokrok",
  indicators: "Indikátory",
  money: "Čerpání",
  spentOf: (spent: string, total: string) => `${spent} z ${total}`,
  spentOn: (date: string) => `podle údaje k ${date}`,
  met: (met: number, all: number) => `splněno ${met} z ${all}`,
  daysLeft: (text: string) => `konec ${text}`,
  ended: "projekt skončil",
  overdue: "Po termínu",
  next: "Nejbližší termíny",
  done: "Splněno za posledních 30 dní",
  indicatorList: "Indikátory",
  columns: {
    project: "Projekt",
    health: "Stav",
    deadline: "Nejbližší termín",
    decision: "Rozhodnutí",
    overdue: "Po termínu",
  },
  more: (n: number) =>
    plural("cs")(n, { one: `a ${n} další`, few: `a ${n} další`, other: `a dalších ${n}` }),
  empty: "Žádný projekt, který vidíte, dnes neběží.",
};
